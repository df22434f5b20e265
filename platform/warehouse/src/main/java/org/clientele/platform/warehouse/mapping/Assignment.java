package org.clientele.platform.warehouse.mapping;

import java.util.Arrays;

/** The one-to-one assignment of the highest sum (Kuhn's Hungarian method with potentials, O(rows² columns)). */
final class Assignment {
    private Assignment() {}

    /**
     * Assigns rows to columns.
     *
     * @param score at least 0; 0 is no assignment
     * @return for each row its column, or -1
     */
    static int[] best(double[][] score) {
        int rows = score.length;
        int given = rows == 0 ? 0 : score[0].length;
        int columns = given + rows;
        double[] u = new double[rows + 1];
        double[] v = new double[columns + 1];
        int[] owner = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            owner[0] = row;
            int at = 0;
            double[] least = new double[columns + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[columns + 1];
            int[] way = new int[columns + 1];
            do {
                used[at] = true;
                int i = owner[at];
                int next = 0;
                double delta = Double.POSITIVE_INFINITY;
                for (int j = 1; j <= columns; j++) {
                    if (used[j]) {
                        continue;
                    }
                    // Columns beyond the given ones stand for "none".
                    double cost = (j <= given ? -score[i - 1][j - 1] : 0) - u[i] - v[j];
                    if (cost < least[j]) {
                        least[j] = cost;
                        way[j] = at;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= columns; j++) {
                    if (used[j]) {
                        u[owner[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                at = next;
            } while (owner[at] != 0);
            do {
                int from = way[at];
                owner[at] = owner[from];
                at = from;
            } while (at != 0);
        }
        int[] result = new int[rows];
        Arrays.fill(result, -1);
        for (int j = 1; j <= given; j++) {
            if (owner[j] > 0 && score[owner[j] - 1][j - 1] > 0) {
                result[owner[j] - 1] = j - 1;
            }
        }
        return result;
    }
}
