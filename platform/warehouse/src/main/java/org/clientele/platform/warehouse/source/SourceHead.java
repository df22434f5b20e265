package org.clientele.platform.warehouse.source;

import java.util.List;
import org.clientele.sdk.extension.ImportRecipe.Layout;

/**
 * What the start of a source says.
 *
 * @param format what the source is
 * @param charset name of the encoding: "UTF-8"; "" where the format has none
 * @param delimiter between fields of the staged chunks
 * @param layout how lines part into columns
 * @param headerRow the row of the source that holds the headers, from 1; 0 if it has none
 * @param headers the columns' names, trimmed; {@code column_1} and so on where there are none
 * @param sample the first rows, at most {@link #SAMPLE}, as they stand there but for the ends of long values; each as wide
 *     as the headers
 * @param doubts sentences about what was assumed, for example a guessed encoding
 */
public record SourceHead(
        SourceFormat format,
        String charset,
        char delimiter,
        Layout layout,
        int headerRow,
        List<String> headers,
        List<List<String>> sample,
        List<String> doubts) {
    /** How many rows a sample has at most. */
    public static final int SAMPLE = 200;
    /** No number or date is longer, and patterns that look for them take their time over what is. */
    private static final int LONGEST = 200;

    public SourceHead {
        headers = List.copyOf(headers);
        sample = sample.stream()
                .map(row -> row.stream().map(SourceHead::start).toList())
                .toList();
        doubts = List.copyOf(doubts);
    }

    private static String start(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }
}
