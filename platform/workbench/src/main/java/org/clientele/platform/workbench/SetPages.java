package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Picked;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageHost;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.platform.workbench.records.RecordsPage;
import org.clientele.platform.workbench.sets.SetActions;
import org.clientele.platform.workbench.sets.SetPlaces;
import org.clientele.platform.workbench.sets.SetsPage;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The pages about customer sets of the desk, and the ways from other pages to them. UI thread only. */
final class SetPages implements SetPlaces {
    private static final Texts TEXTS = Texts.of(SetPages.class);

    private final WindowFrame frame;
    private final OpenPages pages;
    private final Background background;
    private final PageHost host;
    private final Supplier<Palette> palette;
    private final UnaryOperator<Page> watched;
    private @Nullable OpenWorkspace of;
    private @Nullable SetActions known;

    SetPages(
            WindowFrame frame,
            OpenPages pages,
            Background background,
            PageHost host,
            Supplier<Palette> palette,
            UnaryOperator<Page> watched) {
        this.frame = frame;
        this.pages = pages;
        this.background = background;
        this.host = host;
        this.palette = palette;
        this.watched = watched;
    }

    private SetActions actions(OpenWorkspace opened) {
        SetActions actions = known;
        if (actions == null || of != opened) {
            actions = new SetActions(frame.holder().getShell(), palette, opened.session(), background, host, this);
            known = actions;
            of = opened;
        }
        return actions;
    }

    /** A page of all sets. */
    Page page(OpenWorkspace opened) {
        return watched.apply(
                new SetsPage(frame.holder(), palette.get(), opened.workspace(), actions(opened), background));
    }

    /** Shows the page of all sets. */
    void show(OpenWorkspace opened) {
        pages.find(SetsPage.ID).ifPresentOrElse(pages::show, () -> pages.add(page(opened)));
    }

    /** Makes a set of what the page in front shows. */
    void make(OpenWorkspace opened) {
        origins().stream().findFirst().ifPresent(origin -> actions(opened).make("", origin.rule()));
    }

    /** Makes a set of something else. */
    void make(OpenWorkspace opened, String title, SetRule rule) {
        actions(opened).make(title, rule);
    }

    /** A comparison by its id; empty if one of its sets is gone. */
    static Optional<DashboardEntry> comparison(OpenWorkspace opened, String id) {
        return ComparisonBoard.entry(id, opened.session().sets());
    }

    @Override
    public List<Origin> origins() {
        List<Page> all = new ArrayList<>(pages.all());
        pages.front().ifPresent(front -> {
            all.remove(front);
            all.add(0, front);
        });
        List<Origin> found = new ArrayList<>();
        for (Page page : all) {
            if (page instanceof DashboardPage d && d.narrowed() != null && !ComparisonBoard.is(d.id())) {
                found.add(new Origin(TEXTS.get("sets.of.dashboard", d.title()), rule(d)));
            } else if (page instanceof RecordsPage r) {
                r.customers().ifPresent(rule -> found.add(new Origin(TEXTS.get("sets.of.records", r.title()), rule)));
            }
        }
        found.add(new Origin(TEXTS.get("sets.of.all"), new SetRule(CustomerModel.CUSTOMER, List.of(), null, null)));
        return found;
    }

    /** A rule of days stays one, so that a set by rule goes on with the data. */
    private static SetRule rule(DashboardPage page) {
        Scope scope = page.scope();
        SetRule rule = SetRule.of(scope);
        return scope.days() == null && page.period() != null ? rule.during(page.period()) : rule;
    }

    @Override
    public List<Target> targets() {
        List<Target> found = new ArrayList<>();
        for (Page page : pages.all()) {
            if (page instanceof DashboardPage d && d.narrowed() != null && !ComparisonBoard.is(d.id())) {
                found.add(new Target(TEXTS.get("sets.to", d.title()), set -> filter(d, set)));
            }
        }
        return found;
    }

    private void filter(DashboardPage page, CustomerSet set) {
        Scope scope = page.scope();
        page.narrow(
                scope.filtered(Picked.with(scope.filters(), CustomerSets.DIMENSION, set.filter())),
                TEXTS.get("sets.deed", set.name()));
        pages.show(page);
    }

    @Override
    public void compare(DashboardEntry comparison) {
        OpenWorkspace opened = of;
        if (opened != null) {
            open(opened, comparison);
        }
    }

    /** Shows a comparison. */
    void open(OpenWorkspace opened, DashboardEntry comparison) {
        pages.find(comparison.id()).ifPresentOrElse(pages::show, () -> pages.add(dashboard(opened, comparison)));
    }

    Page dashboard(OpenWorkspace opened, DashboardEntry comparison) {
        return new DashboardPage(
                frame.holder(), palette.get(), comparison, Scope.ALL, opened.session(), background, host);
    }
}
