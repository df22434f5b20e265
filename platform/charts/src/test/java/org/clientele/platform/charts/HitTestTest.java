package org.clientele.platform.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.junit.jupiter.api.Test;

class HitTestTest {
    @Test
    void theWholeHeightOfALineChartAnswersWithItsMonth() {
        Scene scene = layout(OnlineRetail.LINE, OnlineRetail.monthlyRevenue(), ViewState.initial(), 700);
        List<Hit> steps = HitTest.all(scene);
        assertThat(steps).hasSize(13);
        for (Hit step : steps) {
            for (double y : new double[] {step.y() + 1, step.y() + step.height() - 1}) {
                Hit hit = HitTest.at(scene, step.x() + step.width() / 2, y).orElseThrow();
                assertThat(hit.datum()).isEqualTo(step.datum());
            }
        }
        assertThat(steps.get(12).datum().sentence())
                .startsWith("December 2011, Revenue GBP 433,668.01, Year before GBP 377,488.45, Change +14.9 %");
        assertThat(steps.get(11).datum().members()).containsEntry("month", "2011-11-01");
    }

    @Test
    void aHeadOffersToSortAndARowToSelectAndTheListToScroll() {
        Scene scene = layout(OnlineRetail.CUSTOMER_TABLE, OnlineRetail.customers(), ViewState.initial(), 700, 200);
        Hit head = named(scene, "head-sales");
        assertThat(HitTest.gestures(scene, head.x() + 3, head.y() + 3).get(0))
                .isEqualTo(new Gesture(Gesture.Kind.CLICK, "sort", "sales:desc"));
        Hit row = named(scene, "row-0");
        assertThat(HitTest.at(scene, row.x() + 5, row.y() + 5).orElseThrow().gestures())
                .extracting(Gesture::kind)
                .containsExactly(Gesture.Kind.SELECT, Gesture.Kind.SCROLL);
    }

    @Test
    void aSortedTableHonoursItsViewStateWithMissingValuesLast() {
        Scene scene = layout(
                OnlineRetail.CUSTOMER_TABLE,
                OnlineRetail.customers(),
                ViewState.initial().with("sort", "sales_change:asc"),
                700,
                400);
        List<String> rows = HitTest.all(scene).stream()
                .filter(h -> h.group().id().startsWith("row-"))
                .map(h -> h.datum().title())
                .toList();
        assertThat(rows).startsWith("16029", "12415", "18102").endsWith("16446", "12346");
    }

    @Test
    void aLineWithADatumAnswersAPointerBesideItUnlessAShapeDoes() {
        Datum link = new Datum("link", List.of(), Map.of());
        Datum node = new Datum("node", List.of(), Map.of());
        PathData angle = PathData.builder().move(0, 0).line(50, 0).line(50, 50).build();
        Node line = Node.Group.of("link", link, List.of(new Node.Path(angle, null, Stroke.of(0xFF000000, 1))));
        Node disc = Node.Group.of("node", node, List.of(new Node.Circle(0, 0, 6, Fill.of(0xFF000000), null)));
        Scene scene = new Scene(100, 100, "t", "", Node.Group.at(10, 10, List.of(disc, line)));
        assertThat(HitTest.at(scene, 40, 13).orElseThrow().datum()).isEqualTo(link);
        assertThat(HitTest.at(scene, 64, 40).orElseThrow().datum()).isEqualTo(link);
        assertThat(HitTest.at(scene, 13, 11).orElseThrow().datum()).isEqualTo(node);
        assertThat(HitTest.at(scene, 40, 16)).isEmpty();
        assertThat(HitTest.at(scene, 35, 35)).as("an open line is not closed").isEmpty();
    }

    @Test
    void clipsHideAndMovesMoveAndTheTopmostWins() {
        Datum below = new Datum("below", List.of(), Map.of());
        Datum above = new Datum("above", List.of(), Map.of());
        PathData triangle =
                PathData.builder().move(0, 0).line(20, 0).line(0, 20).close().build();
        Node.Group a = Node.Group.of("a", below, List.of(new Node.Rect(0, 0, 100, 100, 0, null, null)));
        Node.Group b = new Node.Group(
                "b",
                10,
                10,
                new Node.Clip(0, 0, 15, 15),
                above,
                null,
                List.of(new Node.Path(triangle, Fill.of(-1), null)));
        Scene scene = new Scene(100, 100, "", "", Node.Group.at(0, 0, List.of(a, b)));
        assertThat(HitTest.at(scene, 12, 12).orElseThrow().datum()).isEqualTo(above);
        assertThat(HitTest.at(scene, 24, 24).orElseThrow().datum()).isEqualTo(below);
        assertThat(HitTest.at(scene, 28, 11).orElseThrow().datum()).isEqualTo(below);
        assertThat(HitTest.at(scene, 120, 12)).isEmpty();
        Hit hit = HitTest.at(scene, 12, 12).orElseThrow();
        assertThat(List.of(hit.x(), hit.y(), hit.width(), hit.height())).containsExactly(10.0, 10.0, 15.0, 15.0);
    }

    private static Hit named(Scene scene, String id) {
        return HitTest.all(scene).stream()
                .filter(h -> h.group().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Scene layout(ChartSpec spec, Frame frame, ViewState view, double width) {
        return layout(spec, frame, view, width, 320);
    }

    private static Scene layout(ChartSpec spec, Frame frame, ViewState view, double width, double height) {
        return ChartCatalog.builtIn()
                .layout(new ChartRequest(
                        spec,
                        frame,
                        null,
                        OnlineRetail.metrics(),
                        view,
                        Theme.LIGHT,
                        width,
                        height,
                        RobotoMeasure.get(),
                        LocaleFormat.of(Locale.UK)));
    }
}
