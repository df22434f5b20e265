package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Points;

/**
 * Some points, column by column, and their distances to the nearest centre and to the next: loops over them are such as a
 * compiler makes vector instructions of. For one thread.
 */
final class NearestTwo {
    /** How many points there is room for. */
    static final int SIZE = 256;
    /** A little more, lest columns fall onto each other in a cache. */
    private static final int STRIDE = SIZE + 8;

    private final double[] x;
    private final int columns;
    private final int groups;
    private final double[] byColumn;
    private final int[] waiting = new int[2 * SIZE];
    /** The squared distances to each centre, centre after centre. */
    private final double[] squares;

    private final double[] least = new double[SIZE];
    private final double[] next = new double[SIZE];
    private int count;

    /** What is heard of each point: its nearest centre, and the distances to it and to the next nearest. */
    interface Found {
        void at(int row, int nearest, double distance, double nextDistance);
    }

    NearestTwo(Points points, int groups) {
        x = points.values();
        columns = points.columns();
        this.groups = groups;
        byColumn = new double[columns * STRIDE];
        squares = new double[groups * SIZE];
    }

    /** The row numbers of points to be looked at, the first {@link #count()} of them; there is room for twice {@link #SIZE}. */
    int[] waiting() {
        return waiting;
    }

    /** How many points wait. */
    int count() {
        return count;
    }

    /** Says how many wait now. */
    void count(int now) {
        count = now;
    }

    /**
     * Tells of up to {@link #SIZE} of the points that wait. Of equally near centres the nearest is that which a point belongs
     * to, else the first.
     *
     * @param labels the centre that each point of all belongs to so far, or -1
     */
    void tell(double[] centres, int[] labels, Found found) {
        int some = Math.min(SIZE, count);
        for (int i = 0; i < some; i++) {
            for (int j = 0, p = waiting[i] * columns; j < columns; j++) {
                byColumn[j * STRIDE + i] = x[p + j];
            }
        }
        Arrays.fill(least, 0, some, Double.POSITIVE_INFINITY);
        Arrays.fill(next, 0, some, Double.POSITIVE_INFINITY);
        for (int c = 0; c < groups; c++) {
            measure(centres, c * columns, c * SIZE, some);
            compare(squares, c * SIZE, least, next, some);
        }
        for (int i = 0; i < some; i++) {
            int label = labels[waiting[i]];
            if (label < 0 || squares[label * SIZE + i] != least[i]) {
                label = 0;
                while (squares[label * SIZE + i] != least[i]) {
                    label++;
                }
            }
            found.at(waiting[i], label, Math.sqrt(least[i]), Math.sqrt(next[i]));
        }
        count -= some;
        System.arraycopy(waiting, some, waiting, 0, count);
    }

    private static void compare(double[] squares, int start, double[] least, double[] next, int count) {
        for (int i = 0; i < count; i++) {
            double one = squares[start + i];
            double before = least[i];
            next[i] = Math.min(next[i], Math.max(before, one));
            least[i] = Math.min(before, one);
        }
    }

    /** The squared distances to a centre. */
    private void measure(double[] centres, int at, int to, int count) {
        int j = 0;
        if ((columns & 1) == 1) {
            first(squares, to, byColumn, count, centres[at]);
            j = 1;
        } else {
            first(squares, to, byColumn, count, centres[at], centres[at + 1]);
            j = 2;
        }
        for (; j + 3 < columns; j += 4) {
            four(
                    squares,
                    to,
                    byColumn,
                    j * STRIDE,
                    count,
                    centres[at + j],
                    centres[at + j + 1],
                    centres[at + j + 2],
                    centres[at + j + 3]);
        }
        if (j < columns) {
            two(squares, to, byColumn, j * STRIDE, count, centres[at + j], centres[at + j + 1]);
        }
    }

    private static void first(double[] squares, int to, double[] x, int count, double centre) {
        for (int i = 0; i < count; i++) {
            double apart = x[i] - centre;
            squares[to + i] = apart * apart;
        }
    }

    private static void first(double[] squares, int to, double[] x, int count, double a, double b) {
        for (int i = 0; i < count; i++) {
            double da = x[i] - a;
            double db = x[STRIDE + i] - b;
            squares[to + i] = da * da + db * db;
        }
    }

    private static void two(double[] squares, int to, double[] x, int start, int count, double a, double b) {
        for (int i = 0; i < count; i++) {
            double da = x[start + i] - a;
            double db = x[start + STRIDE + i] - b;
            squares[to + i] = squares[to + i] + da * da + db * db;
        }
    }

    private static void four(
            double[] squares, int to, double[] x, int start, int count, double a, double b, double c, double d) {
        for (int i = 0; i < count; i++) {
            double da = x[start + i] - a;
            double db = x[start + STRIDE + i] - b;
            double dc = x[start + 2 * STRIDE + i] - c;
            double dd = x[start + 3 * STRIDE + i] - d;
            squares[to + i] = squares[to + i] + da * da + db * db + dc * dc + dd * dd;
        }
    }
}
