package org.clientele.platform.warehouse.rejects;

import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Loads mended rows; the importer, as {@link MendedRows} sees it. */
public interface MendLoader {
    /**
     * Loads a file as one batch, wholly or not at all, also if the same content was loaded before.
     *
     * @param begun hears the batch's id before anything can be committed; what it throws ends the load
     * @throws RuntimeException nothing was loaded, unless {@link #holds} says otherwise
     */
    void load(Path file, LongConsumer begun);

    /** Whether the rows of a batch are in the warehouse. */
    boolean holds(long batch);
}
