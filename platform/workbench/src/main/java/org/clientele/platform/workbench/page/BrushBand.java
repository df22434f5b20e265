package org.clientele.platform.workbench.page;

import org.clientele.platform.charts.Handle;
import org.clientele.platform.workbench.gesture.BrushAxis;
import org.clientele.platform.workbench.gesture.BrushAxis.Reach;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle.Weight;

/** How a brushed range looks on a tile: a band with two handles, and while it is dragged its members in words. */
final class BrushBand {
    private static final double GRIP_LONG = 22;
    private static final double GRIP_WIDE = 6;
    private static final double LABEL = 20;

    private BrushBand() {}

    /**
     * Draws it over a picture whose top left corner is at the pen's origin.
     *
     * @param words above the band, or ""
     */
    static void draw(Pen pen, BrushAxis axis, Reach reach, String words, Palette palette) {
        Handle f = axis.field();
        double low = axis.across() ? f.x() : f.y();
        double high = low + (axis.across() ? f.width() : f.height());
        double from = Math.max(low, Math.min(high, axis.from(reach)));
        double to = Math.max(low, Math.min(high, axis.to(reach)));
        int accent = palette.theme().accent();
        Fill band = Fill.of(Palette.alpha(accent, palette.dark() ? 0x2A : 0x1C));
        if (axis.across()) {
            pen.rect(from, f.y(), to - from, f.height(), 0, band, null);
            upright(pen, from, f, palette);
            upright(pen, to, f, palette);
        } else {
            pen.rect(f.x(), from, f.width(), to - from, 0, band, null);
            level(pen, from, f, palette);
            level(pen, to, f, palette);
        }
        if (!words.isEmpty()) {
            label(pen, axis, from, to, words, palette);
        }
    }

    private static void upright(Pen pen, double x, Handle f, Palette palette) {
        int accent = palette.theme().accent();
        pen.rect(x - 0.5, f.y(), 1, f.height(), 0, Fill.of(Palette.alpha(accent, 0xB0)), null);
        double grip = Math.min(GRIP_LONG, f.height() * 0.6);
        grip(pen, x - GRIP_WIDE / 2, f.y() + (f.height() - grip) / 2, GRIP_WIDE, grip, palette);
    }

    private static void level(Pen pen, double y, Handle f, Palette palette) {
        int accent = palette.theme().accent();
        pen.rect(f.x(), y - 0.5, f.width(), 1, 0, Fill.of(Palette.alpha(accent, 0xB0)), null);
        double grip = Math.min(GRIP_LONG, f.width() * 0.6);
        grip(pen, f.x() + (f.width() - grip) / 2, y - GRIP_WIDE / 2, grip, GRIP_WIDE, palette);
    }

    private static void grip(Pen pen, double x, double y, double width, double height, Palette palette) {
        Fill surface = Fill.of(palette.theme().surface());
        pen.rect(
                x,
                y,
                width,
                height,
                GRIP_WIDE / 2,
                surface,
                Stroke.of(palette.theme().accent(), 1.5));
    }

    private static void label(Pen pen, BrushAxis axis, double from, double to, String words, Palette palette) {
        Handle f = axis.field();
        String shown = pen.shorten(words, 12, Weight.MEDIUM, Math.max(40, f.width() - 24));
        double width = pen.width(shown, 12, Weight.MEDIUM) + 16;
        double middle = axis.across() ? (from + to) / 2 : f.x() + f.width() / 2;
        double x = Math.max(f.x(), Math.min(f.x() + f.width() - width, middle - width / 2));
        double y = axis.across() ? f.y() + 4 : Math.max(f.y(), Math.min(f.y() + f.height() - LABEL, to + 4));
        pen.rect(x, y, width, LABEL, 5, Fill.of(palette.tip()), Stroke.of(palette.tipBorder(), 1));
        pen.text(x + 8, y + 14, shown, 12, Weight.MEDIUM, palette.theme().text());
    }
}
