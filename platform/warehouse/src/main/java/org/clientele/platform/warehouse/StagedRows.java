package org.clientele.platform.warehouse;

import java.util.List;
import org.clientele.platform.warehouse.csv.StagedChunk;

/**
 * Rows of a source that parse, staged, and the SQL that reads them.
 *
 * @param chunks where they are; at least one
 * @param delimiter between the fields of a row
 * @param headers names of the source's columns
 * @param from the SQL: a relation of columns {@link CsvSql#column}, and perhaps more
 */
record StagedRows(List<StagedChunk> chunks, char delimiter, List<String> headers, String from) {
    private static final long WIDE = 16 << 10;

    static StagedRows of(List<StagedChunk> chunks, char delimiter, List<String> headers) {
        return new StagedRows(List.copyOf(chunks), delimiter, headers, CsvSql.read(chunks, delimiter, headers.size()));
    }

    /** The same rows in a wider relation. */
    StagedRows joined(String sql) {
        return new StagedRows(chunks, delimiter, headers, sql);
    }

    /** The line of the source that a row, from 0, started on. */
    long lineOf(long row) {
        long before = 0;
        for (StagedChunk chunk : chunks) {
            if (row < before + chunk.records()) {
                return chunk.lines().lineOf(row - before);
            }
            before += chunk.records();
        }
        throw new IllegalArgumentException("There is no row " + row);
    }

    /** The same relation with the number of each row. */
    String numbered() {
        return from.contains("AS " + RowSql.ORD)
                ? from
                : "(SELECT *, row_number() OVER () - 1 AS " + RowSql.ORD + " FROM " + from + ")";
    }

    /** Whether a row takes so much that a few copies of the rows at hand are too many for a small memory. */
    boolean wide() {
        long bytes = chunks.stream().mapToLong(c -> c.file().toFile().length()).sum();
        return bytes > WIDE * Math.max(1, records());
    }

    long records() {
        return chunks.stream().mapToLong(StagedChunk::records).sum();
    }
}
