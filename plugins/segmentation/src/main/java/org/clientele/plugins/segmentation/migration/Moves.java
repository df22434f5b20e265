package org.clientele.plugins.segmentation.migration;

import java.util.Arrays;

/**
 * Who went where between two days: a row for each segment before, a column for each after, and last those in none. What each cell counts adds
 * up to the sizes on both days, and to all customers.
 *
 * @param counts customers, or money in units of 10<sup>-4</sup>; {@code segments + 1} rows and columns
 */
record Moves(long[][] counts) {
    /** Customers between two days of a course. */
    static Moves of(Course course, int before, int after) {
        long[] one = new long[course.customers().size()];
        Arrays.fill(one, 1);
        return of(course, before, after, one);
    }

    /**
     * What customers weigh, by where they were and where they are.
     *
     * @param weights for each customer of the course
     * @throws ArithmeticException if a sum does not fit 64 bits
     */
    static Moves of(Course course, int before, int after, long[] weights) {
        int none = course.segments();
        long[][] counts = new long[none + 1][none + 1];
        int[] from = course.places().get(before);
        int[] to = course.places().get(after);
        for (int i = 0; i < weights.length; i++) {
            int a = from[i] == Course.NONE ? none : from[i];
            int b = to[i] == Course.NONE ? none : to[i];
            counts[a][b] = Math.addExact(counts[a][b], weights[i]);
        }
        return new Moves(counts);
    }

    /** All that left a segment or stayed in it. */
    long from(int segment) {
        return Arrays.stream(counts[segment]).reduce(0, Math::addExact);
    }

    /** All that came to a segment or stayed in it. */
    long to(int segment) {
        long sum = 0;
        for (long[] row : counts) {
            sum = Math.addExact(sum, row[segment]);
        }
        return sum;
    }

    /** Everything. */
    long total() {
        long sum = 0;
        for (int segment = 0; segment < counts.length; segment++) {
            sum = Math.addExact(sum, from(segment));
        }
        return sum;
    }

    /** The share of a segment's customers who are still in it, or NaN where it had none. */
    double stayed(int segment) {
        long all = from(segment);
        return all == 0 ? Double.NaN : (double) counts[segment][segment] / all;
    }
}
