package org.clientele.platform.charts.axis;

import java.util.Arrays;

/**
 * Equal steps at equal distances.
 *
 * @param low the value at {@code start}
 * @param high the value at {@code end}
 * @param ticks round values between the ends
 * @param step how far they are apart
 * @param start the coordinate of {@code low}
 * @param end the coordinate of {@code high}
 */
public record LinearScale(double low, double high, double[] ticks, double step, double start, double end)
        implements Scale {
    /** A scale whose ticks cover {@code low} to {@code high}; its ends are ticks. */
    public static LinearScale covering(double low, double high, double start, double end) {
        RoundTicks t = RoundTicks.covering(low, high);
        double[] v = t.values();
        return new LinearScale(v[0], v[v.length - 1], v, t.step(), start, end);
    }

    /**
     * The same, but what lies less than a quarter of a step below zero does not take a whole step's room: the scale then
     * begins just there, below its first tick.
     */
    public static LinearScale snug(double low, double high, double start, double end) {
        LinearScale s = covering(low, high, start, end);
        double[] kept = Arrays.stream(s.ticks()).filter(t -> t > -s.step() / 2).toArray();
        boolean slight = low < 0 && -low < s.step() / 4 && kept.length > 2 && kept.length + 1 == s.ticks().length;
        return slight ? new LinearScale(low, s.high(), kept, s.step(), start, end) : s;
    }

    /** A scale from exactly {@code low} to {@code high}, with the ticks that lie between; a range of nothing is widened. */
    public static LinearScale within(double low, double high, double start, double end) {
        return within(low, high, RoundTicks.covering(low, high), start, end);
    }

    /** The same for a horizontal axis, with a tick for every fifty to a hundred pixels. */
    public static LinearScale along(double low, double high, double start, double end) {
        int most = (int) Math.max(6, Math.min(12, Math.abs(end - start) / 50));
        return within(low, high, RoundTicks.covering(low, high, most / 2, most), start, end);
    }

    private static LinearScale within(double low, double high, RoundTicks t, double start, double end) {
        if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9) {
            double[] v = t.values();
            return new LinearScale(v[0], v[v.length - 1], v, t.step(), start, end);
        }
        double slack = (high - low) * 1e-9;
        double[] inside = Arrays.stream(t.values())
                .filter(v -> v >= low - slack && v <= high + slack)
                .toArray();
        return new LinearScale(low, high, inside, t.step(), start, end);
    }

    /** The same with only whole numbers among its ticks, for what is counted. */
    public LinearScale whole() {
        double[] kept = Arrays.stream(ticks).filter(t -> Math.rint(t) == t).toArray();
        return kept.length == 0 ? this : new LinearScale(low, high, kept, Math.max(1, Math.ceil(step)), start, end);
    }

    /** A scale with that many ticks, the ends among them, so that the grid of another serves it too. */
    public static LinearScale aligned(double low, double high, int count, double start, double end) {
        RoundTicks t = RoundTicks.covering(low, high);
        int n = Math.max(2, count);
        double unit = Math.pow(10, Math.floor(Math.log10(t.step())) - 1);
        double[] mantissas = {1, 2, 2.5, 5};
        for (int e = 0; e < 5; e++) {
            for (double m : mantissas) {
                double step = m * unit * Math.pow(10, e);
                double first = Math.floor(low / step + 1e-9) * step;
                if (first + (n - 1) * step >= high - step * 1e-9) {
                    double[] ticks = new double[n];
                    for (int i = 0; i < n; i++) {
                        ticks[i] = first + i * step;
                    }
                    return new LinearScale(ticks[0], ticks[n - 1], ticks, step, start, end);
                }
            }
        }
        return covering(low, high, start, end);
    }

    @Override
    public double at(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }

    @Override
    public double value(double coordinate) {
        return low + (coordinate - start) / (end - start) * (high - low);
    }

    @Override
    public double step(int tick) {
        return step;
    }
}
