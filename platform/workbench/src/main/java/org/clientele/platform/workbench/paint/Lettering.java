package org.clientele.platform.workbench.paint;

import org.clientele.platform.workbench.paint.SwtResources.SizedFont;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.jspecify.annotations.Nullable;

/** Writes on a GC in its foreground colour, in its own coordinates, and tells a witness what stands where. UI thread only. */
final class Lettering {
    private final GC gc;
    private @Nullable TextWitness witness;

    Lettering(GC gc) {
        this.gc = gc;
    }

    /** Who hears what is written, from now on; null where nobody does. */
    void heardBy(@Nullable TextWitness who) {
        witness = who;
    }

    /** @param seen what of the surface is drawn */
    void write(double x, double baseline, String text, SizedFont font, Anchor anchor, Rectangle seen) {
        gc.setFont(font.font());
        int width = anchor == Anchor.START && witness == null ? 0 : gc.stringExtent(text).x;
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2.0;
            case END -> x - width;
        };
        int top = (int) Math.round(baseline) - font.ascent();
        gc.drawString(text, (int) Math.round(left), top, true);
        if (witness != null) {
            witness.written(text, new Rectangle((int) Math.round(left), top, width, font.height()), seen);
        }
    }

    /** The same for a text that is turned around its anchor, which is at a place. */
    void turned(double x, double baseline, Node.Text t, SizedFont font, Rectangle seen) {
        gc.setFont(font.font());
        int width = gc.stringExtent(t.text()).x;
        int left = switch (t.anchor()) {
            case START -> 0;
            case MIDDLE -> -width / 2;
            case END -> -width;
        };
        Transform before = new Transform(gc.getDevice());
        Transform turned = new Transform(gc.getDevice());
        gc.getTransform(before);
        gc.getTransform(turned);
        turned.translate((float) x, (float) baseline);
        turned.rotate((float) t.turn());
        gc.setTransform(turned);
        gc.drawString(t.text(), left, -font.ascent(), true);
        gc.setTransform(before);
        before.dispose();
        turned.dispose();
        if (witness != null) {
            Rectangle upright = new Rectangle(left, -font.ascent(), width, font.height());
            witness.written(t.text(), around(x, baseline, upright, t.turn()), seen);
        }
    }

    /** The room of what is turned around a place, from which its own room is told. */
    private static Rectangle around(double x, double y, Rectangle r, double turn) {
        double sin = Math.sin(Math.toRadians(turn));
        double cos = Math.cos(Math.toRadians(turn));
        double left = x + Math.min(r.x * cos, (r.x + r.width) * cos) + Math.min(-r.y * sin, -(r.y + r.height) * sin);
        double top = y + Math.min(r.x * sin, (r.x + r.width) * sin) + Math.min(r.y * cos, (r.y + r.height) * cos);
        return new Rectangle(
                (int) Math.round(left),
                (int) Math.round(top),
                (int) Math.ceil(Math.abs(r.width * cos) + Math.abs(r.height * sin)),
                (int) Math.ceil(Math.abs(r.width * sin) + Math.abs(r.height * cos)));
    }

    /** The width of a text in pixels at 100 %. */
    double width(String text, SizedFont font) {
        gc.setFont(font.font());
        return gc.stringExtent(text).x;
    }

    /** The text, shortened with an ellipsis where it is wider than {@code room}. */
    String shorten(String text, SizedFont font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(text.substring(0, middle).stripTrailing() + "…", font) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        String shown = low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
        if (witness != null) {
            witness.shortened(text, shown);
        }
        return shown;
    }
}
