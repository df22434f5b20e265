package org.clientele.platform.workbench.page;

import org.clientele.platform.charts.TileCard;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileState;
import org.clientele.platform.workbench.breakdown.TileDeeds;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;

/** What the gestures and the menu of a card do. UI thread only. */
final class CardDeeds {
    /** The parameter of the one button of a card that has nothing to show. */
    private static final String ACTION = "action";

    private final DashboardPage page;
    private final Canvas canvas;
    private final Session session;
    private final Background background;
    private final PageHost host;
    private final TileDeeds figures;

    CardDeeds(DashboardPage page, Canvas canvas, Session session, Background background, PageHost host) {
        this.page = page;
        this.canvas = canvas;
        this.session = session;
        this.background = background;
        this.host = host;
        this.figures = new TileDeeds(page, page::view, background);
    }

    /** The ways from a tile into its number. */
    TileDeeds figures() {
        return figures;
    }

    /** Does what a gesture of a tile says. */
    void act(PageTile tile, Gesture gesture) {
        if (figures.act(tile.id(), gesture)) {
            return;
        }
        if (gesture.parameter().equals(TileCard.OPEN)) {
            host.open(gesture.value());
            return;
        }
        if (gesture.parameter().equals(ACTION)) {
            DashboardView from = page.view();
            if (from != null && from.state(tile.id()) == TileState.FAILED) {
                page.refresh();
            } else {
                host.importFiles();
            }
            return;
        }
        page.views().change(tile, tile.view().with(gesture.parameter(), gesture.value()));
    }

    /** Opens what explains a figure; answers whether its tile is one, and says what that is. */
    boolean openDetail(PageTile tile) {
        boolean figure = tile.spec().chart().kind().equals(ChartSpec.KPI)
                && !tile.spec().detail().isEmpty();
        if (figure) {
            host.open(tile.spec().detail());
        }
        return figure;
    }

    /** Opens the menu of a tile, for one of its marks if there is one. */
    void openMenu(PageTile tile, int x, int y, @Nullable Datum mark) {
        DashboardView from = page.view();
        if (from != null) {
            new CardMenu(canvas, session, from, tile, page.palette(), background, host, page).open(x, y, mark);
        }
    }
}
