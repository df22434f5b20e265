package org.clientele.platform.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the catalog remembers it.
 *
 * @param id never given twice
 * @param file what was imported
 * @param sha256 of the content in hex, or null while it is unknown
 * @param entity table of the customer model
 * @param recipe id of the recipe, or ""
 * @param state how it stands
 * @param reason why it failed, or null
 * @param rowsRead records of the source
 * @param rowsLoaded how many are in the warehouse
 * @param rowsRejected how many were not taken
 * @param rejectsFile name of the rejects file in the workspace's folder {@code rejects}, or null
 * @param startedAt when it began
 * @param endedAt when it ended, or null
 */
public record ImportEntry(
        long id,
        String file,
        @Nullable String sha256,
        String entity,
        String recipe,
        State state,
        @Nullable String reason,
        long rowsRead,
        long rowsLoaded,
        long rowsRejected,
        @Nullable String rejectsFile,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /** How an import stands. */
    public enum State {
        /** It runs, or the program stopped while it did. */
        BEGUN,
        /** Its rows are in the warehouse. */
        LOADED,
        /** Nothing was loaded, since the content was there already. */
        DUPLICATE,
        /** Its rows were in the warehouse until another import replaced them. */
        REPLACED,
        /** Its rows were in the warehouse until somebody undid it. */
        UNDONE,
        /** Nothing of it is in the warehouse. */
        FAILED
    }
}
