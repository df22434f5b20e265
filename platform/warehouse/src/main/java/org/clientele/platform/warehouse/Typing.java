package org.clientele.platform.warehouse;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.ColumnSpec;

/** SQL that reads text which is not written the usual way. */
@FunctionalInterface
interface Typing {
    /** For sources whose values are typed already, or written the usual way. */
    Typing USUAL = (raw, spec, format) -> {
        throw new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID,
                "The column " + spec.name() + " is said to be written like " + format + ", which is not understood.");
    };

    /**
     * The typed value, NULL where the text is not written like that.
     *
     * @param raw SQL of the text
     * @param format how it is written, as a recipe says it
     */
    String cast(String raw, ColumnSpec spec, String format);
}
