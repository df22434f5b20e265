package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.platform.workbench.paint.TextBlock;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.eclipse.swt.graphics.Rectangle;

/** What stands on a page before, or instead of, its tiles. */
public final class Placeholder {
    private static final double GUTTER = 16;

    private Placeholder() {}

    /** Cards without content, about where a dashboard's cards will be. */
    public static void skeleton(Pen pen, int width, int height, Palette palette) {
        double margin = width >= 1200 ? 24 : 16;
        double room = width - 2 * margin;
        int perRow = room >= 6 * 168 ? 6 : 3;
        double y = margin - 12;
        double small = (room - (perRow - 1) * GUTTER) / perRow;
        for (int row = 0; row < 6 / perRow; row++) {
            for (int i = 0; i < perRow; i++) {
                double x = margin + i * (small + GUTTER);
                card(pen, x, y, small, 112, palette);
                bar(pen, x + 16, y + 20, small * 0.45, 10, palette);
                bar(pen, x + 16, y + 44, small * 0.6, 22, palette);
            }
            y += 112 + GUTTER;
        }
        double large = Math.round(room * 2 / 3 - GUTTER / 2);
        card(pen, margin, y, large, 304, palette);
        bar(pen, margin + 16, y + 20, 140, 12, palette);
        card(pen, margin + large + GUTTER, y, room - large - GUTTER, 304, palette);
        bar(pen, margin + large + GUTTER + 16, y + 20, 120, 12, palette);
        y += 304 + GUTTER;
        double half = (room - GUTTER) / 2;
        for (int i = 0; i < 2 && y < height; i++) {
            card(pen, margin + i * (half + GUTTER), y, half, 304, palette);
            bar(pen, margin + i * (half + GUTTER) + 16, y + 20, 120, 12, palette);
        }
    }

    private static void card(Pen pen, double x, double y, double w, double h, Palette palette) {
        pen.rect(
                Math.round(x) + 0.5,
                y + 0.5,
                Math.round(w) - 1,
                h - 1,
                8,
                Fill.of(palette.theme().surface()),
                Stroke.of(palette.theme().border(), 1));
    }

    private static void bar(Pen pen, double x, double y, double w, double h, Palette palette) {
        pen.fillRound(x, y, w, h, 4, Palette.alpha(palette.theme().border(), 0xB0));
    }

    /** An icon and a sentence in the middle. */
    public static void message(Pen pen, Icon icon, String sentence, Rectangle area, Palette palette) {
        List<String> lines = TextBlock.lines(pen, sentence, 13, Math.min(460, area.width - 48));
        double y = area.height / 2.0 - lines.size() * 10 - 20;
        pen.icon(icon, area.width / 2.0 - 8, y, palette.theme().secondary());
        y += 40;
        for (String line : lines) {
            pen.text(
                    area.width / 2.0,
                    y,
                    line,
                    13,
                    Weight.REGULAR,
                    palette.theme().secondary(),
                    Anchor.MIDDLE);
            y += 20;
        }
    }
}
