package org.clientele.platform.charts.kind;

import java.util.Arrays;
import org.clientele.sdk.data.Column;

/**
 * The distinct times or numbers of a column.
 *
 * @param values rising
 * @param placeOf which of them a row has, by row; -1 where it has none
 */
record Places(double[] values, int[] placeOf) {
    static Places of(Column column) {
        double[] all = column.doubles();
        double[] values = distinct(all);
        int[] placeOf = new int[all.length];
        int at = 0;
        for (int row = 0; row < all.length; row++) {
            if (Double.isFinite(all[row])) {
                at = find(values, all[row], at);
                placeOf[row] = at;
            } else {
                placeOf[row] = -1;
            }
        }
        return new Places(values, placeOf);
    }

    private static double[] distinct(double[] all) {
        double[] known = new double[all.length];
        int n = 0;
        boolean rising = true;
        for (double v : all) {
            // Repeated values, which are many where rows are by time and something else, need no sorting.
            if (Double.isFinite(v) && (n == 0 || v != known[n - 1])) {
                rising &= n == 0 || v > known[n - 1];
                known[n++] = v;
            }
        }
        if (!rising) {
            Arrays.sort(known, 0, n);
        }
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (kept == 0 || known[i] != known[kept - 1]) {
                known[kept++] = known[i];
            }
        }
        return Arrays.copyOf(known, kept);
    }

    /** Where a value is; it is often the one that was found before, or the next. */
    private static int find(double[] values, double value, int before) {
        for (int i = before; i < Math.min(before + 2, values.length); i++) {
            if (values[i] == value) {
                return i;
            }
        }
        int at = Arrays.binarySearch(values, value);
        // Of the two zeros only one was kept, and a search takes them for different.
        return at >= 0 ? at : value == 0 ? Arrays.binarySearch(values, -value) : -1;
    }

    /** The rows in the order of their values, equal ones in their own; without those that have none. */
    int[] inOrder() {
        int[] next = new int[values.length + 1];
        for (int place : placeOf) {
            next[place + 1] += place < 0 ? 0 : 1;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] rows = new int[next[values.length]];
        for (int row = 0; row < placeOf.length; row++) {
            if (placeOf[row] >= 0) {
                rows[next[placeOf[row]]++] = row;
            }
        }
        return rows;
    }
}
