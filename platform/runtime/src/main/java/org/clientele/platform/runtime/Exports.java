package org.clientele.platform.runtime;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Scene;

/**
 * The ways out of the program for what an open dashboard shows: files and the clipboard. Each says whose data it is, of which
 * days, with which filters, how old and how sure. Thread-safe; nothing of it is for the UI thread.
 */
public final class Exports {
    private final Session session;
    private final DashboardView view;

    Exports(Session session, DashboardView view) {
        this.session = session;
        this.view = view;
    }

    /**
     * What is on show, ready to be written as files, once all tiles are there. Blocks.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such tile; CANCELLED also if the dashboard is closed before
     */
    public Export of(ExportRequest request, CancelSignal cancel) {
        view.await(cancel);
        return new ExportSnapshot(session, view).of(request);
    }

    /** The data of a tile as text that spreadsheets take from the clipboard; "" unless it is ready. */
    public String pasted(String tile) {
        return new ExportSnapshot(session, view).pasted(view.tile(tile));
    }

    /** A picture of a tile with what goes with it written below. */
    public Scene footed(String tile, Scene picture, Theme theme) {
        return new ExportSnapshot(session, view).footed(view.tile(tile), picture, theme);
    }
}
