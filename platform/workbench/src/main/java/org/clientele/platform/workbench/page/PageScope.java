package org.clientele.platform.workbench.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.platform.charts.Hit;
import org.clientele.platform.runtime.Bookmark;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Picked;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a page is narrowed down to. Each change can be taken back. UI thread only. */
final class PageScope {
    private static final Texts TEXTS = Texts.of(PageScope.class);

    private final DashboardPage page;
    private final History history;
    private Scope wanted;
    private List<Filter> everywhere = List.of();

    PageScope(DashboardPage page, History history, Scope wanted) {
        this.page = page;
        this.history = history;
        this.wanted = wanted;
    }

    /** What it is, or will be once it is open. */
    Scope wanted() {
        return wanted;
    }

    /** What it is narrowed down to together with what holds on all dashboards. */
    Scope inForce() {
        return wanted.also(everywhere);
    }

    /** What holds on all dashboards. */
    List<Filter> everywhere() {
        return everywhere;
    }

    /** Other filters hold on all dashboards from now on. */
    void everywhere(List<Filter> filters) {
        if (!filters.equals(everywhere)) {
            everywhere = List.copyOf(filters);
            show(wanted);
        }
    }

    /** Narrows the page down without a step to take back, as part of one that somebody else keeps. */
    void put(Scope to) {
        if (!to.equals(wanted)) {
            show(to);
        }
    }

    /** Narrows the page down to something else, unless it is so already. */
    void narrow(Scope to, String deed) {
        Scope before = wanted;
        if (!to.equals(before)) {
            history.did(deed, "", () -> show(before), () -> show(to));
            show(to);
        }
    }

    /** What a mark of a tile stands for by dimension, so that it can be picked; nothing where it cannot. */
    Map<String, @Nullable String> members(PageTile tile, Hit hit) {
        DashboardView from = page.view();
        return from == null || hit.gestures().stream().noneMatch(g -> g.kind() == Gesture.Kind.SELECT)
                ? Map.of()
                : from.members(tile.id(), hit.datum().members());
    }

    /** Why a mark that looks as if it could be picked cannot be, in a sentence; "" where it can, or nobody would try. */
    String unpickable(PageTile tile, Hit hit) {
        DashboardView from = page.view();
        return from != null && from.isRest(tile.id(), hit.datum().members()) ? TEXTS.get("pick.several") : "";
    }

    /** Picks a mark of a tile: the other tiles answer for it alone. */
    void pick(PageTile tile, Map<String, @Nullable String> mark, boolean add) {
        List<Filter> before = wanted.selection(tile.id());
        List<Filter> now = Picked.click(before, mark, add);
        narrow(
                wanted.picked(tile.id(), now),
                now.isEmpty()
                        ? TEXTS.get("deed.pick.nothing")
                        : TEXTS.get("deed.pick", FilterText.of(now, page.names())));
    }

    /**
     * Chooses parameters of analyses on a tile, for all tiles.
     *
     * @return whether anything is otherwise than before
     */
    boolean choose(PageTile tile, List<Gesture> gestures) {
        DashboardView from = page.view();
        if (from == null) {
            return false;
        }
        // A card that compares ways need not have the parameters by which the others go one of them.
        Map<String, String> initial = new HashMap<>();
        page.board()
                .all()
                .forEach(each ->
                        from.parameters(each.id()).keySet().forEach(p -> initial.putIfAbsent(p.name(), p.initial())));
        Scope to = wanted;
        for (Gesture g : gestures) {
            String usual = initial.get(g.parameter());
            if (g.kind() == Gesture.Kind.CHOOSE && usual != null) {
                to = to.chosen(g.parameter(), g.value().equals(usual) ? null : g.value());
            }
        }
        boolean other = !to.equals(wanted);
        narrow(to, TEXTS.get("deed.choose", tile.spec().title()));
        return other;
    }

    private void show(Scope scope) {
        wanted = scope;
        page.narrowedTo(inForce());
    }

    /** The dashboard as it is looked at now. */
    Bookmark bookmark(String title) {
        DashboardView from = page.view();
        return new Bookmark(
                title,
                page.id(),
                inForce(),
                page.views().all(),
                from == null ? Optional.empty() : from.arrangement(),
                page.filling().tile());
    }

    /** Narrows the page down to what a bookmark kept. */
    void look(Scope kept) {
        // What holds on all dashboards anyway would stand there twice.
        show(kept.filtered(
                kept.filters().stream().filter(f -> !everywhere.contains(f)).toList()));
    }
}
