package org.clientele.platform.workbench.gesture;

import org.clientele.platform.workbench.gesture.BrushAxis.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What of a range somebody holds, and what comes of it at each place. It knows the range as it was when she took hold of it.
 * Immutable.
 */
public final class BrushGrip {
    /** The pointer finds an edge within so many pixels of it. */
    public static final int REACH = 5;

    /** Nothing; for the keyboard. */
    public static final BrushGrip NONE = new BrushGrip(Part.NEW, 0, new Reach(0, 0));

    /** A part of a range. */
    public enum Part {
        /** None yet: a range begins. */
        NEW,
        /** Its first end. */
        START,
        /** Its last end. */
        END,
        /** All of it. */
        WHOLE
    }

    private final Part part;
    private final int place;
    private final Reach before;

    private BrushGrip(Part part, int place, Reach before) {
        this.part = part;
        this.place = place;
        this.before = before;
    }

    /**
     * What a press at a coordinate along an axis takes hold of.
     *
     * @param shown the range on show, or null
     * @param free whether a drag may begin a range, or move one; else only its edges can be held
     * @return null where nothing can be held
     */
    public static @Nullable BrushGrip at(BrushAxis axis, double coordinate, @Nullable Reach shown, boolean free) {
        int place = axis.at(coordinate);
        if (shown != null) {
            double toStart = Math.abs(coordinate - axis.from(shown));
            double toEnd = Math.abs(coordinate - axis.to(shown));
            if (Math.min(toStart, toEnd) <= REACH) {
                return new BrushGrip(toStart < toEnd ? Part.START : Part.END, place, shown);
            }
            if (free && coordinate > axis.from(shown) && coordinate < axis.to(shown)) {
                return new BrushGrip(Part.WHOLE, place, shown);
            }
        }
        return free ? new BrushGrip(Part.NEW, place, new Reach(place, place)) : null;
    }

    /** What is held. */
    public Part part() {
        return part;
    }

    /** The range when the pointer is at a coordinate. */
    public Reach to(BrushAxis axis, double coordinate) {
        int now = axis.at(coordinate);
        return switch (part) {
            case NEW -> Reach.between(place, now);
            case START -> Reach.between(now, before.last());
            case END -> Reach.between(before.first(), now);
            case WHOLE -> {
                int way = Math.max(-before.first(), Math.min(axis.count() - 1 - before.last(), now - place));
                yield new Reach(before.first() + way, before.last() + way);
            }
        };
    }
}
