package org.clientele.platform.charts.axis;

/**
 * Categories side by side, each in a band of its own.
 *
 * @param count of bands
 * @param start the coordinate where the first begins
 * @param end the coordinate where the last ends
 */
public record BandScale(int count, double start, double end) {
    /** How wide a band is. */
    public double width() {
        return (end - start) / Math.max(1, count);
    }

    /** Where a band begins. */
    public double from(int band) {
        return start + band * width();
    }

    /** The middle of a band. */
    public double centre(int band) {
        return from(band) + width() / 2;
    }
}
