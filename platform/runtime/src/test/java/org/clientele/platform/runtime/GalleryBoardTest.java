package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.charts.DashboardLayout.Placed;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GalleryBoardTest extends RuntimeTest {
    @Test
    void everyPictureOfTheGalleryIsACardOfANamedFamily() {
        Session session = session(open(withoutPlugins()));
        GalleryBoard board = new GalleryBoard(ChartCatalog.builtIn());
        assertThat(board.spec().tiles().stream().map(TileSpec::id))
                .containsExactlyInAnyOrderElementsOf(session.gallery(CancelSignal.create()).stream()
                        .map(p -> p.name())
                        .toList());
        assertThat(board.spec().tiles())
                .allSatisfy(t ->
                        assertThat(t.subtitle()).isEqualTo("Kind: " + t.chart().kind()));
        assertThat(board.headings().values())
                .containsExactlyInAnyOrder(
                        "Single figures",
                        "Over time",
                        "Comparison",
                        "Part of a whole",
                        "Distribution",
                        "Flow",
                        "Relation",
                        "Hierarchy",
                        "Map");
    }

    @Test
    void itsRowsReachFromEdgeToEdgeWithRoomForATitleAboveEachFamily() {
        Session session = session(open(withoutPlugins()));
        DashboardView view = session.open(GalleryBoard.ID, Scope.ALL, tile -> {});
        List<Placed> placed = view.layout(1600);
        var rows = placed.stream().collect(Collectors.groupingBy(Placed::y));
        rows.values().forEach(row -> {
            assertThat(row.get(0).x()).isEqualTo(24);
            Placed last = row.get(row.size() - 1);
            assertThat(last.x() + last.width()).isEqualTo(1576);
            assertThat(row.stream().map(Placed::height).distinct()).hasSize(1);
        });
        for (int i = 1; i < placed.size(); i++) {
            Placed before = placed.get(i - 1);
            Placed p = placed.get(i);
            if (view.headings().containsKey(p.tile().id())) {
                assertThat(p.y() - before.bottom()).isGreaterThanOrEqualTo(40);
                assertThat(p.x()).isEqualTo(24);
            }
        }
    }

    @Test
    void openedAsADashboardItShowsTheWholeTimeWhateverPeriodIsChosen() {
        Session session = session(open(withoutPlugins()));
        fill(session);
        DashboardView view = session.open(GalleryBoard.ID, Scope.of(PeriodChoice.LAST_MONTH), tile -> {});
        view.await();
        assertThat(view.isGallery()).isTrue();
        assertThat(view.periodLabel()).isEmpty();
        assertThat(view.state("line")).isEqualTo(TileState.READY);
        assertThat(value(view, "kpi")).isEqualTo(value(session, MetricQuery.of("revenue")));
        assertThat(view.state("map-us")).isEqualTo(TileState.EMPTY);
        for (TileSpec tile : view.spec().tiles()) {
            assertThat(view.failure(tile.id())).as(tile.id()).isEmpty();
            assertThat(view.scene(tile.id(), new SceneRequest(Theme.DARK, 500, 400, ViewState.initial()))
                            .join()
                            .width())
                    .isEqualTo(500);
        }
    }

    @Test
    void withoutOrdersItsCardsSaySo() {
        DashboardView view = session(open(withoutPlugins())).open(GalleryBoard.ID, Scope.ALL, tile -> {});
        view.await();
        assertThat(view.state("sankey")).isEqualTo(TileState.EMPTY);
        assertThat(view.scene("sankey", new SceneRequest(Theme.LIGHT, 500, 400, ViewState.initial()))
                        .join()
                        .description())
                .isEqualTo("This workspace has no orders.");
    }
}
