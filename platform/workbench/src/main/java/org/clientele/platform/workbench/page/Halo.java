package org.clientele.platform.workbench.page;

import org.clientele.platform.charts.Hit;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;
import org.jspecify.annotations.Nullable;

/** How a mark looks that has the pointer or the keyboard: a shade on its own shape, and for the keyboard a ring around it. */
final class Halo {
    private static final double LINE = 3;

    private Halo() {}

    /** Draws over a mark of a picture whose top left corner is at the pen's origin. */
    static void draw(Pen pen, Hit hit, boolean ring, Palette palette) {
        int shade = Palette.alpha(palette.theme().text(), palette.dark() ? 0x1A : 0x10);
        if (reaches(hit.group())) {
            pen.rect(hit.x(), hit.y(), hit.width(), hit.height(), 4, Fill.of(shade), null);
        } else {
            pen.push(0, 0);
            pen.clip(hit.x() - LINE, hit.y() - LINE, hit.width() + 2 * LINE, hit.height() + 2 * LINE);
            pen.push(hit.originX(), hit.originY());
            boolean filled = filled(hit.group());
            int line = Palette.alpha(palette.theme().accent(), 0xB0);
            shapes(pen, hit.group(), filled ? Fill.of(shade) : null, filled ? null : Stroke.of(line, LINE));
            pen.pop();
            pen.pop();
        }
        if (ring) {
            int accent = palette.theme().accent();
            pen.rect(hit.x() - 2, hit.y() - 2, hit.width() + 4, hit.height() + 4, 5, null, Stroke.of(accent, 2));
        }
    }

    /** Whether the mark answers to the pointer over a field of its own, rather than over its shapes only. */
    private static boolean reaches(Node.Group g) {
        for (Node child : g.children()) {
            if (child instanceof Node.Rect r && r.fill() == null && r.stroke() == null
                    || child instanceof Node.Group inner && reaches(inner)) {
                return true;
            }
        }
        return g.children().stream().allMatch(Node.Text.class::isInstance);
    }

    private static boolean filled(Node.Group g) {
        for (Node child : g.children()) {
            if (child instanceof Node.Group inner
                    ? filled(inner)
                    : !(child instanceof Node.Text) && !(child instanceof Node.Path p && p.fill() == null)) {
                return true;
            }
        }
        return false;
    }

    private static void shapes(Pen pen, Node.Group g, @Nullable Fill fill, @Nullable Stroke stroke) {
        for (Node child : g.children()) {
            if (child instanceof Node.Group inner) {
                pen.push(inner.x(), inner.y());
                shapes(pen, inner, fill, stroke);
                pen.pop();
            } else if (child instanceof Node.Rect r) {
                pen.rect(r.x(), r.y(), r.width(), r.height(), r.radius(), fill, stroke);
            } else if (child instanceof Node.Circle c) {
                pen.circle(c.cx(), c.cy(), c.radius(), fill, stroke);
            } else if (child instanceof Node.Path p && (p.fill() != null || fill == null)) {
                pen.path(p.data(), fill, stroke);
            }
        }
    }
}
