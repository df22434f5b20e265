package org.clientele.platform.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.gallery.GalleryBoard;
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
import org.clientele.platform.workbench.page.PageOpening;
import org.clientele.platform.workbench.page.PluginsPage;
import org.clientele.platform.workbench.page.PreferencesPage;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.segments.SegmentsPage;
import org.clientele.platform.workbench.sets.SetsPage;
import org.eclipse.swt.SWT;

/** The pages of the open workspace by their ids: which come first, and how each is made or found again. UI thread only. */
final class DeskPages {
    private final WindowFrame frame;
    private final OpenPages pages;
    private final WindowState state;
    private final Background background;
    private final PageHost host;
    private final Supplier<Palette> palette;
    private final WorkbenchOptions options;
    private final Desk.Actions actions;
    private final CommonScope common;
    private final Greetings greetings;
    private final ImportPages imports;
    private final RecordPages records;
    private final SetPages sets;
    private final SegmentPages segments;
    private final BreakdownPages breakdowns;
    private final ExtraTabs extraTabs;
    private final LivePages live;

    DeskPages(
            Desk desk,
            WindowFrame frame,
            OpenPages pages,
            WindowState state,
            Background background,
            Imports choosing,
            WorkbenchOptions options,
            PageHost host,
            Supplier<Palette> palette,
            Desk.Actions actions,
            Preferences preferences,
            CommonScope common) {
        this.frame = frame;
        this.pages = pages;
        this.state = state;
        this.background = background;
        this.options = options;
        this.host = host;
        this.palette = palette;
        this.actions = actions;
        this.common = common;
        this.greetings =
                new Greetings(frame.holder(), palette, background, host, options.sample(), actions, desk::load);
        Surroundings at = new Surroundings(frame, pages, background, host, palette, this::watched);
        this.sets = new SetPages(at);
        this.segments = new SegmentPages(at);
        this.records = new RecordPages(frame, pages, background, host, palette, preferences);
        this.extraTabs = new ExtraTabs(preferences);
        this.breakdowns = new BreakdownPages(frame, pages, background, host, palette, desk);
        this.live = new LivePages(at);
        this.imports = new ImportPages(
                new ImportPages.Parts(frame, pages, background, host, palette),
                choosing,
                () -> desk.workspace().ifPresent(this::showData),
                this::watched);
    }

    /** Opens the pages that a window begins with: those that it was called with, those of last time, or the first. */
    void openFirst(OpenWorkspace opened) {
        String asked = options.dashboard();
        if (asked.startsWith("mend:")) {
            imports.mend(opened, Long.parseLong(asked.substring(5)));
        } else if (asked.equals(Wizard.ID)) {
            imports.wizard(opened, options.files());
            if (options.step() > 0 && pages.front().orElse(null) instanceof Wizard wizard) {
                wizard.show(Step.values()[Math.min(options.step(), Step.values().length) - 1]);
            }
        } else if (isFixed(asked)) {
            show(opened, asked);
        } else if (opened.contents().status().isEmpty()) {
            pages.add(watched(greetings.welcome(opened)));
        } else {
            reopen(opened, asked.isEmpty() ? state.tabs() : List.of(asked));
        }
    }

    private void reopen(OpenWorkspace opened, List<String> ids) {
        for (String id : ids) {
            if (isFixed(id)) {
                fixed(opened, id).ifPresent(pages::addBehind);
            } else if (ComparisonBoard.is(id)) {
                SetPages.comparison(opened, id).ifPresent(c -> pages.addBehind(sets.dashboard(opened, c)));
            } else if (breakdowns.owns(id)) {
                breakdowns.reopen(opened, id, common.of(opened.session(), id));
            } else if (!extraTabs.reopen(opened, id, records)) {
                Stream.concat(opened.contents().dashboards().stream(), Stream.of(GalleryBoard.entry()))
                        .filter(d -> d.id().equals(id) || d.id().endsWith("/" + id))
                        .findFirst()
                        .ifPresent(d -> pages.addBehind(dashboard(opened, d)));
            }
        }
        pages.find(state.front()).ifPresent(pages::show);
        List<DashboardEntry> dashboards = opened.contents().dashboards();
        if (pages.all().isEmpty() && !dashboards.isEmpty()) {
            pages.add(dashboard(opened, dashboards.get(0)));
        } else if (pages.all().isEmpty()) {
            show(opened, PluginsPage.ID);
        }
    }

    /** Whether there is one page of that id in every workspace. */
    private static boolean isFixed(String id) {
        return switch (id) {
            case PluginsPage.ID,
                    GoalsPage.ID,
                    AlertsPage.ID,
                    ImportsPage.ID,
                    SetsPage.ID,
                    SegmentsPage.ID,
                    PreferencesPage.ID -> true;
            default -> false;
        };
    }

    private Optional<Page> fixed(OpenWorkspace opened, String id) {
        return switch (id) {
            case PluginsPage.ID ->
                Optional.of(
                        watched(new PluginsPage(frame.holder(), palette.get(), opened.workspace(), background, host)));
            case GoalsPage.ID ->
                Optional.of(watched(new GoalsPage(
                        frame.holder(), palette.get(), opened.workspace(), opened.session(), background, host)));
            case AlertsPage.ID -> Optional.ofNullable(live.page());
            case ImportsPage.ID -> Optional.of(imports.page(opened));
            case SetsPage.ID -> Optional.of(sets.page(opened));
            case SegmentsPage.ID -> Optional.of(segments.page(opened));
            case PreferencesPage.ID -> Optional.of(preferences());
            default -> Optional.empty();
        };
    }

    private Page preferences() {
        return watched(new PreferencesPage(frame.holder(), palette.get(), actions.preferences()));
    }

    /** Shows a page that every workspace has, by its id. */
    void show(OpenWorkspace opened, String id) {
        pages.find(id).ifPresentOrElse(pages::show, () -> fixed(opened, id).ifPresent(pages::add));
    }

    /** Shows the preferences, which need no workspace. */
    void showPreferences() {
        pages.find(PreferencesPage.ID).ifPresentOrElse(pages::show, () -> pages.add(preferences()));
    }

    /** Shows a dashboard, a breakdown or a comparison by its id. */
    void open(OpenWorkspace opened, String id) {
        if (ComparisonBoard.is(id)) {
            SetPages.comparison(opened, id).ifPresent(c -> sets.open(opened, c));
        } else if (breakdowns.owns(id)) {
            breakdowns.open(opened, id, common.of(opened.session(), id));
        } else {
            pages.find(id)
                    .ifPresentOrElse(
                            pages::show,
                            () -> opened.contents().dashboard(id).ifPresent(d -> pages.add(dashboard(opened, d))));
        }
    }

    private void showData(OpenWorkspace opened) {
        List<DashboardEntry> dashboards = opened.contents().dashboards();
        Page known = pages.all().stream()
                .filter(p -> dashboards.stream().anyMatch(d -> d.id().equals(p.id())))
                .findFirst()
                .orElse(null);
        if (known != null) {
            pages.show(known);
        } else if (!dashboards.isEmpty()) {
            open(opened, dashboards.get(0).id());
        }
    }

    /** Data or plugins changed: pages of plugins that are new go with them, the others ask again. */
    void contentsChanged(OpenWorkspace opened, OpenWorkspace.Contents before) {
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
    }

    /** There is data now: the welcome makes room for what shows it. */
    void welcomed(OpenWorkspace opened) {
        pages.find(Greetings.WELCOME).ifPresent(welcome -> {
            // She may have gone on from the wizard already.
            Page there = pages.front()
                    .filter(p -> p != welcome)
                    .or(() -> pages.find(Wizard.ID))
                    .orElse(null);
            pages.close(welcome);
            openFirst(opened);
            if (there != null) {
                pages.show(there);
            }
        });
    }

    /** Says why a workspace did not open. */
    void notOpened(Path home, Throwable error) {
        pages.add(watched(greetings.notOpened(home, error)));
    }

    private Page dashboard(OpenWorkspace opened, DashboardEntry entry) {
        return common.on(new DashboardPage(
                frame.holder(),
                palette.get(),
                entry,
                common.of(opened.session(), entry.id()),
                opened.session(),
                PageOpening.listed(opened.session(), entry),
                background,
                host));
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

    /** Notes the records and customers that are open. */
    void noteExtraTabs(OpenWorkspace opened) {
        extraTabs.note(pages.all(), opened.workspace().directory());
    }

    /** What goes on by itself while a workspace is open. */
    LivePages live() {
        return live;
    }

    /** The pages about imports. */
    ImportPages imports() {
        return imports;
    }

    /** The pages of records and of customers. */
    RecordPages records() {
        return records;
    }

    /** The page about published segmentations. */
    SegmentPages segments() {
        return segments;
    }

    /** The pages about customer sets. */
    SetPages sets() {
        return sets;
    }

    /** The pages that take metrics apart. */
    BreakdownPages breakdowns() {
        return breakdowns;
    }
}
