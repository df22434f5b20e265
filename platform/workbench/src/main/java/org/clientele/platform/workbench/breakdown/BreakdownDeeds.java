package org.clientele.platform.workbench.breakdown;

import static org.clientele.platform.workbench.breakdown.TileMenus.item;
import static org.clientele.platform.workbench.breakdown.TileMenus.line;
import static org.clientele.platform.workbench.breakdown.TileMenus.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.platform.charts.kind.tree.DecompositionChart;
import org.clientele.platform.runtime.Breakdowns;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.breakdown.Answers;
import org.clientele.platform.runtime.breakdown.BreakdownTable;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Level;
import org.clientele.platform.runtime.breakdown.Way;
import org.clientele.platform.runtime.records.RecordsRequest;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.jspecify.annotations.Nullable;

/** What is done with the parts of a breakdown: opened, closed, split, listed, taken to a dashboard. UI thread only. */
final class BreakdownDeeds {
    private static final Texts TEXTS = Texts.of(BreakdownDeeds.class);

    private final DashboardPage page;
    private final Background background;

    BreakdownDeeds(DashboardPage page, Background background) {
        this.page = page;
        this.background = background;
    }

    /** Where a menu is to open, and what is on show there. */
    private record At(DashboardView view, Frame table, Point point) {}

    private Drill drill() {
        return page.scope().drill(Breakdowns.TILE);
    }

    private void go(Drill next, String deed) {
        page.narrow(page.scope().drilled(Breakdowns.TILE, next), deed);
    }

    /** Does what a gesture of the picture says; false where it is none of a breakdown. */
    boolean act(DashboardView view, Gesture gesture, Point at) {
        if (!gesture.parameter().equals(DecompositionChart.BREAKDOWN)) {
            return false;
        }
        Frame table = view.frame(Breakdowns.TILE).orElse(null);
        if (table != null) {
            int colon = gesture.value().indexOf(':');
            String what = gesture.value().substring(colon + 1);
            At there = new At(view, table, at);
            switch (gesture.value().substring(0, colon)) {
                case "open" -> open(there, what);
                case "more" -> more(there, what);
                case "add" -> offer(there, what);
                default -> level(there, Integer.parseInt(what));
            }
        }
        return true;
    }

    private static String name(Frame table, String node) {
        int row = BreakdownTable.row(table, node);
        return row <= 0
                ? TEXTS.get("all")
                : Objects.requireNonNullElse(table.column(BreakdownTable.PART).textAt(row), "");
    }

    /** The level that a node is of, from 0 for the whole. */
    private static int depth(Frame table, String node) {
        int row = BreakdownTable.row(table, node);
        return row < 0 ? 0 : (int) table.column(BreakdownTable.LEVEL).longAt(row);
    }

    /** The way to a node: it and all that it is a part of opened, and only so many levels. */
    private Drill opened(Frame table, String node) {
        Drill way = drill();
        int depth = 0;
        for (Map.Entry<String, @Nullable String> e :
                BreakdownTable.members(table, node).entrySet()) {
            way = way.open(depth++, e.getKey(), e.getValue());
        }
        return way;
    }

    private void open(At at, String node) {
        int depth = depth(at.table(), node);
        boolean goesOn = drill().levels().size() > depth;
        int row = BreakdownTable.row(at.table(), node);
        if (row < 0) {
            return;
        }
        boolean open =
                Boolean.TRUE.equals(at.table().column(BreakdownTable.OPEN).valueAt(row));
        if (!goesOn) {
            offer(at, node);
        } else if (open) {
            go(drill().upTo(depth), TEXTS.get("deed.close", name(at.table(), node)));
        } else {
            go(opened(at.table(), node), TEXTS.get("deed.open", name(at.table(), node)));
        }
    }

    private void more(At at, String node) {
        int level = depth(at.table(), node) - 1;
        Level now = drill().levels().get(level);
        go(drill().with(level, now.showing(now.shown() + Level.SHOWN)), TEXTS.get("deed.more"));
    }

    /** Opens the menu of what a node can be split by. */
    void offer(At at, String node) {
        dimensions(all -> {
            Menu menu = TileMenus.over(page.control());
            fill(menu, at.table(), all, used(at.table(), node), level -> {
                int depth = depth(at.table(), node);
                return opened(at.table(), node).then(depth, level);
            });
            TileMenus.show(page.control(), menu, at.point());
        });
    }

    private void dimensions(java.util.function.Consumer<List<Answers.Dimension>> then) {
        background.run(
                () -> page.session().breakdowns().dimensions(CancelSignal.create()),
                all -> {
                    if (!page.control().isDisposed()) {
                        then.accept(all);
                    }
                },
                e -> page.host().failed(TEXTS.get("dimensions.failed"), Background.sentence(e)));
    }

    private static Set<String> used(Frame table, String node) {
        return BreakdownTable.members(table, node).keySet();
    }

    private void fill(
            Menu menu, Frame table, List<Answers.Dimension> all, Set<String> used, Function<Level, Drill> with) {
        boolean compared = table.has(BreakdownTable.BASE);
        for (Way way : Way.values()) {
            if (way != Way.BY_HAND) {
                String deed = way.label().toLowerCase(java.util.Locale.ROOT);
                item(menu, way.label(), () -> go(with.apply(Level.found(way)), deed))
                        .setEnabled(compared || !way.ofChange());
            }
        }
        line(menu);
        Menu time = TileMenus.below(menu, TEXTS.get("menu.time"));
        for (Answers.Dimension d : all) {
            item(
                            d.ofTime() ? time : menu,
                            plain(d.label()),
                            () -> go(with.apply(Level.by(d.name())), TEXTS.get("deed.by", d.label())))
                    .setEnabled(!used.contains(d.name()));
        }
    }

    /** The menu of a level's head. */
    private void level(At at, int number) {
        Frame table = at.table();
        int index = number - 1;
        if (index >= drill().levels().size()) {
            return;
        }
        Level level = drill().levels().get(index);
        String found = dimension(table, number);
        dimensions(all -> {
            Menu menu = TileMenus.over(page.control());
            if (level.way() != Way.BY_HAND) {
                item(
                        menu,
                        TEXTS.get(level.locked() ? "menu.unlock" : "menu.lock"),
                        () -> go(
                                drill().with(index, level.locked(found, !level.locked())),
                                TEXTS.get(level.locked() ? "deed.unlock" : "deed.lock")));
            }
            item(menu, TEXTS.get("menu.remove"), () -> go(drill().upTo(index), TEXTS.get("deed.remove")));
            line(menu);
            String parent = parent(table, number);
            fill(menu, table, all, used(table, parent), other -> replaced(index, other));
            TileMenus.show(page.control(), menu, at.point());
        });
    }

    private Drill replaced(int index, Level other) {
        return drill().then(index, other);
    }

    private static String dimension(Frame table, int level) {
        return Objects.requireNonNullElse(table.column(BreakdownTable.DIMENSION).textAt(firstRow(table, level)), "");
    }

    private static String parent(Frame table, int level) {
        return Objects.requireNonNullElse(table.column(BreakdownTable.UNDER).textAt(firstRow(table, level)), "");
    }

    private static int firstRow(Frame table, int level) {
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.column(BreakdownTable.LEVEL).longAt(row) == level) {
                return row;
            }
        }
        return 0;
    }

    /** Adds what can be done with a part, or with the whole, to a menu. */
    void menu(Menu menu, DashboardView view, @Nullable Datum mark, Point at) {
        Frame table = view.frame(Breakdowns.TILE).orElse(null);
        MetricQuery question = view.asked(Breakdowns.TILE).orElse(null);
        if (table == null || question == null) {
            return;
        }
        String node = Optional.ofNullable(mark)
                .map(m -> m.members().get(DecompositionChart.NODE))
                .orElse("");
        String name = node.isEmpty() ? TEXTS.get("all") : plain(name(table, node));
        line(menu);
        if (BreakdownTable.isRest(table, node)) {
            item(menu, TEXTS.get("menu.more"), () -> more(new At(view, table, at), node));
            return;
        }
        item(menu, TEXTS.get("menu.break.part", name), () -> offer(new At(view, table, at), node));
        Map<String, @Nullable String> members = BreakdownTable.members(table, node);
        List<String> parts = page.session().records().parts(question.metrics().get(0));
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            String text = parts.size() == 1
                    ? TEXTS.get("menu.records", name)
                    : TEXTS.get("menu.records.metric", name, plain(parts.get(i)));
            item(menu, text, () -> records(question, members, part));
        }
        Optional.ofNullable(members.get("customer"))
                .ifPresent(id -> item(
                        menu,
                        TEXTS.get("menu.customer", plain(id)),
                        () -> page.host().showCustomer(id)));
        Elsewhere.add(menu, page, Breakdowns.TILE, members, node.isEmpty() ? "" : name(table, node));
    }

    private void records(MetricQuery question, Map<String, @Nullable String> members, int part) {
        background.run(
                () -> page.session().breakdowns().behind(question, members, CancelSignal.create()),
                found -> {
                    List<RecordsRequest> all = new ArrayList<>(found);
                    page.host().showRecords(all.get(Math.min(part, all.size() - 1)));
                },
                e -> page.host().failed(TEXTS.get("records.failed"), Background.sentence(e)));
    }

    /** The members of a datum as they are of a tile of metrics. */
    static Map<String, @Nullable String> members(@Nullable Datum mark) {
        return mark == null
                ? Map.of()
                : mark.members().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, HashMap::new));
    }
}
