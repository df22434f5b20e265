package org.clientele.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.MetricQuery;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * A person drags a range of days over a real page: how long it takes from the pointer's move until the last of the three other
 * cards is painted with its answer. Moves come as from a mouse, sixty a second, whether the page is ready or not; each waits for
 * the first painting that answers it or a later one.
 */
final class BrushDragBenchmark {
    private static final String DAYS = "days";
    private static final int MOVES = 600;
    private static final long PATIENCE = 60_000_000_000L;

    private final PrintStream out;
    private final Workspace workspace;
    private final int lines;

    BrushDragBenchmark(PrintStream out, Workspace workspace, int lines) {
        this.out = out;
        this.workspace = workspace;
        this.lines = lines;
    }

    private static DashboardSpec dashboard() {
        return DashboardSpec.builder("bench.window/brush", "Brush")
                .tile(tile(DAYS, MetricQuery.of("revenue").by("day"), line("day")))
                .tile(tile("months", MetricQuery.of("revenue").by("month"), line("month")))
                .tile(tile("countries", MetricQuery.of("revenue").by("country").top(12), bars("country")))
                .tile(tile("categories", MetricQuery.of("revenue", "units").by("category"), bars("category")))
                .build();
    }

    private static TileSpec.Builder tile(String id, MetricQuery query, ChartSpec chart) {
        return TileSpec.builder(id, id, query, chart).size(6, 6);
    }

    private static ChartSpec line(String x) {
        return ChartSpec.of(ChartSpec.LINE).encode(Channel.X, x).encode(Channel.Y, "revenue");
    }

    private static ChartSpec bars(String x) {
        return ChartSpec.of(ChartSpec.BAR)
                .encode(Channel.X, x)
                .encode(Channel.Y, "revenue")
                .option("horizontal", "true");
    }

    void run() {
        Display display = Display.getDefault();
        OpenPage.with(workspace, dashboard(), page -> drag(display, page));
        // A session of its own has nothing ready yet.
        OpenPage.with(workspace, dashboard(), page -> {
            WindowEvents.await(display, () -> page.sight().brushable().contains(DAYS));
            Drag drag = new Drag(page);
            out.printf(
                    Locale.ROOT,
                    "brush, %,d lines, a drag in the window of a page that has rested: first answer painted after %.0f ms (aim"
                            + " at most 400 ms); load %.1f%n",
                    lines,
                    activation(display, page, drag),
                    load());
            drag.send(SWT.MouseUp, 1, drag.left());
            WindowEvents.await(display, page::settled);
        });
    }

    /** The pointer over the card of days. */
    private record Drag(Control control, int left, int right, int y) {
        Drag(DashboardPage page) {
            this(page.control(), page.sight().tileBounds(DAYS).orElseThrow());
        }

        private Drag(Control control, Rectangle b) {
            this(control, b.x + 80, b.x + b.width - 40, b.y + b.height / 2);
        }

        void send(int type, int button, int x) {
            OpenPage.send(control, type, button, x, y, 0);
        }
    }

    /** Takes hold of a range and waits for the first answer, in milliseconds. */
    private static double activation(Display display, DashboardPage page, Drag drag) {
        long start = System.nanoTime();
        drag.send(SWT.MouseDown, 1, drag.left());
        drag.send(SWT.MouseMove, 0, drag.left() + 8);
        WindowEvents.await(
                display, () -> page.sight().brushPainted() == page.sight().brushAsked());
        return Pair.millisSince(start);
    }

    private void drag(Display display, DashboardPage page) {
        Drag drag = new Drag(page);
        double activation = activation(display, page, drag);
        Map<String, Double> before = working();
        double[] millis = measure(display, page, drag);
        Map<String, Double> after = working();
        drag.send(SWT.MouseUp, 1, drag.left());
        WindowEvents.await(display, page::settled);
        Arrays.sort(millis);
        out.printf(
                Locale.ROOT,
                "brush, %,d lines, a drag in the window the moment its page is there, three linked views: first answer painted after %.0f ms (aim at"
                        + " most 400 ms); from each of %d moves to its painted pictures p50 %.1f, p95 %.1f, max %.1f ms"
                        + " (aim of p95 at most 16.7 ms); at work for each move: window %.1f, layout %.1f, answers %.1f ms;"
                        + " load %.1f%n",
                lines,
                activation,
                millis.length,
                millis[millis.length / 2],
                millis[(int) Math.ceil(millis.length * 0.95) - 1],
                millis[millis.length - 1],
                each(before, after, "main", millis.length),
                each(before, after, "clientele-layout", millis.length),
                each(before, after, "clientele-brush", millis.length),
                load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /**
     * For how long each kind of thread had a processor so far, in milliseconds: on a machine that is busy with other things the
     * rest says more of them than of us.
     */
    private static Map<String, Double> working() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> all = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            long nanos = threads.getThreadCpuTime(id);
            if (info != null && nanos > 0) {
                all.merge(info.getThreadName().replaceAll("-[0-9]+$", ""), nanos / 1e6, Double::sum);
            }
        }
        return all;
    }

    private static double each(Map<String, Double> before, Map<String, Double> after, String threads, int moves) {
        return (after.getOrDefault(threads, 0.0) - before.getOrDefault(threads, 0.0)) / Math.max(1, moves);
    }

    /** A move that asked for a range, and when. */
    private record Move(long range, long at) {}

    private double[] measure(Display display, DashboardPage page, Drag drag) {
        int from = drag.left() + 8;
        int to = drag.right();
        List<Double> millis = new ArrayList<>();
        List<Move> waiting = new ArrayList<>();
        long next = System.nanoTime();
        long end = next + PATIENCE;
        for (int i = 1; i <= MOVES || !waiting.isEmpty(); ) {
            long now = System.nanoTime();
            if (now > end) {
                throw new IllegalStateException("The drag did not end in a minute.");
            }
            if (i <= MOVES && now >= next) {
                // There and back, some two pixels a move.
                int way = i * 2 % (2 * (to - from));
                long before = page.sight().brushAsked();
                drag.send(SWT.MouseMove, 0, way < to - from ? from + way : 2 * to - from - way);
                if (page.sight().brushAsked() > before) {
                    waiting.add(new Move(page.sight().brushAsked(), now));
                }
                next += OpenPage.BETWEEN_MOVES;
                i++;
            }
            WindowEvents.handle(display);
            long painted = page.sight().brushPainted();
            long seen = System.nanoTime();
            waiting.removeIf(move -> move.range() <= painted && millis.add((seen - move.at()) / 1e6));
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
