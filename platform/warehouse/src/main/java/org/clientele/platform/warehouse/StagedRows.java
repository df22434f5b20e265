package org.clientele.platform.warehouse;

import java.util.List;
import org.clientele.platform.warehouse.csv.StagedChunk;

/**
 * Rows of a source that parse, staged, and the SQL that reads them.
 *
 * @param chunks where they are; at least one
 * @param headers names of the source's columns
 * @param from the SQL: a relation of columns {@link CsvSql#column}, and perhaps more
 */
record StagedRows(List<StagedChunk> chunks, List<String> headers, String from) {
    static StagedRows of(List<StagedChunk> chunks, char delimiter, List<String> headers) {
        return new StagedRows(List.copyOf(chunks), headers, CsvSql.read(chunks, delimiter, headers.size()));
    }

    /** The same relation with the number of each row. */
    String numbered() {
        return from.contains("AS " + RowSql.ORD)
                ? from
                : "(SELECT *, row_number() OVER () - 1 AS " + RowSql.ORD + " FROM " + from + ")";
    }

    long records() {
        return chunks.stream().mapToLong(StagedChunk::records).sum();
    }
}
