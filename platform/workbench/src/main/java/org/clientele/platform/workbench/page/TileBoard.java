package org.clientele.platform.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.workbench.paint.Pen;
import org.clientele.sdk.dashboard.TileSpec;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/** The tiles of a page and where they are: side by side on their grid, or one that fills the page. UI thread only. */
final class TileBoard {
    /** The bar above has room of its own below its text. */
    private static final int LIFT = 12;

    /** Cards are this much lower where they shall be closer together. */
    private static final double COMPACT = 0.88;

    private static final int SPARE = 160;
    private static final int ABOVE_ALONE = 4;
    private static final int LOWEST = 120;

    /** A title above tiles: its left edge and its base line on the page. */
    record Heading(String title, double x, double y) {}

    /** From the base line of a title to the tiles below it. */
    private static final double BELOW_TITLE = 14;

    private final PageScroll scroll = new PageScroll();
    private List<PageTile> all = List.of();
    private List<Heading> headings = List.of();
    private @Nullable PageTile alone;
    private int offsetBefore;

    PageScroll scroll() {
        return scroll;
    }

    /** Takes other tiles; one that is there already keeps its picture until it has a new one. */
    void fill(List<TileSpec> specs) {
        List<PageTile> before = all;
        all = specs.stream().map(spec -> kept(before, spec)).toList();
        if (alone != null && !all.contains(alone)) {
            alone = null;
        }
    }

    private static PageTile kept(List<PageTile> before, TileSpec spec) {
        for (PageTile tile : before) {
            if (tile.id().equals(spec.id())
                    && tile.spec().question().equals(spec.question())
                    && tile.spec().chart().equals(spec.chart())) {
                tile.renewed();
                return tile;
            }
        }
        return new PageTile(spec);
    }

    /** Every tile, on show or not. */
    List<PageTile> all() {
        return all;
    }

    /** The tiles on show. */
    List<PageTile> shown() {
        PageTile only = alone;
        return only == null ? all : List.of(only);
    }

    /** The titles on show. */
    List<Heading> headings() {
        return alone == null ? headings : List.of();
    }

    /** Whether a tile is in view or not further from it than the view is high, so that it is worth a picture. */
    boolean near(PageTile tile, int room) {
        Rectangle b = tile.bounds();
        return shown().contains(tile) && b.y < scroll.offset() + 2 * room && b.y + b.height > scroll.offset() - room;
    }

    /** The tile that fills the page, or null. */
    @Nullable
    PageTile alone() {
        return alone;
    }

    /** Lets a tile fill the page, or, for null, shows all again. They have to be placed anew after that. */
    void alone(@Nullable PageTile tile) {
        if (alone == null) {
            offsetBefore = scroll.offset();
        }
        alone = tile;
    }

    /** Goes back to where the page was scrolled before a tile filled it. */
    void scrollBack() {
        scroll.to(offsetBefore);
    }

    Optional<PageTile> tile(String id) {
        return all.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** The tile at a place of the view. */
    Optional<PageTile> at(int x, int y) {
        return shown().stream()
                .filter(t -> t.bounds().contains(x, y + scroll.offset()))
                .findFirst();
    }

    /** Where a tile is in the view; empty if it is not on show. */
    Optional<Rectangle> inView(String id) {
        return tile(id).filter(shown()::contains).map(t -> {
            Rectangle b = t.bounds();
            return new Rectangle(b.x, b.y - scroll.offset(), b.width, b.height);
        });
    }

    /**
     * Places the tiles on a page of that size.
     *
     * @param compact whether they shall be lower
     * @return those whose size changed
     */
    List<PageTile> place(DashboardView from, Rectangle area, boolean compact) {
        PageTile only = alone;
        if (only != null) {
            double side = Pen.pageMargin(area.width);
            double height = Math.max(LOWEST, area.height - side - ABOVE_ALONE);
            boolean resized = only.place(side, ABOVE_ALONE, area.width - 2 * side, height);
            scroll.sizes(area.height, area.height);
            return resized ? List.of(only) : List.of();
        }
        List<PageTile> resized = new ArrayList<>();
        List<Heading> titles = new ArrayList<>();
        double bottom = 0;
        double margin = 16;
        double saved = 0;
        double line = 0;
        double tallest = 0;
        double lowered = 0;
        for (var placed : from.layout(area.width)) {
            if (placed.y() > line) {
                saved += tallest - lowered;
                line = placed.y();
                tallest = 0;
                lowered = 0;
            }
            double height = compact ? lower(placed.height()) : placed.height();
            tallest = Math.max(tallest, placed.height());
            lowered = Math.max(lowered, height);
            PageTile tile = tile(placed.tile().id()).orElse(null);
            if (tile != null) {
                double y = placed.y() - LIFT - saved;
                String title = from.headings().get(tile.id());
                if (title != null) {
                    titles.add(new Heading(title, placed.x(), y - BELOW_TITLE));
                }
                if (tile.place(placed.x(), y, placed.width(), height)) {
                    resized.add(tile);
                }
                bottom = Math.max(bottom, y + height);
                margin = Math.min(24, Math.max(margin, tile == all.get(0) ? placed.x() : margin));
            }
        }
        headings = titles;
        scroll.sizes((int) Math.ceil(bottom + margin), area.height);
        return resized;
    }

    /** A figure's card has nothing to spare. */
    private static double lower(double height) {
        return height < SPARE ? height : Math.round(height * COMPACT);
    }
}
