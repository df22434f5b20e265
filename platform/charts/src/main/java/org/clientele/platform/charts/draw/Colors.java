package org.clientele.platform.charts.draw;

/** Colours made of the theme's. */
public final class Colors {
    private Colors() {}

    /** {@code over} laid on {@code under} with an opacity of 0 to 1; the result is opaque. */
    public static int mix(int under, int over, double opacity) {
        return 0xFF000000
                | channel(under, over, opacity, 16)
                | channel(under, over, opacity, 8)
                | channel(under, over, opacity, 0);
    }

    private static int channel(int under, int over, double opacity, int shift) {
        int a = under >> shift & 0xFF;
        int b = over >> shift & 0xFF;
        return (int) Math.round(a + (b - a) * opacity) << shift;
    }

    /** The same colour with an opacity of 0 to 1. */
    public static int alpha(int argb, double opacity) {
        return (int) Math.round(opacity * 255) << 24 | argb & 0xFFFFFF;
    }
}
