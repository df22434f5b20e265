package org.clientele.platform.charts.kind.grid;

import java.util.List;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;

/** Names along a row of cells: as many as have room, evenly thinned, cut where they are long. */
final class AxisNames {
    private static final double GAP = 8;
    private static final double SHORT = 76;

    private AxisNames() {}

    /**
     * Draws them.
     *
     * @param left of the first cell
     * @param cell how far the cells are apart
     * @param width of the picture, which no name may leave
     */
    static void draw(
            Drawing d, List<String> names, double left, double cell, double baseline, double width, TextStyle style) {
        double widest = 0;
        for (String name : names) {
            widest = Math.max(widest, d.width(name, style));
        }
        int every = (int) Math.max(1, Math.ceil((Math.min(widest, SHORT) + GAP) / cell));
        double end = 0;
        for (int i = 0; i < names.size(); i += every) {
            String text = d.fit(names.get(i), Math.min(every * cell - GAP, width), style);
            double w = d.width(text, style);
            double x = Math.max(0, Math.min(width - w, left + (i + 0.5) * cell - w / 2));
            if (!text.isEmpty() && (x >= end || i == 0)) {
                // The middle stays the middle where a sink draws the text narrower.
                d.text(x + w / 2, baseline, text, style, Anchor.MIDDLE);
                end = x + w + GAP / 2;
            }
        }
    }
}
