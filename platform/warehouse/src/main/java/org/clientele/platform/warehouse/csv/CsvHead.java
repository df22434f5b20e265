package org.clientele.platform.warehouse.csv;

import java.util.List;

/**
 * What the start of a delimited text says.
 *
 * @param delimiter the byte between fields
 * @param headerRow the line of the headers, from 1; 0 if there is none
 * @param headers the columns' names, trimmed; {@code column_1} and so on where there are none
 * @param sample the first rows that parse, as wide as the headers
 * @param doubts sentences about what was assumed
 */
public record CsvHead(
        char delimiter, int headerRow, List<String> headers, List<List<String>> sample, List<String> doubts) {
    public CsvHead {
        headers = List.copyOf(headers);
        sample = sample.stream().map(List::copyOf).toList();
        doubts = List.copyOf(doubts);
    }
}
