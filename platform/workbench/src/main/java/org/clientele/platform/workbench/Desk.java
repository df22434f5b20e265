package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.gallery.GalleryBoard;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.workbench.alerts.AlertsPage;
import org.clientele.platform.workbench.goals.GoalsPage;
import org.clientele.platform.workbench.imports.ImportsPage;
import org.clientele.platform.workbench.imports.Step;
import org.clientele.platform.workbench.imports.Wizard;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PluginsPage;
import org.clientele.platform.workbench.page.PreferencesPage;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.segments.SegmentsPage;
import org.clientele.platform.workbench.sets.SetsPage;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.SWT;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace that is open, and the pages that show it: opened, kept in line with its news, closed. UI thread only. */
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final WindowFrame frame;
    private final OpenPages pages;
    private final WindowState state;
    private final Background background;
    private final WorkspaceOpener opener;
    private final WorkbenchOptions options;
    private final PageHost host;
    private final Supplier<Palette> palette;
    private final Actions actions;
    private final Consumer<OpenWorkspace> shown;
    private final ImportPages importPages;
    private final Greetings greetings;
    private final RecordPages recordPages;
    private final SetPages setPages;
    private final SegmentPages segmentPages;
    private final BreakdownPages breakdownPages;
    private final ExtraTabs extraTabs;
    private final LivePages live;
    private @Nullable OpenWorkspace workspace;
    private @Nullable PeriodChoice period;
    private List<Filter> everywhere = List.of();
    private Runnable renewed = () -> {};
    private int generation;
    private boolean failed;

    /** What else shows the data, and hears when it changed. */
    void renewing(Runnable others) {
        renewed = others;
    }

    /** What the pages of this desk offer to do. */
    record Actions(
            Runnable importFiles,
            Runnable openWorkspace,
            Supplier<List<String>> recent,
            Supplier<List<PreferencesPage.Section>> preferences) {}

    /** @param shown hears of each workspace that was opened, before its pages are */
    Desk(
            WindowFrame frame,
            OpenPages pages,
            WindowState state,
            Background background,
            Imports imports,
            WorkspaceOpener opener,
            WorkbenchOptions options,
            PageHost host,
            Supplier<Palette> palette,
            Actions actions,
            Preferences preferences,
            Consumer<OpenWorkspace> shown) {
        this.frame = frame;
        this.pages = pages;
        this.state = state;
        this.background = background;
        this.opener = opener;
        this.options = options;
        this.host = host;
        this.palette = palette;
        this.actions = actions;
        this.shown = shown;
        this.period = state.period();
        this.greetings =
                new Greetings(frame.holder(), palette, background, host, options.sample(), actions, this::load);
        this.setPages = new SetPages(frame, pages, background, host, palette, this::watched);
        this.segmentPages = new SegmentPages(frame, pages, background, host, palette, this::watched);
        this.recordPages = new RecordPages(frame, pages, background, host, palette, preferences);
        this.extraTabs = new ExtraTabs(preferences);
        this.breakdownPages = new BreakdownPages(frame, pages, background, host, palette, this);
        this.live = new LivePages(frame, pages, background, host, palette, this::watched);
        this.importPages = new ImportPages(
                new ImportPages.Parts(frame, pages, background, host, palette), imports, this::showData, this::watched);
    }

    /** Whether the last workspace that was asked for did not open. */
    boolean failed() {
        return failed;
    }

    /** The open workspace. */
    Optional<OpenWorkspace> workspace() {
        return Optional.ofNullable(workspace);
    }

    /** The period that was chosen last, or null where nobody chose. */
    @Nullable
    PeriodChoice period() {
        return period;
    }

    /** Closes pages and workspace, when the window is gone. Blocks for a moment. */
    void close() {
        OpenWorkspace old = detach();
        generation++;
        if (old != null) {
            old.close();
        }
    }

    private @Nullable OpenWorkspace detach() {
        OpenWorkspace old = workspace;
        workspace = null;
        importPages.watching().end();
        live.end();
        pages.closeAll();
        return old;
    }

    /** Closes the workspace that is open and opens another one. */
    void load(Path directory) {
        OpenWorkspace old = detach();
        int mine = ++generation;
        frame.toast().hide();
        Path home = directory.toAbsolutePath().normalize();
        Path name = home.getFileName();
        frame.navigation().loading(name == null ? home.toString() : name.toString());
        frame.empty().loading(true);
        frame.status().dataAge("");
        frame.status().policy("");
        frame.status().message("Opening " + home + "…");
        background.run(
                () -> {
                    if (old != null) {
                        old.close();
                    }
                    return OpenWorkspace.open(opener, home, background);
                },
                opened -> attach(opened, mine),
                error -> {
                    if (mine == generation) {
                        notOpened(home, error);
                    }
                });
    }

    private void attach(OpenWorkspace opened, int asked) {
        if (asked != generation) {
            // Somebody asked for another one meanwhile.
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
        everywhere = state.everywhere(opened.session());
        failed = false;
        shown.accept(opened);
        opened.listen(
                before -> contentsChanged(opened, before),
                jobs -> frame.status().jobs(jobs),
                e -> host.failed("The workspace cannot be read", Background.sentence(e)));
        frame.status().policy(opened.session().policy().name());
        frame.status().message("");
        showContents(opened);
        frame.empty().loading(false);
        importPages.watching().resume(opened);
        live.begin(opened);
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
        if (options.dashboard().equals(GoalsPage.ID)) {
            showGoals();
            return;
        }
        if (options.dashboard().equals(SetsPage.ID)) {
            setPages.show(opened);
            return;
        }
        if (options.dashboard().equals(SegmentsPage.ID)) {
            segmentPages.show(opened);
            return;
        }
        if (options.dashboard().equals(AlertsPage.ID)) {
            showAlerts();
            return;
        }
        if (options.dashboard().equals(ImportsPage.ID)) {
            showImports();
            return;
        }
        if (options.dashboard().equals(PreferencesPage.ID)) {
            showPreferences();
            return;
        }
        if (options.dashboard().startsWith("mend:")) {
            importPages.mend(opened, Long.parseLong(options.dashboard().substring(5)));
            return;
        }
        if (options.dashboard().equals(Wizard.ID)) {
            importFiles(options.files());
            if (options.step() > 0 && pages.front().orElse(null) instanceof Wizard wizard) {
                wizard.show(Step.values()[Math.min(options.step(), Step.values().length) - 1]);
            }
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
            } else if (id.equals(GoalsPage.ID)) {
                pages.addBehind(goals(opened));
            } else if (id.equals(AlertsPage.ID)) {
                Optional.ofNullable(live.page()).ifPresent(pages::addBehind);
            } else if (id.equals(ImportsPage.ID)) {
                pages.addBehind(importPages.page(opened));
            } else if (id.equals(SetsPage.ID)) {
                pages.addBehind(setPages.page(opened));
            } else if (id.equals(SegmentsPage.ID)) {
                pages.addBehind(segmentPages.page(opened));
            } else if (ComparisonBoard.is(id)) {
                SetPages.comparison(opened, id).ifPresent(c -> pages.addBehind(setPages.dashboard(opened, c)));
            } else if (extraTabs.reopen(opened, id, recordPages)) {
                continue;
            } else if (breakdownPages.owns(id)) {
                breakdownPages.reopen(opened, id, state.scope(opened.session(), id, period));
            } else {
                Stream.concat(dashboards.stream(), Stream.of(GalleryBoard.entry()))
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
        if (workspace != opened) {
            return;
        }
        showContents(opened);
        OpenWorkspace.Contents now = opened.contents();
        for (Page page : pages.all()) {
            DashboardEntry entry = now.dashboard(page.id()).orElse(null);
            DashboardEntry old = before.dashboard(page.id()).orElse(null);
            if (old != null && entry == null) {
                pages.close(page);
            } else if (ComparisonBoard.is(page.id())) {
                page.refresh();
            } else if (old != null && entry != null) {
                String was = before.plugins().getOrDefault(old.plugin(), "");
                if (was.equals(now.plugins().getOrDefault(entry.plugin(), ""))) {
                    page.refresh();
                } else {
                    pages.replace(page, dashboard(opened, entry));
                }
            }
        }
        renewed.run();
        live.renewed();
        if (!now.status().isEmpty()) {
            pages.find(Greetings.WELCOME).ifPresent(welcome -> {
                // She may have gone on from the wizard already.
                Page there = pages.front()
                        .filter(p -> p != welcome)
                        .or(() -> pages.find(Wizard.ID))
                        .orElse(null);
                pages.close(welcome);
                openFirstPages(opened);
                if (there != null) {
                    pages.show(there);
                }
            });
        }
        if (!options.dashboard().isEmpty() && pages.all().isEmpty()) {
            openFirstPages(opened);
        }
    }

    private Page dashboard(OpenWorkspace opened, DashboardEntry entry) {
        Scope scope = state.scope(opened.session(), entry.id(), period);
        Page page = new DashboardPage(frame.holder(), palette.get(), entry, scope, opened.session(), background, host);
        page.everywhere(everywhere);
        return page;
    }

    private Page plugins(OpenWorkspace opened) {
        return watched(new PluginsPage(frame.holder(), palette.get(), opened.workspace(), background, host));
    }

    private Page goals(OpenWorkspace opened) {
        return watched(
                new GoalsPage(frame.holder(), palette.get(), opened.workspace(), opened.session(), background, host));
    }

    private Page welcome(OpenWorkspace opened) {
        return watched(greetings.welcome(opened));
    }

    /** A page that does not tell by itself when it was painted. */
    private Page watched(Page page) {
        page.control()
                .addListener(
                        SWT.Paint,
                        e -> background.ui(() -> {
                            if (page.settled()) {
                                host.painted(page);
                            }
                        }));
        return page;
    }

    private void notOpened(Path home, Throwable error) {
        LOG.warn("The workspace {} did not open", home, error);
        frame.navigation().clear();
        frame.empty().loading(false);
        frame.status().message("No workspace is open");
        failed = true;
        pages.add(watched(greetings.notOpened(home, error)));
    }

    void openDashboard(String id) {
        OpenWorkspace opened = workspace;
        if (opened == null) {
            return;
        }
        if (ComparisonBoard.is(id)) {
            SetPages.comparison(opened, id).ifPresent(c -> setPages.open(opened, c));
            return;
        }
        if (breakdownPages.owns(id)) {
            breakdownPages.open(opened, id, state.scope(opened.session(), id, period));
            return;
        }
        pages.find(id)
                .ifPresentOrElse(
                        pages::show,
                        () -> opened.contents().dashboard(id).ifPresent(d -> pages.add(dashboard(opened, d))));
    }

    void choosePeriod(PeriodChoice choice) {
        period = choice;
        pages.all().forEach(p -> p.period(choice));
    }

    /** What holds on all dashboards. */
    List<Filter> everywhere() {
        return everywhere;
    }

    /** Other filters hold on all dashboards from now on, also after the next start. */
    void everywhere(List<Filter> filters) {
        everywhere = List.copyOf(filters);
        OpenWorkspace opened = workspace;
        if (opened != null) {
            state.everywhere(opened.session(), everywhere, background::elsewhere);
        }
        pages.all().forEach(p -> p.everywhere(everywhere));
        pages.update();
    }

    void showPreferences() {
        pages.find(PreferencesPage.ID)
                .ifPresentOrElse(
                        pages::show,
                        () -> pages.add(
                                watched(new PreferencesPage(frame.holder(), palette.get(), actions.preferences()))));
    }

    void showGoals() {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            pages.find(GoalsPage.ID).ifPresentOrElse(pages::show, () -> pages.add(goals(opened)));
        }
    }

    void showAlerts() {
        live.show();
    }

    /** Asks for an alert that is filled in as far as is known. */
    void alert(Alert draft) {
        live.ask(draft);
    }

    void showPlugins() {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            pages.find(PluginsPage.ID).ifPresentOrElse(pages::show, () -> pages.add(plugins(opened)));
        }
    }

    /** Shows the wizard, and gives it files if there are some. */
    void importFiles(List<Path> files) {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            importPages.wizard(opened, files);
        }
    }

    void showImports() {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            importPages.list(opened);
        }
    }

    private void showData() {
        OpenWorkspace opened = workspace;
        if (opened == null) {
            return;
        }
        List<DashboardEntry> dashboards = opened.contents().dashboards();
        Page known = pages.all().stream()
                .filter(p -> dashboards.stream().anyMatch(d -> d.id().equals(p.id())))
                .findFirst()
                .orElse(null);
        if (known != null) {
            pages.show(known);
        } else if (!dashboards.isEmpty()) {
            openDashboard(dashboards.get(0).id());
        }
    }

    /** Shows a table of records. */
    void showRecords(RecordsRequest request) {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            recordPages.records(opened, request);
        }
    }

    /** Shows the card of a customer. */
    void showCustomer(String id) {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            recordPages.customer(opened, id);
        }
    }

    /** Does something with customer sets, if a workspace is open. */
    void sets(BiConsumer<SetPages, OpenWorkspace> deed) {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            deed.accept(setPages, opened);
        }
    }

    /** Does something with published segmentations, if a workspace is open. */
    void segments(BiConsumer<SegmentPages, OpenWorkspace> deed) {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            deed.accept(segmentPages, opened);
        }
    }

    /** Notes the records and customers that are open. */
    void noteExtraTabs() {
        OpenWorkspace opened = workspace;
        if (opened != null) {
            extraTabs.note(pages.all(), opened.workspace().directory());
        }
    }

    /** The pages that take metrics apart. */
    BreakdownPages breakdowns() {
        return breakdownPages;
    }

    /** The pages about imports. */
    ImportPages importPages() {
        return importPages;
    }
}
