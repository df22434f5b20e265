package org.clientele.platform.workbench.page;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.platform.workbench.scope.History;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.text.Texts;

/** How a person looks at the tiles of a page: zoomed, sorted, as a table. Each change can be taken back. UI thread only. */
final class PageViews {
    private static final Texts TEXTS = Texts.of(PageViews.class);

    private final DashboardPage page;
    private final History history;
    private Map<String, ViewState> restored = Map.of();

    PageViews(DashboardPage page, History history) {
        this.page = page;
        this.history = history;
    }

    /**
     * Writes values of the way in which a person looks at a tile.
     *
     * @return whether there were any
     */
    boolean write(PageTile tile, Map<String, String> values) {
        if (!values.isEmpty()) {
            Map<String, String> all = new TreeMap<>(tile.view().values());
            all.putAll(values);
            change(tile, new ViewState(all));
        }
        return !values.isEmpty();
    }

    /** Writes values while a slider is held whose end chooses something: only that can be taken back. */
    void slide(PageTile tile, Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(tile.view().values());
        all.putAll(values);
        tile.view(new ViewState(all));
        page.pictures().request(tile);
    }

    /** Forgets where sliders were held: they stand where the data say. */
    void letGo(PageTile tile, Set<String> parameters) {
        Map<String, String> all = new TreeMap<>(tile.view().values());
        all.keySet().removeAll(parameters);
        tile.view(new ViewState(all));
    }

    /** Looks at a tile in another way. */
    void change(PageTile tile, ViewState state) {
        ViewState before = tile.view();
        boolean table = tile.asTable();
        history.did(
                TEXTS.get("deed.look", tile.spec().title()),
                tile.id(),
                () -> look(tile, table, before),
                () -> look(tile, table, state));
        tile.view(state);
        page.pictures().request(tile);
    }

    private void look(PageTile tile, boolean table, ViewState state) {
        tile.asTable(table);
        tile.view(state);
        page.pictures().request(tile);
    }

    /** Shows a tile's data as a table, or its chart again. */
    void asTable(PageTile tile, boolean yes) {
        page.rest();
        history.did(
                TEXTS.get(yes ? "deed.table" : "deed.chart"), "", () -> showAs(tile, !yes), () -> showAs(tile, yes));
        showAs(tile, yes);
    }

    private void showAs(PageTile tile, boolean table) {
        tile.asTable(table);
        page.rest();
        page.pictures().request(tile);
    }

    /** How each tile is looked at, where somebody changed that; by the tiles' ids. */
    Map<String, ViewState> all() {
        Map<String, ViewState> views = new TreeMap<>();
        page.board().all().forEach(tile -> {
            if (!tile.view().values().isEmpty()) {
                views.put(tile.id(), tile.view());
            }
        });
        return views;
    }

    /** Looks at all tiles so, also at those that are not there yet. */
    void restore(Map<String, ViewState> views) {
        restored = views;
        page.board().all().forEach(tile -> {
            tile.view(views.getOrDefault(tile.id(), ViewState.initial()));
            page.pictures().request(tile);
        });
    }

    /** The tiles are there now. */
    void filled() {
        restored.forEach((id, look) -> page.board().tile(id).ifPresent(tile -> tile.view(look)));
    }
}
