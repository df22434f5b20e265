package org.clientele.sdk.scene;

/**
 * How text looks, in the bundled font.
 *
 * @param size in pixels at 100 %
 * @param weight regular, medium or bold
 * @param argb 0xAARRGGBB
 */
public record TextStyle(double size, Weight weight, int argb) {
    /** Weights of the bundled font. */
    public enum Weight {
        REGULAR,
        MEDIUM,
        BOLD
    }
}
