package org.clientele.platform.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.clientele.platform.charts.TileContent;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.sdk.dashboard.TileSpec;
import org.jspecify.annotations.Nullable;

/**
 * What comes to the tiles of an open dashboard, from passes over all of them and from the brush under way, and which of it is
 * shown: that of the newest pass, unless a tile answers the brush. Thread-safe.
 */
final class TileAnswers implements TilePasses.Receiver {
    private final Session session;
    private final DashboardSource source;
    private final TileContents contents;
    private final Predicate<TileSpec> otherColours;
    private final Consumer<String> tileChanged;
    private final TilePasses passes;
    private final BrushAhead ahead;
    private @Nullable BrushSession brush;

    /**
     * @param otherColours whether a tile's picture was drawn before its colours were known
     * @param tileChanged hears of each tile that has something else to show, from any thread
     */
    TileAnswers(
            Session session,
            DashboardSource source,
            TileContents contents,
            Predicate<TileSpec> otherColours,
            Consumer<String> tileChanged) {
        this.session = session;
        this.source = source;
        this.contents = contents;
        this.otherColours = otherColours;
        this.tileChanged = tileChanged;
        this.passes = new TilePasses(session, source, this);
        this.ahead = new BrushAhead(session);
    }

    TilePasses passes() {
        return passes;
    }

    /** Asks all tiles for another scope. */
    void start(UnaryOperator<Scope> choose) {
        endBrush();
        ahead.stop();
        passes.start(choose);
    }

    @Override
    public void answered(TilePasses.Pass pass, TileSpec tile, TileRun.Outcome outcome) {
        tell(tile.id(), passes.during(pass, () -> {
            BrushSession now = brush();
            if (now != null && now.keeps(tile.id(), outcome.content())) {
                return false;
            }
            contents.put(tile.id(), outcome);
            return true;
        }));
    }

    /** Colours are given by the members of all tiles: whoever was drawn before the last of them came is drawn anew. */
    @Override
    public void answered(TilePasses.Pass pass) {
        source.spec().tiles().stream()
                .filter(otherColours)
                .forEach(tile -> tell(tile.id(), passes.during(pass, () -> {
                    contents.redraw(tile.id());
                    return true;
                })));
    }

    @Override
    public void early(TilePasses.Pass pass, TileSpec tile, TileRun.Outcome outcome) {
        tell(tile.id(), passes.during(pass, () -> {
            if (brush() != null) {
                return false;
            }
            contents.early(tile.id(), outcome);
            return true;
        }));
    }

    /** A brush over a dimension begins in a tile; the one of before ends. */
    BrushSession brush(String tile, String dimension) {
        endBrush();
        synchronized (this) {
            TilePasses.Pass pass = passes.newest();
            contents.noRanges();
            BrushSession begun = new BrushSession(
                    session,
                    dimension,
                    linked(pass, tile),
                    contents.all(),
                    (id, content, old, range) -> brushed(pass, id, content, old, range));
            brush = begun;
            return begun;
        }
    }

    /** What a brush over a dimension in a tile would need is made ready. */
    CompletableFuture<BrushCubes.Filling> ahead(String tile, String dimension) {
        return ahead.fill(linked(passes.newest(), tile), dimension);
    }

    /** The tiles that answer a brush in another one; what was picked there does not count for them. */
    private List<BrushSession.Linked> linked(TilePasses.Pass pass, String brushed) {
        return source.linked(session, pass.days().period(), pass.scope().picked(brushed, List.of())).stream()
                .filter(l -> !l.id().equals(brushed))
                .toList();
    }

    private boolean brushed(TilePasses.Pass pass, String tile, TileContent content, boolean old, long range) {
        return tell(tile, passes.during(pass, () -> {
            contents.put(tile, content, old, range);
            return true;
        }));
    }

    private boolean tell(String tile, boolean changed) {
        if (changed) {
            Listeners.guard(() -> tileChanged.accept(tile));
        }
        return changed;
    }

    private synchronized @Nullable BrushSession brush() {
        return brush;
    }

    /** The tiles stay as they are. */
    private void endBrush() {
        BrushSession before;
        synchronized (this) {
            before = brush;
            brush = null;
        }
        if (before != null) {
            before.stop();
        }
    }

    /** Cancels what runs; no tile changes after that. */
    void close() {
        passes.close();
        ahead.stop();
        endBrush();
    }
}
