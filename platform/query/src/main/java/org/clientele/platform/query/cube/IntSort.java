package org.clientele.platform.query.cube;

/** Sorts numbers by what they stand for, without an object for each. */
final class IntSort {
    private IntSort() {}

    /** An order of what numbers stand for. */
    interface Order {
        /** Negative where {@code a} comes first, positive where {@code b} does. */
        int compare(int a, int b);
    }

    /** The numbers in that order, equal ones as they came; by merging. */
    static int[] sorted(int[] numbers, Order order) {
        int[] from = numbers.clone();
        int[] to = new int[from.length];
        for (int run = 1; run < from.length; run *= 2) {
            for (int start = 0; start < from.length; start += 2 * run) {
                merge(
                        from,
                        to,
                        start,
                        Math.min(start + run, from.length),
                        Math.min(start + 2 * run, from.length),
                        order);
            }
            int[] done = to;
            to = from;
            from = done;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, Order order) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean first = left < middle && (right >= end || order.compare(from[left], from[right]) <= 0);
            to[i] = first ? from[left++] : from[right++];
        }
    }
}
