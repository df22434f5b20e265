package org.clientele.platform.warehouse;

import org.jspecify.annotations.Nullable;

/**
 * An import that is wholly in the warehouse.
 *
 * @param batch what it was
 * @param rowsRead records of the source
 * @param rowsLoaded how many are in the warehouse
 * @param rowsRejected how many are in the rejects file; read = loaded + rejected
 * @param rejectsFile the name of that file in the workspace's folder {@code rejects}, or null
 * @param replaced whether what the entity held before was put out
 * @param byKey whether rows of the same key were put out
 */
public record ImportOutcome(
        ImportBatch batch,
        long rowsRead,
        long rowsLoaded,
        long rowsRejected,
        @Nullable String rejectsFile,
        boolean replaced,
        boolean byKey) {}
