package org.clientele.platform.runtime.breakdown;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One level of a breakdown.
 *
 * @param dimension what it splits by; of a level that is found by itself what it was when a member was picked, or ""
 * @param way how the dimension is found
 * @param locked whether a dimension that was found stays, whatever is picked before it
 * @param picked whether one of its members is opened
 * @param member the opened member as filters name it, null for the unknown one
 * @param shown how many members are shown, the others together
 */
public record Level(
        String dimension,
        Way way,
        boolean locked,
        boolean picked,
        @Nullable String member,
        int shown) {
    /** So many members are shown where nobody asked for more. */
    public static final int SHOWN = 10;

    public Level {
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(way, "way");
        if (shown < 1) {
            throw new IllegalArgumentException("A level shows at least one member.");
        }
    }

    /** A level by a dimension, with nothing opened. */
    public static Level by(String dimension) {
        return new Level(dimension, Way.BY_HAND, false, false, null, SHOWN);
    }

    /** A level whose dimension is found. */
    public static Level found(Way way) {
        return new Level("", way, false, false, null, SHOWN);
    }

    /** Whether the dimension is the named one, rather than to be found. */
    public boolean fixed() {
        return way == Way.BY_HAND || locked;
    }

    /** The same with a member of a dimension opened. */
    public Level pick(String of, @Nullable String opened) {
        return new Level(of, way, locked, true, opened, shown);
    }

    /** The same with nothing opened. */
    public Level closed() {
        return new Level(dimension, way, locked, false, null, shown);
    }

    /** The same with the dimension that was found kept, or to be found again. */
    public Level locked(String found, boolean yes) {
        return new Level(found, way, yes, picked, member, shown);
    }

    /** The same with so many members shown. */
    public Level showing(int members) {
        return new Level(dimension, way, locked, picked, member, members);
    }
}
