package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.clientele.plugins.segmentation.learn.Points;

/**
 * Points sorted so that those near a place are found without looking at all (Bentley 1975): halves by the median of the
 * widest column, down to a few points. Immutable once built; any number of threads may ask.
 */
final class KdTree {
    private static final int LEAF = 12;

    private final Points points;
    private final int columns;
    /** Row numbers and coordinates in the order of the tree. */
    private final int[] rows;

    private final double[] sorted;
    /** The least and greatest coordinates of each node, whose children are 2 node + 1 and 2 node + 2. */
    private final double[] least;

    private final double[] greatest;

    KdTree(Points points) {
        this.points = points;
        columns = points.columns();
        rows = new int[points.rows()];
        Arrays.setAll(rows, i -> i);
        int nodes = 1;
        for (int size = points.rows(); size > LEAF; size = (size + 1) / 2) {
            nodes = 2 * nodes + 1;
        }
        least = new double[nodes * columns];
        greatest = new double[nodes * columns];
        build(0, 0, rows.length);
        sorted = points.rows(rows).values();
    }

    private void build(int node, int from, int to) {
        int widest = 0;
        double width = -1;
        for (int j = 0; j < columns; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                low = Math.min(low, points.at(rows[i], j));
                high = Math.max(high, points.at(rows[i], j));
            }
            least[node * columns + j] = low;
            greatest[node * columns + j] = high;
            if (high - low > width) {
                width = high - low;
                widest = j;
            }
        }
        if (to - from > LEAF) {
            int middle = (from + to) >>> 1;
            select(from, to - 1, middle, widest);
            build(2 * node + 1, from, middle);
            build(2 * node + 2, middle, to);
        }
    }

    /** Puts the row that belongs there by a column at a place, smaller ones before it and larger ones behind (Hoare 1961). */
    private void select(int from, int to, int place, int column) {
        int low = from;
        int high = to;
        while (low < high) {
            double pivot = points.at(rows[(low + high) >>> 1], column);
            int i = low;
            int j = high;
            while (i <= j) {
                while (points.at(rows[i], column) < pivot) {
                    i++;
                }
                while (points.at(rows[j], column) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = rows[i];
                    rows[i++] = rows[j];
                    rows[j--] = swapped;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    /** Tells of the row number of each point within a radius, its end included, in no order. */
    void within(Points of, int row, double radius, IntConsumer found) {
        if (rows.length > 0) {
            within(of, row, radius * radius, 0, 0, rows.length, found);
        }
    }

    private void within(Points of, int row, double square, int node, int from, int to, IntConsumer found) {
        if (outside(of, row, node) > square) {
            return;
        }
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) {
                if (squaredDistance(of, row, i) <= square) {
                    found.accept(rows[i]);
                }
            }
            return;
        }
        int middle = (from + to) >>> 1;
        within(of, row, square, 2 * node + 1, from, middle, found);
        within(of, row, square, 2 * node + 2, middle, to, found);
    }

    /** The squared distance to the nearest points, as many as {@code squares} has room for, ascending; infinite where there are fewer. */
    void nearest(Points of, int row, double[] squares) {
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        if (rows.length > 0) {
            nearest(of, row, squares, 0, 0, rows.length);
        }
    }

    private void nearest(Points of, int row, double[] squares, int node, int from, int to) {
        if (to - from <= LEAF) {
            for (int i = from; i < to; i++) {
                insert(squares, squaredDistance(of, row, i));
            }
            return;
        }
        int middle = (from + to) >>> 1;
        double left = outside(of, row, 2 * node + 1);
        double right = outside(of, row, 2 * node + 2);
        boolean leftFirst = left <= right;
        for (int turn = 0; turn < 2; turn++) {
            boolean goLeft = (turn == 0) == leftFirst;
            if ((goLeft ? left : right) < squares[squares.length - 1]) {
                nearest(of, row, squares, 2 * node + (goLeft ? 1 : 2), goLeft ? from : middle, goLeft ? middle : to);
            }
        }
    }

    /** The row number of the point nearest to one of others, of several equally near ones the first; there must be points. */
    int nearest(Points of, int row) {
        Closest closest = new Closest(of, row);
        closest.look(0, 0, rows.length);
        return closest.found;
    }

    /** The search for one nearest point. */
    private final class Closest {
        private final Points of;
        private final int row;
        private double least = Double.POSITIVE_INFINITY;
        private int found = Integer.MAX_VALUE;

        Closest(Points of, int row) {
            this.of = of;
            this.row = row;
        }

        void look(int node, int from, int to) {
            if (to - from <= LEAF) {
                for (int i = from; i < to; i++) {
                    double square = squaredDistance(of, row, i);
                    if (square < least || square == least && rows[i] < found) {
                        least = square;
                        found = rows[i];
                    }
                }
                return;
            }
            int middle = (from + to) >>> 1;
            double left = outside(of, row, 2 * node + 1);
            double right = outside(of, row, 2 * node + 2);
            if (left <= right) {
                lookUpTo(left, 2 * node + 1, from, middle);
                lookUpTo(right, 2 * node + 2, middle, to);
            } else {
                lookUpTo(right, 2 * node + 2, middle, to);
                lookUpTo(left, 2 * node + 1, from, middle);
            }
        }

        private void lookUpTo(double square, int node, int from, int to) {
            // Where the box is as far as the nearest so far there may be one as near with a smaller number.
            if (square <= least) {
                look(node, from, to);
            }
        }
    }

    private static void insert(double[] squares, double square) {
        int at = squares.length - 1;
        if (square >= squares[at]) {
            return;
        }
        while (at > 0 && squares[at - 1] > square) {
            squares[at] = squares[at - 1];
            at--;
        }
        squares[at] = square;
    }

    /** The squared distance to the box of a node. */
    private double outside(Points of, int row, int node) {
        double sum = 0;
        for (int j = 0, p = row * columns, q = node * columns; j < columns; j++) {
            double x = of.values()[p + j];
            double apart = Math.max(0, Math.max(least[q + j] - x, x - greatest[q + j]));
            sum += apart * apart;
        }
        return sum;
    }

    private double squaredDistance(Points of, int row, int place) {
        double sum = 0;
        for (int j = 0, p = row * columns, q = place * columns; j < columns; j++) {
            double apart = of.values()[p + j] - sorted[q + j];
            sum += apart * apart;
        }
        return sum;
    }
}
