package org.clientele.platform.sample;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One of several things, each with its weight. */
final class Choice<T> {
    private final List<T> things;
    private final double[] sums;

    Choice(List<T> things, ToDoubleFunction<T> weight) {
        this.things = List.copyOf(things);
        sums = new double[things.size() + 1];
        for (int i = 0; i < things.size(); i++) {
            sums[i + 1] = sums[i] + weight.applyAsDouble(things.get(i));
        }
    }

    /** The thing at a place from 0 to below 1. */
    T at(double uniform) {
        return things.get(find(sums, uniform));
    }

    /** The index whose weight lies at {@code share} of the last of these running sums, which start with 0. */
    static int find(double[] sums, double share) {
        return find(sums, 0, sums.length - 1, share);
    }

    /** The same among the indices {@code from} to below {@code to}. */
    static int find(double[] sums, int from, int to, double share) {
        double target = sums[from] + share * (sums[to] - sums[from]);
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle + 1] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
