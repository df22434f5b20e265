package org.clientele.sdk.extension;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Scene;

/**
 * A kind of chart. It turns a request into a scene and never sees a window, a canvas or a file.
 *
 * <p>Called off the UI thread, from several threads at once; the same request gives the same scene. A scene carries a
 * datum for each mark, so that tooltips and screen readers work.
 */
public interface ChartType {
    /** The kind that {@code ChartSpec.kind()} names: {@code vendor.plugin/name} for plugins. */
    String kind();

    /** The narrowest picture in pixels at 100 % that still reads well. */
    default double minWidth() {
        return 240;
    }

    /**
     * Lays out a chart of exactly {@code request.width()} by {@code request.height()}.
     *
     * @throws org.clientele.sdk.AnalyticsException if the spec or the frame lack something; the tile then shows the message
     */
    Scene layout(ChartRequest request);
}
