package org.clientele.platform.charts.kind;

/** Moves labels apart. */
final class Spread {
    private Spread() {}

    /**
     * The places, at least {@code gap} apart, near where they want to be and within the ends if those leave room.
     *
     * @param wanted rising
     */
    static double[] apart(double[] wanted, double gap, double low, double high) {
        double[] y = wanted.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], i == 0 ? low : y[i - 1] + gap);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], i == y.length - 1 ? high : y[i + 1] - gap);
        }
        return y;
    }
}
