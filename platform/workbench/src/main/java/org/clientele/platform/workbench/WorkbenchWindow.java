package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.frame.Toast.Notice;
import org.clientele.platform.workbench.frame.Toast.Tone;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.MessagePage;
import org.clientele.platform.workbench.page.MessagePage.Message;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PluginsPage;
import org.clientele.platform.workbench.page.Sheet;
import org.clientele.platform.workbench.paint.Icon;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window. It shows itself first and opens the workspace in the background; nothing that queries, imports or lays out
 * runs on the UI thread.
 *
 * <pre>{@code
 * int exit = WorkbenchWindow.open(folder, dir -> Workspace.open(dir, options), WorkbenchOptions.defaults("0.1.0"));
 * }</pre>
 */
public final class WorkbenchWindow implements MenuBar.Commands, DashboardPage.Host {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchWindow.class);
    private static final String WELCOME = "welcome";
    private static final String FAILURE = "failure";

    private final Display display;
    private final WorkspaceOpener opener;
    private final WorkbenchOptions options;
    private final Preferences preferences = Preferences.load();
    private final Background background;
    private final Shell shell;
    private final WindowFrame frame;
    private final OpenPages pages;
    private final Imports imports;
    private final WindowState state;
    private ThemeChoice themeChoice;
    private Palette palette;
    private @Nullable OpenWorkspace workspace;
    private @Nullable PeriodChoice period;
    private boolean pagePainted;
    private boolean closed;
    private int exit;

    /** A window that is not shown yet. */
    WorkbenchWindow(Display display, WorkspaceOpener opener, WorkbenchOptions options) {
        this.display = display;
        this.opener = opener;
        this.options = options;
        SwtResources.of(display).loadFonts(options.fontFolder());
        background = new Background(display);
        themeChoice = ThemeChoice.of(
                options.theme() != null ? options.theme().name() : preferences.get("theme", ThemeChoice.SYSTEM.name()));
        palette = themeChoice.palette(Display.isSystemDarkTheme());
        NativeLook.apply(palette);
        NativeLook.style(palette);
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText("Clientele");
        frame = new WindowFrame(shell, palette, actions());
        pages = new OpenPages(frame);
        imports = new Imports(shell, frame.toast(), background);
        state = new WindowState(shell, preferences);
        period = state.period();
        frame.navigation().collapsed(preferences.is("navigation.collapsed"));
        MenuBar.install(shell, this);
        Shortcuts.install(shell, this, index -> pages.show(index));
        FileDrop.install(shell, this::importFiles);
        shell.addListener(SWT.Close, e -> remember());
        shell.addListener(SWT.Dispose, e -> closeWorkspace());
        frame.empty().control().addListener(SWT.Paint, new FirstPaint(() -> reached(Milestone.FIRST_PAINT)));
    }

    /**
     * Opens a window, handles its events until it is closed, and closes the workspace.
     *
     * @param directory the workspace's folder
     * @return 0, or 1 if a window that only makes a screenshot could not show its page
     * @throws AnalyticsException RESOURCE_EXHAUSTED if there is no display to open it on
     */
    public static int open(Path directory, WorkspaceOpener opener, WorkbenchOptions options) {
        Display.setAppName("Clientele");
        Display display = display();
        try {
            WorkbenchWindow window = new WorkbenchWindow(display, opener, options);
            window.show(directory);
            while (!window.shell.isDisposed()) {
                window.handleEvents();
            }
            return window.exit;
        } finally {
            display.dispose();
        }
    }

    private static Display display() {
        try {
            return new Display();
        } catch (SWTError e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "No window can open, because the display cannot be reached (" + e.getMessage()
                            + "). Every command works without one; see --help.",
                    e);
        }
    }

    /** One turn of the event loop: a defect in a handler is told and does not end the program. */
    private void handleEvents() {
        try {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        } catch (RuntimeException e) {
            LOG.error("A window event failed", e);
            if (!shell.isDisposed()) {
                failed("Something went wrong", Background.sentence(e));
            }
        }
    }

    private WindowFrame.Actions actions() {
        NavigationPane.Actions navigation =
                new NavigationPane.Actions(this::openDashboard, this::showPlugins, this::importFiles, this::collapse);
        return new WindowFrame.Actions(
                navigation,
                i -> pages.show(i),
                i -> pages.close(i),
                () -> theme(palette.dark() ? ThemeChoice.LIGHT : ThemeChoice.DARK),
                this::refresh,
                this::choosePeriod,
                job -> {
                    if (workspace != null) {
                        workspace.session().cancel(job);
                    }
                });
    }

    /** Shows the window and starts to open the workspace. */
    void show(Path directory) {
        state.place(options.width(), options.height());
        shell.open();
        load(directory);
    }

    private void reached(Milestone milestone) {
        options.milestones().accept(milestone);
    }

    private void load(Path directory) {
        closeWorkspace();
        pages.closeAll();
        frame.toast().hide();
        Path home = directory.toAbsolutePath().normalize();
        Path name = home.getFileName();
        frame.navigation().loading(name == null ? home.toString() : name.toString());
        frame.empty().loading(true);
        frame.status().dataAge("");
        frame.status().policy("");
        frame.status().message("Opening " + home + "…");
        background.run(
                () -> OpenWorkspace.open(opener, home, background), this::attach, error -> notOpened(home, error));
    }

    private void attach(OpenWorkspace opened) {
        if (closed || workspace != null) {
            background.run(
                    () -> {
                        opened.close();
                        return true;
                    },
                    done -> {},
                    e -> LOG.warn("A workspace did not close", e));
            return;
        }
        workspace = opened;
        reached(Milestone.WORKSPACE_OPEN);
        preferences.remember(opened.workspace().directory());
        shell.setText(opened.workspace().name() + " – Clientele");
        opened.listen(
                before -> contentsChanged(opened, before),
                jobs -> frame.status().jobs(jobs),
                e -> failed("The workspace cannot be read", Background.sentence(e)));
        frame.status().policy(opened.session().policy().name());
        frame.status().message("");
        showContents(opened);
        frame.empty().loading(false);
        openFirstPages(opened);
    }

    private void showContents(OpenWorkspace opened) {
        frame.navigation().show(opened.workspace().name(), opened.groups());
        frame.status().dataAge(opened.dataAge());
    }

    private void openFirstPages(OpenWorkspace opened) {
        List<DashboardEntry> dashboards = opened.contents().dashboards();
        if (options.dashboard().equals(PluginsPage.ID)) {
            showPlugins();
            return;
        }
        if (opened.contents().status().isEmpty()) {
            pages.add(welcome(opened));
            return;
        }
        List<String> wanted = options.dashboard().isEmpty() ? state.tabs() : List.of(options.dashboard());
        for (String id : wanted) {
            if (id.equals(PluginsPage.ID)) {
                pages.addBehind(plugins(opened));
            } else {
                dashboards.stream()
                        .filter(d -> d.id().equals(id) || d.id().endsWith("/" + id))
                        .findFirst()
                        .ifPresent(d -> pages.addBehind(dashboard(opened, d)));
            }
        }
        pages.find(state.front()).ifPresent(pages::show);
        if (pages.all().isEmpty() && !dashboards.isEmpty()) {
            pages.add(dashboard(opened, dashboards.get(0)));
        } else if (pages.all().isEmpty()) {
            showPlugins();
        }
    }

    /** Data or plugins changed: pages of plugins that are new go with them, the others ask again. */
    private void contentsChanged(OpenWorkspace opened, OpenWorkspace.Contents before) {
        if (closed || workspace != opened) {
            return;
        }
        showContents(opened);
        OpenWorkspace.Contents now = opened.contents();
        for (Page page : pages.all()) {
            DashboardEntry entry = now.dashboard(page.id()).orElse(null);
            DashboardEntry old = before.dashboard(page.id()).orElse(null);
            if (old != null && entry == null) {
                pages.close(page);
            } else if (old != null && entry != null) {
                String was = before.plugins().getOrDefault(old.plugin(), "");
                if (was.equals(now.plugins().getOrDefault(entry.plugin(), ""))) {
                    page.refresh();
                } else {
                    pages.replace(page, dashboard(opened, entry));
                }
            }
        }
        if (!now.status().isEmpty()) {
            pages.find(WELCOME).ifPresent(welcome -> {
                openFirstPages(opened);
                pages.close(welcome);
            });
        }
        if (!options.dashboard().isEmpty() && pages.all().isEmpty()) {
            openFirstPages(opened);
        }
    }

    private Page dashboard(OpenWorkspace opened, DashboardEntry entry) {
        return new DashboardPage(frame.holder(), palette, entry, period, opened.session(), background, this);
    }

    private Page plugins(OpenWorkspace opened) {
        return new PluginsPage(frame.holder(), palette, opened.workspace(), background, this);
    }

    private Page welcome(OpenWorkspace opened) {
        SampleLoader sample = options.sample();
        List<Sheet.Action> actions = sample == null
                ? List.of(Sheet.Action.primary("Import a file…", this::importFiles))
                : List.of(
                        Sheet.Action.plain("Import a file…", this::importFiles),
                        Sheet.Action.primary("Open the sample", () -> loadSample(opened.session(), sample)));
        return new MessagePage(
                frame.holder(),
                palette,
                new Message(
                        WELCOME,
                        "Welcome",
                        Icon.SPARK,
                        "See your customers in a minute",
                        "This workspace is empty. Import your order lines as a CSV file, or look around in a sample shop"
                                + " first.",
                        actions,
                        "You can also drop files anywhere on this window."));
    }

    private void loadSample(Session session, SampleLoader sample) {
        session.background("Open the sample", (progress, cancel) -> {
                    sample.load(session, progress, cancel);
                    return true;
                })
                .whenComplete((done, failure) -> background.ui(() -> {
                    if (!closed && failure != null && !Background.cancelled(failure)) {
                        failed("The sample was not loaded", Background.sentence(failure));
                    }
                }));
    }

    private void notOpened(Path home, Throwable error) {
        if (closed) {
            return;
        }
        LOG.warn("The workspace {} did not open", home, error);
        boolean locked = error instanceof AnalyticsException a && a.code() == ErrorCode.WORKSPACE_LOCKED;
        frame.navigation().clear();
        frame.empty().loading(false);
        frame.status().message("No workspace is open");
        exit = 1;
        pages.add(new MessagePage(
                frame.holder(),
                palette,
                new Message(
                        FAILURE,
                        locked ? "In use" : "Not opened",
                        locked ? Icon.LOCK : Icon.WARNING,
                        locked ? "This workspace is in use" : "The workspace did not open",
                        Background.sentence(error),
                        List.of(
                                Sheet.Action.plain("Open another…", this::openWorkspace),
                                Sheet.Action.primary("Try again", () -> load(home))),
                        home.toString())));
        background.ui(() -> painted(pages.front().orElseThrow()));
    }

    private void openDashboard(String id) {
        OpenWorkspace opened = workspace;
        if (opened == null) {
            return;
        }
        pages.find(id)
                .ifPresentOrElse(
                        pages::show,
                        () -> opened.contents().dashboard(id).ifPresent(d -> pages.add(dashboard(opened, d))));
    }

    private void choosePeriod(PeriodChoice choice) {
        period = choice;
        pages.all().forEach(p -> p.period(choice));
    }

    @Override
    public void showPlugins() {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            pages.find(PluginsPage.ID).ifPresentOrElse(pages::show, () -> pages.add(plugins(opened)));
        }
    }

    @Override
    public void importFiles() {
        if (workspace != null) {
            importFiles(imports.choose());
        }
    }

    /** Imports files in the background. */
    void importFiles(List<Path> files) {
        if (workspace != null) {
            imports.start(workspace.session(), files, palette);
        }
    }

    @Override
    public void openWorkspace() {
        DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText("Open workspace");
        dialog.setMessage("Choose a workspace, or a new or empty folder.");
        String folder = dialog.open();
        if (folder != null) {
            load(Path.of(folder));
        }
    }

    @Override
    public void openWorkspace(Path folder) {
        load(folder);
    }

    @Override
    public List<String> recentWorkspaces() {
        return preferences.recent();
    }

    @Override
    public void installPlugin() {
        showPlugins();
        pages.front().ifPresent(page -> {
            if (page instanceof PluginsPage plugins) {
                plugins.choose("Install a plugin");
            }
        });
    }

    @Override
    public void closeTab() {
        pages.front().ifPresent(pages::close);
    }

    @Override
    public void exit() {
        shell.close();
    }

    @Override
    public void theme(ThemeChoice choice) {
        themeChoice = choice;
        Palette now = choice.palette(Display.isSystemDarkTheme());
        if (now == palette) {
            return;
        }
        palette = now;
        NativeLook.apply(now);
        NativeLook.style(now);
        frame.palette(now);
        pages.palette(now);
    }

    @Override
    public ThemeChoice theme() {
        return themeChoice;
    }

    @Override
    public void refresh() {
        pages.front().ifPresent(Page::refresh);
    }

    @Override
    public void collapse() {
        boolean now = frame.navigation().width() == NavigationPane.WIDE;
        frame.navigation().collapsed(now);
        preferences.put("navigation.collapsed", now);
        shell.layout(true);
    }

    @Override
    public void turn(int by) {
        pages.turn(by);
    }

    @Override
    public void shortcuts() {
        Sheet.open(shell, palette, Shortcuts.sheet());
    }

    @Override
    public void about() {
        Sheet.open(
                shell,
                palette,
                new Sheet.Content(
                        "Clientele " + options.version(),
                        List.of(
                                new Sheet.Section(
                                        "", "A workbench for customer analytics whose dashboards are plugins."),
                                new Sheet.Section(
                                        "Licence",
                                        "Apache-2.0. The licences of the parts that it contains are in the file NOTICE."),
                                new Sheet.Section(
                                        "Runs on",
                                        "Java " + Runtime.version() + ", " + System.getProperty("os.name") + ", SWT "
                                                + SWT.getVersion() + " on " + SWT.getPlatform())),
                        List.of(Sheet.Action.primary("Close", () -> {}))));
    }

    @Override
    public void changed(Page page) {
        if (pages.front().filter(p -> p == page).isPresent()) {
            pages.update();
        }
    }

    @Override
    public void painted(Page page) {
        if (closed || pagePainted || pages.front().filter(p -> p == page).isEmpty()) {
            return;
        }
        pagePainted = true;
        reached(Milestone.PAGE_PAINTED);
        Path file = options.screenshot();
        if (file != null) {
            Snapshot.writeSoon(shell, file, problem -> {
                exit = problem.isEmpty() ? exit : 1;
                shell.close();
            });
        }
    }

    @Override
    public void failed(String title, String sentence) {
        if (!closed) {
            frame.toast().show(Notice.of(Tone.BAD, title, sentence));
        }
    }

    @Override
    public void done(String sentence) {
        if (!closed) {
            frame.status().message(sentence);
        }
    }

    private void remember() {
        if (options.screenshot() == null) {
            preferences.put("theme", themeChoice.name());
            state.remember(pages, period);
            preferences.save();
        }
    }

    private void closeWorkspace() {
        OpenWorkspace old = workspace;
        workspace = null;
        if (shell.isDisposed() || display.isDisposed()) {
            closed = true;
        }
        if (old != null) {
            pages.closeAll();
            old.close();
        }
    }

    Shell shell() {
        return shell;
    }

    WindowFrame frame() {
        return frame;
    }

    OpenPages pages() {
        return pages;
    }

    Palette palette() {
        return palette;
    }
}
