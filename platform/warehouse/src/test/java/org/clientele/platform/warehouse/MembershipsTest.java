package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipsTest {
    private static final List<OutputColumn> TEXT = List.of(OutputColumn.of(ColumnSpec.of("c", ColumnType.TEXT)));
    private static final CancelSignal NEVER = CancelSignal.create();

    @TempDir
    Path dir;

    private Workspace w;

    @BeforeEach
    void open() {
        w = new Workspace(dir.resolve("ws"));
    }

    @AfterEach
    void close() {
        w.close();
    }

    private long write(long dataset, String sql, Object... binds) {
        return w.warehouse.memberships().write(dataset, new SqlQuery(sql, List.of(binds), TEXT), NEVER);
    }

    private ImportReport load(String... rows) throws Exception {
        Path file = dir.resolve("lines" + rows.length + ".csv");
        Files.writeString(
                file, "order_id,ordered_at,customer_id,product_id,quantity,unit_price\n" + String.join("", rows));
        return w.load(file);
    }

    @Test
    void aListHoldsEachKnownCustomerOnceAndChangesNothingElse() {
        long version = w.warehouse.version();
        assertThat(write(7, "SELECT * FROM (VALUES ('a'), ('b'), ('a'), (NULL), (?)) AS t(x)", "c"))
                .isEqualTo(3);
        assertThat(write(8, "SELECT 5")).isEqualTo(1);
        assertThat(w.warehouse.version()).isEqualTo(version);
        assertThat(w.warehouse.memberships().all()).isEqualTo(Map.of(7L, 3L, 8L, 1L));
        assertThatThrownBy(() -> write(7, "SELECT 'z'")).isInstanceOf(AnalyticsException.class);
        w.close();
        open();
        assertThat(w.warehouse.memberships().all()).isEqualTo(Map.of(7L, 3L, 8L, 1L));
        w.warehouse.memberships().keepOnly(List.of(8L, 9L));
        assertThat(w.warehouse.memberships().all()).isEqualTo(Map.of(8L, 1L));
        assertThat(w.count("membership")).isEqualTo(1);
    }

    @Test
    void aCancelledListIsNotThere() {
        CancelSignal cancel = CancelSignal.create();
        Thread soon = new Thread(() -> {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
            cancel.cancel();
        });
        soon.start();
        long start = System.nanoTime();
        assertThatThrownBy(() -> w.warehouse
                        .memberships()
                        .write(
                                1,
                                new SqlQuery(
                                        "SELECT 'c' || (a.range * 1000000 + b.range) FROM range(1000000) AS a,"
                                                + " range(1000000) AS b",
                                        List.of(),
                                        TEXT),
                                cancel))
                .hasMessageContaining("Cancelled");
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(2);
        assertThat(w.warehouse.memberships().all()).isEmpty();
        assertThat(w.count("membership")).isZero();
    }

    @Test
    void customersWhoGoWithTheirImportAreInTheListAgainWhenTheyComeBack() throws Exception {
        load("1,2026-01-01,c1,p1,2,3.50\n");
        ImportReport second = load("2,2026-01-02,c2,p2,1,1\n", "3,2026-01-02,c3,p2,1,1\n");
        assertThat(write(1, "SELECT customer_id FROM customer")).isEqualTo(3);
        assertThat(w.warehouse.memberships().present(1, NEVER)).isEqualTo(3);
        w.importer.undo(second.batch(), NEVER);
        assertThat(w.warehouse.memberships().present(1, NEVER)).isEqualTo(1);
        load("2,2026-01-02,c2,p2,1,1\n", "3,2026-01-02,c3,p2,1,1\n");
        assertThat(w.warehouse.memberships().present(1, NEVER)).isEqualTo(3);
    }
}
