package org.clientele.platform.charts.draw;

import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;

/** How a value stands to its target, told by shape as well as by colour. */
public enum Status {
    /** A disc: the target is reached. */
    GOOD,
    /** A triangle: it is missed. */
    WARNING,
    /** A square: it is missed by far. */
    BAD,
    /** A ring: value or target are not known. */
    UNKNOWN;

    /** The theme's colour. */
    public int colour(Theme theme) {
        return switch (this) {
            case GOOD -> theme.good();
            case WARNING -> theme.warning();
            case BAD -> theme.bad();
            case UNKNOWN -> theme.secondary();
        };
    }

    /** Draws the shape around a centre, about {@code size} wide and high. */
    public void draw(Drawing d, Theme theme, double cx, double cy, double size) {
        int argb = colour(theme);
        double half = size / 2;
        switch (this) {
            case GOOD -> d.disc(cx, cy, half, argb);
            case WARNING -> d.triangle(cx, cy - size * 0.04, size * 1.12, true, argb);
            case BAD -> d.rect(cx - half * 0.9, cy - half * 0.9, size * 0.9, size * 0.9, 1.5, Fill.of(argb));
            case UNKNOWN -> d.add(new Node.Circle(cx, cy, half - 0.75, null, Stroke.of(argb, 1.5)));
        }
    }
}
