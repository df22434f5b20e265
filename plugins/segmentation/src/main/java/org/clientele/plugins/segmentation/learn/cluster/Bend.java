package org.clientele.plugins.segmentation.learn.cluster;

/** Where a falling curve bends. */
public final class Bend {
    private Bend() {}

    /**
     * The place of the value that is farthest below the straight line from the first value to the last (as Satopää and others,
     * Finding a kneedle in a haystack, 2011, for one bend); the first place if none is below.
     *
     * @param values at equal distances, at least one
     */
    public static int of(double[] values) {
        int last = values.length - 1;
        int bend = 0;
        double deepest = 0;
        for (int i = 1; i < last; i++) {
            double line = values[0] + (values[last] - values[0]) * i / last;
            if (line - values[i] > deepest) {
                deepest = line - values[i];
                bend = i;
            }
        }
        return bend;
    }
}
