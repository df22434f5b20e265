package org.clientele.platform.workbench.paint;

/**
 * Where things must lie so that what is straight fills whole device pixels.
 *
 * @param zoom device pixels per pixel at 100 %: 1, 1.5, 2
 */
record PixelGrid(double zoom) {
    /** The nearest edge of a device pixel. */
    double snap(double v) {
        return Math.round(v * zoom) / zoom;
    }

    /** The next edge of a device pixel upwards, or the place itself. */
    double up(double v) {
        return Math.ceil(v * zoom) / zoom;
    }

    /** The next edge of a device pixel downwards, or the place itself. */
    double down(double v) {
        return Math.floor(v * zoom) / zoom;
    }

    /** Where the middle of a thin line must lie so that it fills whole device pixels. */
    double hairline(double v, double width) {
        double device = Math.max(1, Math.round(width * zoom));
        return width > 2.01
                ? v
                : (Math.floor(v * zoom + (device % 2 == 1 ? 0 : 0.5)) + (device % 2 == 1 ? 0.5 : 0)) / zoom;
    }

    /** SWT moves strokes of odd width by half a pixel; scenes say exactly where a line is, so this takes it back. */
    static double strokeOffset(double width) {
        return Math.round(Math.max(1, width)) % 2 == 1 ? 0.5 : 0;
    }

    /** Whether a length needs no anti-aliasing. */
    static boolean whole(double v) {
        return v == Math.rint(v);
    }

    /** Where what begins at a place ends: on the edge of a device pixel, and one such pixel further at least, unless it is thinner. */
    double end(double from, double length) {
        double pixel = 1 / zoom;
        return length >= pixel ? Math.max(snap(from + length), snap(from) + pixel) : from + length;
    }
}
