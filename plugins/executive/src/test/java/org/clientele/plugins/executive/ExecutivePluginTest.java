package org.clientele.plugins.executive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.PluginEntry;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutivePluginTest {
    private static final Set<String> CORE_METRICS = Set.of(
            "clientele.core/revenue",
            "clientele.core/sales",
            "clientele.core/known-customer-sales",
            "clientele.core/orders",
            "clientele.core/customers",
            "clientele.core/units",
            "clientele.core/average-order-value",
            "clientele.core/return-rate",
            "clientele.core/new-customers",
            "clientele.core/returning-customers");
    private static final Set<String> DIMENSIONS = Set.of(
            "day", "week", "month", "quarter", "year", "country", "product", "product-name", "category", "customer");

    private final ExecutivePlugin plugin = new ExecutivePlugin();

    static Stream<TileSpec> tiles() {
        return new ExecutivePlugin().dashboards().get(0).tiles().stream();
    }

    static Stream<DashboardSpec> dashboards() {
        return new ExecutivePlugin().dashboards().stream();
    }

    private static Stream<TileSpec> allTiles() {
        return dashboards().flatMap(d -> d.tiles().stream());
    }

    /** Tiles that ask metrics; those of analyses are drawn on real data elsewhere. */
    static Stream<TileSpec> metricTiles() {
        return allTiles().filter(t -> t.question() instanceof MetricQuery);
    }

    static Stream<TileSpec> analysisTiles() {
        return allTiles().filter(t -> t.question() instanceof AnalysisCall);
    }

    private Set<String> known() {
        Set<String> ids = new HashSet<>(CORE_METRICS);
        plugin.metrics().forEach(m -> ids.add(m.id().toString()));
        return ids;
    }

    /** The columns that the SDK promises for a query. */
    private static Set<String> columns(MetricQuery query) {
        Set<String> names = new LinkedHashSet<>(query.dimensions());
        for (String metric : query.metrics()) {
            String name = QualifiedId.of(metric).name();
            names.add(name);
            switch (query.comparison()) {
                case NONE -> {}
                case PREVIOUS -> names.addAll(List.of(name + "_previous", name + "_change"));
                case YEAR_BEFORE -> names.addAll(List.of(name + "_year_before", name + "_change"));
            }
        }
        return names;
    }

    @Test
    void isTheEntryThatTheHostLooksFor() throws ReflectiveOperationException {
        assertThat(ExecutivePlugin.class).hasAnnotation(PluginEntry.class).isPublic();
        assertThat(ExecutivePlugin.class.getConstructor().newInstance()).isNotNull();
    }

    @Test
    void idsAreUniqueAndInThePluginsNamespace() {
        List<List<QualifiedId>> kinds = List.of(
                plugin.metrics().stream().map(MetricDefinition::id).toList(),
                plugin.analyses().stream().map(Analysis::id).toList(),
                plugin.dashboards().stream().map(DashboardSpec::id).toList());
        assertThat(kinds)
                .allSatisfy(ids -> assertThat(ids).doesNotHaveDuplicates().isNotEmpty());
        List<QualifiedId> ids = kinds.stream().flatMap(List::stream).toList();
        assertThat(ids).allSatisfy(id -> assertThat(id.namespace()).isEqualTo("clientele.executive"));
        assertThat(plugin.dashboards()).extracting(d -> d.id().toString()).contains("clientele.executive/overview");
    }

    @Test
    void contributesNothingElse() {
        assertThat(plugin.chartTypes()).isEmpty();
        assertThat(plugin.importRecipes()).isEmpty();
    }

    @Test
    void metricsSayWhatTheyCountAndReferToKnownOnes() {
        assertThat(plugin.metrics()).isNotEmpty().allSatisfy(metric -> {
            assertThat(metric.label()).isNotBlank();
            assertThat(metric.description()).endsWith(".");
            assertThat(metric.unit()).isNotEqualTo(Unit.none());
            Matcher references = Pattern.compile("\\[([^]]+)]").matcher(metric.formula());
            assertThat(references.results().map(r -> r.group(1))).isSubsetOf(known());
        });
        assertThat(plugin.metrics().get(0).unit()).hasToString("money per customer");
    }

    @Test
    void overviewOpensWithTheSixFiguresInOneRow() {
        List<TileSpec> tiles = plugin.dashboards().get(0).tiles();
        assertThat(tiles.subList(0, 6))
                .extracting(TileSpec::title)
                .containsExactly("Revenue", "Sales", "Orders", "Customers", "Average order value", "Return rate");
        assertThat(tiles.subList(0, 6)).allSatisfy(tile -> {
            assertThat(tile.chart().kind()).isEqualTo(ChartSpec.KPI);
            assertThat(query(tile).comparison()).isEqualTo(Comparison.YEAR_BEFORE);
            assertThat(query(tile).dimensions()).isEmpty();
            assertThat(tile.trend()).isEqualTo(query(tile).by("month"));
        });
        assertThat(tiles)
                .extracting(TileSpec::id)
                .containsSequence("revenue-by-month", "revenue-by-country", "top-products", "top-customers");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void rowsOfTheGridAreFullAndOfOneHeight(DashboardSpec dashboard) {
        int column = 0;
        Set<Integer> heights = new HashSet<>();
        for (TileSpec tile : dashboard.tiles()) {
            column += tile.span();
            heights.add(tile.rows());
            assertThat(column).isLessThanOrEqualTo(12);
            assertThat(heights).hasSize(1);
            if (column == 12) {
                column = 0;
                heights.clear();
            }
        }
        assertThat(column).isZero();
    }

    @ParameterizedTest
    @MethodSource("analysisTiles")
    void everyAnalysisThatATileAsksIsOffered(TileSpec tile) {
        AnalysisCall call = (AnalysisCall) tile.question();
        Analysis<?> analysis = plugin.analyses().stream()
                .filter(a -> a.id().toString().equals(call.analysis()))
                .findFirst()
                .orElseThrow();
        assertThat(analysis.title()).isNotBlank();
        assertThat(analysis.description()).endsWith(".");
        assertThat(Stream.of(analysis.defaults().getClass().getRecordComponents())
                        .map(c -> c.getName()))
                .containsAll(call.parameters().keySet());
        assertThat(tile.chart().encodings()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("metricTiles")
    void everyEncodingNamesAColumnOfItsQuery(TileSpec tile) {
        assertThat(tile.chart().encodings()).isNotEmpty();
        tile.chart().encodings().forEach((channel, names) -> {
            MetricQuery source = channel == Channel.TREND ? tile.trend() : query(tile);
            assertThat(source).as("%s of %s", channel, tile.id()).isNotNull();
            List<String> known = new ArrayList<>(columns(source));
            if (tile.chart().kind().equals(ChartSpec.KPI)) {
                // What the workbench puts beside a figure.
                source.metrics().stream()
                        .map(m -> m.substring(m.lastIndexOf('/') + 1))
                        .forEach(m -> known.addAll(List.of(m + "_target", m + "_previous", m + "_year_before")));
            }
            assertThat(known).as("%s of %s", channel, tile.id()).containsAll(names);
        });
        String bars = tile.chart().options().get("bars");
        assertThat(bars == null || tile.chart().columns(Channel.COLUMN).contains(bars))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("metricTiles")
    void everyTileAsksForMetricsAndDimensionsThatExist(TileSpec tile) {
        Stream.of(query(tile), tile.trend()).filter(q -> q != null).forEach(query -> {
            assertThat(known()).containsAll(query.metrics());
            assertThat(DIMENSIONS).containsAll(query.dimensions());
            assertThat(query.period().isAll())
                    .as("the dashboard's period fills it")
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("tiles")
    void titlesAreInSentenceCaseAndSubtitlesSayMore(TileSpec tile) {
        assertThat(tile.id()).matches("[a-z][a-z-]*");
        assertThat(tile.title()).matches("[A-Z][a-z]*( [a-z]+)*");
        assertThat(tile.subtitle()).isNotBlank().doesNotEndWith(".");
    }

    private static MetricQuery query(TileSpec tile) {
        return (MetricQuery) tile.question();
    }
}
