package org.clientele.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.Covariance;
import org.clientele.plugins.segmentation.learn.cluster.Dbscan;
import org.clientele.plugins.segmentation.learn.cluster.GaussianMixture;
import org.clientele.plugins.segmentation.learn.cluster.Hierarchy;
import org.clientele.plugins.segmentation.learn.cluster.KMeans;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/**
 * How long each algorithm takes to group 10,000 customers by 10 features with two threads, as the page of clusters asks it to:
 * a move of a slider is to be answered within a second.
 */
final class LiveBenchmark {
    private static final int ROWS = 10_000;
    private static final int COLUMNS = 10;
    private static final int GROUPS = 5;
    private static final int STARTS = 10;
    private static final int NEIGHBOURS = 10;
    private static final int ROUNDS = 7;
    private static final int THREADS = 2;

    private final PrintStream out;

    LiveBenchmark(PrintStream out) {
        this.out = out;
    }

    private interface Work {
        void run() throws Exception;
    }

    void run() throws Exception {
        Points points = KMeansBenchmark.customers(ROWS, COLUMNS, GROUPS);
        CancelSignal cancel = CancelSignal.create();
        out.printf(Locale.ROOT, "groups of %,d customers by %d features, milliseconds%n", ROWS, COLUMNS);
        time("k-means", () -> KMeans.fit(points, KMeans.Options.of(GROUPS, 1).restarts(STARTS), Progress.NONE, cancel));
        for (Covariance shape : Covariance.values()) {
            time(
                    "mixture, " + shape.name().toLowerCase(Locale.ROOT),
                    () -> GaussianMixture.fit(
                            points,
                            GaussianMixture.Options.of(GROUPS, shape, 1).restarts(STARTS),
                            Progress.NONE,
                            cancel));
        }
        for (Linkage linkage : Linkage.values()) {
            time(
                    "hierarchy, " + linkage.name().toLowerCase(Locale.ROOT),
                    () -> Hierarchy.grow(points, linkage, Progress.NONE, cancel));
        }
        time("DBSCAN with the search for a radius", () -> {
            double radius = Dbscan.curve(points, NEIGHBOURS, 1, cancel).suggested();
            Dbscan.fit(points, radius, NEIGHBOURS, Progress.NONE, cancel);
        });
    }

    private void time(String what, Work work) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(THREADS);
        double[] millis = new double[ROUNDS];
        try {
            for (int round = -2; round < ROUNDS; round++) {
                long start = System.nanoTime();
                pool.submit(() -> {
                            work.run();
                            return null;
                        })
                        .get();
                if (round >= 0) {
                    millis[round] = Pair.millisSince(start);
                }
            }
        } finally {
            pool.shutdown();
        }
        Arrays.sort(millis);
        out.printf(
                Locale.ROOT,
                "  %-36s median %7.0f, least %7.0f, most %7.0f; aim 1000%n",
                what,
                millis[ROUNDS / 2],
                millis[0],
                millis[ROUNDS - 1]);
    }
}
