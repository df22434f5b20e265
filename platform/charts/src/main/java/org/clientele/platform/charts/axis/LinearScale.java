package org.clientele.platform.charts.axis;

/**
 * Equal steps at equal distances; its ends are ticks.
 *
 * @param ticks round values, the first and the last being the ends of the domain
 * @param step how far they are apart
 * @param start the coordinate of the first tick
 * @param end the coordinate of the last tick
 */
public record LinearScale(double[] ticks, double step, double start, double end) implements Scale {
    /** A scale whose ticks cover {@code low} to {@code high}. */
    public static LinearScale covering(double low, double high, double start, double end) {
        RoundTicks t = RoundTicks.covering(low, high);
        return new LinearScale(t.values(), t.step(), start, end);
    }

    @Override
    public double at(double value) {
        double low = ticks[0];
        double high = ticks[ticks.length - 1];
        return start + (value - low) / (high - low) * (end - start);
    }
}
