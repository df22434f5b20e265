package org.clientele.platform.warehouse;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param file the file
 * @param source what the file, or the part of it that this is about, is called
 * @param batch the id of the import in the journal
 * @param entity the table that its rows went to
 * @param rowsRead records of the file, without the header; read = loaded + rejected, but for a duplicate
 * @param rowsLoaded how many are in the warehouse now; 0 for a duplicate
 * @param rowsRejected how many were not taken
 * @param rejectsFile where those are, with line, column, reason and text; null if there are none
 * @param mapping which column became which
 * @param orphans rows that refer to what is not there; they are loaded
 * @param seconds how long it took
 * @param duplicate whether the same content was there already, so that nothing was loaded
 */
public record ImportReport(
        Path file,
        String source,
        long batch,
        String entity,
        long rowsRead,
        long rowsLoaded,
        long rowsRejected,
        @Nullable Path rejectsFile,
        ImportMapping mapping,
        List<Orphan> orphans,
        double seconds,
        boolean duplicate) {}
