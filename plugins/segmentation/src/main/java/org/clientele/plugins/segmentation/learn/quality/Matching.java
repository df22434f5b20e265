package org.clientele.plugins.segmentation.learn.quality;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Refusal;

/**
 * Things of two kinds paired at the least cost (Kuhn's Hungarian method, 1955; by shortest augmenting paths as Jonker and
 * Volgenant, 1987), such as the groups of two groupings by the points that they share.
 */
public final class Matching {
    private Matching() {}

    /**
     * Pairs each row with a column of its own so that the costs sum up to the least; time by the cube of the larger number.
     *
     * @param costs finite numbers, at most as many rows as columns
     * @return the column of each row
     */
    public static int[] cheapest(double[][] costs) {
        int rows = costs.length;
        int columns = rows == 0 ? 0 : costs[0].length;
        if (rows > columns) {
            throw new IllegalArgumentException(rows + " rows cannot have one of " + columns + " columns each.");
        }
        double[] rowPrice = new double[rows + 1];
        double[] columnPrice = new double[columns + 1];
        // Column 0 is where the row that looks for one stands.
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            augment(costs, row, rowPrice, columnPrice, rowOf);
        }
        int[] columnOf = new int[rows];
        for (int c = 1; c <= columns; c++) {
            if (rowOf[c] > 0) {
                columnOf[rowOf[c] - 1] = c - 1;
            }
        }
        return columnOf;
    }

    private static void augment(double[][] costs, int row, double[] rowPrice, double[] columnPrice, int[] rowOf) {
        int columns = columnPrice.length - 1;
        double[] least = new double[columns + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int[] before = new int[columns + 1];
        boolean[] seen = new boolean[columns + 1];
        rowOf[0] = row;
        int at = 0;
        do {
            seen[at] = true;
            int next = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int c = 1; c <= columns; c++) {
                if (!seen[c]) {
                    double cost = costs[rowOf[at] - 1][c - 1] - rowPrice[rowOf[at]] - columnPrice[c];
                    if (cost < least[c]) {
                        least[c] = cost;
                        before[c] = at;
                    }
                    if (least[c] < step) {
                        step = least[c];
                        next = c;
                    }
                }
            }
            for (int c = 0; c <= columns; c++) {
                if (seen[c]) {
                    rowPrice[rowOf[c]] += step;
                    columnPrice[c] -= step;
                } else {
                    least[c] -= step;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        while (at != 0) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
    }

    /**
     * Renames the groups of a grouping after those of another, so that as many points as can be keep their label.
     *
     * @param labels a group from 0 a point; below 0 a point is in none, and stays there
     * @param like the grouping whose labels are wanted, of the same points
     * @return the labels of the points under the new names; groups without a counterpart get the names after the highest of
     *     {@code like}, in their order
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if they are not equally long
     */
    public static int[] rename(int[] labels, int[] like) {
        int[] names = names(labels, like);
        return Arrays.stream(labels)
                .map(label -> label < 0 ? label : names[label])
                .toArray();
    }

    /** The new name of each group, as {@link #rename} gives them. */
    public static int[] names(int[] labels, int[] like) {
        if (labels.length != like.length) {
            throw Refusal.unequal(labels.length, like.length);
        }
        int groups = Groups.of(labels).sizes().length;
        int others = Groups.of(like).sizes().length;
        double[][] costs = new double[groups][groups + others];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0 && like[i] >= 0) {
                costs[labels[i]][like[i]]--;
            }
        }
        int[] names = cheapest(costs);
        int next = others;
        for (int g = 0; g < groups; g++) {
            // A pair that shares no point is none.
            if (names[g] >= others || costs[g][names[g]] == 0) {
                names[g] = next++;
            }
        }
        return names;
    }
}
