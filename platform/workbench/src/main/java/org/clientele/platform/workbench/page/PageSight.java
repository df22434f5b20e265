package org.clientele.platform.workbench.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.query.Filter;
import org.eclipse.swt.graphics.Rectangle;

/** What a person sees and hears of a page at this moment, for whoever watches it from outside. UI thread only. */
public final class PageSight {
    private final TileBoard board;
    private final PageFocus focus;
    private final PageBrush brush;
    private final PageArea area;

    /** A tooltip on show. */
    public record Tip(String sentence, Rectangle bounds) {}

    PageSight(TileBoard board, PageFocus focus, PageBrush brush, PageArea area) {
        this.board = board;
        this.focus = focus;
        this.brush = brush;
        this.area = area;
    }

    /** Where a tile is on the display's canvas now, for tests and for the keyboard. */
    public Optional<Rectangle> tileBounds(String id) {
        return board.inView(id);
    }

    /** What a tile says in words, or "" where there is no such tile. */
    public String describes(String id) {
        return board.tile(id).map(PageTile::sentence).orElse("");
    }

    /** How a person looks at a tile now. */
    public Optional<ViewState> looks(String id) {
        return board.tile(id).map(PageTile::view);
    }

    /** The number of the newest range of the brush under way whose answers are on the screen; 0 before. */
    public long brushPainted() {
        return brush.frames().painted();
    }

    /** What the range under way in a tile picks; nothing where none is. */
    public List<Filter> brushed(String id) {
        return brush.filters(id);
    }

    /** How many ranges the brush under way has asked for. */
    public long brushAsked() {
        return brush.frames().asked();
    }

    /** The tiles over which a range is answered at once, since what it needs was made ready. */
    public Set<String> brushable() {
        return brush.ahead().done();
    }

    /** How many members the area under way around marks holds; 0 where none is. */
    public int held() {
        return area.held();
    }

    /** The tooltip on show: what it says and where it is; empty without one. */
    public Optional<Tip> tip() {
        return focus.shownTip();
    }
}
