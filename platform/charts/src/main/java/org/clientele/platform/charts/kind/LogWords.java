package org.clientele.platform.charts.kind;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Node.Text.Anchor;

/** How an axis says that it is logarithmic. */
final class LogWords {
    private static final String LOG = "log scale";

    private LogWords() {}

    /** What a logarithmic axis counts, with that it is one. */
    static String of(String unitText) {
        return unitText.isEmpty() ? LOG : unitText + ", " + LOG;
    }

    /** Says it at the right end below an axis that runs from left to right. */
    static void below(Drawing d, ChartRequest r, double right, double baseline) {
        d.text(right, baseline, LOG, Drawing.style(Plot.AXIS_TEXT, r.theme().secondary()), Anchor.END);
    }
}
