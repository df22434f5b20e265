package org.clientele.platform.catalog;

/**
 * How far a growing file was read.
 *
 * @param file its path
 * @param readTo the first byte that was not read yet
 * @param state what the reader wants to know of it the next time
 * @param pendingTo how far an import was to read that was begun, or -1
 * @param pendingState the state after that import, or ""
 * @param pendingBatch the id of that import, or 0
 */
public record ReadPosition(
        String file, long readTo, String state, long pendingTo, String pendingState, long pendingBatch) {}
