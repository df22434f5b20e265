package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

/** Heat grid, cohort grid and calendar. */
class GridKindsTest {
    private static final ChartSpec HEAT = ChartSpec.of(ChartSpec.HEAT)
            .encode(Channel.X, "hour")
            .encode(Channel.ROW, "weekday")
            .encode(Channel.Y, "orders");
    private static final ChartSpec COHORT = ChartSpec.of(ChartSpec.COHORT)
            .encode(Channel.ROW, "cohort")
            .encode(Channel.X, "age")
            .encode(Channel.Y, "retention")
            .encode(Channel.SIZE, "members");
    private static final ChartSpec CALENDAR =
            ChartSpec.of(ChartSpec.CALENDAR).encode(Channel.X, "day").encode(Channel.Y, "revenue");

    @Test
    void heatGridIsLaidOutAsReadBefore() {
        Pictures.golden("heat", HEAT, RealFrames.of("weekday-hours"), ViewState.initial(), 560, 260);
    }

    @Test
    void cohortGridIsLaidOutAsReadBefore() {
        Pictures.golden("cohort", COHORT, RealFrames.of("cohorts"), ViewState.initial(), 860, 420);
    }

    @Test
    void calendarIsLaidOutAsReadBefore() {
        Pictures.golden("calendar", CALENDAR, RealFrames.of("days"), ViewState.initial(), 860, 300);
    }

    @Test
    void calendarOfYearsIsLaidOutAsReadBefore() {
        Pictures.golden("calendar-years", CALENDAR, threeYears(), ViewState.initial(), 860, 420);
    }

    /** The real days three times, 364 days apart so that weekdays stay. */
    private static Frame threeYears() {
        Frame days = RealFrames.of("days");
        Column.Builder day = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
        Column.Builder revenue =
                Column.decimalBuilder(new ColumnSpec("revenue", ColumnType.DECIMAL, Unit.of("GBP"), ""), 2);
        for (int back = 2; back >= 0; back--) {
            for (int i = 0; i < days.rowCount(); i++) {
                if (days.column("day").longAt(i) >= LocalDate.of(2010, 12, 10).toEpochDay()) {
                    day.addLong(days.column("day").longAt(i) - 364L * back);
                    revenue.addLong(days.column("revenue").longAt(i));
                }
            }
        }
        return Frame.of(day.build(), revenue.build());
    }

    @Test
    void heatGridOfBothSignsIsLaidOutAsReadBefore() {
        Pictures.golden("heat-signs", HEAT, fromTheMean(), ViewState.initial(), 560, 260);
    }

    /** Orders of an hour more or less than the mean of that hour on all weekdays. */
    private static Frame fromTheMean() {
        Frame f = RealFrames.of("weekday-hours");
        TreeMap<Long, double[]> hours = new TreeMap<>();
        for (int i = 0; i < f.rowCount(); i++) {
            double[] sum = hours.computeIfAbsent(f.column("hour").longAt(i), k -> new double[2]);
            sum[0] += f.column("orders").doubleAt(i);
            sum[1]++;
        }
        double[] values = new double[f.rowCount()];
        for (int i = 0; i < values.length; i++) {
            double[] sum = hours.get(f.column("hour").longAt(i));
            values[i] = Math.rint(f.column("orders").doubleAt(i) - sum[0] / sum[1]);
        }
        return Frame.of(f.column("weekday"), f.column("hour"), Pictures.numbers("orders", Unit.of("orders"), values));
    }

    @Test
    void textOnEveryColourOfACellCanBeRead() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int i = -100; i <= 100; i++) {
                for (int ground : new int[] {theme.sequential(i / 100.0), theme.diverging(i / 100.0)}) {
                    assertThat(Legible.contrast(Legible.on(theme, ground), ground))
                            .as("%s, part %s", theme.name(), i / 100.0)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
        assertThat(Legible.contrast(0xFF000000, 0xFFFFFFFF)).isEqualTo(21);
        // W3C's own example of a grey that just passes on white.
        assertThat(Legible.contrast(0xFF767676, 0xFFFFFFFF)).isBetween(4.5, 4.6);
    }

    @Test
    void cellsOfAHeatGridHaveTheFiguresOfTheData() {
        Frame f = RealFrames.of("weekday-hours");
        Scene scene = Pictures.of(HEAT, f, 560, 260);
        for (int i = 0; i < f.rowCount(); i++) {
            String title =
                    f.column("weekday").textAt(i) + ", " + f.column("hour").longAt(i);
            String orders = LocaleFormat.of(Locale.UK).exact(f.column("orders"), i);
            assertThat(Pictures.data(scene)).anySatisfy(d -> {
                assertThat(d.title()).isEqualTo(title);
                assertThat(d.entries().get(0).value()).isEqualTo(orders);
            });
        }
        assertThat(Pictures.data(scene)).hasSize(f.rowCount());
    }

    @Test
    void cellsOfAHeatGridAreCalledByTheirNamesWhereThereIsRoom() {
        Frame f = Frame.of(
                OnlineRetail.text("r", "2", "2", "1", "1"),
                OnlineRetail.text("fm", "1", "2", "1", "2"),
                OnlineRetail.text("segment", "New customers", "Champions", "Lost", "Lost"),
                Pictures.numbers("customers", Unit.none(), 1200, 40, 3, 17));
        ChartSpec named = ChartSpec.of(ChartSpec.HEAT)
                .encode(Channel.X, "fm")
                .encode(Channel.ROW, "r")
                .encode(Channel.Y, "customers")
                .encode(Channel.LABEL, "segment");
        assertThat(TextBoxes.of(Pictures.of(named, f, 300, 220)))
                .extracting(TextBoxes::text)
                .contains("New customers", "1,200", "Champions", "40", "Lost", "3", "17");
        assertThat(Pictures.data(Pictures.of(named, f, 300, 220)))
                .extracting(Datum::title)
                .contains("Champions (2, 2)");
    }

    @Test
    void weekdaysOfAHeatGridAreInTheOrderOfTheReadersWeek() {
        Frame f = Frame.of(
                OnlineRetail.text("weekday", "Friday", "monday", "Sun", "Tuesday"),
                OnlineRetail.text("hour", "a", "a", "a", "a"),
                Pictures.numbers("orders", Unit.none(), 1, 2, 3, 4));
        assertThat(Pictures.data(Pictures.of(HEAT, f, 400, 200)))
                .extracting(Datum::title)
                .containsExactly("monday, a", "Tuesday, a", "Friday, a", "Sun, a");
    }

    @Test
    void aCellOfAHeatGridSelectsBothMembers() {
        Scene scene = Pictures.of(HEAT, RealFrames.of("weekday-hours"), 560, 260);
        Hit hit = HitTest.all(scene).stream()
                .filter(h -> h.datum().title().equals("Thursday, 12"))
                .findFirst()
                .orElseThrow();
        assertThat(hit.datum().members()).containsEntry("weekday", "Thursday").containsEntry("hour", "12");
        assertThat(HitTest.gestures(scene, hit.x() + hit.width() / 2, hit.y() + hit.height() / 2))
                .extracting(Gesture::kind)
                .containsExactly(Gesture.Kind.SELECT, Gesture.Kind.VIEW_X, Gesture.Kind.VIEW_Y);
    }

    /** Thirty-six features and how each goes with each: numbers that have no room until somebody looks closer. */
    private static Frame correlations(int n) {
        String[] across = new String[n * n];
        String[] down = new String[n * n];
        double[] values = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            across[i] = "Feature " + (i % n + 1);
            down[i] = "Feature " + (i / n + 1);
            values[i] = i % n == i / n ? 1 : Math.sin(i) * 0.9;
        }
        return Frame.of(
                OnlineRetail.text("hour", across),
                OnlineRetail.text("weekday", down),
                Pictures.numbers("orders", Unit.none(), values));
    }

    @Test
    void aCloserLookAtAHeatGridShowsTheNumbersOfItsCellsInTheSameColours() {
        Frame f = correlations(36);
        Scene all = Pictures.of(HEAT, f, 900, 680);
        // Columns 10 to 18 from the left, rows 28 to 36 from the top.
        ViewState close = ViewState.initial().with("x", "0.25..0.5").with("y", "0..0.25");
        Scene near = Pictures.of(HEAT, f, close, 900, 680);
        assertThat(Pictures.data(all)).hasSize(36 * 36);
        assertThat(Pictures.data(near))
                .hasSize(81)
                .allSatisfy(d -> assertThat(Pictures.data(all)).contains(d));
        assertThat(Pictures.data(near).get(0).title()).isEqualTo("Feature 28, Feature 10");
        for (Hit hit : HitTest.all(near)) {
            assertThat(ground(hit))
                    .isEqualTo(ground(HitTest.all(all).stream()
                            .filter(h -> h.datum().equals(hit.datum()))
                            .findFirst()
                            .orElseThrow()));
        }
        assertThat(TextBoxes.of(all))
                .extracting(TextBoxes::text)
                .contains("Feature 36")
                .noneMatch(t -> t.contains("."));
        assertThat(TextBoxes.of(near))
                .extracting(TextBoxes::text)
                .contains(
                        "Feature 28",
                        "Feature 36",
                        "Feature 10",
                        "Feature 18",
                        "9 of 36 rows and 9 of 36 columns are in view.")
                .doesNotContain("Feature 1");
        assertThat(TextBoxes.of(near).stream().filter(t -> t.text().matches("−?0\\.[0-9]+")))
                .hasSize(81);
        assertThat(HitTest.gestures(near, 600, 200))
                .contains(
                        new Gesture(Gesture.Kind.VIEW_X, "x", "0.25..0.5"),
                        new Gesture(Gesture.Kind.VIEW_Y, "y", "0.0..0.25"));
    }

    private static Fill ground(Hit hit) {
        return ((Node.Rect) hit.group().children().get(0)).fill();
    }

    @Test
    void eachColumnOfAHeatGridIsNamedBesideUnderOrUprightUnderItsNeighbours() {
        String[] segments = {
            "Champions",
            "Loyal customers",
            "Potential loyalists",
            "Recent customers",
            "Promising",
            "Customers needing attention",
            "About to sleep",
            "At risk",
            "Cannot lose them",
            "Hibernating",
            "Lost"
        };
        int n = segments.length;
        String[] from = new String[n * n];
        String[] to = new String[n * n];
        double[] moved = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            from[i] = segments[i / n];
            to[i] = segments[i % n];
            moved[i] = i;
        }
        Frame f = Frame.of(
                OnlineRetail.text("hour", to),
                OnlineRetail.text("weekday", from),
                Pictures.numbers("orders", Unit.none(), moved));
        for (double width : new double[] {380, 520, 1100, 1800}) {
            Scene scene = Pictures.of(HEAT, f, width, 420);
            Geometry.check(scene, "width " + width);
            List<String> below = TextBoxes.of(scene).stream()
                    .filter(t -> t.left() > (width < 600 ? width * 0.3 : 180) && t.bottom() > 250)
                    .map(TextBoxes::text)
                    .toList();
            String all = String.join(" ", below);
            for (String segment : segments) {
                assertThat(all).as("width %s", width).contains(segment.length() > 20 ? "Customers needing" : segment);
            }
        }
    }

    @Test
    void aHeatGridIsNeverShownCloserThanTwoRowsAndColumns() {
        ViewState close = ViewState.initial().with("x", "0.5..0.501").with("y", "1..1");
        Scene near = Pictures.of(HEAT, correlations(36), close, 900, 680);
        assertThat(Pictures.data(near))
                .extracting(Datum::title)
                .contains("Feature 1, Feature 18", "Feature 2, Feature 19");
        assertThat(near.description()).contains("2 of 36 rows");
        assertThat(HitTest.gestures(near, 600, 200))
                .contains(new Gesture(Gesture.Kind.VIEW_Y, "y", (1 - 2 / 36.0) + "..1.0"));
    }

    @Test
    void whereNothingIsInViewAHeatGridStillLeadsBack() {
        Frame f = Frame.of(
                OnlineRetail.text("hour", "a", "b", "c", "d", "e", "f"),
                OnlineRetail.text("weekday", "A", "B", "C", "D", "E", "F"),
                Pictures.numbers("orders", Unit.none(), 1, 2, 3, 4, 5, 6));
        ViewState corner = ViewState.initial().with("x", "0..0.34").with("y", "0..0.34");
        Scene near = Pictures.of(HEAT, f, corner, 500, 300);
        assertThat(Pictures.data(near)).isEmpty();
        assertThat(near.description()).contains("no values in view");
        assertThat(HitTest.gestures(near, 300, 60)).extracting(Gesture::kind).contains(Gesture.Kind.VIEW_X);
    }

    @Test
    void aGridOfTooManyCategoriesKeepsTheTotal() {
        int n = Odd.MANY;
        String[] names = new String[n];
        String[] rows = new String[n];
        double[] values = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            names[i] = "P" + i;
            rows[i] = "R" + i % 500;
            values[i] = (i * 7919L) % 1000;
            total += values[i];
        }
        Frame f = Frame.of(
                OnlineRetail.text("hour", names),
                OnlineRetail.text("weekday", rows),
                Pictures.numbers("orders", Unit.of("orders"), values));
        long start = System.nanoTime();
        Scene scene = Pictures.of(HEAT, f, 560, 300);
        assertThat((System.nanoTime() - start) / 1e6).isLessThan(900);
        double shown = Pictures.data(scene).stream()
                .mapToDouble(d -> Double.parseDouble(d.entries().get(0).value().replace(",", "")))
                .sum();
        assertThat(shown).isEqualTo(total);
        assertThat(scene.description()).contains("9,945 others").contains("the smallest, together");
    }

    @Test
    void smallPlainNumbersOfAHeatGridHaveOneNumberOfDigitsAndItsFewRowsFillTheCard() {
        Frame f = Frame.of(
                OnlineRetail.text("hour", "Recency", "Value", "Recency", "Value"),
                OnlineRetail.text("weekday", "Loyal", "Loyal", "Lost", "Lost"),
                Pictures.numbers("orders", Unit.none(), 1.39, -0.0158, -0.5, 0.001));
        Scene scene = Pictures.of(HEAT, f, 360, 300);
        assertThat(SinkScenes.texts(scene.root())).contains("1.39", "−0.02", "−0.50", "0");
        Hit first = HitTest.at(scene, 200, 20).orElseThrow();
        assertThat(((Node.Rect) first.group().children().get(0)).height()).isGreaterThan(80);
    }

    @Test
    void linesOfAHeatGridThatArePutTogetherAreAveragedWhereNumbersMustNotBeAdded() {
        Scene together = Pictures.of(HEAT.option("together", "mean"), correlations(36), 700, 200);
        assertThat(together.description()).contains("Cells are averages");
        assertThat(Pictures.data(together))
                .allSatisfy(d -> assertThat(
                                Double.parseDouble(d.entries().get(0).value().replace('−', '-')))
                        .isBetween(-1.0, 1.0));
    }

    @Test
    void averagesOfACohortGridAreWeightedByItsSize() {
        Frame f = RealFrames.of("cohorts");
        TreeMap<Long, double[]> sums = new TreeMap<>();
        for (int i = 0; i < f.rowCount(); i++) {
            double[] s = sums.computeIfAbsent(f.column("age").longAt(i), k -> new double[2]);
            s[0] += f.column("customers").doubleAt(i);
            s[1] += f.column("members").doubleAt(i);
        }
        Scene scene = Pictures.of(COHORT, f, 860, 420);
        sums.forEach((age, s) -> assertThat(Pictures.data(scene)).anySatisfy(d -> {
            assertThat(d.title()).isEqualTo("Average, age " + age);
            assertThat(d.entries().get(0).value()).isEqualTo(String.format(Locale.UK, "%.2f %%", 100 * s[0] / s[1]));
        }));
    }

    @Test
    void aCohortGridOfCountsShowsTheirShareOfTheSize() {
        ChartSpec counts = ChartSpec.of(ChartSpec.COHORT)
                .encode(Channel.ROW, "cohort")
                .encode(Channel.X, "age")
                .encode(Channel.Y, "customers")
                .encode(Channel.SIZE, "members");
        assertThat(Pictures.data(Pictures.of(counts, RealFrames.of("cohorts"), 860, 420)))
                .anySatisfy(d -> {
                    assertThat(d.title()).isEqualTo("December 2010, age 1");
                    assertThat(d.entries().get(0).value()).isEqualTo("36.61 %");
                    assertThat(d.entries().get(1).value()).isEqualTo("885");
                });
    }

    @Test
    void weeksOfACalendarBeginWhereTheReadersDo() {
        assertThat(LocaleFormat.of(Locale.US).firstDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(LocaleFormat.of(Locale.UK).firstDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(LocaleFormat.of(Locale.GERMANY).weekday(DayOfWeek.TUESDAY)).isEqualTo("Di");
    }

    @Test
    void aCalendarHasOneMarkForEachDayWithAValue() {
        Frame f = RealFrames.of("days");
        Scene scene = Pictures.of(CALENDAR, f, 860, 300);
        assertThat(Pictures.data(scene)).hasSize(f.rowCount()).anySatisfy(d -> {
            assertThat(d.sentence()).isEqualTo("Wed, 1 Dec 2010, Revenue GBP 46,376.49");
            assertThat(d.members()).containsEntry("day", "2010-12-01");
        });
    }

    @Test
    void aCalendarOfNamesIsRefusedWithASentence() {
        assertThatThrownBy(() -> Pictures.of(
                        ChartSpec.of(ChartSpec.CALENDAR)
                                .encode(Channel.X, "weekday")
                                .encode(Channel.Y, "orders"),
                        RealFrames.of("weekday-hours"),
                        400,
                        200))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTRACT_BROKEN))
                .hasMessageContaining("A calendar needs days");
    }

    @Test
    void heatGridsBearOddData() {
        Pictures.odd(
                HEAT,
                // Every other one is looked at more closely.
                seed -> seed % 2 == 0
                        ? ViewState.initial()
                        : ViewState.initial().with("x", "0.31..0.87").with("y", "0.2..0.55"),
                (random, n) -> Frame.of(
                        Pictures.labels("hour", random, n, random.nextBoolean() ? n : 12),
                        Pictures.labels("weekday", random, n, random.nextBoolean() ? n : 7),
                        Pictures.values("orders", random, n)));
    }

    @Test
    void cohortGridsBearOddData() {
        Pictures.odd(COHORT, ViewState.initial(), (random, n) -> {
            Column.Builder age = Column.builder(new ColumnSpec("age", ColumnType.INTEGER, Unit.of("months"), ""));
            int ages = random.nextBoolean() ? 12 : n;
            for (int i = 0; i < n; i++) {
                age.addLong(i % ages);
            }
            return Frame.of(
                    Pictures.labels("cohort", random, n, random.nextBoolean() ? n : 9),
                    age.build(),
                    Pictures.values("retention", random, n),
                    Pictures.values("members", random, n));
        });
    }

    @Test
    void calendarsBearOddData() {
        Pictures.odd(CALENDAR, ViewState.initial(), (random, n) -> {
            Column.Builder day = Column.builder(ColumnSpec.of("day", ColumnType.DATE));
            LocalDate start = LocalDate.of(2005 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28));
            int step = 1 + random.nextInt(20);
            for (int i = 0; i < n; i++) {
                day.add(random.nextInt(12) == 0 ? null : start.plusDays((long) i * step));
            }
            return Frame.of(day.build(), Pictures.values("revenue", random, n));
        });
    }
}
