package org.clientele.platform.warehouse;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Passes everything on, and tells the id of a batch as soon as there is one. Lines that were appended, or mended, may be equal to
 * lines that came in before.
 *
 * @param journal keeps what it is told
 * @param once whether content that is there already is not loaded again
 * @param begun hears the id
 */
public record TellingJournal(ImportJournal journal, boolean once, LongConsumer begun) implements ImportJournal {
    @Override
    public long begin(Begun what) {
        long id = journal.begin(what);
        try {
            begun.accept(id);
        } catch (RuntimeException e) {
            journal.failed(id, String.valueOf(e.getMessage()));
            throw e;
        }
        return id;
    }

    @Override
    public OptionalLong findLoaded(String sha256, String entity) {
        return once ? journal.findLoaded(sha256, entity) : OptionalLong.empty();
    }

    @Override
    public void loaded(ImportOutcome outcome) {
        journal.loaded(outcome);
    }

    @Override
    public void duplicate(long id, String sha256, long of) {
        journal.duplicate(id, sha256, of);
    }

    @Override
    public void failed(long id, String reason) {
        journal.failed(id, reason);
    }

    @Override
    public List<Long> open() {
        return journal.open();
    }

    @Override
    public void reconcile(Set<Long> current, Set<Long> held) {
        journal.reconcile(current, held);
    }
}
