package org.clientele.platform.warehouse;

import java.util.Optional;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the journal's open entries after a crash: an import is in the warehouse wholly or not at all. */
public final class ImportRecovery {
    private static final Texts TEXTS = Texts.of(ImportRecovery.class);

    private static final Logger log = LoggerFactory.getLogger(ImportRecovery.class);

    private ImportRecovery() {}

    /** Call once a workspace is open, before anything is imported. */
    public static void recover(Warehouse warehouse, ImportJournal journal) {
        for (long id : journal.open()) {
            Optional<ImportOutcome> outcome = warehouse.batch(id);
            if (outcome.isPresent()) {
                log.info("Import {} was complete when the program stopped", id);
                journal.loaded(outcome.get());
            } else {
                log.info("Import {} was interrupted; nothing of it was kept", id);
                RejectsFolder.of(warehouse).discard(id);
                journal.failed(id, TEXTS.get("import.recovery.program_stopped_while_ran"));
            }
        }
        // An undo may have been done when the program stopped, and the catalog not been told.
        reconcile(warehouse, journal);
    }

    static void reconcile(Warehouse warehouse, ImportJournal journal) {
        journal.reconcile(warehouse.batches(true), warehouse.batches(false));
    }
}
