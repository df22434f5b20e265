package org.clientele.platform.warehouse.csv;

import java.util.List;

/**
 * What the start of a delimited file says.
 *
 * @param delimiter the byte between fields
 * @param headers the first record, trimmed
 */
public record CsvHead(char delimiter, List<String> headers) {
    public CsvHead {
        headers = List.copyOf(headers);
    }
}
