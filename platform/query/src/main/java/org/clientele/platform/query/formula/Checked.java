package org.clientele.platform.query.formula;

import org.clientele.sdk.data.Unit;

/**
 * A part of a formula that has been checked.
 *
 * @param term what it means
 * @param unit what it counts, as far as that is known
 * @param level what it is a value of
 */
record Checked(Term term, Unit unit, Level level) {
    /** What an expression has one value for. */
    enum Level {
        /** Everywhere the same. */
        CONSTANT,
        /** Each row. */
        ROW,
        /** Each group of rows. */
        GROUP
    }

    ValueType type() {
        return term.type();
    }

    static Checked row(Term term, Unit unit) {
        return new Checked(term, unit, Level.ROW);
    }
}
