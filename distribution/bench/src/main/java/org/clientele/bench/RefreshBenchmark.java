package org.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.WatchedFolder;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;

/** How long it takes from lines that are appended to a watched file to open tiles that are painted with them. */
final class RefreshBenchmark {
    private static final int APPENDS = 25;
    private static final int LINES = 100;
    private static final String DASHBOARD = "clientele.executive/overview";

    private final PrintStream out;
    private final Path file;
    private final Path plugins;
    private final Path folder;

    /**
     * @param file Online Retail, which is there before
     * @param product the assembled product
     * @param folder for a workspace of its own
     */
    RefreshBenchmark(PrintStream out, Path file, Path product, Path folder) {
        this.out = out;
        this.file = file;
        this.plugins = product.resolve("plugins");
        this.folder = folder;
    }

    void run() throws IOException {
        try (Workspace workspace =
                        Workspace.open(folder.resolve("refresh"), WorkspaceOptions.withPlugins(List.of(plugins)));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            imported(session, file);
            Path inbox = Files.createDirectories(folder.resolve("inbox"));
            Path growing = inbox.resolve("more.csv");
            Files.writeString(
                    growing,
                    "order_id,ordered_at,customer_id,product_id,country,quantity,unit_price,currency\n" + lines(0));
            session.imports().saveRecipe(proposal(session, growing), "Live");
            Display display = Display.getDefault();
            try (Background background = new Background(display)) {
                measure(display, session, background, growing);
            }
        }
    }

    private static ProposedTable proposal(Session session, Path growing) {
        ImportCommand command = new ImportCommand(List.of(growing), "", "order_line", ImportMode.APPEND);
        return session.imports()
                .propose(command, CancelSignal.create())
                .tables()
                .get(0);
    }

    private static void imported(Session session, Path file) {
        session.imports()
                .run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
    }

    private void measure(Display display, Session session, Background background, Path growing) throws IOException {
        DashboardPage page = OpenPage.listed(DASHBOARD, session, background, new Point(1280, 900));
        String[] shown = {page.sight().describes("revenue")};
        try (WatchedFolder watched =
                WatchedFolder.watch(session, growing.resolveSibling(""), () -> background.ui(page::refresh))) {
            WindowEvents.await(display, () -> watched.problem().isEmpty() && changed(page, shown));
            double[] millis = new double[APPENDS];
            for (int i = 0; i < APPENDS; i++) {
                long start = System.nanoTime();
                Files.writeString(growing, lines(i + 1), StandardOpenOption.APPEND);
                WindowEvents.await(display, () -> changed(page, shown));
                millis[i] = Pair.millisSince(start);
            }
            Arrays.sort(millis);
            out.printf(
                    Locale.ROOT,
                    "refresh, %d times %d lines beside Online Retail: from the append to the painted overview p50 %.0f,"
                            + " p95 %.0f, max %.0f ms (aim at most 2000 ms); load %.1f%n",
                    APPENDS,
                    LINES,
                    millis[APPENDS / 2],
                    millis[(int) Math.ceil(APPENDS * 0.95) - 1],
                    millis[APPENDS - 1],
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
        OpenPage.close(page);
    }

    private static boolean changed(DashboardPage page, String[] shown) {
        if (!page.settled() || page.sight().describes("revenue").equals(shown[0])) {
            return false;
        }
        shown[0] = page.sight().describes("revenue");
        return true;
    }

    private static String lines(int append) {
        StringBuilder all = new StringBuilder();
        LocalDate day = LocalDate.of(2011, 12, 9);
        for (int i = 0; i < LINES; i++) {
            all.append('L')
                    .append(append)
                    .append(',')
                    .append(day)
                    .append("T12:00:00,C")
                    .append(i % 40);
            all.append(",P")
                    .append(i)
                    .append(",United Kingdom,1,")
                    .append(1000 + i)
                    .append(".00,GBP\n");
        }
        return all.toString();
    }
}
