package org.clientele.platform.workbench.paint;

import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;

/** How something stands, told by shape and colour: never by colour alone. */
public enum StatusMark {
    /** A disc. */
    GOOD,
    /** A triangle. */
    WARNING,
    /** A square. */
    BAD,
    /** A ring. */
    UNKNOWN;

    /** Draws it around a middle. */
    public void draw(Pen pen, Palette palette, double cx, double cy) {
        switch (this) {
            case GOOD -> pen.circle(cx, cy, 5, Fill.of(palette.theme().good()), null);
            case WARNING -> {
                PathData triangle = PathData.builder()
                        .move(cx, cy - 5.5)
                        .line(cx + 6, cy + 5)
                        .line(cx - 6, cy + 5)
                        .close()
                        .build();
                pen.path(triangle, Fill.of(palette.theme().warning()), null);
            }
            case BAD ->
                pen.rect(cx - 5, cy - 5, 10, 10, 1, Fill.of(palette.theme().bad()), null);
            case UNKNOWN ->
                pen.circle(cx, cy, 4.25, null, Stroke.of(palette.theme().secondary(), 1.5));
        }
    }
}
