package org.clientele.platform.warehouse;

import org.clientele.platform.warehouse.mapping.FormatSql;
import org.clientele.sdk.data.ColumnSpec;

/** SQL that makes typed values of text. */
@FunctionalInterface
interface Typing {
    /** For sources whose values are typed already, or written the usual way. */
    Typing USUAL = (raw, spec, format) -> FormatSql.plain(raw, spec);

    /**
     * The typed value, NULL where the text is not written like that.
     *
     * @param raw SQL of the text
     * @param format how it is written, as a recipe says it; "" for the usual way
     */
    String cast(String raw, ColumnSpec spec, String format);
}
