package org.clientele.sdk.data;

/**
 * A doubt that travels with a result: tiles show it, exports print it.
 *
 * @param kind what kind of doubt
 * @param message one sentence for a person, with figures
 * @param column the frame column it is about, or "" for the whole frame
 */
public record Caveat(Kind kind, String message, String column) {
    /** Kinds of doubt. */
    public enum Kind {
        /** Some rows were left out. */
        ROWS_EXCLUDED,
        /** Some rows have no known customer. */
        CUSTOMERS_UNKNOWN,
        /** A period has not ended, or the data does not cover it. */
        PERIOD_INCOMPLETE,
        /** There is nothing to compare with. */
        NO_COMPARISON,
        /** Amounts of several currencies were converted to one, or some name none and were taken as if they did. */
        CURRENCIES_MIXED,
        /** Too few cases to be sure. */
        SMALL_SAMPLE,
        /** Knowledge of a later time was used. */
        LOOK_AHEAD,
        /** It rests on something that the data cannot confirm. */
        ASSUMPTION
    }

    /** A doubt about a whole frame. */
    public static Caveat of(Kind kind, String message) {
        return new Caveat(kind, message, "");
    }
}
