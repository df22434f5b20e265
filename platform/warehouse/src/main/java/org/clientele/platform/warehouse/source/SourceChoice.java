package org.clientele.platform.warehouse.source;

import java.util.List;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What a person, or a recipe, decided about how to read a source; null is: found out.
 *
 * @param charset name of the encoding
 * @param delimiter between fields
 * @param layout how lines part into columns
 * @param headerRow the row that holds the headers, from 1; 0 if there is none
 * @param names what to call the columns where there are no headers; empty: {@code column_1} and so on
 * @param sheet the sheet of a workbook or the entry of an archive, by its name
 */
public record SourceChoice(
        @Nullable String charset,
        @Nullable Character delimiter,
        @Nullable Layout layout,
        @Nullable Integer headerRow,
        List<String> names,
        @Nullable String sheet) {
    /** Everything is found out. */
    public static final SourceChoice AUTOMATIC = new SourceChoice(null, null, null, null, List.of(), null);

    public SourceChoice {
        names = List.copyOf(names);
    }
}
