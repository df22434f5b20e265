package org.clientele.platform.runtime;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of mended rows. They have left the rejects of their import; those that are still bad are rejects of the new
 * batch.
 *
 * @param batch the import of the mended rows
 * @param rowsLoaded how many are in the warehouse now
 * @param rowsRejected how many are still bad
 * @param rejectsFile where those are, or null
 * @param left how many rejected rows their first import still has
 */
public record MendReply(
        long batch,
        long rowsLoaded,
        long rowsRejected,
        @Nullable Path rejectsFile,
        long left) {}
