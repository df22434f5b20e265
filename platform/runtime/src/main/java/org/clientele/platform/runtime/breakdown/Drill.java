package org.clientele.platform.runtime.breakdown;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a person went into a number: level by level, a dimension and the member that was opened. Of a breakdown all levels
 * are on show; a tile that was drilled into shows the last one. Immutable.
 *
 * @param levels from the outermost to the innermost
 * @param split the dimension that a tile is split by besides, or ""
 */
public record Drill(List<Level> levels, String split) {
    /** Nowhere yet. */
    public static final Drill NONE = new Drill(List.of(), "");

    public Drill {
        levels = List.copyOf(levels);
    }

    /** These levels by dimensions, with nothing opened. */
    public static Drill by(String... dimensions) {
        return new Drill(java.util.Arrays.stream(dimensions).map(Level::by).toList(), "");
    }

    /** Whether nothing was done. */
    public boolean isNone() {
        return levels.isEmpty() && split.isEmpty();
    }

    /** The same with another level at a place; those behind it stay. */
    public Drill with(int place, Level level) {
        List<Level> all = new ArrayList<>(levels);
        all.set(place, level);
        return new Drill(all, split);
    }

    /** The same with one more level behind the first {@code kept}. */
    public Drill then(int kept, Level level) {
        List<Level> all = new ArrayList<>(levels.subList(0, kept));
        all.add(level);
        return new Drill(all, split);
    }

    /** Only the first {@code kept} levels, the last of which has nothing opened. */
    public Drill upTo(int kept) {
        List<Level> all = new ArrayList<>(levels.subList(0, kept));
        if (kept > 0) {
            all.set(kept - 1, all.get(kept - 1).closed());
        }
        return new Drill(all, split);
    }

    /** The same with a member of a level opened; a level behind it whose dimension is found looks again. */
    public Drill open(int place, String dimension, @Nullable String member) {
        return with(place, levels.get(place).pick(dimension, member));
    }

    /** The same split by another dimension; "" by none. */
    public Drill splitBy(String dimension) {
        return new Drill(levels, dimension);
    }
}
