package org.clientele.platform.runtime.performance;

import org.clientele.sdk.text.Texts;

/** What to do about a slow tile, in one line, by rule. */
public final class TileAdvice {
    private static final Texts TEXTS = Texts.of(TileAdvice.class);

    /** Nobody waits for what is there so soon. */
    private static final double QUICK = 100;

    private static final double FRAME = 16.7;
    private static final int MANY_GROUPS = 200;
    private static final int MANY_MARKS = 20_000;

    private TileAdvice() {}

    /** A sentence; "" where there is nothing to do. */
    public static String of(TileCost c) {
        if (c.paint() > FRAME && c.paint() >= c.layout() && c.marks() > MANY_MARKS) {
            return TEXTS.get("tile.advice.paint", c.marks());
        }
        if (c.total() < QUICK) {
            return c.cached() ? TEXTS.get("tile.advice.from_cache") : "";
        }
        if (c.query() >= c.waited() && c.query() >= c.layout() && c.query() >= c.paint()) {
            return query(c);
        }
        if (c.waited() >= c.layout() && c.waited() >= c.paint()) {
            return TEXTS.get("tile.advice.most_time_waited_for_other");
        }
        if (c.layout() >= c.paint()) {
            return TEXTS.get(c.limited() ? "tile.advice.layout_limited" : "tile.advice.layout", c.rows());
        }
        return TEXTS.get("tile.advice.most_is_paint", c.marks());
    }

    private static String query(TileCost c) {
        if (c.analysis()) {
            return TEXTS.get("tile.advice.most_time_is_analysis_shorter");
        }
        if (!c.dimensions().isEmpty() && c.rows() > MANY_GROUPS && !c.limited()) {
            return TEXTS.get(
                    "tile.advice.members",
                    c.dimensions().stream()
                            .reduce((a, b) -> TEXTS.get("tile.advice.and", a, b))
                            .orElse(""),
                    c.rows());
        }
        return TEXTS.get("tile.advice.most_time_is_query_shorter");
    }
}
