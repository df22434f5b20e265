package org.clientele.platform.warehouse;

import org.clientele.sdk.text.Texts;
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
    private static final Texts TEXTS = Texts.of(RowFault.class);

    /** For programs, which know the row and the column. */
    String sentence(@Nullable String value) {
        String shown = value == null ? TEXTS.get("row.fault.value") : "\"" + value + "\"";
        return switch (this) {
            case UNTYPED -> TEXTS.get("row.fault.not_column_s_type", shown);
            case MISSING, NO_MONEY -> TEXTS.get("row.fault.value_missing");
            case OVERFLOW -> TEXTS.get("row.fault.quantity_times_price_has");
            case UNKNOWN_KIND -> TEXTS.get("row.fault.not_sale_return_adjustment", shown);
            case REPEATED -> TEXTS.get("row.fault.stands_on_earlier_row", shown);
        };
    }
}
