package org.clientele.platform.warehouse.rejects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rejected rows as a table of the source's columns, to be mended.
 *
 * @param version changes when the rows do; edits name the version that they were made of
 * @param headers the source's columns
 * @param rows in the order of the file
 */
public record RejectTable(String version, List<String> headers, List<Row> rows) {
    /**
     * One rejected row.
     *
     * @param number of the row in this version, from 0
     * @param reject what the file says
     * @param cells its values, as many as there are; a row that could not be parted at all has one
     * @param parted whether there are as many cells as headers
     * @param bad the number of the cell at fault, or -1 if the line as a whole is
     */
    public record Row(int number, Reject reject, List<String> cells, boolean parted, int bad) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public RejectTable {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /** Reads a rejects file; rows are parted by its origin, or not at all where that is not known. */
    public static RejectTable read(Path rejectsFile, Optional<RejectOrigin> origin) {
        List<String> headers = origin.map(RejectOrigin::headers).orElse(List.of());
        List<Row> rows = new ArrayList<>();
        try {
            String version = RejectFile.sha256(rejectsFile);
            RejectFile.read(rejectsFile, reject -> {
                List<String> cells = origin.isEmpty()
                        ? List.of(reject.text())
                        : Fields.part(reject.text(), origin.get().separator());
                boolean parted = cells.size() == headers.size() && !headers.isEmpty();
                rows.add(new Row(rows.size(), reject, cells, parted, headers.indexOf(reject.column())));
            });
            return new RejectTable(version, headers, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
