package org.clientele.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.KMeans;
import org.clientele.plugins.segmentation.learn.cluster.KMeansModel;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/**
 * k-means against scikit-learn's Lloyd: the same numbers in memory, the same first centres, at most 300 iterations and a
 * tolerance of 1e-4, two threads each, each by its own clock.
 */
final class KMeansBenchmark {
    private static final int THREADS = 2;

    private final PrintStream out;
    private final Pair pair;
    private final Path folder;
    private final Path script;

    KMeansBenchmark(PrintStream out, Pair pair, Path folder, Path script) {
        this.out = out;
        this.pair = pair;
        this.folder = folder;
        this.script = script;
    }

    void run() throws Exception {
        compare(200_000, 6, 5, 15);
        compare(1_000_000, 8, 8, 7);
    }

    private void compare(int rows, int columns, int groups, int rounds) throws Exception {
        Points points = customers(rows, columns, groups);
        Points initial =
                points.rows(IntStream.range(0, groups).map(i -> i * 1_013).toArray());
        ForkJoinPool pool = new ForkJoinPool(THREADS);
        try (Other other = new Other(points, initial)) {
            String what = String.format(Locale.ROOT, "k-means, %,d x %d, k = %d", rows, columns, groups);
            KMeansModel[] ours = new KMeansModel[1];
            for (int warm = 0; warm < 5; warm++) {
                fit(pool, points, initial);
            }
            pair.compare(
                    what,
                    rounds,
                    "ours",
                    () -> {
                        long start = System.nanoTime();
                        ours[0] = fit(pool, points, initial);
                        return Pair.millisSince(start);
                    },
                    other.name,
                    other::fit,
                    1.0);
            out.printf(
                    Locale.ROOT,
                    "  inertia %.6f in %d iterations, scikit-learn's %.6f in %d, apart by %.1e of it; beside the"
                            + " points' %d MB ours took at most %d MB, scikit-learn %d MB%n",
                    ours[0].inertia(),
                    ours[0].iterations(),
                    other.inertia,
                    other.iterations,
                    Math.abs(ours[0].inertia() / other.inertia - 1),
                    (long) rows * columns * Double.BYTES >> 20,
                    taken(() -> fit(pool, points, initial)) >> 20,
                    other.grown >> 20);
        } finally {
            pool.shutdown();
        }
    }

    private static KMeansModel fit(ForkJoinPool pool, Points points, Points initial) throws Exception {
        return pool.submit(() -> KMeans.fit(points, initial, 300, 1e-4, Progress.NONE, CancelSignal.create()))
                .get();
    }

    /** Groups of several sizes that overlap, in columns that go together, as standardized features of customers do. */
    static Points customers(int rows, int columns, int groups) {
        Draws draws = new Draws(20_261_122);
        double[] centres = new double[groups * columns];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = 1.6 * draws.normal();
        }
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            int group = (int) (groups * Math.pow(draws.uniform(), 1.5));
            double shared = draws.normal();
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = centres[group * columns + j] + 0.5 * shared + draws.normal();
            }
        }
        return new Points(values, rows, columns);
    }

    private interface Work {
        Object done() throws Exception;
    }

    /** By how many bytes the heap was larger, at most, than what is there before. */
    private static long taken(Work work) throws Exception {
        System.gc();
        long before = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                pool.resetPeakUsage();
                before += pool.getUsage().getUsed();
            }
        }
        work.done();
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return peak - before;
    }

    /** scikit-learn, which stays for all rounds. */
    private final class Other implements AutoCloseable {
        final String name;
        double inertia;
        int iterations;
        long grown;

        private final Process python;
        private final BufferedReader answers;
        private final BufferedWriter orders;

        Other(Points points, Points initial) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    "/usr/bin/python3",
                    script.toString(),
                    write("points.bin", points).toString(),
                    String.valueOf(points.rows()),
                    String.valueOf(points.columns()),
                    write("centres.bin", initial).toString(),
                    String.valueOf(initial.rows()));
            for (String threads : new String[] {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"}) {
                builder.environment().put(threads, String.valueOf(THREADS));
            }
            python = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            answers = new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8));
            orders = python.outputWriter(StandardCharsets.UTF_8);
            name = answer();
        }

        double fit() throws IOException {
            orders.write("fit\n");
            orders.flush();
            String[] words = answer().split(" ");
            inertia = Double.parseDouble(words[1]);
            iterations = Integer.parseInt(words[2]);
            grown = Long.parseLong(words[3]);
            return Double.parseDouble(words[0]);
        }

        private String answer() throws IOException {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("Python ended; is python3-sklearn installed?");
            }
            return line;
        }

        private Path write(String file, Points points) throws IOException {
            ByteBuffer bytes =
                    ByteBuffer.allocate(points.values().length * Double.BYTES).order(ByteOrder.nativeOrder());
            bytes.asDoubleBuffer().put(points.values());
            return Files.write(folder.resolve(file), bytes.array());
        }

        @Override
        public void close() {
            python.destroy();
        }
    }
}
