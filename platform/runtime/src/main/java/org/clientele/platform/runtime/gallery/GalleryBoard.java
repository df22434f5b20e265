package org.clientele.platform.runtime.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.text.Texts;

/** The gallery's pictures as a dashboard: a card each, by family. Immutable and thread-safe. */
public final class GalleryBoard {
    private static final Texts TEXTS = Texts.of(GalleryBoard.class);

    /** By which the gallery is opened. */
    public static final String ID = "clientele.charts/gallery";

    private static final int COLUMNS = 12;
    private static final int GUTTER = 16;

    private final DashboardSpec spec;
    private final Map<String, GalleryEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> headings = new LinkedHashMap<>();

    /** The pictures whose kind the catalog has. */
    public GalleryBoard(ChartCatalog catalog) {
        DashboardSpec.Builder dashboard =
                DashboardSpec.builder(ID, entry().title()).description(entry().description());
        for (GalleryFamily family : GalleryFamily.values()) {
            List<GalleryEntry> members = GalleryEntries.all().stream()
                    .filter(e -> GalleryFamily.of(e) == family
                            && catalog.kinds().contains(e.chart().kind()))
                    .toList();
            if (!members.isEmpty()) {
                headings.put(members.get(0).name(), family.title());
            }
            tiles(members).forEach(dashboard::tile);
            members.forEach(e -> entries.put(e.name(), e));
        }
        spec = dashboard.build();
    }

    /** How the gallery is announced, beside the dashboards of plugins. */
    public static DashboardEntry entry() {
        return new DashboardEntry(
                ID,
                TEXTS.get("gallery.board.chart_gallery"),
                TEXTS.get("gallery.board.every_kind_chart_with_data"),
                "",
                "");
    }

    /** The names of all kinds in the gallery, for those who search: "bar, box, bubbles". */
    public static String kinds() {
        return String.join(", ", new TreeSet<>(Gallery.kinds()));
    }

    /** The cards. What their pictures show is not what their queries say: ask {@link #answers}. */
    public DashboardSpec spec() {
        return spec;
    }

    /** The titles that stand above cards, by the id of the card that comes first below. */
    public Map<String, String> headings() {
        return Map.copyOf(headings);
    }

    /**
     * What the cards show, worked out as they are asked for. The function blocks, shares what cards have in common, and is
     * for one thread; a card whose data the workspace lacks says so, and one that fails inside throws.
     */
    public Function<TileSpec, TileContent> answers(Session session, CancelSignal cancel) {
        GalleryData data = new GalleryData(session, cancel);
        return tile -> Gallery.content(Objects.requireNonNull(entries.get(tile.id()), tile.id()), data, cancel);
    }

    /** Cards side by side, with no hole at the right and none below. */
    private static List<TileSpec.Builder> tiles(List<GalleryEntry> family) {
        List<TileSpec.Builder> tiles = new ArrayList<>();
        int from = 0;
        while (from < family.size()) {
            int sum = 0;
            int to = from;
            while (to < family.size() && sum + span(family.get(to)) <= COLUMNS) {
                sum += span(family.get(to++));
            }
            List<GalleryEntry> row = family.subList(from, to);
            int rows = row.stream().mapToInt(GalleryBoard::rows).max().orElse(1);
            int used = 0;
            int given = 0;
            for (GalleryEntry e : row) {
                used += span(e);
                int until = Math.round(used * (float) COLUMNS / sum);
                tiles.add(Gallery.tile(e)
                        .subtitle(TEXTS.get("gallery.board.kind", e.chart().kind()))
                        .size(until - given, rows));
                given = until;
            }
            from = to;
        }
        return tiles;
    }

    private static int span(GalleryEntry e) {
        return e.width() >= 1000 ? COLUMNS : e.height() > 300 ? COLUMNS / 2 : COLUMNS / 3;
    }

    private static int rows(GalleryEntry e) {
        return Math.max(2, (int) Math.round((e.height() + GUTTER) / TileSpec.ROW_HEIGHT));
    }
}
