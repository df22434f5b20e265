package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.SetDraft;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person works with cards of the shipped segmentation plugin: those that choose how customers are grouped, and the map. */
class SegmentationOnScreenTest {
    private static final String CLUSTERS = "clientele.segmentation/clusters";
    private static final String MAP = "clientele.segmentation/map";
    private static final int CUSTOMERS = 200;
    private static final long PATIENCE = 60_000_000_000L;

    @TempDir
    private static Path folder;

    private static Display display;
    private static Workspace workspace;
    private static Session session;
    private static Background background;
    private Shell shell;
    private DashboardPage page;

    @BeforeAll
    static void opensTheShippedPluginsOnASmallSample() {
        assumeThat(System.getenv("DISPLAY"))
                .as("no display: run under xvfb-run")
                .isNotNull();
        Path plugins = Path.of(System.getProperty("clientele.product"), "plugins");
        workspace = Workspace.open(folder.resolve("shop"), WorkspaceOptions.withPlugins(List.of(plugins)));
        session = workspace.session(Subject.local(), Policy.allowAll());
        CancelSignal cancel = CancelSignal.create();
        SampleRetailer retailer = new SampleRetailer(new SampleOptions(CUSTOMERS, SampleOptions.DEFAULT_SEED));
        session.imports().load("Sample", "200", cancel, sink -> retailer.generate(sink::rows, Progress.NONE, cancel));
        display = Display.getDefault();
        background = new Background(display);
    }

    @AfterAll
    static void closes() {
        if (workspace != null) {
            background.close();
            session.close();
            workspace.close();
        }
    }

    @AfterEach
    void closesThePage() {
        if (shell != null) {
            page.close();
            shell.close();
        }
    }

    @Test
    void aWayThatTheSearchFoundAndTheCutOfTheTreeChooseForAllCards() {
        open(CLUSTERS, Set.of("table", "search", "tree"));
        await("the search", () -> answered("search"));
        Frame ways = view().frame("search").orElseThrow();
        Rectangle b = reached("search");
        // DBSCAN finds as many segments as there are, whatever number the tree chooses; what is usual is not among what
        // is chosen.
        for (int y = b.y + 40; y < b.y + b.height && !goesByNumber(chosen()); y += 12) {
            press(b.x + 60, y);
            release(b.x + 60, y);
        }
        Map<String, String> way = chosen();
        assertThat(way).containsKeys("algorithm", "k").matches(SegmentationOnScreenTest::goesByNumber);
        assertThat(ways.rowCount()).isPositive();
        assertThat(rowOf(ways, way)).as("a row of %s says %s", ways, way).isNotNegative();
        await("as many segments", () -> answered("table") && segments() == Integer.parseInt(way.get("k")));

        await("the tree", () -> answered("tree"));
        Rectangle t = reached("tree");
        press(t.x + t.width / 2, t.y + t.height * 3 / 5);
        for (int step = 1; step <= 4; step++) {
            send(SWT.MouseMove, 0, t.x + t.width / 2 + step * 20, t.y + t.height * 3 / 5);
        }
        release(t.x + t.width / 2 + 80, t.y + t.height * 3 / 5);
        await(
                "another number of segments",
                () -> !chosen().getOrDefault("k", "").equals(way.get("k")));
        int cut = Integer.parseInt(chosen().get("k"));
        await("all cards have it", () -> answered("table") && segments() == cut);

        page.history().orElseThrow().undo();
        assertThat(chosen()).as("one step back").isEqualTo(way);
        await("all cards have it back", () -> answered("table") && segments() == Integer.parseInt(way.get("k")));
    }

    @Test
    void customersWithinARectangleOnTheMapBecomeASet() {
        open(MAP, Set.of("map", "spend"));
        await("the map", () -> answered("map"));
        Rectangle b = reached("map");
        int bottom = b.y + b.height - 90;
        press(b.x + 100, bottom);
        for (int step = 1; step <= 4; step++) {
            send(
                    SWT.MouseMove,
                    0,
                    b.x + 100 + step * (b.width / 2 - 100) / 4,
                    bottom + step * (b.y + 140 - bottom) / 4);
        }
        await("customers within", () -> page.sight().held() > 0);
        int held = page.sight().held();
        release(b.x + b.width / 2, b.y + 140);
        await("they are picked", () -> !page.scope().selection("map").isEmpty());
        assertThat(page.scope().selection("map"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Filter.Members.class, m -> assertThat(m.members()).hasSize(held));

        CustomerSet set = session.sets()
                .create(SetDraft.of("Of the map", SetRule.of(page.scope())), Progress.NONE, CancelSignal.create());

        assertThat(set.listed()).isEqualTo(held).isBetween(1L, CUSTOMERS - 1L);
    }

    /** Some cards of a page, as the plugin makes them. */
    private void open(String id, Set<String> cards) {
        DashboardSpec whole = session.dashboard(id);
        List<TileSpec> tiles =
                whole.tiles().stream().filter(t -> cards.contains(t.id())).toList();
        DashboardSpec spec =
                new DashboardSpec(whole.id(), whole.title(), whole.description(), tiles, whole.schemaVersion());
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(1280, 900);
        DashboardEntry entry = session.dashboards().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
        page = new DashboardPage(
                shell,
                Palette.LIGHT,
                entry,
                Scope.of(PeriodChoice.ALL),
                session,
                (scope, told) -> session.open(spec, scope, told),
                background,
                host());
        shell.open();
        await("the page", () -> page.settled());
    }

    /** A window around the page that has nothing to say, but of what fails. */
    private static PageHost host() {
        return (PageHost) Proxy.newProxyInstance(
                PageHost.class.getClassLoader(), new Class<?>[] {PageHost.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isNotEqualTo("failed");
                    return method.getReturnType() == boolean.class
                            ? method.getName().equals("calm")
                            : null;
                });
    }

    private DashboardView view() {
        DashboardView view = page.view();
        assertThat(view).isNotNull();
        return view;
    }

    private boolean answered(String card) {
        return page.settled() && view().frame(card).isPresent() && !page.isStale(card);
    }

    private int segments() {
        return view().frame("table").orElseThrow().rowCount();
    }

    private Map<String, String> chosen() {
        return page.scope().parameters();
    }

    private static boolean goesByNumber(Map<String, String> way) {
        return way.containsKey("k") && way.containsKey("algorithm") && !"DBSCAN".equals(way.get("algorithm"));
    }

    private static int rowOf(Frame ways, Map<String, String> way) {
        for (int row = 0; row < ways.rowCount(); row++) {
            if (String.valueOf(ways.column("algorithm").valueAt(row)).equals(way.get("algorithm"))
                    && String.valueOf(ways.column("k").valueAt(row)).equals(way.get("k"))) {
                return row;
            }
        }
        return -1;
    }

    private Rectangle reached(String card) {
        page.reach(card);
        await("the picture of " + card, () -> page.settled());
        return page.sight().tileBounds(card).orElseThrow();
    }

    private void press(int x, int y) {
        send(SWT.MouseMove, 0, x, y);
        send(SWT.MouseDown, 1, x, y);
    }

    private void release(int x, int y) {
        send(SWT.MouseUp, 1, x, y);
        while (display.readAndDispatch()) {
            // what follows from it is handled at once
        }
    }

    private void send(int type, int button, int x, int y) {
        Event e = new Event();
        e.button = button;
        e.count = 1;
        e.x = x;
        e.y = y;
        e.stateMask = type == SWT.MouseDown || button == 0 && type != SWT.MouseMove ? 0 : SWT.BUTTON1;
        page.control().notifyListeners(type, e);
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited a minute in vain for: " + what);
            }
            if (!display.readAndDispatch()) {
                boolean[] tick = {false};
                display.timerExec(10, () -> tick[0] = true);
                display.sleep();
            }
        }
    }
}
