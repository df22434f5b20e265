package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.platform.runtime.alerts.Alert;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.workbench.goals.GoalsPage;
import org.clientele.platform.workbench.imports.ImportsPage;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.page.PluginsPage;
import org.clientele.platform.workbench.page.PreferencesPage;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace that is open, and what shows it: opened, kept in line with its news, closed. UI thread only. */
final class Desk {
    private static final Texts TEXTS = Texts.of(Desk.class);

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final WindowFrame frame;
    private final OpenPages pages;
    private final Background background;
    private final WorkspaceOpener opener;
    private final WorkbenchOptions options;
    private final PageHost host;
    private final Consumer<OpenWorkspace> shown;
    private final CommonScope common;
    private final DeskPages deskPages;
    private @Nullable OpenWorkspace workspace;
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
            PreferencesPage.Content preferences) {}

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
        this.background = background;
        this.opener = opener;
        this.options = options;
        this.host = host;
        this.shown = shown;
        this.common = new CommonScope(pages, state, background);
        this.deskPages = new DeskPages(
                this, frame, pages, state, background, imports, options, host, palette, actions, preferences, common);
    }

    /** Whether the last workspace that was asked for did not open. */
    boolean failed() {
        return failed;
    }

    /** The open workspace. */
    Optional<OpenWorkspace> workspace() {
        return Optional.ofNullable(workspace);
    }

    /** What dashboards are narrowed down to wherever they are opened. */
    CommonScope common() {
        return common;
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
        deskPages.imports().watching().end();
        deskPages.live().end();
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
        frame.status().policy(null);
        frame.status().message(TEXTS.get("opening", home));
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
        common.of(opened.session());
        failed = false;
        shown.accept(opened);
        opened.listen(
                before -> contentsChanged(opened, before),
                jobs -> frame.status().jobs(jobs),
                e -> host.failed(TEXTS.get("workspace.unread"), Background.sentence(e)));
        frame.status().policy(opened.session().policy());
        frame.status().message("");
        showContents(opened);
        frame.empty().loading(false);
        deskPages.imports().watching().resume(opened);
        deskPages.live().begin(opened);
        deskPages.openFirst(opened);
    }

    private void showContents(OpenWorkspace opened) {
        frame.navigation().show(opened.workspace().name(), opened.groups());
        frame.status().dataAge(opened.dataAge());
    }

    private void contentsChanged(OpenWorkspace opened, OpenWorkspace.Contents before) {
        if (workspace != opened) {
            return;
        }
        showContents(opened);
        deskPages.contentsChanged(opened, before);
        renewed.run();
        deskPages.live().renewed();
        if (!opened.contents().status().isEmpty()) {
            deskPages.welcomed(opened);
        }
        if (!options.dashboard().isEmpty() && pages.all().isEmpty()) {
            deskPages.openFirst(opened);
        }
    }

    private void notOpened(Path home, Throwable error) {
        LOG.warn("The workspace {} did not open", home, error);
        frame.navigation().clear();
        frame.empty().loading(false);
        frame.status().message(TEXTS.get("workspace.none"));
        failed = true;
        deskPages.notOpened(home, error);
    }

    private void ifOpen(Consumer<OpenWorkspace> deed) {
        workspace().ifPresent(deed);
    }

    /** Shows a dashboard, a breakdown or a comparison by its id. */
    void openDashboard(String id) {
        ifOpen(opened -> deskPages.open(opened, id));
    }

    /** Other filters hold on all dashboards from now on, also after the next start. */
    void everywhere(List<Filter> filters) {
        OpenWorkspace opened = workspace;
        common.everywhere(filters, opened == null ? null : opened.session());
    }

    void showPreferences() {
        deskPages.showPreferences();
    }

    void showGoals() {
        ifOpen(opened -> deskPages.show(opened, GoalsPage.ID));
    }

    void showAlerts() {
        deskPages.live().show();
    }

    /** Asks for an alert that is filled in as far as is known. */
    void alert(Alert draft) {
        deskPages.live().ask(draft);
    }

    void showPlugins() {
        ifOpen(opened -> deskPages.show(opened, PluginsPage.ID));
    }

    /** Shows the wizard, and gives it files if there are some. */
    void importFiles(List<Path> files) {
        ifOpen(opened -> deskPages.imports().wizard(opened, files));
    }

    void showImports() {
        ifOpen(opened -> deskPages.show(opened, ImportsPage.ID));
    }

    /** Shows a table of records. */
    void showRecords(RecordsRequest request) {
        ifOpen(opened -> deskPages.records().records(opened, request));
    }

    /** Shows the card of a customer. */
    void showCustomer(String id) {
        ifOpen(opened -> deskPages.records().customer(opened, id));
    }

    /** Does something with published segmentations, if a workspace is open. */
    void segments(BiConsumer<SegmentPages, OpenWorkspace> deed) {
        ifOpen(opened -> deed.accept(deskPages.segments(), opened));
    }

    /** Does something with customer sets, if a workspace is open. */
    void sets(BiConsumer<SetPages, OpenWorkspace> deed) {
        ifOpen(opened -> deed.accept(deskPages.sets(), opened));
    }

    /** Notes the records and customers that are open. */
    void noteExtraTabs() {
        ifOpen(deskPages::noteExtraTabs);
    }

    /** The pages that take metrics apart. */
    BreakdownPages breakdowns() {
        return deskPages.breakdowns();
    }

    /** The pages about imports. */
    ImportPages importPages() {
        return deskPages.imports();
    }
}
