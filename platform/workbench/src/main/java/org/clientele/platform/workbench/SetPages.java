package org.clientele.platform.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Picked;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.sets.ComparisonBoard;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.CustomerSets;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.Page;
import org.clientele.platform.workbench.page.PageOpening;
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

    private final Surroundings at;
    private @Nullable OpenWorkspace of;
    private @Nullable SetActions known;

    SetPages(Surroundings at) {
        this.at = at;
    }

    private SetActions actions(OpenWorkspace opened) {
        SetActions actions = known;
        if (actions == null || of != opened) {
            actions = new SetActions(
                    at.frame().holder().getShell(), at.palette(), opened.session(), at.background(), at.host(), this);
            known = actions;
            of = opened;
        }
        return actions;
    }

    /** A page of all sets. */
    Page page(OpenWorkspace opened) {
        return at.page((holder, palette) ->
                new SetsPage(holder, palette, opened.workspace(), actions(opened), at.background()));
    }

    /** Shows the page of all sets. */
    void show(OpenWorkspace opened) {
        at.show(SetsPage.ID, () -> page(opened));
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
        List<Page> all = new ArrayList<>(at.pages().all());
        at.pages().front().ifPresent(front -> {
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
        for (Page page : at.pages().all()) {
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
        at.pages().show(page);
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
        at.show(comparison.id(), () -> dashboard(opened, comparison));
    }

    Page dashboard(OpenWorkspace opened, DashboardEntry comparison) {
        return new DashboardPage(
                at.frame().holder(),
                at.palette().get(),
                comparison,
                Scope.ALL,
                opened.session(),
                PageOpening.listed(opened.session(), comparison),
                at.background(),
                at.host());
    }
}
