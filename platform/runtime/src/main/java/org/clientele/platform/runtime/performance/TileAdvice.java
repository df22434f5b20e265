package org.clientele.platform.runtime.performance;

import java.util.Locale;

/** What to do about a slow tile, in one line, by rule. */
public final class TileAdvice {
    /** Nobody waits for what is there so soon. */
    private static final double QUICK = 100;

    private static final double FRAME = 16.7;
    private static final int MANY_GROUPS = 200;
    private static final int MANY_MARKS = 20_000;

    private TileAdvice() {}

    /** A sentence; "" where there is nothing to do. */
    public static String of(TileCost c) {
        if (c.paint() > FRAME && c.paint() >= c.layout() && c.marks() > MANY_MARKS) {
            return String.format(
                    Locale.UK, "Paint: %,d marks. Ask for fewer groups, or a coarser step of time.", c.marks());
        }
        if (c.total() < QUICK) {
            return c.cached() ? "From the cache." : "";
        }
        if (c.query() >= c.waited() && c.query() >= c.layout() && c.query() >= c.paint()) {
            return query(c);
        }
        if (c.waited() >= c.layout() && c.waited() >= c.paint()) {
            return "Most time it waited for other tiles: the slowest ones hold it up.";
        }
        if (c.layout() >= c.paint()) {
            return String.format(Locale.UK, "Most time is the layout of %,d rows", c.rows())
                    + (c.limited() ? "." : ": limit them, or choose a shorter period.");
        }
        return String.format(Locale.UK, "Most time is the paint of %,d marks.", c.marks());
    }

    private static String query(TileCost c) {
        if (c.analysis()) {
            return "Most time is the analysis: a shorter period or a filter gives it less to read.";
        }
        if (!c.dimensions().isEmpty() && c.rows() > MANY_GROUPS && !c.limited()) {
            return String.format(
                    Locale.UK,
                    "Most time is the query: by %s has %,d members, limit it.",
                    String.join(" and ", c.dimensions()),
                    c.rows());
        }
        return "Most time is the query: a shorter period or a filter gives it less to read.";
    }
}
