package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.numeric.Chunks;
import org.clientele.plugins.segmentation.learn.numeric.ColumnMoments;
import org.clientele.sdk.CancelSignal;

/**
 * Lloyd's iteration with Hamerly's bounds (Making k-means even faster, SDM 2010): a point whose upper bound on the distance to
 * its own centre is below its lower bound on that to any other keeps its group unseen. Sums of groups are changed by the
 * points that move. Stops where scikit-learn stops.
 */
final class Lloyd {
    private final Points points;
    private final double[] x;
    private final int columns;
    private final int maxIterations;
    private final double rest;
    private final CancelSignal cancel;
    private final Chunks chunks;
    private final double[] upper;
    private final double[] lower;

    /** Tiles that no thread works on now. */
    private final Queue<NearestTwo> spares = new ConcurrentLinkedQueue<>();

    private int groups;
    private double[] centres = {};
    private double[] sums = {};
    private int[] counts = {};
    private int[] labels = {};
    private double[] moved = {};
    private double[] safe = {};

    /** What a piece of the points changes. */
    private final class Change {
        final double[] sums = new double[groups * columns];
        final int[] counts = new int[groups];
        int points;

        void move(int row, int from, int to) {
            points++;
            counts[to]++;
            add(sums, to, row, 1);
            if (from >= 0) {
                counts[from]--;
                add(sums, from, row, -1);
            }
        }
    }

    Lloyd(Points points, int maxIterations, double tolerance, CancelSignal cancel) {
        if (maxIterations < 1) {
            throw Refusal.tooSmall(Setting.ITERATIONS, maxIterations, 1);
        }
        if (!(tolerance >= 0)) {
            throw Refusal.tooSmall(Setting.TOLERANCE, tolerance, 0);
        }
        this.points = points;
        this.maxIterations = maxIterations;
        this.cancel = cancel;
        x = points.values();
        columns = points.columns();
        chunks = Chunks.of(points.rows());
        rest = tolerance == 0 ? 0 : tolerance * ColumnMoments.of(points, cancel).meanVariance();
        upper = new double[points.rows()];
        lower = new double[points.rows()];
    }

    /** One run from some centres. */
    KMeansModel from(Points initial) {
        groups = initial.rows();
        spares.clear();
        centres = initial.values().clone();
        sums = new double[groups * columns];
        counts = new int[groups];
        moved = new double[groups];
        safe = new double[groups];
        labels = new int[points.rows()];
        Arrays.fill(labels, -1);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        int iteration = 0;
        boolean settled = false;
        boolean atRest = false;
        while (iteration < maxIterations && !settled && !atRest) {
            iteration++;
            int changed = assign();
            boolean filled = fillEmpty();
            settled = changed == 0 && !filled;
            double shift = moveCentres();
            atRest = shift <= rest;
        }
        if (!settled) {
            assign();
        }
        return new KMeansModel(new Points(centres, groups, columns), labels, inertia(), iteration, settled || atRest);
    }

    /** Gives each point to its nearest centre; answers how many went to another. */
    private int assign() {
        measureSafety();
        double[] reach = reach();
        Change[] changes = new Change[chunks.count()];
        chunks.each(cancel, (chunk, from, to) -> {
            Change change = new Change();
            NearestTwo spare = spares.poll();
            NearestTwo tile = spare == null ? new NearestTwo(points, groups) : spare;
            NearestTwo.Found found = (row, nearest, own, other) -> settle(row, nearest, own, other, change);
            for (int i = from; i < to; i += NearestTwo.SIZE) {
                tile.count(doubtful(i, Math.min(to, i + NearestTwo.SIZE), reach, tile.waiting(), tile.count()));
                if (tile.count() >= NearestTwo.SIZE) {
                    tile.tell(centres, labels, found);
                }
            }
            while (tile.count() > 0) {
                tile.tell(centres, labels, found);
            }
            spares.add(tile);
            changes[chunk] = change;
        });
        return apply(changes);
    }

    /** For each centre how far the others may have come nearer: as far as the one of them that moved most. */
    private double[] reach() {
        int mover = 0;
        for (int c = 1; c < groups; c++) {
            mover = moved[c] > moved[mover] ? c : mover;
        }
        double[] reach = new double[groups];
        Arrays.fill(reach, moved[mover]);
        reach[mover] = 0;
        for (int c = 0; c < groups; c++) {
            reach[mover] = c == mover ? reach[mover] : Math.max(reach[mover], moved[c]);
        }
        return reach;
    }

    /** Moves the bounds of some points; appends those that may have another nearest centre now, and answers how many wait. */
    private int doubtful(int from, int to, double[] reach, int[] waiting, int count) {
        int end = count;
        for (int i = from; i < to; i++) {
            int label = Math.max(0, labels[i]);
            double up = upper[i] + moved[label];
            double low = lower[i] - reach[label];
            upper[i] = up;
            lower[i] = low;
            // Always written and seldom kept: no branch that a processor would guess wrong for every third point.
            waiting[end] = i;
            end += up < Math.max(low, safe[label]) ? 0 : 1;
        }
        return end;
    }

    private void settle(int row, int nearest, double own, double other, Change change) {
        upper[row] = own;
        lower[row] = other;
        if (labels[row] != nearest) {
            change.move(row, labels[row], nearest);
            labels[row] = nearest;
        }
    }

    private int apply(Change[] changes) {
        int changed = 0;
        for (Change change : changes) {
            changed += change.points;
            for (int c = 0; c < groups && change.points > 0; c++) {
                counts[c] += change.counts[c];
            }
            for (int j = 0; j < sums.length && change.points > 0; j++) {
                sums[j] += change.sums[j];
            }
        }
        return changed;
    }

    /** Half the distance of each centre to the nearest other: closer points belong to it. */
    private void measureSafety() {
        Arrays.fill(safe, Double.POSITIVE_INFINITY);
        for (int a = 0; a < groups; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    double apart = centres[a * columns + j] - centres[b * columns + j];
                    sum += apart * apart;
                }
                double half = Math.sqrt(sum) / 2;
                safe[a] = Math.min(safe[a], half);
                safe[b] = Math.min(safe[b], half);
            }
        }
    }

    /** Gives each empty group the point that is farthest from its centre, as scikit-learn does. */
    private boolean fillEmpty() {
        boolean filled = false;
        for (int c = 0; c < groups; c++) {
            if (counts[c] == 0) {
                int row = farthest();
                int from = labels[row];
                add(sums, from, row, -1);
                counts[from]--;
                Arrays.fill(sums, c * columns, (c + 1) * columns, 0);
                add(sums, c, row, 1);
                counts[c] = 1;
                labels[row] = c;
                upper[row] = Double.POSITIVE_INFINITY;
                lower[row] = 0;
                filled = true;
            }
        }
        return filled;
    }

    private int farthest() {
        int found = -1;
        double most = 0;
        for (int i = 0; i < points.rows(); i++) {
            if (counts[labels[i]] > 1) {
                double apart = squaredDistance(i, labels[i]);
                if (apart > most) {
                    most = apart;
                    found = i;
                }
            }
        }
        if (found < 0) {
            int different = 0;
            for (int count : counts) {
                different += count > 0 ? 1 : 0;
            }
            throw Refusal.tooFewDifferent(different, groups);
        }
        return found;
    }

    /** Puts the centres at the means; answers the sum of the squares of their moves. */
    private double moveCentres() {
        double shift = 0;
        for (int c = 0; c < groups; c++) {
            double square = 0;
            for (int j = c * columns; j < (c + 1) * columns; j++) {
                double mean = sums[j] / counts[c];
                square += (mean - centres[j]) * (mean - centres[j]);
                centres[j] = mean;
            }
            moved[c] = Math.sqrt(square);
            shift += square;
        }
        return shift;
    }

    private double inertia() {
        return chunks.sum(cancel, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += squaredDistance(i, labels[i]);
            }
            return sum;
        });
    }

    private double squaredDistance(int row, int centre) {
        double sum = 0;
        for (int j = 0, p = row * columns, q = centre * columns; j < columns; j++) {
            double apart = x[p + j] - centres[q + j];
            sum += apart * apart;
        }
        return sum;
    }

    private void add(double[] to, int group, int row, int sign) {
        for (int j = 0, p = row * columns, q = group * columns; j < columns; j++) {
            to[q + j] += sign * x[p + j];
        }
    }
}
