package org.clientele.platform.charts.kind;

import java.util.Arrays;

/**
 * Equal ranges side by side; each holds its lower end, the last both.
 *
 * @param from where the first begins
 * @param width of each
 * @param count how many there are
 * @param below whether the first also holds all values before it
 * @param above whether the last also holds all values behind it
 */
record Bins(double from, double width, int count, boolean below, boolean above) {
    private static final double[] MANTISSAS = {1, 2, 2.5, 5, 10};
    private static final double TAIL = 0.01;

    /**
     * Ranges for rising values, as wide as D. Freedman and P. Diaconis advise ("On the histogram as a density estimator: L2
     * theory", 1981: 2 IQR / cbrt(n)), taken to the nearest round number, so that they begin and end on such. Where a long
     * tail would need more than {@code most}, the outermost hundredth of the values is put together in the last range.
     *
     * @param whole whether values are whole numbers
     */
    static Bins of(double[] sorted, boolean whole, int most) {
        int n = sorted.length;
        double iqr = Moments.quantile(sorted, 0.75) - Moments.quantile(sorted, 0.25);
        double low = sorted[0];
        double high = sorted[n - 1];
        double span = high - low;
        // Where half of the values are equal, the quartiles say nothing; Sturges' count of ranges does.
        double sturges = span / (Math.ceil(Math.log(n) / Math.log(2)) + 1);
        double ideal = iqr > 0 ? 2 * iqr / Math.cbrt(n) : sturges;
        if (!(span > Math.max(Math.abs(low), Math.abs(high)) * 1e-9)) {
            double one = whole ? 1 : low == 0 ? 1 : Math.abs(low) / 10;
            return new Bins(whole ? low : low - one / 2, one, 1, false, false);
        }
        boolean below = false;
        boolean above = false;
        if (span / ideal > most && n > 20) {
            double first = Moments.quantile(sorted, TAIL);
            double last = Moments.quantile(sorted, 1 - TAIL);
            above = high - last > 0.35 * span && last > low;
            below = first - low > 0.35 * span && first < high;
            high = above ? last : high;
            low = below ? first : low;
            span = high - low;
        }
        double width = round(Math.max(ideal, span / most), whole);
        double start = Math.floor(low / width + 1e-9) * width;
        int count = (int) Math.max(1, Math.ceil((high - start) / width - 1e-9));
        // A value at the upper end of whole numbers needs a range of its own.
        count += whole && !above && start + count * width <= high ? 1 : 0;
        return new Bins(start, width, count, below, above);
    }

    /** So many ranges from the least to the greatest of rising values. */
    static Bins counted(double[] sorted, int count) {
        double low = sorted[0];
        double span = sorted[sorted.length - 1] - low;
        if (!(span > 0)) {
            return of(sorted, false, count);
        }
        return new Bins(low, span / count, count, false, false);
    }

    private static double round(double width, boolean whole) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        double best = MANTISSAS[0] * power;
        for (double m : MANTISSAS) {
            double candidate = m * power;
            if (Math.abs(Math.log(candidate / width)) < Math.abs(Math.log(best / width))) {
                best = candidate;
            }
        }
        return whole ? Math.max(1, Math.round(best)) : best;
    }

    /** The range that a value is in; -1 where it is in none. */
    int of(double value) {
        int i = (int) Math.floor((value - from) / width + 1e-9);
        if (i < 0) {
            return below ? 0 : -1;
        }
        return i < count ? i : above || value <= end(count - 1) + width * 1e-9 ? count - 1 : -1;
    }

    double start(int bin) {
        return from + bin * width;
    }

    double end(int bin) {
        return from + (bin + 1) * width;
    }

    /** How many of the values are in each range. */
    double[] count(double[] values) {
        double[] counts = new double[count];
        Arrays.stream(values).mapToInt(this::of).filter(i -> i >= 0).forEach(i -> counts[i]++);
        return counts;
    }
}
