package org.clientele.platform.runtime;

import java.util.List;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wishes that all files of an import are read; what is left open is found out. Where a file's format knows no
 * such thing, as a sheet knows no delimiter, it is not looked at.
 *
 * @param charset name of the encoding, or ""
 * @param delimiter between fields, or null
 * @param layout how lines part into columns, or null
 * @param headerRow the row that holds the headers, from 1; 0 if there is none; or null
 * @param names what to call the columns where there are no headers
 * @param sheets of workbooks, and entries of archives, that are read, by their names; empty: all
 * @param leftOut of those that are not
 */
public record ReadingOptions(
        String charset,
        @Nullable Character delimiter,
        @Nullable Layout layout,
        @Nullable Integer headerRow,
        List<String> names,
        List<String> sheets,
        List<String> leftOut) {
    /** Everything is found out. */
    public static final ReadingOptions AUTOMATIC = new ReadingOptions("", null, null, List.of(), List.of(), List.of());

    public ReadingOptions {
        names = List.copyOf(names);
        sheets = List.copyOf(sheets);
        leftOut = List.copyOf(leftOut);
    }

    /** Of which is found out how lines part into columns. */
    public ReadingOptions(
            String charset,
            @Nullable Character delimiter,
            @Nullable Integer headerRow,
            List<String> names,
            List<String> sheets,
            List<String> leftOut) {
        this(charset, delimiter, null, headerRow, names, sheets, leftOut);
    }

    /** The same with lines that part so. */
    public ReadingOptions parted(Layout other) {
        return new ReadingOptions(charset, delimiter, other, headerRow, names, sheets, leftOut);
    }
}
