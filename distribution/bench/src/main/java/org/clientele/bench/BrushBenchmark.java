package org.clientele.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;

/**
 * A range of days is dragged over a time line while three other views answer: how long it takes until they can, and how long
 * each brush takes until their frames are there; against crossfilter2 in Node.js, which holds the lines in memory and answers
 * with arrays. Both are told the same ranges by turns, and each measures itself by its own clock.
 */
final class BrushBenchmark {
    private static final String DIMENSION = "day";
    private static final List<MetricQuery> VIEWS = List.of(
            MetricQuery.of("revenue", "sales", "units").by("country"),
            MetricQuery.of("revenue", "order-lines").by("category"),
            MetricQuery.of("revenue").by("month"));
    private static final List<MetricQuery> REVENUES = List.of(
            MetricQuery.of("revenue").by("month"),
            MetricQuery.of("revenue").by("country"),
            MetricQuery.of("revenue").by("category"));
    private static final List<MetricQuery> ASKED = List.of(
            MetricQuery.of("customers", "orders").by("country"),
            MetricQuery.of("average-order-value"),
            MetricQuery.of("average-order-value", "customers").by("month"));

    private final PrintStream out;
    private final Path folder;
    private final String script;

    /** @param script {@code brush.js} with its modules beside it, or "" without it */
    BrushBenchmark(PrintStream out, Path folder, String script) {
        this.out = out;
        this.folder = folder;
        this.script = script;
    }

    void run(int lines) throws Exception {
        Path large = BrushLines.workspace(folder, lines);
        try (Workspace workspace = Workspace.open(large, WorkspaceOptions.withPlugins(List.of()))) {
            activations(workspace, lines, "country, category and month", VIEWS);
            activations(workspace, lines, "country and month", List.of(VIEWS.get(0), VIEWS.get(2)));
            brushes(workspace, lines);
            drag(workspace, lines);
        }
        Folders.delete(large);
        int million = 1_000_000;
        Path small = BrushLines.workspace(folder, million);
        Path file = folder.resolve("lines.bin");
        BrushLines.write(small, file);
        try (Workspace workspace = Workspace.open(small, WorkspaceOptions.withPlugins(List.of()))) {
            if (script.isEmpty()) {
                out.println("brushes against crossfilter2: left out, since it cannot be had");
            } else {
                crossfilter(workspace, file);
            }
            asked(workspace, million);
        }
        Folders.delete(small);
    }

    /** Only the drag in the window. */
    void runDrag(int lines) throws Exception {
        Path large = BrushLines.workspace(folder, lines);
        try (Workspace workspace = Workspace.open(large, WorkspaceOptions.withPlugins(List.of()))) {
            drag(workspace, lines);
        }
    }

    private void drag(Workspace workspace, int lines) {
        if (System.getenv("DISPLAY") == null) {
            out.println("brush in the window: left out, since there is no display");
        } else {
            new BrushDragBenchmark(out, workspace, lines).run();
            new AreaDragBenchmark(out, workspace).run();
        }
    }

    static String load() {
        return String.format(
                Locale.ROOT,
                "load %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void activations(Workspace workspace, int lines, String views, List<MetricQuery> questions) {
        double[] millis = new double[9];
        BrushCubes.Filling filling = null;
        for (int i = -2; i < millis.length; i++) {
            // A session of its own has no cubes yet; what the dashboard knows before is known.
            try (Session session = workspace.session(Subject.local(), Policy.allowAll())) {
                session.query(MetricQuery.of("revenue"), CancelSignal.create());
                long start = System.nanoTime();
                filling = session.cubes(questions, DIMENSION, CancelSignal.create())
                        .filling();
                millis[Math.max(0, i)] = Pair.millisSince(start);
            }
        }
        out.printf(
                Locale.ROOT,
                "brush, %,d lines, views by %s: activation %s (aim at most 400 ms); %d statements, %,d cells, %s%n",
                lines,
                views,
                spread(millis),
                filling == null ? 0 : filling.statements(),
                filling == null ? 0 : filling.cells(),
                load());
    }

    private void brushes(Workspace workspace, int lines) {
        Random random = new Random(1);
        try (Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            BrushCubes cubes = session.cubes(VIEWS, DIMENSION, CancelSignal.create());
            double[] millis = new double[2000];
            long rows = 0;
            for (int i = -500; i < millis.length; i++) {
                Filter brush = range(random);
                long start = System.nanoTime();
                for (int view = 0; view < VIEWS.size(); view++) {
                    rows += cubes.answer(view, brush).orElseThrow().rowCount();
                }
                millis[Math.max(0, i)] = Pair.millisSince(start);
            }
            out.printf(
                    Locale.ROOT,
                    "brush, %,d lines, three views of %,d rows on average: %s a brush (aim of p95 at most"
                            + " 16.7 ms)%n",
                    lines,
                    rows / 2500,
                    spread(millis));
        }
    }

    private static Filter range(Random random) {
        int first = random.nextInt(BrushLines.DAYS);
        return days(first, first + random.nextInt(BrushLines.DAYS - first));
    }

    private static Filter days(int first, int last) {
        return new Filter.Range(
                DIMENSION,
                BrushLines.FIRST.plusDays(first).toString(),
                BrushLines.FIRST.plusDays(last).toString());
    }

    static String spread(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %,.3f, p95 %,.3f, max %,.3f ms",
                sorted[sorted.length / 2],
                sorted[(int) Math.ceil(sorted.length * 0.95) - 1],
                sorted[sorted.length - 1]);
    }

    /** The other side. */
    private static final class Node implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;
        private final BufferedWriter orders;
        private final double loading;

        Node(String script, Path file) throws IOException {
            process = new ProcessBuilder("node", "--max-old-space-size=4096", script, file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            orders = process.outputWriter(StandardCharsets.UTF_8);
            loading = Double.parseDouble(line());
        }

        /** Milliseconds, then the sum over each view's groups. */
        String[] brush(int first, int last) throws IOException {
            orders.write(first + " " + last + "\n");
            orders.flush();
            return line().split(" ");
        }

        private String line() throws IOException {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("Node ended; is crossfilter2 installed beside the script?");
            }
            return line;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private void crossfilter(Workspace workspace, Path file) throws IOException {
        try (Session session = workspace.session(Subject.local(), Policy.allowAll());
                Node node = new Node(script, file)) {
            long start = System.nanoTime();
            BrushCubes cubes = session.cubes(REVENUES, DIMENSION, CancelSignal.create());
            out.printf(
                    Locale.ROOT,
                    "brush, 1,000,000 lines: activation %,.0f ms, crossfilter2 %,.0f ms with the lines in its memory%n",
                    Pair.millisSince(start),
                    node.loading);
            Random random = new Random(2);
            double[][] jumps = new double[2][200];
            for (int i = -40; i < jumps[0].length; i++) {
                int first = random.nextInt(BrushLines.DAYS);
                turn(cubes, node, first, first + random.nextInt(BrushLines.DAYS - first), jumps, i);
            }
            compare("jumps", jumps, 0.1);
            double[][] drags = new double[2][1000];
            int length = 90;
            for (int i = -200; i < drags[0].length; i++) {
                int first = Math.floorMod(i, BrushLines.DAYS - length);
                // A window that comes back to the start is a jump, and no part of the drag.
                if (first == 0) {
                    turn(cubes, node, first, first + length, new double[2][1], -1);
                } else {
                    turn(cubes, node, first, first + length, drags, i);
                }
            }
            compare("drags", drags, 2);
        }
    }

    private static void turn(BrushCubes cubes, Node node, int first, int last, double[][] into, int at)
            throws IOException {
        Filter brush = days(first, last);
        long start = System.nanoTime();
        Frame[] frames = new Frame[REVENUES.size()];
        for (int view = 0; view < frames.length; view++) {
            frames[view] = cubes.answer(view, brush).orElseThrow();
        }
        double ours = Pair.millisSince(start);
        String[] theirs = node.brush(first, last);
        for (int view = 0; view < frames.length; view++) {
            Column revenue = frames[view].column("revenue");
            double sum = 0;
            for (int row = 0; row < revenue.size(); row++) {
                sum += revenue.doubleAt(row) * 100;
            }
            if (Math.abs(sum - Double.parseDouble(theirs[view + 1])) > 0.5) {
                throw new IllegalStateException("The two sides do not agree on days " + first + " to " + last + ".");
            }
        }
        if (at >= 0) {
            into[0][at] = ours;
            into[1][at] = Double.parseDouble(theirs[0]);
        }
    }

    private void compare(String what, double[][] millis, double aim) {
        double[] ratios = new double[millis[0].length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = millis[1][i] == 0 ? 1 : millis[0][i] / millis[1][i];
        }
        Arrays.sort(ratios);
        out.printf(
                Locale.ROOT,
                "brush, %s: ours %s; crossfilter2 %s; ratio %.3f (p95 %.3f, %d pairs; aim at most %.1f); %s%n",
                what,
                spread(millis[0]),
                spread(millis[1]),
                ratios[ratios.length / 2],
                ratios[(int) (ratios.length * 0.95)],
                ratios.length,
                aim,
                load());
    }

    /** What cannot be added up and is asked for after each brush. */
    private void asked(Workspace workspace, int lines) {
        try (Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            Random random = new Random(3);
            double[] millis = new double[30];
            for (int i = -5; i < millis.length; i++) {
                Filter brush = range(random);
                long start = System.nanoTime();
                for (MetricQuery question : ASKED) {
                    session.query(question.where(brush), CancelSignal.create());
                }
                millis[Math.max(0, i)] = Pair.millisSince(start);
            }
            out.printf(
                    Locale.ROOT,
                    "brush, %,d lines, three views of distinct customers and orders, one after the other: %s"
                            + " (aim at most 500 ms); %s%n",
                    lines,
                    spread(millis),
                    load());
        }
    }
}
