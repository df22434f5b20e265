package org.clientele.platform.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.platform.charts.TileContent;
import org.clientele.sdk.data.Frame;
import org.jspecify.annotations.Nullable;

/** What the tiles of an open dashboard show so far, by their ids. Thread-safe. */
final class TileContents {
    private final Map<String, TileContent> contents = new ConcurrentHashMap<>();
    private final Map<String, TileTiming> timings = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    /** Which brushed range each tile answers, or is asked for. */
    private final Map<String, Long> ranges = new ConcurrentHashMap<>();

    private final Set<String> stale = ConcurrentHashMap.newKeySet();
    /** What the tiles show, or showed before somebody brushed. */
    private final Map<String, TileContent> plain = new ConcurrentHashMap<>();

    /** Whoever is answered sooner sees no change of pictures in between. */
    private static final long SOON_NANOS = 150_000_000;

    private final Map<String, Long> older = new ConcurrentHashMap<>();

    /** The data has changed: what is shown is old from now on, and said to be if its answer does not come soon. */
    void age() {
        long now = System.nanoTime();
        contents.keySet().forEach(tile -> older.putIfAbsent(tile, now));
    }

    /** A tile has its answer. */
    void put(String tile, TileRun.Outcome outcome) {
        stale.remove(tile);
        older.remove(tile);
        contents.put(tile, outcome.content());
        plain.put(tile, outcome.content());
        versions.merge(tile, 1L, Long::sum);
        timings.put(tile, outcome.timing());
    }

    /** A tile shows something until it has its answer. */
    void early(String tile, TileRun.Outcome outcome) {
        put(tile, outcome);
        stale.add(tile);
    }

    /**
     * A tile shows something while somebody brushes.
     *
     * @param old whether that is the answer to something else
     * @param range the number of the range that it answers, or is asked for; 0 for none
     */
    void put(String tile, TileContent content, boolean old, long range) {
        contents.put(tile, content);
        ranges.put(tile, range);
        versions.merge(tile, 1L, Long::sum);
        if (old) {
            stale.add(tile);
        } else {
            stale.remove(tile);
        }
    }

    TileContent get(String tile) {
        return contents.getOrDefault(tile, new TileContent.Loading());
    }

    /** All that is known; changes with it. */
    Map<String, TileContent> all() {
        return contents;
    }

    /** What is known without any brush; changes with it. */
    Map<String, TileContent> unbrushed() {
        return plain;
    }

    /** The number of the brushed range that a tile answers, or is asked for; 0 for none. */
    long range(String tile) {
        return ranges.getOrDefault(tile, 0L);
    }

    /** A brush begins. */
    void noRanges() {
        ranges.clear();
    }

    /** What a tile shows is the same, and its picture is not. */
    void redraw(String tile) {
        versions.merge(tile, 1L, Long::sum);
    }

    /** How often a tile was given something to show. */
    long version(String tile) {
        return versions.getOrDefault(tile, 0L);
    }

    boolean isStale(String tile) {
        Long since = older.get(tile);
        return stale.contains(tile) || since != null && System.nanoTime() - since > SOON_NANOS;
    }

    @Nullable
    TileTiming timing(String tile) {
        return timings.get(tile);
    }

    /** How far a tile is. */
    TileState state(String tile) {
        TileContent content = get(tile);
        if (content instanceof TileContent.Ready) {
            return TileState.READY;
        }
        if (content instanceof TileContent.Empty) {
            return TileState.EMPTY;
        }
        if (content instanceof TileContent.Failed) {
            return TileState.FAILED;
        }
        if (content instanceof TileContent.TooMuch) {
            return TileState.TOO_MUCH;
        }
        return content instanceof TileContent.Forbidden ? TileState.FORBIDDEN : TileState.LOADING;
    }

    /** The data of a tile; empty unless it is ready. */
    Optional<Frame> frame(String tile) {
        return get(tile) instanceof TileContent.Ready ready ? Optional.of(ready.frame()) : Optional.empty();
    }

    /** Why a tile failed, or "". */
    String failure(String tile) {
        return get(tile) instanceof TileContent.Failed failed ? failed.message() : "";
    }
}
