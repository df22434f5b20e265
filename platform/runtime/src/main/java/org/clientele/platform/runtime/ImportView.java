package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the list of imports shows it.
 *
 * @param id of its batch
 * @param file what was imported
 * @param entity the table of the customer model
 * @param recipe the recipe's id, or "" if columns were matched by name
 * @param state how it stands
 * @param reason why it failed, or ""
 * @param rowsRead records of the source
 * @param rowsLoaded how many were loaded
 * @param rowsRejected how many were not
 * @param rejectsFile where those are, or null
 * @param at when it began
 */
public record ImportView(
        long id,
        String file,
        String entity,
        String recipe,
        State state,
        String reason,
        long rowsRead,
        long rowsLoaded,
        long rowsRejected,
        @Nullable Path rejectsFile,
        Instant at) {
    /** How an import stands. */
    public enum State {
        /** It runs. */
        RUNNING,
        /** Its rows are there; it can be undone. */
        LOADED,
        /** Nothing was loaded, since the content was there already. */
        DUPLICATE,
        /** Another import replaced it; undoing that brings it back. */
        REPLACED,
        /** Somebody undid it. */
        UNDONE,
        /** Nothing of it is there. */
        FAILED
    }
}
