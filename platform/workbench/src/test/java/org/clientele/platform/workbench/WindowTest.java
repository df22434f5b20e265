package org.clientele.platform.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.frame.Toast.Notice;
import org.clientele.platform.workbench.imports.Wizard;
import org.clientele.platform.workbench.imports.WizardModel;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.paint.DrawnPane;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.chart.Theme;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Drives the real window on a real workspace with mouse and keyboard. */
@ExtendWith(PictureOfFailure.class)
class WindowTest {
    private static final String OVERVIEW = "trial.window/overview";
    private static final String BROKEN = "trial.window/broken";

    @TempDir(cleanup = CleanupMode.NEVER)
    Path temporary;

    private final List<Milestone> milestones = new ArrayList<>();
    private Display display;
    private Hands hands;
    private WorkbenchWindow window;
    private UiWatch watch;

    @BeforeEach
    void needsADisplay(TestInfo test) {
        display = OnScreen.display();
        hands = new Hands();
        System.setProperty(
                Preferences.FILE_PROPERTY,
                temporary.resolve("workbench.properties").toString());
        watch = UiWatch.start(Thread.currentThread());
    }

    @AfterEach
    void closesTheWindow() {
        if (watch == null) {
            return; // without a display no test began
        }
        close();
        watch.stop();
        System.clearProperty(Preferences.FILE_PROPERTY);
        assertThat(watch.blockingCalls())
                .as("calls that query, import or change plugins on the UI thread")
                .isEmpty();
    }

    @Test
    void showsItselfFirstAndThenTheFirstDashboard() {
        open(TrialWorkspace.withSample(temporary));

        await("the dashboard", () -> milestones.contains(Milestone.PAGE_PAINTED));

        assertThat(milestones).containsExactly(Milestone.FIRST_PAINT, Milestone.WORKSPACE_OPEN, Milestone.PAGE_PAINTED);
        assertThat(front().id()).isEqualTo(OVERVIEW);
        assertThat(window.frame().navigation().place("nav:" + OVERVIEW)).isPresent();
    }

    @Test
    void aWindowThatIsClosedWhileItOpensItsWorkspaceHearsNoMoreOfIt() {
        TrialWorkspace workspace = TrialWorkspace.empty(temporary);
        List<Workspace> opened = new CopyOnWriteArrayList<>();
        WorkbenchWindow hasty = new WorkbenchWindow(
                display,
                folder -> {
                    opened.add(workspace.open(folder));
                    return opened.get(0);
                },
                WorkbenchOptions.defaults("test").sized(800, 600).themed(Theme.LIGHT));
        hasty.show(workspace.folder());
        hasty.shell().close();

        await("the workspace that nobody waits for", () -> !opened.isEmpty());
        await("its folder given back", () -> {
            try {
                workspace.open(workspace.folder()).close();
                return true;
            } catch (AnalyticsException stillHeld) {
                return false;
            }
        });
        assertThat(hasty.desk().workspace()).isEmpty();
    }

    @Test
    void navigationOpensTabsAndTabsCloseByCrossMiddleClickAndKey() {
        open(TrialWorkspace.withSample(temporary));
        awaitFront(OVERVIEW);

        click(window.frame().navigation(), "nav:" + BROKEN);
        awaitFront(BROKEN);
        click(window.frame().navigation(), "nav:" + BROKEN);
        assertThat(window.pages().all())
                .as("a second click opens no second tab")
                .hasSize(2);
        click(window.frame().navigation(), "nav:plugins");
        awaitFront("plugins");
        assertThat(window.pages().all()).extracting(Page::id).containsExactly(OVERVIEW, BROKEN, "plugins");

        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_TAB);
        awaitFront(OVERVIEW);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_2);
        awaitFront(BROKEN);
        hands.key(KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        await("two tabs", () -> window.pages().all().size() == 2);
        awaitPlace(window.frame().tabs(), "tab:0");
        hands.middleClick(
                window.frame().tabs().control(),
                window.frame().tabs().place("tab:0").orElseThrow());
        await("one tab", () -> window.pages().all().size() == 1);
        click(window.frame().tabs(), "close:0");
        await("no tab", () -> window.pages().all().isEmpty());
    }

    @Test
    void aMarkUnderThePointerShowsItsTooltipWithinTheWindow() {
        open(TrialWorkspace.withSample(temporary));
        DashboardPage page = dashboard(OVERVIEW);
        Rectangle view = page.control().getBounds();

        for (String tile : List.of("revenue", "by-month", "by-country")) {
            Rectangle b = page.sight().tileBounds(tile).orElseThrow();
            for (double part : new double[] {0.1, 0.5, 0.97}) {
                hands.moveTo(page.control(), (int) (b.x + b.width * part), b.y + b.height * 2 / 3);
                if (part == 0.5) {
                    await("tooltip of " + tile, () -> page.sight().tip().isPresent());
                }
                page.sight()
                        .tip()
                        .ifPresent(tip -> assertThat(contains(view, tip.bounds()))
                                .as(tip + " in " + view)
                                .isTrue());
            }
        }
        hands.moveTo(window.frame().status().control(), 20, 10);
        await("no tooltip", () -> page.sight().tip().isEmpty());
    }

    @Test
    void theKeyboardGoesFromCardToCardAndFromMarkToMark() {
        open(TrialWorkspace.withSample(temporary));
        DashboardPage page = dashboard(OVERVIEW);
        page.control().forceFocus();

        hands.key(KeyEvent.VK_TAB);
        hands.key(KeyEvent.VK_TAB);
        hands.key(KeyEvent.VK_TAB);
        hands.key(KeyEvent.VK_RIGHT);
        await("the first mark", () -> page.sight().tip().isPresent());
        String first = page.sight().tip().orElseThrow().sentence();
        assertThat(first).contains("Net revenue");
        hands.key(KeyEvent.VK_RIGHT);
        await(
                "the next mark",
                () -> page.sight()
                        .tip()
                        .filter(t -> !t.sentence().equals(first))
                        .isPresent());
        hands.key(KeyEvent.VK_LEFT);
        await(
                "the mark before",
                () -> page.sight().tip().filter(t -> t.sentence().equals(first)).isPresent());
        hands.escape();
        await("no mark", () -> page.sight().tip().isEmpty());
    }

    @Test
    void theThemeSwitchesWhileTheWindowIsOpen() {
        open(TrialWorkspace.withSample(temporary));
        DashboardPage page = dashboard(OVERVIEW);
        assertThat(brightness()).isGreaterThan(200);

        click(window.frame().tabs(), "theme");
        await("dark", () -> window.colours().dark() && page.settled());

        assertThat(brightness()).isLessThan(60);
    }

    @Test
    void oneFailingTileShowsItsErrorAndTheOthersLive() {
        open(TrialWorkspace.withSample(temporary));
        awaitFront(OVERVIEW);
        click(window.frame().navigation(), "nav:" + BROKEN);
        awaitFront(BROKEN);
        DashboardPage page = dashboard(BROKEN);

        page.control().forceFocus();
        hands.key(KeyEvent.VK_TAB);
        hands.key(KeyEvent.VK_RIGHT);
        await("a figure", () -> page.sight().tip().isPresent());
        assertThat(page.sight().tip().orElseThrow().sentence()).contains("Orders");
        hands.key(KeyEvent.VK_TAB);
        hands.key(KeyEvent.VK_RIGHT);
        await(
                "the error",
                () -> page.sight()
                        .tip()
                        .filter(tip -> tip.sentence().contains("no-such-metric"))
                        .isPresent());
    }

    @Test
    void theWheelScrollsATableInsideAndThePageAround() {
        open(TrialWorkspace.withSample(temporary));
        DashboardPage page = dashboard(OVERVIEW);
        int top = page.sight().tileBounds("customers").orElseThrow().y;

        Rectangle figure = page.sight().tileBounds("revenue").orElseThrow();
        hands.moveTo(page.control(), figure.x + 20, figure.y + 20);
        hands.wheel(20);

        await("the page at its end", () -> page.sight().tileBounds("customers").orElseThrow().y < top);
    }

    @Test
    void anImportedFileArrivesOnTheDashboardAndIsToldInNumbers() throws Exception {
        open(TrialWorkspace.empty(temporary));
        awaitFront("welcome");
        Path file = temporary.resolve("lines.csv");
        Files.writeString(file, """
                InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
                536366,71053,LANTERN,6,2010-12-01 08:28:00,3.39,17850,United Kingdom
                536367,84406B,HANGER,many,2010-12-01 08:34:00,2.75,13047,France
                """);

        window.desk().importFiles(List.of(file));
        Wizard wizard = wizard();
        await(
                "the file read",
                () -> wizard.settled() && wizard.model().obstacle().isEmpty());
        click(wizard, "import");
        await("the result", () -> wizard.model().result() != null);

        assertThat(WizardModel.Totals.of(wizard.model().result())).isEqualTo(new WizardModel.Totals(3, 2, 1, 0, 0));
        await("the welcome page gone", () -> window.pages().find("welcome").isEmpty());
        assertThat(front()).as("she stays where she is").isSameAs(wizard);
        await(
                "the dashboard to open",
                () -> !window.desk()
                        .workspace()
                        .orElseThrow()
                        .contents()
                        .status()
                        .isEmpty());
        click(wizard, "done:dashboard");
        awaitFront(OVERVIEW);
    }

    private Wizard wizard() {
        awaitFront(Wizard.ID);
        return (Wizard) front();
    }

    @Test
    void theWelcomePageOpensTheSample() {
        open(TrialWorkspace.empty(temporary));
        awaitFront("welcome");

        click((DrawnPane) front(), "action:1");

        awaitFront(OVERVIEW);
        await("its tiles", () -> front().settled());
    }

    @Test
    void aPluginIsStoppedStartedAndUpdatedWhileTheWindowIsOpen() {
        open(TrialWorkspace.withSample(temporary));
        awaitFront(OVERVIEW);
        click(window.frame().navigation(), "nav:plugins");
        awaitFront("plugins");
        DrawnPane plugins = (DrawnPane) front();

        click(plugins, "toggle:trial.window");
        await("its dashboard closed", () -> window.pages().find(OVERVIEW).isEmpty());
        await(
                "gone from navigation",
                () -> window.frame().navigation().place("nav:" + OVERVIEW).isEmpty());
        click(plugins, "toggle:trial.window");
        await(
                "back in navigation",
                () -> window.frame().navigation().place("nav:" + OVERVIEW).isPresent());
        click(window.frame().navigation(), "nav:" + OVERVIEW);
        DashboardPage before = dashboard(OVERVIEW);
        ((org.clientele.platform.workbench.page.PluginsPage)
                        window.pages().find("plugins").orElseThrow())
                .install(TrialWorkspace.jar(temporary.resolve("newer.jar"), "1.1.0"));

        await(
                "its page anew",
                () -> window.pages().find(OVERVIEW).filter(p -> p != before).isPresent());
        await("its tiles", () -> window.pages().find(OVERVIEW).orElseThrow().settled());
    }

    @Test
    void aWorkspaceInUseIsSaidCalmlyAndOpensOnTryAgain() {
        TrialWorkspace w = TrialWorkspace.withSample(temporary);
        Path elsewhere = temporary.resolve("held");
        try (Workspace held = w.open(elsewhere)) {
            openAt(w, elsewhere);
            awaitFront("failure");
            assertThat(front().title()).isEqualTo("In use");
            assertThat(held.directory()).isEqualTo(elsewhere);
        }

        click((DrawnPane) front(), "action:1");

        awaitFront("welcome");
    }

    @Test
    void theNextWindowLooksAsTheLastOneWasLeft() {
        TrialWorkspace w = TrialWorkspace.withSample(temporary);
        open(w);
        awaitFront(OVERVIEW);
        click(window.frame().navigation(), "nav:" + BROKEN);
        awaitFront(BROKEN);
        click(window.frame().navigation(), "nav:collapse");
        await("collapsed", () -> window.frame().navigation().width() == NavigationPane.NARROW);
        click(window.frame().tabs(), "theme");
        await("dark", () -> window.colours().dark());
        close();

        openAs(w, w.folder(), WorkbenchOptions.defaults("test"));

        awaitFront(BROKEN);
        assertThat(window.pages().all()).extracting(Page::id).containsExactly(OVERVIEW, BROKEN);
        assertThat(window.colours().dark()).isTrue();
        assertThat(window.frame().navigation().width()).isEqualTo(NavigationPane.NARROW);
    }

    @Test
    void aScreenshotIsThePictureOfTheFinishedWindowInTheAskedSize() {
        TrialWorkspace w = TrialWorkspace.withSample(temporary);
        Path png = temporary.resolve("pictures/window.png");

        openAs(w, w.folder(), options().sized(1000, 700).themed(Theme.DARK).screenshot(png));
        await("closed by itself", () -> window.shell().isDisposed());

        ImageData picture = new ImageData(png.toString());
        assertThat(picture.width).isEqualTo(1000);
        assertThat(picture.height).isEqualTo(700);
        assertThat(picture.palette.getRGB(picture.getPixel(500, 695)).red).isLessThan(60);
    }

    private WorkbenchOptions options() {
        return WorkbenchOptions.defaults("test")
                .sized(1280, 800)
                .themed(Theme.LIGHT)
                .sample(TrialWorkspace::load)
                .milestones(milestones::add);
    }

    private void open(TrialWorkspace w) {
        openAt(w, w.folder());
    }

    private void openAt(TrialWorkspace w, Path folder) {
        openAs(w, folder, options());
    }

    private void openAs(TrialWorkspace w, Path folder, WorkbenchOptions options) {
        window = new WorkbenchWindow(display, w::open, options);
        window.show(folder);
        window.shell().forceActive();
    }

    private void close() {
        if (window != null && !window.shell().isDisposed()) {
            window.shell().close();
        }
    }

    private Page front() {
        return window.pages().front().orElseThrow();
    }

    private Notice notice() {
        return window.frame().toast().notice();
    }

    private DashboardPage dashboard(String id) {
        awaitFront(id);
        await("tiles of " + id, () -> front().settled());
        return (DashboardPage) front();
    }

    private void awaitFront(String id) {
        await(
                id + " in front",
                () -> window.pages().front().filter(p -> p.id().equals(id)).isPresent());
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        OnScreen.await(what, condition);
    }

    private void awaitPlace(DrawnPane pane, String id) {
        await(id, () -> pane.place(id).isPresent());
    }

    private void click(DrawnPane pane, String id) {
        awaitPlace(pane, id);
        hands.click(pane.control(), pane.place(id).orElseThrow());
        boolean[] done = {false};
        display.asyncExec(() -> done[0] = true);
        await("the click", () -> done[0]);
    }

    private static boolean contains(Rectangle outer, Rectangle inner) {
        return inner.x >= 0
                && inner.y >= 0
                && inner.x + inner.width <= outer.width
                && inner.y + inner.height <= outer.height;
    }

    private int brightness() {
        Path file = temporary.resolve("now.png");
        assertThat(Snapshot.write(window.shell(), file)).isEmpty();
        ImageData data = new ImageLoader().load(file.toString())[0];
        long sum = 0;
        int n = 0;
        for (int y = 5; y < data.height; y += 7) {
            for (int x = 5; x < data.width; x += 7) {
                sum += data.palette.getRGB(data.getPixel(x, y)).green;
                n++;
            }
        }
        return (int) (sum / n);
    }
}
