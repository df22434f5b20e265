package org.clientele.platform.charts.kind.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.charts.axis.RoundTicks;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;

/**
 * The range of a measure: where a value stands in it, and which values are named.
 *
 * @param low at part 0
 * @param high at part 1
 * @param ticks rising, within the range
 * @param labels of the ticks
 */
record Span(String name, double low, double high, boolean log, double[] ticks, List<String> labels) {
    private static final int MOST_TICKS = 7;
    private static final double[] FINE = {1, 2, 5};
    private static final double[] COARSE = {1};

    /**
     * The range of a column's values; logarithmic where the option "scale.CHANNEL" is "log" and some value is above 0.
     *
     * @param channel "x", "y" or "z"
     */
    static Span of(ChartRequest r, Column column, String channel, double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        boolean log = isLog(r, channel, known);
        double low = Arrays.stream(known).filter(v -> !log || v > 0).min().orElse(0);
        double high = Arrays.stream(known).max().orElse(1);
        String name = Labels.of(column, r.metrics());
        String unit = Labels.unit(column);
        String title = Labels.says(name, unit) ? name : name + " (" + unit + ")";
        return log ? logarithmic(r, title, column.unit(), low, high) : linear(r, title, column.unit(), low, high);
    }

    private static boolean isLog(ChartRequest r, String channel, double[] known) {
        return "log".equals(r.spec().options().get("scale." + channel))
                && Arrays.stream(known).anyMatch(v -> v > 0);
    }

    private static Span linear(ChartRequest r, String title, Unit unit, double low, double high) {
        // From zero where that costs little room: then distances from the corner can be compared.
        double from = low > 0 && low < high * 0.4 ? 0 : low;
        RoundTicks t = RoundTicks.covering(from, high);
        List<String> labels = new ArrayList<>();
        for (double v : t.values()) {
            labels.add(r.format().tick(v, t.step(), unit));
        }
        double[] all = t.values();
        return new Span(title, all[0], all[all.length - 1], false, all, labels);
    }

    private static Span logarithmic(ChartRequest r, String title, Unit unit, double low, double high) {
        double from = step(low, false);
        double to = step(Math.max(high, low * 1.0001), true);
        double[] ticks = ticks(from, to, FINE);
        if (ticks.length > MOST_TICKS) {
            ticks = ticks(from, to, COARSE);
        }
        int every = (int) Math.ceil(ticks.length / (double) MOST_TICKS);
        List<String> labels = new ArrayList<>();
        double[] shown = new double[(ticks.length + every - 1) / every];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = ticks[i * every];
            labels.add(r.format().tick(shown[i], shown[i], unit));
        }
        return new Span(title, from, to, true, shown, labels);
    }

    /** The next of 1, 2 and 5 times a power of ten, down or up. */
    private static double step(double value, boolean up) {
        int exponent = (int) Math.floor(Math.log10(value));
        double best = times(up ? 10 : 1, exponent);
        for (double m : FINE) {
            double v = times(m, exponent);
            best = up ? (v >= value * (1 - 1e-12) ? Math.min(best, v) : best) : v <= value * (1 + 1e-12) ? v : best;
        }
        return best;
    }

    private static double times(double m, int exponent) {
        return BigDecimal.valueOf(m).scaleByPowerOfTen(exponent).doubleValue();
    }

    private static double[] ticks(double from, double to, double[] mantissas) {
        List<Double> out = new ArrayList<>();
        int last = (int) Math.ceil(Math.log10(to));
        for (int e = (int) Math.floor(Math.log10(from)); e <= last; e++) {
            for (double m : mantissas) {
                double v = times(m, e);
                if (v >= from * (1 - 1e-12) && v <= to * (1 + 1e-12)) {
                    out.add(v);
                }
            }
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether a value stands somewhere in the range. */
    boolean shows(double value) {
        return Double.isFinite(value) && (!log || value > 0);
    }

    /** Where a value stands, 0 to 1. */
    double part(double value) {
        return log
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }
}
