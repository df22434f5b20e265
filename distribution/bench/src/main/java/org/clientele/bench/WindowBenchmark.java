package org.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** How long a full page of twelve tiles takes to paint, and how long the window is deaf while it is resized. */
final class WindowBenchmark {
    private static final int WIDTH = 1560;
    private static final int HEIGHT = 1160;
    private static final int PAINTS = 100;
    private static final int SIZES = 60;
    private static final long PATIENCE = 60_000_000_000L;

    private final PrintStream out;
    private final Path folder;

    /** @param folder for a workspace of its own */
    WindowBenchmark(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    void run() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("window-plugins"));
        PluginJar.write(TwelveTiles.class, plugins.resolve("twelve.jar"));
        try (Workspace workspace =
                        Workspace.open(folder.resolve("window"), WorkspaceOptions.withPlugins(List.of(plugins)));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            SampleOptions options = new SampleOptions(2000, SampleOptions.DEFAULT_SEED);
            CancelSignal cancel = CancelSignal.create();
            session.imports()
                    .load(
                            "Sample",
                            "2000",
                            cancel,
                            sink -> new SampleRetailer(options).generate(sink::rows, Progress.NONE, cancel));
            Display display = new Display();
            try (Background background = new Background(display)) {
                measure(display, session, background);
            } finally {
                display.dispose();
            }
        }
    }

    private void measure(Display display, Session session, Background background) {
        DashboardPage page = OpenPage.listed(TwelveTiles.ID, session, background, new Point(WIDTH, HEIGHT));
        paints(display, page);
        resizes(display, page);
        OpenPage.close(page);
    }

    /** From the paint event's arrival to the last line drawn; the toolkit's own copy to the screen is not in it. */
    private void paints(Display display, DashboardPage page) {
        List<Took> took = new ArrayList<>();
        Took[] start = {Took.NOTHING};
        Listener begin = e -> {
            if (e.widget == page.control()) {
                start[0] = Took.now();
            }
        };
        Listener end = e -> took.add(Took.since(start[0]));
        display.addFilter(SWT.Paint, begin);
        page.control().addListener(SWT.Paint, end);
        for (int i = 1; i <= PAINTS + 10; i++) {
            int wanted = i;
            page.control().redraw();
            await(display, () -> took.size() >= wanted);
        }
        display.removeFilter(SWT.Paint, begin);
        page.control().removeListener(SWT.Paint, end);
        print("repaint, twelve tiles", took.subList(10, PAINTS + 10), 16);
    }

    /** The longest single event of each step of a drag at the window's edge, until the pictures are there. */
    private void resizes(Display display, DashboardPage page) {
        Shell shell = page.control().getShell();
        List<Took> longest = new ArrayList<>();
        for (int i = 0; i < SIZES; i++) {
            Took[] most = {Took.NOTHING};
            shell.setSize(WIDTH - i * 9, HEIGHT - i * 4);
            boolean last = i % 10 == 9;
            long until = System.nanoTime() + 16_000_000L;
            handle(display, most, () -> last ? page.settled() : System.nanoTime() > until);
            longest.add(most[0]);
        }
        print("resize, longest event", longest, 50);
    }

    private void print(String what, List<Took> took, double aim) {
        out.printf(
                Locale.ROOT,
                "%-34s %s; of that at work %s (%d times; aim at most %.0f ms)%n",
                what,
                said(took.stream().map(Took::millis).sorted().toList()),
                said(took.stream().map(Took::working).sorted().toList()),
                took.size(),
                aim);
    }

    private static String said(List<Double> sorted) {
        return String.format(
                Locale.ROOT,
                "median %.1f, 95 %% below %.1f, longest %.1f ms",
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100),
                sorted.get(sorted.size() - 1));
    }

    /**
     * How long something took on this thread, and for how long of that it had a processor: on a machine that is busy with
     * other things the first says more of them than of us.
     */
    private record Took(double millis, double working) {
        static final Took NOTHING = new Took(0, 0);
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        static Took now() {
            return new Took(System.nanoTime() / 1e6, THREADS.getCurrentThreadCpuTime() / 1e6);
        }

        static Took since(Took start) {
            Took end = now();
            return new Took(end.millis - start.millis, end.working - start.working);
        }

        Took longer(Took other) {
            return other.millis > millis ? other : this;
        }
    }

    private static void await(Display display, BooleanSupplier condition) {
        handle(display, new Took[] {Took.NOTHING}, condition);
    }

    private static void handle(Display display, Took[] longest, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The window did not get ready in a minute.");
            }
            Took start = Took.now();
            boolean more = display.readAndDispatch();
            longest[0] = longest[0].longer(Took.since(start));
            if (!more) {
                Thread.onSpinWait();
            }
        }
    }
}
