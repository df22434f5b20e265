package org.clientele.platform.warehouse;

import org.jspecify.annotations.Nullable;

/** Which rule of its table a row breaks. */
enum RowFault {
    /** A value is not of its column's type. */
    UNTYPED,
    /** A value is missing. */
    MISSING,
    /** Price and amount are both missing. */
    NO_MONEY,
    /** Quantity times price is too large. */
    OVERFLOW,
    /** A word that is no kind of order line. */
    UNKNOWN_KIND,
    /** An earlier row has the same key. */
    REPEATED;

    /** For programs, which know the row and the column. */
    String sentence(@Nullable String value) {
        String shown = value == null ? "The value" : "\"" + value + "\"";
        return switch (this) {
            case UNTYPED -> shown + " is not of the column's type.";
            case MISSING, NO_MONEY -> "The value is missing.";
            case OVERFLOW -> "Quantity times price has more than 14 digits before the point.";
            case UNKNOWN_KIND -> shown + " is not sale, return or adjustment.";
            case REPEATED -> shown + " stands on an earlier row already.";
        };
    }
}
