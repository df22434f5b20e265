package org.clientele.platform.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the importer tells the catalog. Every call is durable when it returns. The warehouse commits between {@link #begin}
 * and {@link #loaded}, so an entry that is still open after a crash is finished by asking whether the warehouse has the
 * batch ({@link ImportRecovery}).
 */
public interface ImportJournal {
    /**
     * An import that begins.
     *
     * @param file name of the file
     * @param entity table of the model
     * @param recipe id of the recipe, or ""
     * @param at when
     */
    record Begun(String file, String entity, String recipe, Instant at) {}

    /** Opens an entry and gives its id, never given before. */
    long begin(Begun begun);

    /** It is wholly in the warehouse. If it replaced others of its entity, those no longer count as loaded. */
    void loaded(ImportOutcome outcome);

    /** Nothing was loaded, since the content is that of an earlier import. */
    void duplicate(long id, String sha256, long of);

    /** Nothing of it is in the warehouse. */
    void failed(long id, String reason);

    /** The import that brought this content to this entity and still counts as loaded. */
    OptionalLong findLoaded(String sha256, String entity);

    /** Ids of entries that were begun and have no end. */
    List<Long> open();

    /**
     * Makes the entries agree with the warehouse: of those that are loaded or replaced, exactly {@code current} count as
     * loaded; those that the warehouse does not hold at all were undone.
     *
     * @param current batches whose rows are in the tables
     * @param held those and replaced ones
     */
    void reconcile(Set<Long> current, Set<Long> held);
}
