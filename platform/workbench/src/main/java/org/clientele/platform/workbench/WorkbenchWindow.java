package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.segments.SegmentDraft;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.frame.NavigationPane;
import org.clientele.platform.workbench.frame.Toast.Notice;
import org.clientele.platform.workbench.frame.Toast.Tone;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Exportable;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PreferencesPage;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.paint.SwtResources;
import org.clientele.platform.workbench.performance.PerformancePane;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * The window. It shows itself first and opens the workspace in the background; nothing that queries, imports or lays out
 * runs on the UI thread.
 *
 * <pre>{@code
 * int exit = WorkbenchWindow.open(folder, dir -> Workspace.open(dir, options), WorkbenchOptions.defaults("0.1.0"));
 * }</pre>
 */
public final class WorkbenchWindow implements PageHost {
    private static final Texts TEXTS = Texts.of(WorkbenchWindow.class);

    private final Display display;
    private final WorkbenchOptions options;
    private final Preferences preferences = Preferences.load();
    private final Background background;
    private final Shell shell;
    private final WindowFrame frame;
    private final OpenPages pages;
    private final Imports imports;
    private final Saving saving;
    private final WindowState state;
    private final Desk desk;
    private final Bookmarks bookmarks;
    private final WindowCommands commands;
    private final PreferenceChoices choices;
    private final PerformancePane performance;
    private final WindowTheme theme;
    private boolean pagePainted;
    private boolean closed;
    private List<String> noted = List.of();
    private String notedFront = "";
    private boolean writingFailed;

    /** A window that is not shown yet. */
    WorkbenchWindow(Display display, WorkspaceOpener opener, WorkbenchOptions options) {
        WindowLanguage.restore(preferences);
        this.display = display;
        this.options = options;
        SwtResources.of(display).loadFonts(options.fontFolder());
        background = new Background(display);
        commands = new WindowCommands(this, background, options.version());
        theme = new WindowTheme(
                display,
                ThemeChoice.of(
                        options.theme() != null
                                ? options.theme().name()
                                : preferences.get("theme", ThemeChoice.SYSTEM.name())),
                this::painted);
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText("Clientele");
        frame = new WindowFrame(shell, theme.palette(), actions());
        pages = new OpenPages(frame);
        imports = new Imports(shell, frame.toast(), preferences);
        saving = new Saving(shell, frame.toast(), preferences, background);
        state = new WindowState(shell, preferences);
        desk = new Desk(
                frame,
                pages,
                state,
                background,
                imports,
                opener,
                options,
                this,
                theme::palette,
                new Desk.Actions(
                        this::importFiles,
                        () -> this.commands.openWorkspace(),
                        preferences::recent,
                        new PreferencesPage.Content(this::preferenceSections, this::preferenceHistory)),
                preferences,
                this::opened);
        bookmarks = new Bookmarks(shell, desk, pages, background, this, theme::palette);
        desk.renewing(() -> bookmarks
                .presented()
                .ifPresent(shown -> desk.workspace().ifPresent(open -> shown.refresh(open.dataAge()))));
        performance =
                new PerformancePane(shell, theme.palette(), background, this, () -> this.commands.showPerformance());
        frame.below(performance);
        pages.fronting(page -> {
            performance.watch(page.orElse(null));
            noteTabs();
        });
        choices = new PreferenceChoices(preferences, background, this, this::arrange);
        frame.navigation().collapsed(preferences.is("navigation.collapsed"));
        frame.navigation().favourites(preferences.list("favourites"));
        frame.compact(choices.compact());
        MenuBar.install(shell, commands);
        Shortcuts.install(shell, commands, index -> pages.show(index));
        FileDrop.install(shell, desk::importFiles);
        shell.addListener(SWT.Close, e -> remember());
        shell.addListener(SWT.Dispose, e -> {
            closed = true;
            theme.close();
            desk.close();
            background.close();
        });
        frame.empty().control().addListener(SWT.Paint, new FirstPaint(() -> reached(Milestone.FIRST_PAINT)));
    }

    /**
     * Opens a window, handles its events until it is closed, and closes the workspace.
     *
     * @param directory the workspace's folder
     * @return 0, or 1 if a window that only makes a screenshot or a proof could not show its page
     * @throws AnalyticsException RESOURCE_EXHAUSTED if there is no display to open it on
     */
    public static int open(Path directory, WorkspaceOpener opener, WorkbenchOptions options) {
        return open(directory, opener, options, new Summons());
    }

    /** The same, for a window that can be called to the front. */
    public static int open(Path directory, WorkspaceOpener opener, WorkbenchOptions options, Summons summons) {
        Display.setAppName("Clientele");
        Display display = EventLoop.display();
        try {
            WorkbenchWindow window = new WorkbenchWindow(display, opener, options);
            summons.answeredBy(() -> window.background.ui(window::comeToFront));
            window.show(directory);
            EventLoop.run(window.shell, defect -> window.failed(TEXTS.get("defect"), Background.sentence(defect)));
            return window.writingFailed || options.passing() && window.desk.failed() ? 1 : 0;
        } finally {
            display.dispose();
        }
    }

    private WindowFrame.Actions actions() {
        NavigationPane.Actions navigation = new NavigationPane.Actions(
                id -> this.desk.openDashboard(id),
                this::favourite,
                () -> this.commands.showSets(),
                () -> this.commands.showSegments(),
                () -> this.commands.showPlugins(),
                () -> this.commands.showImports(),
                this::importFiles,
                () -> this.commands.preferencesPage(),
                () -> this.commands.collapse());
        return new WindowFrame.Actions(
                navigation,
                i -> pages.show(i),
                i -> pages.close(i),
                (from, to) -> pages.move(from, to),
                () -> theme(this.theme.palette().dark() ? ThemeChoice.LIGHT : ThemeChoice.DARK),
                () -> this.commands.refresh(),
                new ScopeActions(
                        shell,
                        () -> pages.front().orElse(null) instanceof DashboardPage page ? page : null,
                        () -> this.theme.palette(),
                        background,
                        choice -> this.desk.common().period(choice),
                        () -> this.desk.common().everywhere(),
                        filters -> this.desk.everywhere(filters)),
                job -> this.desk.workspace().ifPresent(w -> w.workspace().jobs().cancel(job)));
    }

    /** Shows the window and starts to open the workspace. */
    void show(Path directory) {
        state.place(options.width(), options.height());
        shell.open();
        desk.load(directory);
    }

    void comeToFront() {
        if (!shell.isDisposed()) {
            shell.setMinimized(false);
            shell.forceActive();
        }
    }

    private void opened(OpenWorkspace workspace) {
        reached(Milestone.WORKSPACE_OPEN);
        preferences.remember(workspace.workspace().directory());
        shell.setText(TEXTS.get("window.title", workspace.workspace().name()));
        background.ui(bookmarks::read);
    }

    private void reached(Milestone milestone) {
        options.milestones().accept(milestone);
    }

    @Override
    public void importFiles() {
        desk.importFiles(List.of());
    }

    @Override
    public void export(Exportable what) {
        saving.export(what);
    }

    @Override
    public void makeSet(String title, SetRule rule) {
        desk.sets((sets, opened) -> sets.make(opened, title, rule));
    }

    @Override
    public void publish(SegmentDraft draft, String title) {
        desk.segments((segments, opened) -> segments.publish(opened, draft, title));
    }

    @Override
    public void alert(Alert draft) {
        desk.alert(draft);
    }

    void theme(ThemeChoice choice) {
        theme.choose(choice);
    }

    private void painted(Palette now) {
        frame.palette(now);
        pages.palette(now);
    }

    ThemeChoice theme() {
        return theme.choice();
    }

    /** Later: tabs that are opened again one after the other are noted once all are there. */
    private void noteTabs() {
        background.ui(() -> {
            List<String> tabs = pages.all().stream().map(Page::id).toList();
            Page front = pages.front().orElse(null);
            if (front != null && !(tabs.equals(noted) && front.id().equals(notedFront))) {
                noted = tabs;
                notedFront = front.id();
                narrowed(front);
            }
        });
    }

    @Override
    public void narrowed(Page page) {
        if (!options.passing() && !closed) {
            desk.noteExtraTabs();
            state.noteSoon(pages, desk.common().period(), background::elsewhere);
        }
    }

    private List<PreferencesPage.Section> preferenceSections() {
        return choices.sections(
                theme.choice(),
                this::theme,
                desk.workspace().map(OpenWorkspace::session).orElse(null));
    }

    private History preferenceHistory() {
        return choices.history();
    }

    private void favourite(String id) {
        List<String> all = new ArrayList<>(preferences.list("favourites"));
        if (!all.remove(id)) {
            all.add(id);
        }
        preferences.put("favourites", all);
        preferences.saveSoon(background::elsewhere);
        frame.navigation().favourites(all);
    }

    /** Brings the window in line with the preferences. */
    private void arrange() {
        if (closed) {
            return;
        }
        frame.compact(choices.compact());
        pages.all().forEach(Page::arrange);
        pages.update();
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
        Consumer<String> written = problem -> {
            writingFailed = !problem.isEmpty();
            shell.close();
        };
        Path picture = options.screenshot();
        Path proof = options.proof();
        if (picture != null) {
            Snapshot.writeSoon(shell, picture, written);
        } else if (proof != null) {
            new Proof(this, background, proof, written).begin();
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

    @Override
    public void showRecords(RecordsRequest request) {
        desk.showRecords(request);
    }

    @Override
    public void open(String link) {
        new Details(shell, desk, pages, background, this, theme::palette).open(link);
    }

    @Override
    public void showCustomer(String id) {
        desk.showCustomer(id);
    }

    @Override
    public void showBreakdown(String metric, Scope scope) {
        desk.breakdowns().show(metric, scope);
    }

    @Override
    public void showDashboard(String id, Scope scope, String deed) {
        desk.breakdowns().show(id, scope, deed);
    }

    @Override
    public void done(String sentence, String action, Runnable run) {
        if (!closed) {
            frame.toast().show(new Notice(Tone.INFORMATION, sentence, "", action, run));
        }
    }

    @Override
    public boolean calm() {
        return choices.calm();
    }

    @Override
    public boolean compact() {
        return choices.compact();
    }

    private void remember() {
        if (!options.passing()) {
            preferences.put("theme", theme.choice().name());
            state.remember(pages, desk.common().period());
            desk.noteExtraTabs();
            preferences.save();
        }
    }

    PerformancePane performance() {
        return performance;
    }

    WindowCommands commands() {
        return commands;
    }

    Bookmarks bookmarks() {
        return bookmarks;
    }

    Saving saving() {
        return saving;
    }

    Desk desk() {
        return desk;
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

    Palette colours() {
        return theme.palette();
    }

    Preferences preferences() {
        return preferences;
    }
}
