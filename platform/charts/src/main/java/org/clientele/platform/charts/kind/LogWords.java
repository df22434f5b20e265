package org.clientele.platform.charts.kind;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.text.Texts;

/** How an axis says that it is logarithmic. */
final class LogWords {
    private static final Texts TEXTS = Texts.of(LogWords.class);

    private LogWords() {}

    /** What a logarithmic axis counts, with that it is one. */
    static String of(String unitText) {
        return unitText.isEmpty() ? TEXTS.get("log.scale") : TEXTS.get("log.scale.of", unitText);
    }

    /** Says it at the right end below an axis that runs from left to right. */
    static void below(Drawing d, ChartRequest r, double right, double baseline) {
        d.text(
                right,
                baseline,
                TEXTS.get("log.scale"),
                Drawing.style(Plot.AXIS_TEXT, r.theme().secondary()),
                Anchor.END);
    }
}
