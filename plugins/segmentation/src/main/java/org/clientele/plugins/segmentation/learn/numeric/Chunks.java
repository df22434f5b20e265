package org.clientele.plugins.segmentation.learn.numeric;

import java.util.stream.IntStream;
import org.clientele.sdk.CancelSignal;

/**
 * Rows cut into pieces that depend on how many rows there are, never on how many cores: what is summed piece by piece, and
 * then over the pieces in their order, has the same bits everywhere. The pieces are worked on in parallel.
 */
public final class Chunks {
    private static final int SMALLEST = 512;
    private static final int LARGEST = 8192;
    private static final int WANTED = 64;

    private final int rows;
    private final int size;

    /** Work on the rows {@code from} to {@code to}, the latter not included, which are a piece by its number. */
    @FunctionalInterface
    public interface Work {
        void on(int chunk, int from, int to);
    }

    /** A sum over the rows {@code from} to {@code to}, the latter not included. */
    @FunctionalInterface
    public interface Sum {
        double over(int from, int to);
    }

    private Chunks(int rows, int size) {
        this.rows = rows;
        this.size = size;
    }

    /** Pieces for work that costs little a row. */
    public static Chunks of(int rows) {
        return new Chunks(rows, Math.min(LARGEST, Math.max(SMALLEST, (rows + WANTED - 1) / WANTED)));
    }

    /** Pieces of so many rows each, for work that costs much a row. */
    public static Chunks of(int rows, int size) {
        return new Chunks(rows, Math.max(1, size));
    }

    /** How many pieces there are. */
    public int count() {
        return (rows + size - 1) / size;
    }

    /** The first row of a piece. */
    public int from(int chunk) {
        return chunk * size;
    }

    /** The row after the last one of a piece. */
    public int to(int chunk) {
        return (int) Math.min(rows, (chunk + 1L) * size);
    }

    /**
     * Does the work on all pieces, in no order, and waits for it.
     *
     * @throws org.clientele.sdk.AnalyticsException CANCELLED if it was cancelled; pieces not begun are then left out
     */
    public void each(CancelSignal cancel, Work work) {
        int count = count();
        IntStream pieces = IntStream.range(0, count);
        (count > 1 ? pieces.parallel() : pieces).forEach(chunk -> {
            if (!cancel.isCancelled()) {
                work.on(chunk, from(chunk), to(chunk));
            }
        });
        cancel.throwIfCancelled();
    }

    /** The sums of the pieces, added in their order. */
    public double sum(CancelSignal cancel, Sum sum) {
        double[] sums = new double[count()];
        each(cancel, (chunk, from, to) -> sums[chunk] = sum.over(from, to));
        return total(sums);
    }

    /** The numbers added in their order. */
    public static double total(double[] sums) {
        double total = 0;
        for (double s : sums) {
            total += s;
        }
        return total;
    }
}
