package org.clientele.plugins.executive.forecast;

/**
 * Which parts a smoothing model has.
 *
 * @param trend how the level moves on
 * @param season what repeats every cycle
 */
public record Shape(Trend trend, Season season) {
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
        String head = switch (season) {
            case NONE -> trend == Trend.NONE ? "Exponential smoothing" : "Holt";
            case ADDITIVE -> "Holt-Winters, additive season";
            case MULTIPLICATIVE -> "Holt-Winters, multiplicative season";
        };
        return head
                + switch (trend) {
                    case NONE -> ", no trend";
                    case LINEAR -> ", linear trend";
                    case DAMPED -> ", damped trend";
                };
    }
}
