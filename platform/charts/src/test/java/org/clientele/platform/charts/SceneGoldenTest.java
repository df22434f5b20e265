package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes of each kind against files that a person has read; -Dgolden.update=true writes them anew. */
class SceneGoldenTest {
    @ParameterizedTest
    @CsvSource({
        "kpi, light",
        "kpi, dark",
        "line, light",
        "line, dark",
        "bars-across, light",
        "bars-across, dark",
        "bars-along, light",
        "bars-along, dark",
        "table, light",
        "table, dark",
        "table-sorted, light",
        "loading, light",
        "failed, light",
        "empty, dark",
        "forbidden, light",
        "too-much, light"
    })
    void aCardIsLaidOutAsReadBefore(String name, String theme) {
        Theme colours = theme.equals("dark") ? Theme.DARK : Theme.LIGHT;
        Scene scene = card(name, colours);
        Golden.check(name + "-" + theme, scene);
    }

    private static Scene card(String name, Theme theme) {
        TileCard card = new TileCard(ChartCatalog.builtIn(), RobotoMeasure.get(), LocaleFormat.of(Locale.UK));
        ViewState view = name.equals("table-sorted")
                ? ViewState.initial().with("sort", "sales_change:desc").with("scroll", "2")
                : ViewState.initial();
        String id = switch (name) {
            case "kpi" -> "revenue";
            case "line" -> "revenue-by-month";
            case "bars-across" -> "product-bars";
            case "bars-along" -> "months";
            case "table" -> "products";
            default -> "customers-table";
        };
        TileSpec tile = OnlineRetail.dashboard().tiles().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElseThrow();
        TileContent content = switch (name) {
            case "loading" -> new TileContent.Loading();
            case "failed" ->
                new TileContent.Failed(
                        ErrorCode.DATA_COLUMN_MISSING,
                        "The table customer has no column email. Import a file that has one.");
            case "empty" -> new TileContent.Empty("No campaigns yet.", "Import contacts");
            case "too-much" ->
                new TileContent.TooMuch("2,400,000 rows are more than a picture can show.", "Choose a shorter period");
            case "forbidden" -> new TileContent.Forbidden();
            default -> OnlineRetail.content(tile);
        };
        if (name.equals("loading")) {
            tile = TileSpec.builder(
                            "loading", "Revenue by month", MetricQuery.of("revenue"), ChartSpec.of(ChartSpec.LINE))
                    .build();
        }
        boolean kpi = name.equals("kpi");
        double width = kpi ? 300 : 560;
        double height = kpi ? 112 : name.equals("table-sorted") ? 240 : 304;
        return card.scene(tile, content, OnlineRetail.metrics(), view, theme, width, height);
    }

    /** The parts of a picture that is on its way, for eyes; each kind has some, and none leaves the card. */
    @org.junit.jupiter.api.Test
    void everyKindHasBlocksWhileItLoads() {
        TileCard card = new TileCard(ChartCatalog.builtIn(), RobotoMeasure.get(), LocaleFormat.of(Locale.UK));
        for (String kind : java.util.List.of(
                ChartSpec.KPI, ChartSpec.BAR, ChartSpec.GAUGE, ChartSpec.HEAT, ChartSpec.FUNNEL, ChartSpec.HISTOGRAM)) {
            for (double[] size : new double[][] {{560, 304}, {200, 120}, {40, 40}}) {
                TileSpec tile = TileSpec.builder("t", "T", MetricQuery.of("revenue"), ChartSpec.of(kind))
                        .build();
                Scene scene = card.scene(
                        tile,
                        new TileContent.Loading(),
                        java.util.Map.of(),
                        ViewState.initial(),
                        Theme.LIGHT,
                        size[0],
                        size[1]);
                Geometry.check(scene, kind + " " + size[0]);
                if (size[0] > 500) {
                    SvgWriter.write(
                            scene, GalleryTest.FOLDER.resolve("loading-" + kind + ".svg"), SvgOptions.standard());
                    assertThat(scene.root().children().toString()).as(kind).contains("Rect[");
                }
            }
        }
    }
}
