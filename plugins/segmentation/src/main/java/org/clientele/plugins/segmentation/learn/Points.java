package org.clientele.plugins.segmentation.learn;

import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.sdk.CancelSignal;

/**
 * Points in a space, row by row in one array, which is what caches like.
 *
 * @param values {@code rows * columns} finite numbers; that of column {@code j} of point {@code i} at {@code i * columns + j}
 * @param rows how many points, 0 or more
 * @param columns how many coordinates each, at least 1
 */
public record Points(double[] values, int rows, int columns) {
    public Points {
        if (columns < 1 || rows < 0 || values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    values.length + " numbers are not " + rows + " points of " + columns + " coordinates.");
        }
    }

    /** The points of some rows of equal length, at least one. */
    public static Points of(double[][] rows) {
        int columns = rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "Row " + i + " has " + rows[i].length + " coordinates, not " + columns + ".");
            }
            System.arraycopy(rows[i], 0, values, i * columns, columns);
        }
        return new Points(values, rows.length, columns);
    }

    /** One coordinate of one point. */
    public double at(int row, int column) {
        return values[row * columns + column];
    }

    /** The coordinates column by column, for work that goes along one coordinate of many points. */
    public double[][] byColumn() {
        double[][] byColumn = new double[columns][rows];
        for (int i = 0, at = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                byColumn[j][i] = values[at++];
            }
        }
        return byColumn;
    }

    /** Some of the points, by row numbers, in that order. */
    public Points rows(int[] chosen) {
        double[] some = new double[Math.multiplyExact(chosen.length, columns)];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, some, i * columns, columns);
        }
        return new Points(some, chosen.length, columns);
    }

    /** The squared Euclidean distance of a point to one of other points of as many columns. */
    public double squaredDistance(int row, Points other, int otherRow) {
        double sum = 0;
        for (int j = 0, p = row * columns, q = otherRow * columns; j < columns; j++) {
            double apart = values[p + j] - other.values[q + j];
            sum += apart * apart;
        }
        return sum;
    }

    /**
     * Sees that an algorithm can do something with them.
     *
     * @param least how many points it needs
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if there are fewer points or if a number is not finite
     */
    public void check(int least, CancelSignal cancel) {
        if (rows < least) {
            throw Refusal.tooFewPoints(rows, least);
        }
        Chunks.of(rows).each(cancel, (chunk, from, to) -> {
            // A sum is finite unless it overflows or something in it is not; only then is it worth looking closer.
            double sum = 0;
            for (int i = from * columns; i < to * columns; i++) {
                sum += values[i];
            }
            for (int i = from * columns; !Double.isFinite(sum) && i < to * columns; i++) {
                if (!Double.isFinite(values[i])) {
                    throw Refusal.notFinite(i / columns, i % columns);
                }
            }
        });
    }
}
