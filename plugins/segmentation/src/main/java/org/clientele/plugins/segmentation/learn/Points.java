package org.clientele.plugins.segmentation.learn;

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

    /** One coordinate of one point. */
    public double at(int row, int column) {
        return values[row * columns + column];
    }
}
