package org.clientele.platform.runtime.arrange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.text.Texts;

/**
 * The order, sizes and hidden tiles of a dashboard, in place of its plugin's own. Immutable.
 *
 * <p>It outlives new versions of the plugin: a tile that is new stands where the plugin puts it, after the tile that it
 * follows there; one that is gone is left out.
 *
 * @param placements in order; none stands for the plugin's own
 */
public record Arrangement(List<Placement> placements) {
    private static final Texts TEXTS = Texts.of(Arrangement.class);

    /** As the plugin has it. */
    public static final Arrangement OWN = new Arrangement(List.of());

    /** @throws IllegalArgumentException if a tile has two places */
    public Arrangement {
        placements = List.copyOf(placements);
        Set<String> tiles = new HashSet<>();
        for (Placement p : placements) {
            if (!tiles.add(p.tile())) {
                throw new IllegalArgumentException("Tile \"" + p.tile() + "\" has two places.");
            }
        }
    }

    /** Whether it is the plugin's own. */
    public boolean isOwn() {
        return placements.isEmpty();
    }

    /** The places of all tiles of a dashboard, hidden ones too, in order. */
    public List<Placement> of(DashboardSpec spec) {
        Map<String, TileSpec> tiles = new HashMap<>();
        spec.tiles().forEach(t -> tiles.put(t.id(), t));
        List<Placement> all = new ArrayList<>(
                placements.stream().filter(p -> tiles.containsKey(p.tile())).toList());
        String before = "";
        for (TileSpec tile : spec.tiles()) {
            if (all.stream().noneMatch(p -> p.tile().equals(tile.id()))) {
                all.add(index(all, before) + 1, Placement.of(tile));
            }
            before = tile.id();
        }
        return List.copyOf(all);
    }

    private static int index(List<Placement> all, String tile) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).tile().equals(tile)) {
                return i;
            }
        }
        return -1;
    }

    /** The dashboard with its tiles so arranged. */
    public DashboardSpec applied(DashboardSpec spec) {
        if (isOwn()) {
            return spec;
        }
        Map<String, TileSpec> tiles = new HashMap<>();
        spec.tiles().forEach(t -> tiles.put(t.id(), t));
        List<TileSpec> shown = new ArrayList<>();
        for (Placement p : of(spec)) {
            TileSpec tile = tiles.get(p.tile());
            if (tile != null && !p.hidden()) {
                shown.add(p.applied(tile));
            }
        }
        return new DashboardSpec(spec.id(), spec.title(), spec.description(), shown, spec.schemaVersion());
    }

    /** The same with a tile moved to the place of another one, which makes room. */
    public Arrangement moved(DashboardSpec spec, String tile, String before) {
        List<Placement> all = new ArrayList<>(of(spec));
        int from = index(all, tile);
        int to = index(all, before);
        if (from < 0 || to < 0 || from == to) {
            return this;
        }
        all.add(to, all.remove(from));
        return simplest(spec, all);
    }

    /** The same with a tile some shown places later, or earlier where {@code by} is negative. */
    public Arrangement moved(DashboardSpec spec, String tile, int by) {
        List<String> shown =
                of(spec).stream().filter(p -> !p.hidden()).map(Placement::tile).toList();
        int at = shown.indexOf(tile);
        int to = Math.max(0, Math.min(shown.size() - 1, at + by));
        return at < 0 || at == to ? this : moved(spec, tile, shown.get(to));
    }

    /** The same with a tile wider and higher, as far as the grid goes. */
    public Arrangement resized(DashboardSpec spec, String tile, int columns, int rows) {
        return changed(spec, tile, p -> p.sized(p.span() + columns, p.rows() + rows));
    }

    /** The same with a tile shown or not. */
    public Arrangement shown(DashboardSpec spec, String tile, boolean yes) {
        return changed(spec, tile, p -> p.shown(yes));
    }

    private Arrangement changed(DashboardSpec spec, String tile, UnaryOperator<Placement> change) {
        return simplest(
                spec,
                of(spec).stream()
                        .map(p -> p.tile().equals(tile) ? change.apply(p) : p)
                        .toList());
    }

    /** What looks like the plugin's own is the plugin's own, and goes with its next version. */
    private static Arrangement simplest(DashboardSpec spec, List<Placement> all) {
        Arrangement changed = new Arrangement(all);
        return all.equals(OWN.of(spec)) ? OWN : changed;
    }

    /**
     * What differs in another arrangement, in sentences for people; none where nothing does.
     *
     * @param spec the dashboard, for the titles of its tiles
     */
    public List<String> differences(Arrangement other, DashboardSpec spec) {
        Map<String, String> titles = new HashMap<>();
        spec.tiles().forEach(t -> titles.put(t.id(), t.title()));
        Map<String, Placement> before = new HashMap<>();
        of(spec).forEach(p -> before.put(p.tile(), p));
        List<String> said = new ArrayList<>();
        for (Placement now : other.of(spec)) {
            Placement was = before.get(now.tile());
            String title = titles.getOrDefault(now.tile(), now.tile());
            if (was == null) {
                continue;
            }
            if (was.hidden() != now.hidden()) {
                said.add(TEXTS.get(now.hidden() ? "arrangement.hidden" : "arrangement.shown", title));
            }
            if (was.span() != now.span()) {
                said.add(TEXTS.get("arrangement.spans", title, now.span(), was.span()));
            }
            if (was.rows() != now.rows()) {
                said.add(TEXTS.get("arrangement.rows", title, now.rows(), was.rows()));
            }
        }
        said.addAll(moves(order(), other.order(), spec, titles, other));
        return List.copyOf(said);
    }

    private List<String> order() {
        return placements.stream().map(Placement::tile).toList();
    }

    /** The fewest tiles that had to be moved: those outside of the longest sequence that kept its order. */
    private List<String> moves(
            List<String> ours, List<String> theirs, DashboardSpec spec, Map<String, String> titles, Arrangement other) {
        if (ours.equals(theirs)) {
            return List.of();
        }
        List<String> before = of(spec).stream().map(Placement::tile).toList();
        List<String> now = other.of(spec).stream().map(Placement::tile).toList();
        Set<String> kept = longestCommon(before, now);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            String tile = now.get(i);
            if (!kept.contains(tile)) {
                String title = titles.getOrDefault(tile, tile);
                said.add(
                        i == 0
                                ? TEXTS.get("arrangement.first", title)
                                : TEXTS.get(
                                        "arrangement.after",
                                        title,
                                        titles.getOrDefault(now.get(i - 1), now.get(i - 1))));
            }
        }
        return said;
    }

    private static Set<String> longestCommon(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        Set<String> kept = new HashSet<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                kept.add(a.get(i));
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return kept;
    }
}
