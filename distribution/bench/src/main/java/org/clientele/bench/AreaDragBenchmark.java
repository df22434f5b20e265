package org.clientele.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * A person draws a rectangle and an outline around customers of a map: how long it takes from the pointer's move until the area
 * and the number of customers in it are painted.
 */
final class AreaDragBenchmark {
    private static final String MAP = "map";
    private static final int CUSTOMERS = 10_500;
    private static final int MOVES = 300;
    private static final long PATIENCE = 60_000_000_000L;

    private final PrintStream out;
    private final Workspace workspace;

    AreaDragBenchmark(PrintStream out, Workspace workspace) {
        this.out = out;
        this.workspace = workspace;
    }

    private static DashboardSpec dashboard() {
        return DashboardSpec.builder("bench.window/map", "Map")
                .tile(TileSpec.builder(
                                MAP,
                                "Map",
                                MetricQuery.of("revenue", "units")
                                        .by("customer")
                                        .where(new Filter.Members("customer", Collections.singletonList(null), true))
                                        .top(CUSTOMERS),
                                ChartSpec.of(ChartSpec.POINT)
                                        .encode(Channel.X, "units")
                                        .encode(Channel.Y, "revenue")
                                        .encode(Channel.LABEL, "customer"))
                        .size(12, 10))
                .tile(TileSpec.builder(
                        "months",
                        "Months",
                        MetricQuery.of("revenue").by("month"),
                        ChartSpec.of(ChartSpec.LINE).encode(Channel.X, "month").encode(Channel.Y, "revenue")))
                .build();
    }

    void run() {
        OpenPage.with(workspace, dashboard(), page -> {
            drag(page, "a rectangle", 0);
            drag(page, "an outline", SWT.CTRL);
        });
    }

    /** A move, and when it came. */
    private record Move(long number, long at) {}

    private void drag(DashboardPage page, String what, int keys) {
        Display display = Display.getDefault();
        Control control = page.control();
        Rectangle b = page.sight().tileBounds(MAP).orElseThrow();
        long[] sent = new long[1];
        long[] painted = new long[1];
        // After the page's own, so that it hears what is painted already.
        int[] paintings = new int[1];
        control.addListener(SWT.Paint, e -> {
            painted[0] = sent[0];
            paintings[0]++;
        });
        List<Double> millis = new ArrayList<>();
        List<Move> waiting = new ArrayList<>();
        int most = 0;
        OpenPage.send(control, SWT.MouseDown, 1, x(b, 0, keys), y(b, 0, keys), keys);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long worked = 0;
        long next = System.nanoTime();
        long end = next + PATIENCE;
        while (sent[0] < MOVES || !waiting.isEmpty()) {
            if (worked == 0 && paintings[0] > 0) {
                // The first painting makes a copy of the map; it stands in the greatest time.
                worked = threads.getCurrentThreadCpuTime();
                paintings[0] = 0;
            }
            long now = System.nanoTime();
            if (now > end) {
                throw new IllegalStateException("The drag did not end in a minute.");
            }
            if (sent[0] < MOVES && now >= next) {
                double part = ++sent[0] / (double) MOVES;
                waiting.add(new Move(sent[0], now));
                OpenPage.send(control, SWT.MouseMove, 0, x(b, part, keys), y(b, part, keys), keys);
                most = Math.max(most, page.sight().held());
                next += OpenPage.BETWEEN_MOVES;
            }
            WindowEvents.handle(display);
            long seen = System.nanoTime();
            waiting.removeIf(move -> move.number() <= painted[0] && millis.add((seen - move.at()) / 1e6));
        }
        double each = (threads.getCurrentThreadCpuTime() - worked) / 1e6 / Math.max(1, paintings[0]);
        OpenPage.send(control, SWT.MouseUp, 1, x(b, 1, keys), y(b, 1, keys), keys);
        WindowEvents.await(display, page::settled);
        out.printf(
                Locale.ROOT,
                "brush, %s around up to %,d of %,d customers of a map: from each of %d moves to its painting %s (aim of p95 at"
                        + " most 16.7 ms); at work for each of %d paintings: window %.1f ms; %s%n",
                what,
                most,
                CUSTOMERS,
                millis.size(),
                BrushBenchmark.spread(
                        millis.stream().mapToDouble(Double::doubleValue).toArray()),
                paintings[0],
                each,
                BrushBenchmark.load());
    }

    /** A rectangle grows from the upper left; an outline goes around once. */
    private static int x(Rectangle b, double part, int keys) {
        double along = keys == 0 ? part : 0.5 - 0.5 * Math.cos(2 * Math.PI * part);
        return (int) Math.round(b.x + 140 + along * (b.width - 240));
    }

    private static int y(Rectangle b, double part, int keys) {
        double along = keys == 0 ? part : 0.5 - 0.5 * Math.sin(2 * Math.PI * part);
        return (int) Math.round(b.y + 120 + along * (b.height - 240));
    }
}
