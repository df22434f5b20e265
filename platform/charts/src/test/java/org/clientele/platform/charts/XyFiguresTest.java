package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

/** What charts with axes say, held against the data by other means. */
class XyFiguresTest {
    private static final Frame MONTHS = RealFrames.of("country-months");
    private static final ChartSpec LINES = ChartSpec.of(ChartSpec.LINE)
            .encode(Channel.X, "month")
            .encode(Channel.Y, "revenue")
            .encode(Channel.COLOR, "country");

    private static Scene layout(ChartSpec spec, Frame frame, ViewState view) {
        return ChartCatalog.builtIn()
                .layout(new ChartRequest(
                        spec,
                        frame,
                        null,
                        Map.of(),
                        view,
                        Theme.LIGHT,
                        800,
                        400,
                        RobotoMeasure.get(),
                        LocaleFormat.of(Locale.UK)));
    }

    private static List<Hit> marks(Scene scene, String prefix) {
        return HitTest.all(scene).stream()
                .filter(h -> h.group().id().startsWith(prefix))
                .toList();
    }

    private static String entry(Datum datum, String label) {
        return datum.entries().stream()
                .filter(e -> e.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Map<Object, BigDecimal> revenueByMonth() {
        Map<Object, BigDecimal> sums = new TreeMap<>();
        for (int i = 0; i < MONTHS.rowCount(); i++) {
            BigDecimal v = (BigDecimal) MONTHS.column("revenue").valueAt(i);
            if (v != null) {
                sums.merge(String.valueOf(MONTHS.column("month").valueAt(i)), v, BigDecimal::add);
            }
        }
        return sums;
    }

    @Test
    void theLabelOfAGoalStandsBesideTheLineThatReachesIt() {
        String[] days = new String[20];
        double[] sales = new double[20];
        for (int i = 0; i < 20; i++) {
            days[i] = "d" + i;
            sales[i] = 5 + 5 * i;
        }
        Scene scene = Pictures.of(
                ChartSpec.of(ChartSpec.LINE)
                        .encode(Channel.X, "day")
                        .encode(Channel.Y, "sales")
                        .option("reference.1", "100|Goal"),
                Frame.of(OnlineRetail.text("day", days), Pictures.numbers("sales", Unit.none(), sales)),
                340,
                220);
        assertThat(TextBoxes.of(scene))
                .filteredOn(t -> t.text().startsWith("Goal"))
                .singleElement()
                .satisfies(t -> assertThat(t.right()).isLessThan(170));
    }

    @Test
    void noReferenceCrossesTheValueOfABarAndFewBarsFillTheirCard() {
        Scene scene = Pictures.of(
                ChartSpec.of(ChartSpec.BAR)
                        .encode(Channel.Y, "score")
                        .encode(Channel.X, "part")
                        .encode(Channel.BASE, "score_previous")
                        .option("horizontal", "true")
                        .option("reference.1", "50|As usual"),
                Frame.of(
                        OnlineRetail.text(
                                "part",
                                "Revenue",
                                "Recent buyers who were kept and came again in the year after",
                                "Returns"),
                        Pictures.numbers("score", Unit.none(), 95.8, 47.9, 22.9),
                        Pictures.numbers("score_previous", Unit.none(), Double.NaN, Double.NaN, Double.NaN)),
                640,
                220);
        List<TextBoxes> texts = TextBoxes.of(scene);
        TextBoxes usual = one(texts, "As usual  50");
        assertThat(one(texts, "47.9").left()).isBetween((usual.left() + usual.right()) / 2 + 2, usual.right());
        assertThat(one(texts, "Returns").top() - one(texts, "Revenue").top()).isGreaterThan(90);
        assertThat(texts)
                .extracting(TextBoxes::text)
                .contains("Recent buyers who were kept and came")
                .noneMatch(t -> t.contains("before"));
    }

    @Test
    void aPartOfBarsThatNoneOfThemHasIsNotInTheKey() {
        Scene scene = Pictures.of(
                ChartSpec.of(ChartSpec.BAR)
                        .encode(Channel.X, "segment")
                        .encode(Channel.Y, "young", "elder", "nobody")
                        .option("stack", "share")
                        .option("horizontal", "true"),
                Frame.of(
                        OnlineRetail.text("segment", "Loyal", "Lost"),
                        Pictures.numbers("young", Unit.none(), 3, 4),
                        Pictures.numbers("elder", Unit.none(), 7, Double.NaN),
                        Pictures.numbers("nobody", Unit.none(), Double.NaN, Double.NaN)),
                400,
                220);
        assertThat(SinkScenes.texts(scene.root())).contains("Young", "Elder").doesNotContain("Nobody");
    }

    private static TextBoxes one(List<TextBoxes> texts, String said) {
        return texts.stream().filter(t -> t.text().equals(said)).findFirst().orElseThrow();
    }

    @Test
    void aStackOfLinesSaysTheTotalOfEachMonth() {
        List<Hit> steps = marks(layout(LINES.option("stack", "total"), MONTHS, ViewState.initial()), "step-");
        Map<Object, BigDecimal> sums = revenueByMonth();
        assertThat(steps).hasSameSizeAs(sums.keySet());
        for (Hit step : steps) {
            BigDecimal sum = sums.get(step.datum().members().get("month"));
            assertThat(entry(step.datum(), "Total")).isEqualTo(String.format(Locale.UK, "GBP %,.2f", sum));
        }
    }

    @Test
    void sharesOfAMonthAddUpToOne() {
        for (Hit step : marks(layout(LINES.option("stack", "share"), MONTHS, ViewState.initial()), "step-")) {
            double sum = 0;
            for (Datum.Entry e : step.datum().entries()) {
                int from = e.value().indexOf('(');
                int to = e.value().indexOf(" %)");
                sum += from < 0 ? 0 : Double.parseDouble(e.value().substring(from + 1, to));
            }
            assertThat(sum).as(step.datum().sentence()).isBetween(99.6, 100.4);
        }
    }

    @Test
    void stackedBarsSayTheSameAsLines() {
        ChartSpec bars = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "month")
                .encode(Channel.Y, "revenue")
                .encode(Channel.COLOR, "country")
                .option("stack", "total");
        List<Hit> steps = marks(layout(bars, MONTHS, ViewState.initial()), "bar-").stream()
                .filter(h -> h.group().id().matches("bar-\\d+"))
                .toList();
        Map<Object, BigDecimal> sums = revenueByMonth();
        assertThat(steps).hasSameSizeAs(sums.keySet());
        for (Hit step : steps) {
            BigDecimal sum = sums.get(step.datum().members().get("month"));
            assertThat(entry(step.datum(), "Total")).isEqualTo(String.format(Locale.UK, "GBP %,.2f", sum));
        }
    }

    @Test
    void theSmallestOfManySeriesArePutTogetherAndSaidSo() {
        Column.Builder month = Column.builder(ColumnSpec.of("month", ColumnType.TEXT));
        Column.Builder group = Column.builder(ColumnSpec.of("group", ColumnType.TEXT));
        Column.Builder y = Column.builder(new ColumnSpec("y", ColumnType.INTEGER, Unit.of("orders"), "Orders"));
        for (int i = 0; i < 60; i++) {
            month.addText(i % 2 == 0 ? "a" : "b");
            group.addText("G" + i / 2);
            y.addLong(i / 2 + 1);
        }
        ChartSpec spec = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "month")
                .encode(Channel.Y, "y")
                .encode(Channel.COLOR, "group");
        Scene scene = layout(spec, Frame.of(month.build(), group.build(), y.build()), ViewState.initial());
        Datum first = marks(scene, "bar-0").get(0).datum();
        // Groups have 1 to 30 in each month; the six largest stand alone, 1 to 24 are together.
        assertThat(entry(first, "24 others")).isEqualTo(String.valueOf(24 * 25 / 2));
        assertThat(entry(first, "G29")).isEqualTo("30");
        assertThat(entry(first, "Total")).isEqualTo(String.valueOf(30 * 31 / 2));
        assertThat(scene.description()).contains("24 smallest groups are put together");
    }

    @Test
    void zoomingShowsOnlyTheStepsInViewAndTheHandlesSayWhatIsInView() {
        ViewState view = ViewState.initial().with("x", "0.5..1");
        Scene scene = layout(LINES, MONTHS, view);
        List<Hit> steps = marks(scene, "step-");
        assertThat(steps).first().extracting(h -> h.datum().title()).isEqualTo("July 2011");
        assertThat(steps).last().extracting(h -> h.datum().title()).isEqualTo("December 2011");
        Hit middle = steps.get(2);
        List<Gesture> gestures =
                HitTest.gestures(scene, middle.x() + middle.width() / 2, middle.y() + middle.height() / 2);
        assertThat(gestures)
                .containsExactly(
                        new Gesture(Gesture.Kind.RANGE_X, "x.range", "0.5..1.0"),
                        new Gesture(Gesture.Kind.VIEW_X, "x", "0.5..1.0"));
    }

    @Test
    void aChosenRangeIsSummedUp() {
        ChartSpec orders = ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "day").encode(Channel.Y, "orders");
        Frame days = RealFrames.of("days");
        Scene scene = layout(orders, days, ViewState.initial().with("x.range", "0.25..0.5"));
        Column day = days.column("day");
        double from = day.longAt(0);
        double to = day.longAt(days.rowCount() - 1);
        long sum = 0;
        int n = 0;
        for (int i = 0; i < days.rowCount(); i++) {
            double part = (day.longAt(i) - from) / (to - from);
            if (part >= 0.25 && part <= 0.5) {
                sum += days.column("orders").longAt(i);
                n++;
            }
        }
        LocaleFormat format = LocaleFormat.of(Locale.UK);
        Unit unit = Unit.of("orders");
        String said = "sum " + format.compact(sum, unit) + ", mean " + format.compact(sum / (double) n, unit);
        assertThat(TextBoxes.of(scene)).extracting(TextBoxes::text).anyMatch(t -> t.endsWith(said));
    }

    @Test
    void aChosenRangeOfRowsIsSummedUpAndItsHandleSaysWhichAreShown() {
        Frame f = Frame.of(
                OnlineRetail.text("name", "a", "b", "c", "d"),
                OnlineRetail.doubles("y", Unit.of("orders"), 1, 2, 4, 8));
        for (String kind : List.of(ChartSpec.BAR, ChartSpec.BOX)) {
            ChartSpec spec = ChartSpec.of(kind)
                    .encode(Channel.X, "name")
                    .encode(Channel.Y, "y")
                    .option("horizontal", "true");
            Scene scene = layout(spec, f, ViewState.initial().with("y.range", "0.25..0.75"));
            List<String> said =
                    TextBoxes.of(scene).stream().map(TextBoxes::text).toList();
            assertThat(said)
                    .as(kind)
                    .anyMatch(t -> t.startsWith("b to c: ")
                            && (t.contains("sum 6, mean 3") || t.contains("2 values, median 3")));
            Hit row = marks(scene, "").stream()
                    .filter(h -> h.datum() != null && h.datum().title().contains("b"))
                    .findFirst()
                    .orElseThrow();
            assertThat(HitTest.gestures(scene, row.x() + 3, row.y() + row.height() / 2))
                    .as(kind)
                    .contains(
                            new Gesture(Gesture.Kind.RANGE_Y, "y.range", "0.0..1.0"),
                            new Gesture(Gesture.Kind.VIEW_Y, "y", "0.0..1.0"));
        }
    }

    @Test
    void cellsCountEachPointOnce() {
        Random random = new Random(5);
        int n = 30_000;
        Frame many = Frame.of(
                OnlineRetail.doubles("x", Unit.none(), random.doubles(n).toArray()),
                OnlineRetail.doubles("y", Unit.none(), random.doubles(n).toArray()));
        ChartSpec spec = ChartSpec.of(ChartSpec.POINT).encode(Channel.X, "x").encode(Channel.Y, "y");
        Scene scene = layout(spec, many, ViewState.initial());
        long counted = marks(scene, "cell-").stream()
                .mapToLong(h -> Long.parseLong(h.datum().title().replaceAll("[^0-9]", "")))
                .sum();
        assertThat(counted).isEqualTo(n);
        assertThat(scene.description()).contains("30,000 points as cells");
    }

    @Test
    void pointsSayTheirFiguresAndChooseTheirMember() {
        ChartSpec spec = ChartSpec.of(ChartSpec.POINT)
                .encode(Channel.X, "customers")
                .encode(Channel.Y, "revenue")
                .encode(Channel.SIZE, "orders")
                .encode(Channel.LABEL, "country");
        List<Hit> points = marks(layout(spec, RealFrames.of("countries"), ViewState.initial()), "point-");
        assertThat(points).hasSize(37);
        Hit uk = points.stream()
                .filter(h -> h.datum().title().equals("United Kingdom"))
                .findFirst()
                .orElseThrow();
        assertThat(uk.datum().sentence())
                .isEqualTo("United Kingdom, Customers 3,920, Revenue GBP 7,308,391.55, Orders 16,646");
        assertThat(uk.group().gesture()).isEqualTo(new Gesture(Gesture.Kind.SELECT, "country", "United Kingdom"));
    }

    @Test
    void anEntryOfALegendChoosesItsMember() {
        ChartSpec spec = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "month")
                .encode(Channel.Y, "orders")
                .encode(Channel.COLOR, "country");
        assertThat(marks(layout(spec, MONTHS, ViewState.initial()), "key-"))
                .extracting(h -> h.group().gesture())
                .hasSize(6)
                .contains(new Gesture(Gesture.Kind.SELECT, "country", "EIRE"));
    }

    @Test
    void valuesOfZeroOrLessAreLeftOutOfALogarithmicScaleAndSaidSo() {
        Frame f = Frame.of(OnlineRetail.text("name", "a", "b", "c"), OnlineRetail.doubles("y", Unit.none(), 10, 0, -3));
        for (String kind : List.of(ChartSpec.LINE, ChartSpec.BAR)) {
            ChartSpec spec = ChartSpec.of(kind)
                    .encode(Channel.X, "name")
                    .encode(Channel.Y, "y")
                    .option("scale", "log");
            assertThat(layout(spec, f, ViewState.initial()).description()).contains("2 values of 0 or less");
        }
    }

    @Test
    void anOptionThatCannotBeReadIsRefusedWithAnExample() {
        ChartSpec spec = LINES.option("reference.1", "much|Target");
        assertThatThrownBy(() -> layout(spec, MONTHS, ViewState.initial()))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("reference.1")
                .hasMessageContaining("500000|Target");
    }

    @Test
    void aHistogramOfCountedRangesKeepsTheirCounts() {
        Frame f = Frame.of(
                OnlineRetail.doubles("from", Unit.of("GBP"), 0, 10, 20, 40),
                OnlineRetail.doubles("n", Unit.none(), 5, 7, 1, 2));
        ChartSpec spec =
                ChartSpec.of(ChartSpec.HISTOGRAM).encode(Channel.X, "from").encode(Channel.Y, "n");
        assertThat(marks(layout(spec, f, ViewState.initial()), "bin-"))
                .extracting(h -> h.datum().entries().get(0).value())
                .containsExactly("5 (33.3 %)", "7 (46.7 %)", "1 (6.7 %)", "0 (0.0 %)", "2 (13.3 %)");
    }
}
