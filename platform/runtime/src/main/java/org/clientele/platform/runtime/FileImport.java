package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param file the file
 * @param source what the file, or the part of it that this is about, is called
 * @param batch the import's id, or 0 if it failed or was only tried
 * @param entity the table of the customer model that its rows went to, or "" if it failed
 * @param rowsRead records in the file, without the header
 * @param rowsLoaded records that are in the warehouse now; read = loaded + rejected, unless the content was there already
 * @param rowsRejected records that could not be loaded
 * @param rejectsFile the rejected records with line, column and reason, or null if there are none
 * @param firstRejects the first of them, at most {@link #FIRST_REJECTS}
 * @param mapping which column became which, and what was assumed
 * @param orphans rows that refer to what is not there; they are loaded, and show as unknown
 * @param duplicate whether the same content was imported before, so that nothing was loaded
 * @param seconds how long it took
 * @param failure why nothing of the file was imported, or null if it was
 */
public record FileImport(
        Path file,
        String source,
        long batch,
        String entity,
        long rowsRead,
        long rowsLoaded,
        long rowsRejected,
        @Nullable Path rejectsFile,
        List<Reject> firstRejects,
        ImportedMapping mapping,
        List<Orphans> orphans,
        boolean duplicate,
        double seconds,
        @Nullable Failure failure) {
    /** How many rejected records are shown at once. */
    public static final int FIRST_REJECTS = 20;

    /**
     * A record that was rejected.
     *
     * @param line of the source, 1 for the first
     * @param column the source's column at fault, or "" for the whole line
     * @param reason a sentence
     * @param text the line as it stands there
     */
    public record Reject(long line, String column, String reason, String text) {}

    /** What was decided without being sure, a sentence each. */
    public List<String> doubts() {
        return mapping.doubts();
    }

    /**
     * Why a file was not imported.
     *
     * @param code the kind of failure
     * @param message for people
     */
    public record Failure(ErrorCode code, String message) {}

    /**
     * Rows that refer to what is not there.
     *
     * @param column the column that refers
     * @param refersTo the table, or the file of the same import, that lacks what it names
     * @param rows how many rows
     * @param values how many different values
     * @param example one of them
     */
    public record Orphans(String column, String refersTo, long rows, long values, String example) {}

    /** The same said of another file. */
    FileImport of(Path other) {
        return new FileImport(
                other,
                source,
                batch,
                entity,
                rowsRead,
                rowsLoaded,
                rowsRejected,
                rejectsFile,
                firstRejects,
                mapping,
                orphans,
                duplicate,
                seconds,
                failure);
    }

    static FileImport failed(Path file, AnalyticsException why) {
        return new FileImport(
                file,
                String.valueOf(file.getFileName()),
                0,
                "",
                0,
                0,
                0,
                null,
                List.of(),
                ImportedMapping.NONE,
                List.of(),
                false,
                0,
                new Failure(why.code(), why.getMessage()));
    }
}
