package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;

/** Who has which colour, and where what is left over stands. */
class MemberColoursTest {
    private static final List<Integer> SERIES = Theme.LIGHT.series();
    private static final int GREY = SERIES.get(6);
    private static final ChartSpec STACK = ChartSpec.of(ChartSpec.BAR)
            .encode(Channel.X, "half")
            .encode(Channel.Y, "sales")
            .encode(Channel.COLOR, "country")
            .option("stack", "total");

    /** Sales of countries in two halves, half a pound less in the second. */
    private static Frame sales(List<String> countries, double... sales) {
        int n = sales.length;
        String[] half = new String[2 * n];
        String[] country = new String[2 * n];
        double[] value = new double[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            half[i] = i < n ? "First" : "Second";
            country[i] = countries.get(i % n);
            value[i] = sales[i % n] - (i < n ? 0 : 0.5);
        }
        return Frame.of(
                Sketch.texts("half", half),
                Sketch.texts("country", country),
                Sketch.numbers("sales", Unit.of("GBP"), value));
    }

    private static final Frame ALL = sales(List.of("Britain", "France", "Spain", "Others"), 90, 30, 20, 60);
    private static final Frame ABROAD = sales(List.of("Spain", "France"), 22, 21);

    @Test
    void aMemberHasOneColourInAllPicturesOfADashboard() {
        MemberOrder order =
                MemberOrder.of(List.of(new MemberOrder.Shown(STACK, ALL), new MemberOrder.Shown(STACK, ABROAD)));
        Scene all = Sketch.of(order.in(STACK), ALL, Theme.LIGHT, 600, 300);
        Scene abroad = Sketch.of(order.in(STACK), ABROAD, Theme.LIGHT, 600, 300);
        // Britain, France, Spain in the first picture; Spain is the larger one in the second.
        List<Integer> colours = List.of(
                Inks.fills(all, "bar-0-0").get(0),
                Inks.fills(all, "bar-0-1").get(0),
                Inks.fills(all, "bar-0-2").get(0));
        assertThat(colours).doesNotHaveDuplicates().isSubsetOf(SERIES.subList(0, 6));
        assertThat(Sketch.datum(abroad, "bar-0-0").title()).contains("Spain");
        assertThat(Inks.fills(abroad, "bar-0-0")).containsExactly(colours.get(2));
        assertThat(Inks.fills(abroad, "bar-0-1")).containsExactly(colours.get(1));
    }

    @Test
    void cardsOfADashboardGiveMembersTheColoursOfItsOrder() {
        TileSpec tile = TileSpec.builder("tile", "Sales", MetricQuery.of("clientele.core/revenue"), STACK)
                .build();
        TileCard card = new TileCard(ChartCatalog.builtIn(), RobotoMeasure.get(), LocaleFormat.of(Locale.UK))
                .alike(MemberOrder.of(List.of(new MemberOrder.Shown(STACK, ALL))))
                .reporting((failed, why) -> {});
        Scene scene = card.scene(
                tile, new TileContent.Ready(ABROAD, null), Map.of(), ViewState.initial(), Theme.LIGHT, 600, 300);
        assertThat(Inks.fills(scene, "tile/bar-0-0")).containsExactly(SERIES.get(2));
    }

    @Test
    void withoutAnOrderHuesGoByWeight() {
        Scene abroad = Sketch.of(STACK, ABROAD, Theme.LIGHT, 600, 300);
        assertThat(Inks.fills(abroad, "bar-0-0")).containsExactly(SERIES.get(0));
        assertThat(Inks.fills(abroad, "bar-0-1")).containsExactly(SERIES.get(1));
    }

    @Test
    void whereTwoMembersMeetInAHueTheLaterOneTakesTheNextFreeOne() {
        ChartSpec listed = STACK.option("members.country", "Spain|b|c|d|e|f|France");
        Scene scene = Sketch.of(listed, ABROAD, Theme.LIGHT, 600, 300);
        assertThat(Inks.fills(scene, "bar-0-0")).containsExactly(SERIES.get(0));
        assertThat(Inks.fills(scene, "bar-0-1")).containsExactly(SERIES.get(1));
    }

    @Test
    void aChartThatListsItsMembersItselfKeepsItsList() {
        MemberOrder order = MemberOrder.of(List.of(new MemberOrder.Shown(STACK, ALL)));
        ChartSpec own = STACK.option("members.country", "Spain");
        assertThat(order.in(own)).isEqualTo(own);
    }

    @Test
    void whatStandsForTheRestIsGreyAndLastInBarsLinesPointsAndBins() {
        assertThat(Sketch.datum(Sketch.of(STACK, ALL, Theme.LIGHT, 600, 300), "bar-0-3")
                        .title())
                .contains("Others");
        for (ChartSpec spec : List.of(
                STACK,
                new ChartSpec(ChartSpec.LINE, STACK.encodings(), STACK.options()),
                ChartSpec.of(ChartSpec.POINT)
                        .encode(Channel.X, "half")
                        .encode(Channel.Y, "sales")
                        .encode(Channel.COLOR, "country"),
                ChartSpec.of(ChartSpec.HISTOGRAM).encode(Channel.X, "sales").encode(Channel.COLOR, "country"))) {
            // At this size all of them have a legend, whose order is that of its keys.
            Scene scene = Sketch.of(spec, ALL, Theme.LIGHT, 400, 300);
            assertThat(Inks.fills(scene, "key-3")).as(spec.kind()).containsExactly(GREY);
            assertThat(Sketch.datum(scene, "key-3").title()).as(spec.kind()).isEqualTo("Others");
        }
    }

    @Test
    void whatStandsForTheRestIsGreyAndLastInTrees() {
        ChartSpec tree = ChartSpec.of(ChartSpec.TREEMAP)
                .encode(Channel.LEVEL, "country", "half")
                .encode(Channel.Y, "sales");
        Scene map = Sketch.of(tree, ALL, Theme.LIGHT, 700, 400);
        assertThat(Sketch.datum(map, "part-3").title()).isEqualTo("Others");
        assertThat(Inks.fills(map, "part-3")).containsExactly(Colors.mix(Theme.LIGHT.surface(), GREY, 0.16));
        ChartSpec rings = new ChartSpec(ChartSpec.SUNBURST, tree.encodings(), tree.options());
        Scene ring = Sketch.of(rings, ALL, Theme.LIGHT, 400, 400);
        assertThat(Sketch.datum(ring, "part-3").title()).isEqualTo("Others");
        assertThat(Inks.fills(ring, "part-3")).containsExactly(Colors.mix(Theme.LIGHT.surface(), GREY, 0.92));
    }

    @Test
    void whatStandsForTheRestIsTheLastBarOfAParetoAndTheLowestNodeOfAFlow() {
        ChartSpec pareto =
                ChartSpec.of(ChartSpec.PARETO).encode(Channel.X, "country").encode(Channel.Y, "sales");
        Scene bars = Sketch.of(pareto, ALL, Theme.LIGHT, 700, 400);
        assertThat(Sketch.datum(bars, "bar-3").title()).isEqualTo("Others");
        assertThat(Inks.fills(bars, "bar-3")).containsExactly(GREY);
        ChartSpec sankey = ChartSpec.of(ChartSpec.SANKEY)
                .encode(Channel.FROM, "country")
                .encode(Channel.TO, "half")
                .encode(Channel.Y, "sales");
        Scene flow = Sketch.of(sankey, ALL, Theme.LIGHT, 700, 400);
        List<TextBoxes> names = TextBoxes.of(flow).stream()
                .filter(t -> List.of("Britain", "France", "Spain", "Others").contains(t.text()))
                .sorted(java.util.Comparator.comparingDouble(TextBoxes::top))
                .toList();
        assertThat(names.get(3).text()).isEqualTo("Others");
    }

    @Test
    void whatStandsForTheRestIsLastAmongSegmentsSpokesAndAxes() {
        List<String> legends = new ArrayList<>();
        ChartSpec funnel = ChartSpec.of(ChartSpec.FUNNEL)
                .encode(Channel.X, "half")
                .encode(Channel.Y, "sales")
                .encode(Channel.COLOR, "country");
        legends.add(lastName(Sketch.of(funnel, ALL, Theme.LIGHT, 700, 400)));
        ChartSpec parallel = ChartSpec.of(ChartSpec.PARALLEL)
                .encode(Channel.COLUMN, "sales", "half")
                .encode(Channel.COLOR, "country");
        legends.add(lastName(Sketch.of(parallel, ALL, Theme.LIGHT, 700, 400)));
        ChartSpec radar = ChartSpec.of(ChartSpec.RADAR)
                .encode(Channel.X, "country")
                .encode(Channel.Y, "sales")
                .encode(Channel.COLOR, "kind");
        Frame kinds = Frame.of(
                Sketch.texts("country", "a", "b", "c", "a", "b", "c"),
                Sketch.texts("kind", "Others", "Others", "Others", "France", "France", "France"),
                Sketch.numbers("sales", Unit.of("GBP"), 1, 2, 3, 4, 5, 6));
        legends.add(lastName(Sketch.of(radar, kinds, Theme.LIGHT, 700, 400)));
        assertThat(legends).containsOnly("Others");
    }

    /** The name at the right end of a legend. */
    private static String lastName(Scene scene) {
        return TextBoxes.of(scene).stream()
                .filter(t -> Stream.of("Britain", "France", "Spain", "Others").anyMatch(t.text()::equals))
                .filter(t -> t.top() < 20)
                .max(java.util.Comparator.comparingDouble(TextBoxes::left))
                .map(TextBoxes::text)
                .orElse("");
    }

    @Test
    void onlyNamesThatStandForTheRestDo() {
        assertThat(Stream.of("Others", "other", "12 others", "1,204 others")).allMatch(Labels::isRest);
        assertThat(Stream.of("Other Islands", "Mothers", "others 12", "")).noneMatch(Labels::isRest);
    }
}
