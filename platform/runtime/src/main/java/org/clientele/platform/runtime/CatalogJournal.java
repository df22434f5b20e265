package org.clientele.platform.runtime;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.clientele.platform.catalog.Catalog;
import org.clientele.platform.catalog.ImportBatches;
import org.clientele.platform.catalog.ImportEntry;
import org.clientele.platform.warehouse.ImportJournal;
import org.clientele.platform.warehouse.ImportOutcome;

/** Where the two stores meet: what the warehouse's importer tells, the catalog keeps. */
final class CatalogJournal implements ImportJournal {
    private final ImportBatches imports;

    CatalogJournal(Catalog catalog) {
        this.imports = catalog.imports();
    }

    @Override
    public long begin(Begun begun) {
        return imports.begin(begun.file(), begun.entity(), begun.recipe(), begun.at());
    }

    @Override
    public void loaded(ImportOutcome outcome) {
        imports.loaded(
                outcome.batch().id(),
                outcome.batch().sha256(),
                outcome.rowsRead(),
                outcome.rowsLoaded(),
                outcome.rowsRejected(),
                outcome.rejectsFile(),
                outcome.replaced());
    }

    @Override
    public void duplicate(long id, String sha256, long of) {
        imports.duplicate(id, sha256, of);
    }

    @Override
    public void failed(long id, String reason) {
        imports.failed(id, reason);
    }

    @Override
    public OptionalLong findLoaded(String sha256, String entity) {
        return imports.findLoaded(sha256, entity);
    }

    @Override
    public List<Long> open() {
        return imports.open().stream().map(ImportEntry::id).toList();
    }

    @Override
    public void reconcile(Set<Long> current, Set<Long> held) {
        imports.reconcile(current, held);
    }
}
