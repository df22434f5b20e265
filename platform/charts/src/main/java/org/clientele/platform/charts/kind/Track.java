package org.clientele.platform.charts.kind;

/** Where the steps of a line stand. None stands before the one it follows. */
interface Track {
    /** The coordinate of a step in pixels. */
    double x(int step);

    /**
     * The first step after {@code from} that stands at {@code place} or beyond it; {@code to} where none before that does.
     * Looks at nearby steps first.
     */
    default int reach(int from, int to, double place) {
        int low = from + 1;
        int high = low;
        for (int stride = 1; high < to && x(high) < place; stride *= 2) {
            low = high + 1;
            high = Math.min(to, high + stride);
        }
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (x(mid) < place) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }
}
