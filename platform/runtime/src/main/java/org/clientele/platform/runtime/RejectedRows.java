package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of an import, as a table of its file's columns.
 *
 * @param batch the import
 * @param source the name of its file
 * @param version changes when the rows do; to be given back with what was mended
 * @param headers the file's columns; empty if an older Clientele rejected the rows and did not keep them
 * @param rows in the order of the file
 * @param file where they are, as a CSV; null if the import rejected none
 */
public record RejectedRows(
        long batch,
        String source,
        String version,
        List<String> headers,
        List<Row> rows,
        @Nullable Path file) {
    /**
     * One row.
     *
     * @param number names it in this version, from 0
     * @param line of the source, 1 for the first
     * @param column the source's column at fault, or "" for the whole line
     * @param code of the kind of trouble, or "" where it is not known
     * @param reason a sentence for a person
     * @param text the line as it stood there
     * @param cells its values, as many as it could be parted into
     * @param parted whether there is one cell a header
     * @param bad the number of the cell at fault, or -1
     */
    public record Row(
            int number,
            long line,
            String column,
            String code,
            String reason,
            String text,
            List<String> cells,
            boolean parted,
            int bad) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public RejectedRows {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }
}
