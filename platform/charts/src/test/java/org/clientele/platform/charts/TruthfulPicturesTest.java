package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.junit.jupiter.api.Test;

/** What a picture has to say for itself: its scale, its grounds, its sizes, and what it does not know. */
class TruthfulPicturesTest {
    private static final Unit GBP = Unit.of("GBP");
    private static final Caveat RUNNING =
            Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, "The last month is not over: the data ends on 9 March.");

    private static Frame halves() {
        return Frame.of(
                Sketch.texts("country", "France", "Spain", "Others"),
                Sketch.numbers("after", GBP, 120, 40, 70),
                Sketch.numbers("before", GBP, 100, 80, 70));
    }

    private static ChartSpec bars(String... options) {
        ChartSpec spec =
                ChartSpec.of(ChartSpec.BAR).encode(Channel.X, "country").encode(Channel.Y, "after");
        for (String option : options) {
            spec = spec.option(option.split("=", 2)[0], option.split("=", 2)[1]);
        }
        return spec;
    }

    @Test
    void aBulletNamesItsGroundsFromPoorToGoodAndItsTarget() {
        ChartSpec spec = bars("mark=bullet", "horizontal=true").encode(Channel.TARGET, "before");
        Scene scene = Sketch.of(spec, halves(), Theme.LIGHT, 700, 300);
        assertThat(Sketch.textsOf(scene)).contains("Poor to 60 %", "Fair to 85 %", "Good to 110 %", "Before");
        List<TextBoxes> keys = TextBoxes.of(scene).stream()
                .filter(t -> t.text().contains(" to ") || t.text().equals("Before"))
                .sorted(java.util.Comparator.comparingDouble(TextBoxes::left))
                .toList();
        assertThat(keys.get(0).text()).startsWith("Poor");
        assertThat(keys.get(3).text()).isEqualTo("Before");
        assertThat(Sketch.entry(scene, "bar-0", "Range")).isEqualTo("Beyond 110 %");
        assertThat(Sketch.entry(scene, "bar-1", "Range")).isEqualTo("Poor");
        assertThat(Sketch.entry(scene, "bar-2", "Range")).isEqualTo("Good");
    }

    @Test
    void whereLessIsBetterTheGroundAtTheOriginIsTheGoodOne() {
        MetricDefinition returns = MetricDefinition.builder("test.plugin/after", "1")
                .direction(MetricDefinition.Direction.DOWN_IS_GOOD)
                .build();
        ChartSpec spec = bars("mark=bullet", "horizontal=true").encode(Channel.TARGET, "before");
        Scene scene = Sketch.of(spec, halves(), Map.of("after", returns), Theme.LIGHT, 700, 300);
        assertThat(Sketch.textsOf(scene)).contains("Good to 60 %", "Poor to 110 %");
        assertThat(Sketch.entry(scene, "bar-1", "Range")).isEqualTo("Good");
    }

    @Test
    void aLogarithmicAxisSaysSoAlsoAcrossAndInPanels() {
        assertThat(Sketch.textsOf(Sketch.of(bars("horizontal=true", "scale=log"), halves(), Theme.LIGHT, 600, 300)))
                .contains("log scale");
        ChartSpec box = ChartSpec.of(ChartSpec.BOX)
                .encode(Channel.X, "country")
                .encode(Channel.Y, "after")
                .option("horizontal", "true")
                .option("scale", "log");
        assertThat(Sketch.textsOf(Sketch.of(box, halves(), Theme.LIGHT, 600, 300)))
                .contains("log scale");
        ChartSpec panels = ChartSpec.of(ChartSpec.POINT)
                .encode(Channel.X, "before")
                .encode(Channel.Y, "after")
                .encode(Channel.FACET, "country")
                .option("scale", "log")
                .option("scale.x", "log");
        assertThat(Sketch.textsOf(Sketch.of(panels, halves(), Theme.LIGHT, 600, 300)))
                .contains("After, GBP, log scale", "Before, GBP, log scale");
    }

    private static Column days(String name, LocalDate... days) {
        Column.Builder b = Column.builder(ColumnSpec.of(name, ColumnType.DATE));
        for (LocalDate day : days) {
            b.add(day);
        }
        return b.build();
    }

    private static Frame months(int series) {
        LocalDate[] month = new LocalDate[4 * series];
        String[] country = new String[month.length];
        double[] sales = new double[month.length];
        for (int i = 0; i < month.length; i++) {
            month[i] = LocalDate.of(2024, 1 + i % 4, 1);
            country[i] = "ABC".substring(i / 4, i / 4 + 1);
            sales[i] = 10 + i;
        }
        return Frame.of(days("month", month), Sketch.texts("country", country), Sketch.numbers("sales", GBP, sales))
                .withCaveat(RUNNING);
    }

    private static final ChartSpec BY_MONTH = ChartSpec.of(ChartSpec.LINE)
            .encode(Channel.X, "month")
            .encode(Channel.Y, "sales")
            .encode(Channel.COLOR, "country");

    @Test
    void eachOfSeveralLinesIsDashedToAStepThatIsNotOver() {
        Scene scene = Sketch.of(BY_MONTH, months(3), Theme.LIGHT, 600, 300);
        assertThat(Inks.strokes(scene).stream().filter(s -> s.dash() > 0)).hasSize(3);
        Scene stacked = Sketch.of(BY_MONTH.option("stack", "share"), months(3), Theme.LIGHT, 600, 300);
        assertThat(Inks.strokes(stacked).stream().filter(s -> s.dash() > 0)).hasSize(3);
        Scene over =
                Sketch.of(BY_MONTH.option("stack", "share"), Frame.of(months(3).columns()), Theme.LIGHT, 600, 300);
        assertThat(Inks.strokes(over).stream().filter(s -> s.dash() > 0)).isEmpty();
        ChartSpec panels = ChartSpec.of(ChartSpec.LINE)
                .encode(Channel.X, "month")
                .encode(Channel.Y, "sales")
                .encode(Channel.FACET, "country");
        Scene facets = Sketch.of(panels, months(3), Theme.LIGHT, 600, 300);
        assertThat(Inks.strokes(facets).stream().filter(s -> s.dash() > 0)).hasSize(3);
    }

    @Test
    void barsOfAStepThatIsNotOverArePaleAndSayWhy() {
        for (String stack : List.of("", "total", "share")) {
            ChartSpec spec = new ChartSpec(ChartSpec.BAR, BY_MONTH.encodings(), Map.of("stack", stack));
            Scene scene = Sketch.of(spec, months(3), Theme.LIGHT, 600, 300);
            int full = Inks.fills(scene, "bar-2-0").get(0);
            assertThat(Inks.fills(scene, "bar-3-0"))
                    .as(stack)
                    .containsExactly(Colors.mix(Theme.LIGHT.surface(), full, 0.55));
            assertThat(Sketch.entry(scene, "bar-3", "Note")).isEqualTo(RUNNING.message());
        }
    }

    /** Days from Monday 1 January 2024 on, without Saturdays and some others. */
    private static Frame daily(int length, List<Integer> without) {
        LocalDate first = LocalDate.of(2024, 1, 1);
        List<LocalDate> open = java.util.stream.IntStream.range(0, length)
                .filter(i -> !without.contains(i))
                .mapToObj(first::plusDays)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY)
                .toList();
        return Frame.of(
                days("day", open.toArray(LocalDate[]::new)),
                Sketch.numbers(
                        "sales",
                        GBP,
                        open.stream().mapToDouble(LocalDate::getDayOfMonth).toArray()));
    }

    private static final ChartSpec BY_DAY =
            ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "day").encode(Channel.Y, "sales");

    private static List<Stroke> lines(Scene scene) {
        int thin = Colors.mix(Theme.LIGHT.surface(), Theme.LIGHT.accent(), 0.5);
        return Inks.strokes(scene).stream()
                .filter(s -> s.argb() == Theme.LIGHT.accent() || s.argb() == thin)
                .toList();
    }

    @Test
    void aLinePassesOverDaysOfRestAndSaysSo() {
        Scene scene = Sketch.of(BY_DAY, daily(60, List.of()), Theme.LIGHT, 700, 300);
        assertThat(lines(scene)).extracting(Stroke::width).containsExactly(2.0);
        assertThat(scene.description()).endsWith("There are no values on Saturdays.");
        assertThat(Sketch.textsOf(scene)).contains("There are no values on Saturdays.");
    }

    @Test
    void whereOtherDaysAreMissingALineIsThin() {
        Scene scene = Sketch.of(BY_DAY, daily(60, List.of(22, 23, 24)), Theme.LIGHT, 700, 300);
        assertThat(lines(scene)).extracting(Stroke::width).containsExactlyInAnyOrder(1.0, 2.0, 2.0);
        assertThat(scene.description()).endsWith("Where other days have none, the line is thin.");
    }

    @Test
    void datesThatAreMostlyApartAreNoDailySeries() {
        LocalDate first = LocalDate.of(2024, 1, 2);
        Frame frame = Frame.of(
                days("day", first, first.plusDays(9), first.plusDays(20), first.plusDays(25), first.plusDays(40)),
                Sketch.numbers("sales", GBP, 1, 2, 3, 4, 5));
        Scene scene = Sketch.of(BY_DAY, frame, Theme.LIGHT, 700, 300);
        assertThat(lines(scene)).extracting(Stroke::width).containsExactly(2.0);
        assertThat(scene.description()).doesNotContain("thin");
    }

    @Test
    void aHeatMapNamesItsColumnsAndHasItsKeyRightBelow() {
        Frame frame = Frame.of(
                Sketch.texts("weekday", "Monday", "Tuesday", "Monday"),
                Sketch.numbers("hour-of-day", Unit.none(), 9, 10, 11),
                Sketch.numbers("orders", Unit.of("orders"), 1, 2, 3));
        ChartSpec spec = ChartSpec.of(ChartSpec.HEAT)
                .encode(Channel.X, "hour-of-day")
                .encode(Channel.ROW, "weekday")
                .encode(Channel.Y, "orders");
        Scene scene = Sketch.of(spec, frame, Theme.LIGHT, 600, 500);
        List<TextBoxes> texts = TextBoxes.of(scene);
        TextBoxes title = texts.stream()
                .filter(t -> t.text().equals("Hour of day"))
                .findFirst()
                .orElseThrow();
        assertThat(texts.get(texts.size() - 1).text()).isEqualTo("3");
        assertThat(texts.get(texts.size() - 1).top() - title.bottom()).isBetween(0.0, 20.0);
    }

    @Test
    void movingBubblesSayWhatAreasMeanWithTwoSizes() {
        Frame frame = Frame.of(
                Sketch.texts("who", "A", "B", "A", "B"),
                Sketch.numbers("year", Unit.none(), 2020, 2020, 2021, 2021),
                Sketch.numbers("x", GBP, 1, 2, 3, 4),
                Sketch.numbers("y", GBP, 1, 2, 3, 4),
                Sketch.numbers("customers", Unit.of("customers"), 100, 900, 400, 2000));
        ChartSpec spec = ChartSpec.of(ChartSpec.BUBBLES)
                .encode(Channel.STEP, "year")
                .encode(Channel.X, "x")
                .encode(Channel.Y, "y")
                .encode(Channel.SIZE, "customers")
                .encode(Channel.COLOR, "who")
                .encode(Channel.LABEL, "who");
        Scene scene = Sketch.of(spec, frame, Theme.LIGHT, 700, 500);
        assertThat(Sketch.textsOf(scene)).contains("Area: Customers", "50", "200", "largest 2,000");
        // Areas are as the values: a disc of a tenth of the largest has the root of a tenth of its radius.
        double largest = radius(scene, "B");
        List<Node.Circle> key = Inks.shapes(scene.root()).stream()
                .filter(n -> n instanceof Node.Circle c && c.cy() < 10)
                .map(n -> (Node.Circle) n)
                .toList();
        assertThat(key).hasSize(2);
        assertThat(key.get(1).radius() / largest).isCloseTo(Math.sqrt(0.1), org.assertj.core.data.Offset.offset(0.01));
    }

    private static double radius(Scene scene, String who) {
        return HitTest.all(scene).stream()
                .filter(h -> h.datum().title().startsWith(who) && h.group().id().startsWith("bubble"))
                .flatMap(h -> Inks.shapes(h.group()).stream())
                .filter(n -> n instanceof Node.Circle)
                .mapToDouble(n -> ((Node.Circle) n).radius())
                .max()
                .orElseThrow();
    }

    @Test
    void groupsOfATreemapWithoutRoomForTheirNamesStandInALineBelow() {
        int n = 6;
        String[] group = new String[2 * n];
        String[] part = new String[2 * n];
        double[] value = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            group[i] = "Group number " + (i / 2);
            part[i] = "part " + i % 2;
            value[i] = i < 2 ? 1000 : 8;
        }
        Frame frame =
                Frame.of(Sketch.texts("group", group), Sketch.texts("part", part), Sketch.numbers("sales", GBP, value));
        ChartSpec spec = ChartSpec.of(ChartSpec.TREEMAP)
                .encode(Channel.LEVEL, "group", "part")
                .encode(Channel.Y, "sales");
        Scene scene = Sketch.of(spec, frame, Theme.LIGHT, 760, 300);
        List<String> said = Sketch.textsOf(scene);
        for (int i = 0; i < n; i++) {
            assertThat(said).contains("Group number " + i);
        }
    }

    @Test
    void countsSayWhatTheyCount() {
        Frame frame = Frame.of(Sketch.numbers("value", GBP, 1, 2, 3, 4, 5, 6, 7, 8, 900));
        ChartSpec spec =
                ChartSpec.of(ChartSpec.HISTOGRAM).encode(Channel.X, "value").option("rows", "orders");
        Scene scene = Sketch.of(spec, frame, Theme.LIGHT, 600, 300);
        assertThat(Sketch.textsOf(scene)).contains("orders").doesNotContain("values");
        assertThat(scene.description()).contains("9 orders");
        String[] countries = new String[10];
        double[] sales = new double[10];
        for (int i = 0; i < 10; i++) {
            countries[i] = "Country " + i;
            sales[i] = 100 - i;
        }
        Frame many = Frame.of(
                Sketch.texts("half", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b"),
                Sketch.texts("country", countries),
                Sketch.numbers("sales", GBP, sales));
        ChartSpec stack = ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, "half")
                .encode(Channel.Y, "sales")
                .encode(Channel.COLOR, "country");
        assertThat(Sketch.of(stack, many, Theme.LIGHT, 600, 300).description())
                .contains("The 4 smallest countries are put together.");
    }
}
