package org.clientele.platform.warehouse;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.clientele.platform.catalog.Catalog;
import org.clientele.platform.catalog.ImportEntry;

/** The journal over a real catalog. */
record CatalogJournal(Catalog catalog) implements ImportJournal {
    @Override
    public long begin(Begun begun) {
        return catalog.imports().begin(begun.file(), begun.entity(), begun.recipe(), begun.at());
    }

    @Override
    public void loaded(ImportOutcome o) {
        catalog.imports()
                .loaded(
                        o.batch().id(),
                        o.batch().sha256(),
                        o.rowsRead(),
                        o.rowsLoaded(),
                        o.rowsRejected(),
                        o.rejectsFile(),
                        o.replaced());
    }

    @Override
    public void duplicate(long id, String sha256, long of) {
        catalog.imports().duplicate(id, sha256, of);
    }

    @Override
    public void failed(long id, String reason) {
        catalog.imports().failed(id, reason);
    }

    @Override
    public OptionalLong findLoaded(String sha256, String entity) {
        return catalog.imports().findLoaded(sha256, entity);
    }

    @Override
    public List<Long> open() {
        return catalog.imports().open().stream().map(ImportEntry::id).toList();
    }

    @Override
    public void reconcile(Set<Long> current, Set<Long> held) {
        catalog.imports().reconcile(current, held);
    }
}
