package org.clientele.platform.charts.axis;

/**
 * Equal factors at equal distances. Ticks are powers of ten, and 3 or 2 and 5 times these where few powers are in sight.
 *
 * @param low the value at {@code start}, above 0
 * @param high the value at {@code end}
 * @param ticks rising
 * @param start the coordinate of {@code low}
 * @param end the coordinate of {@code high}
 */
public record LogScale(double low, double high, double[] ticks, double start, double end) implements Scale {
    private static final int MOST = 7;
    private static final int MOST_POWERS = 9;
    private static final int[] ONES = {1};
    private static final int[] ONES_AND_THREES = {1, 3};
    private static final int[] ONES_TWOS_FIVES = {1, 2, 5};

    /** A scale whose ends are ticks and that covers {@code low} to {@code high}, both above 0. */
    public static LogScale covering(double low, double high, double start, double end) {
        double[] t = ticks(low, high);
        return new LogScale(t[0], t[t.length - 1], t, start, end);
    }

    /** A scale from exactly {@code low} to {@code high}, both above 0, with the ticks that lie between. */
    public static LogScale within(double low, double high, double start, double end) {
        if (high <= low * (1 + 1e-9)) {
            return covering(low, high, start, end);
        }
        double[] inside = java.util.Arrays.stream(ticks(low, high))
                .filter(t -> t >= low * (1 - 1e-9) && t <= high * (1 + 1e-9))
                .toArray();
        return new LogScale(low, high, inside, start, end);
    }

    private static double[] ticks(double low, double high) {
        double lo = Math.min(low, high);
        double hi = Math.max(low, high);
        if (hi <= lo * (1 + 1e-9)) {
            lo = lo / 2;
            hi = hi * 2;
        }
        double[] best = {lo, hi};
        for (int[] digits : new int[][] {ONES_TWOS_FIVES, ONES_AND_THREES, ONES}) {
            best = covering(lo, hi, digits);
            if (best.length <= (digits.length == 1 ? MOST_POWERS : MOST)) {
                return best;
            }
        }
        int every = (int) Math.ceil((best.length - 1) / (double) (MOST - 1));
        int first = exponent(best[0]);
        int count = (best.length - 2) / every + 2;
        double[] sparse = new double[count];
        for (int i = 0; i < count; i++) {
            sparse[i] = power(first + i * every);
        }
        return sparse;
    }

    private static double[] covering(double lo, double hi, int[] digits) {
        java.util.List<Double> all = new java.util.ArrayList<>();
        int first = exponent(lo) - 1;
        int last = exponent(hi) + 1;
        for (int e = first; e <= last; e++) {
            for (int d : digits) {
                all.add(d * power(e));
            }
        }
        int from = 0;
        while (from + 1 < all.size() && all.get(from + 1) <= lo * (1 + 1e-9)) {
            from++;
        }
        int to = all.size() - 1;
        while (to > from + 1 && all.get(to - 1) >= hi * (1 - 1e-9)) {
            to--;
        }
        return all.subList(from, to + 1).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(value) + 1e-9);
    }

    private static double power(int e) {
        return Double.parseDouble("1e" + e);
    }

    @Override
    public double at(double value) {
        return start + Math.log(value / low) / Math.log(high / low) * (end - start);
    }

    @Override
    public double value(double coordinate) {
        return low * Math.exp((coordinate - start) / (end - start) * Math.log(high / low));
    }

    /** A tick tells itself from its neighbours by its own first digit. */
    @Override
    public double step(int tick) {
        return Double.parseDouble("1e" + exponent(ticks[tick]));
    }
}
