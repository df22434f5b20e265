package org.clientele.sdk.scene;

/**
 * A colour, or a vertical gradient from the top to the bottom of the shape. Colours are 0xAARRGGBB, not premultiplied.
 *
 * @param argb the colour at the top
 * @param endArgb the colour at the bottom; the same for a plain fill
 */
public record Fill(int argb, int endArgb) {
    /** One colour. */
    public static Fill of(int argb) {
        return new Fill(argb, argb);
    }

    /** Whether it is a gradient. */
    public boolean isGradient() {
        return argb != endArgb;
    }
}
