package org.clientele.platform.workbench.breakdown;

import static org.clientele.platform.workbench.breakdown.TileMenus.item;
import static org.clientele.platform.workbench.breakdown.TileMenus.line;
import static org.clientele.platform.workbench.breakdown.TileMenus.plain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.Breakdowns;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.FilterText;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.breakdown.Answers;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Hierarchies;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.page.PageSight;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Menu;
import org.jspecify.annotations.Nullable;

/**
 * The ways from a tile into its number: down to a finer step, across by another dimension, apart in a breakdown, and to other
 * dashboards. Each is one step that can be undone. UI thread only.
 */
public final class TileDeeds {
    private static final Texts TEXTS = Texts.of(TileDeeds.class);

    private final DashboardPage page;
    private final Supplier<@Nullable DashboardView> view;
    private final Background background;
    private final BreakdownDeeds breakdown;

    /** @param view what the page shows, null while it opens */
    public TileDeeds(DashboardPage page, Supplier<@Nullable DashboardView> view, Background background) {
        this.page = page;
        this.view = view;
        this.background = background;
        this.breakdown = new BreakdownDeeds(page, background);
    }

    private boolean isBreakdown(String tile) {
        return tile.equals(Breakdowns.TILE) && page.id().startsWith(Breakdowns.ID);
    }

    /** Does what a gesture of a tile says; false where that is not for these ways. */
    public boolean act(String tile, Gesture gesture) {
        DashboardView from = view.get();
        return from != null && isBreakdown(tile) && breakdown.act(from, gesture, place());
    }

    /** Beside what has the keyboard or the pointer. */
    private Point place() {
        Rectangle tip = page.sight().tip().map(PageSight.Tip::bounds).orElse(null);
        return tip == null
                ? page.control().getDisplay().getCursorLocation()
                : page.control().toDisplay(tip.x, tip.y);
    }

    /**
     * Adds the ways to the menu of a tile.
     *
     * @param mark what it was opened over, or null
     * @return whether the tile's other ways to its records do not hold for it
     */
    public boolean menu(Menu menu, String tile, @Nullable Datum mark, Point at) {
        DashboardView from = view.get();
        if (from == null) {
            return false;
        }
        if (isBreakdown(tile)) {
            breakdown.menu(menu, from, mark, at);
            return true;
        }
        MetricQuery query = from.asked(tile).orElse(null);
        if (query != null) {
            ways(menu, tile, query, mark, at);
        }
        return false;
    }

    private void ways(Menu menu, String tile, MetricQuery query, @Nullable Datum mark, Point at) {
        line(menu);
        Map<String, @Nullable String> members = BreakdownDeeds.members(mark);
        String name = mark == null || members.isEmpty() ? "" : mark.title();
        String plain = plain(name);
        boolean whole = name.isEmpty();
        if (query.metrics().size() == 1) {
            item(
                    menu,
                    whole ? TEXTS.get("menu.break") : TEXTS.get("menu.break.part", plain),
                    () -> apart(tile, query, members, 0));
        } else {
            Menu below =
                    TileMenus.below(menu, whole ? TEXTS.get("menu.break.by") : TEXTS.get("menu.break.part.by", plain));
            for (int i = 0; i < query.metrics().size(); i++) {
                int metric = i;
                item(
                        below,
                        plain(page.session().metric(query.metrics().get(i)).label()),
                        () -> apart(tile, query, members, metric));
            }
        }
        Drill drill = page.scope().drill(tile);
        if (mark != null && query.dimensions().stream().anyMatch(mark.members()::containsKey)) {
            item(menu, TEXTS.get("menu.down", plain), () -> down(tile, mark.members()));
        }
        if (!drill.levels().isEmpty()) {
            item(menu, TEXTS.get("menu.up"), () -> up(tile));
        }
        if (!drill.split().isEmpty()) {
            item(menu, TEXTS.get("menu.together"), () -> go(tile, drill.splitBy(""), TEXTS.get("deed.together")));
        } else if (query.dimensions().size() <= 1) {
            item(menu, TEXTS.get("menu.split"), () -> split(tile, query, at));
        }
        Elsewhere.add(menu, page, tile, members, name);
    }

    private void go(String tile, Drill next, String deed) {
        page.narrow(page.scope().drilled(tile, next), deed);
    }

    private void apart(String tile, MetricQuery query, Map<String, @Nullable String> members, int metric) {
        Comparison chosen = page.scope().comparison();
        Scope scope = new Scope(
                page.scope().choice(),
                page.scope().days(),
                chosen == null ? query.comparison() : chosen,
                query.filters(),
                Map.of());
        Scope there = page.session().breakdowns().narrowed(scope, page.days(), members);
        page.host().showBreakdown(query.metrics().get(metric), there);
    }

    private void dimensions(Consumer<List<Answers.Dimension>> then) {
        background.run(
                () -> page.session().breakdowns().dimensions(CancelSignal.create()),
                all -> {
                    if (!page.control().isDisposed()) {
                        then.accept(all);
                    }
                },
                e -> page.host().failed(TEXTS.get("dimensions.failed"), Background.sentence(e)));
    }

    /**
     * Goes one step down into a mark: the tile shows the next finer dimension of this mark alone.
     *
     * @return whether the tile asks for metrics by a dimension of the mark
     */
    public boolean down(String tile, Map<String, String> members) {
        DashboardView from = view.get();
        MetricQuery query = from == null ? null : from.asked(tile).orElse(null);
        String dimension = query == null
                ? null
                : query.dimensions().stream()
                        .filter(members::containsKey)
                        .findFirst()
                        .orElse(null);
        if (query == null || dimension == null) {
            return false;
        }
        String member = members.getOrDefault(dimension, "");
        dimensions(all -> {
            Set<String> known = all.stream().map(Answers.Dimension::name).collect(Collectors.toSet());
            known.addAll(Set.of("category", "product", "customer"));
            Optional<String> finer = Hierarchies.below(dimension, known);
            if (finer.isEmpty()) {
                page.host()
                        .done(TEXTS.get(
                                "no.finer", FilterText.dimension(dimension).toLowerCase(Locale.ROOT)));
                return;
            }
            Drill now = page.scope().drill(tile);
            go(tile, Hierarchies.down(now, dimension, member, finer.get()), TEXTS.get("deed.down", member));
        });
        return true;
    }

    /** Goes one step back up; false where nobody went down. */
    public boolean up(String tile) {
        Drill now = page.scope().drill(tile);
        if (isBreakdown(tile) || now.levels().isEmpty()) {
            return false;
        }
        go(tile, Hierarchies.up(now), TEXTS.get("deed.up"));
        return true;
    }

    private void split(String tile, MetricQuery query, Point at) {
        dimensions(all -> {
            Menu menu = TileMenus.over(page.control());
            for (Answers.Dimension d : all) {
                if (!d.ofTime() && !query.dimensions().contains(d.name())) {
                    item(
                            menu,
                            plain(d.label()),
                            () -> go(
                                    tile,
                                    page.scope().drill(tile).splitBy(d.name()),
                                    TEXTS.get("deed.split", d.label())));
                }
            }
            TileMenus.show(page.control(), menu, at);
        });
    }
}
