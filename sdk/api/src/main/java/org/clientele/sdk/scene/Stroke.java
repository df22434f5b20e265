package org.clientele.sdk.scene;

/**
 * How an outline is drawn: round caps and joins.
 *
 * @param argb 0xAARRGGBB
 * @param width in pixels at 100 %
 * @param dash length of dashes and gaps in pixels, or 0 for a solid line
 */
public record Stroke(int argb, double width, double dash) {
    /** A solid line. */
    public static Stroke of(int argb, double width) {
        return new Stroke(argb, width, 0);
    }
}
