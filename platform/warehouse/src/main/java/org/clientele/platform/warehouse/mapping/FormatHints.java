package org.clientele.platform.warehouse.mapping;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for one of two readings that both fit.
 *
 * @param decimalComma whether the source looks like one that writes 1,5; null if nothing says so
 * @param dayFirst whether it writes the day before the month; null if nothing says so
 */
public record FormatHints(
        @Nullable Boolean decimalComma, @Nullable Boolean dayFirst) {
    /** Nothing is known. */
    public static final FormatHints NONE = new FormatHints(null, null);

    /**
     * By the delimiter, since a semicolon is what programs write where the comma is the decimal mark, and by the locale of
     * the workspace.
     */
    public static FormatHints of(char delimiter, @Nullable Locale locale) {
        Boolean comma = delimiter == ';' ? Boolean.TRUE : delimiter == ',' ? Boolean.FALSE : null;
        Boolean day = delimiter == ';' ? Boolean.TRUE : null;
        if (locale != null && day == null && !locale.getCountry().isEmpty()) {
            day = !locale.getCountry().equals("US") && !locale.getCountry().equals("PH");
        }
        return new FormatHints(comma, day);
    }
}
