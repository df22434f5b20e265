package org.clientele.platform.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.clientele.platform.runtime.ImportView;
import org.clientele.platform.runtime.ImportView.State;
import org.clientele.platform.workbench.imports.ImportList.By;
import org.clientele.platform.workbench.imports.ImportList.Kind;
import org.junit.jupiter.api.Test;

class ImportListTest {
    private final List<ImportView> all = List.of(
            view(1, "orders.csv", "order_line", State.LOADED, 100, 2),
            view(2, "Customers.csv", "customer", State.LOADED, 900, 0),
            view(3, "broken.csv", "order_line", State.FAILED, 0, 0),
            view(4, "orders.csv", "order_line", State.UNDONE, 50, 0));

    private static ImportView view(long id, String file, String entity, State state, long read, long rejected) {
        return new ImportView(
                id, file, entity, "", state, "", read, read - rejected, rejected, null, Instant.ofEpochSecond(id));
    }

    private List<Long> ids(ImportList list) {
        return list.of(all).stream().map(ImportView::id).toList();
    }

    @Test
    void theNewestIsFirst() {
        assertThat(ids(ImportList.NEWEST)).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void aSearchFindsFilesAndTablesInAnyCase() {
        assertThat(ids(ImportList.NEWEST.search("CUSTOMER"))).containsExactly(2L);
        assertThat(ids(ImportList.NEWEST.search("order"))).containsExactly(4L, 3L, 1L);
    }

    @Test
    void kindsAreToldApart() {
        assertThat(ids(ImportList.NEWEST.kind(Kind.REJECTS))).containsExactly(1L);
        assertThat(ids(ImportList.NEWEST.kind(Kind.FAILED))).containsExactly(3L);
        assertThat(ids(ImportList.NEWEST.kind(Kind.GONE))).containsExactly(4L);
        assertThat(ids(ImportList.NEWEST.kind(Kind.LOADED))).containsExactly(2L, 1L);
    }

    @Test
    void sortingByTheSameAgainTurnsItRound() {
        ImportList byRows = ImportList.NEWEST.sorted(By.READ);

        assertThat(ids(byRows)).startsWith(2L, 1L, 4L);
        assertThat(ids(byRows.sorted(By.READ))).endsWith(4L, 1L, 2L);
        assertThat(ids(ImportList.NEWEST.sorted(By.FILE))).startsWith(3L, 2L);
    }
}
