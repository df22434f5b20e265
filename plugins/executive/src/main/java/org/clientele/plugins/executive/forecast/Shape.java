package org.clientele.plugins.executive.forecast;

import java.util.Locale;
import org.clientele.sdk.text.Texts;

/**
 * Which parts a smoothing model has.
 *
 * @param trend how the level moves on
 * @param season what repeats every cycle
 */
public record Shape(Trend trend, Season season) {
    private static final Texts TEXTS = Texts.of(Shape.class);

    /** How the level moves on. */
    public enum Trend {
        /** It stays. */
        NONE,
        /** It goes on as it went. */
        LINEAR,
        /** It goes on by less with each step. */
        DAMPED
    }

    /** What repeats every cycle. */
    public enum Season {
        /** Nothing. */
        NONE,
        /** An amount that is added. */
        ADDITIVE,
        /** A factor. */
        MULTIPLICATIVE
    }

    /** For people: "Holt-Winters, multiplicative season, damped trend". */
    public String label() {
        return TEXTS.get("shape." + season.name().toLowerCase(Locale.ROOT) + "."
                + trend.name().toLowerCase(Locale.ROOT));
    }
}
