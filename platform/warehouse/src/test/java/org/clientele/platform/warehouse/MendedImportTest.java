package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.warehouse.rejects.Mend;
import org.clientele.platform.warehouse.rejects.RejectTable;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendedImportTest {
    private static final List<String> HEADERS =
            List.of("order_id", "ordered_at", "customer_id", "product_id", "quantity", "unit_price");

    @TempDir
    Path dir;

    private Workspace w;
    private MendedImport mending;
    private ImportReport first;
    private String rejects;

    @BeforeEach
    void importAFileWithBadRows() throws Exception {
        w = new Workspace(dir.resolve("ws"));
        mending = new MendedImport(
                w.warehouse,
                w.journal,
                told -> new FileImporter(w.warehouse, told, Recipes::builtIn, () -> ImportSettings.NONE));
        Path file = Files.writeString(
                dir.resolve("shop.csv"),
                String.join(",", HEADERS) + "\n"
                        + "1,2026-01-01,c1,p1,2,3.50\n"
                        + "2,2026-02-31,c1,p1,2,3.50\n"
                        + "2,2026-02-31,c1,p1,2,3.50\n"
                        + "3,2026-01-03,c1,p1,two,3.50\n");
        first = w.load(file);
        assertThat(first.rowsRejected()).isEqualTo(3);
        rejects = String.valueOf(first.rejectsFile().getFileName());
    }

    @AfterEach
    void close() {
        w.close();
    }

    private ImportReport mend(Mend... mends) {
        return mending.load(
                first.batch(),
                rejects,
                mending.table(rejects).version(),
                List.of(mends),
                Progress.NONE,
                CancelSignal.create());
    }

    @Test
    void mendedRowsAreABatchOfTheirOwnAndLeaveTheRejects() {
        RejectTable table = mending.table(rejects);
        assertThat(table.rows()).extracting(RejectTable.Row::bad).containsExactly(1, 1, 4);
        ImportReport report = mend(
                new Mend(0, List.of("2", "2026-02-28", "c1", "p1", "2", "3.50")),
                new Mend(2, List.of("3", "2026-01-03", "c1", "p1", "still two", "3.50")));
        assertThat(report.rowsLoaded()).isEqualTo(1);
        assertThat(report.rowsRejected()).isEqualTo(1);
        assertThat(String.valueOf(report.file().getFileName()))
                .isEqualTo("mended rows of import " + first.batch() + ".csv");
        assertThat(w.count("order_line")).isEqualTo(2);
        assertThat(mending.table(rejects).rows())
                .extracting(r -> r.reject().line())
                .containsExactly(4L);
        assertThat(w.journal.open()).isEmpty();

        // The second row was the same, and is mended to the same: it is a row of its own.
        assertThat(mend(new Mend(0, List.of("2", "2026-02-28", "c1", "p1", "2", "3.50")))
                        .rowsLoaded())
                .isEqualTo(1);
        assertThat(w.count("order_line")).isEqualTo(3);
        assertThat(mending.table(rejects).rows()).isEmpty();
    }

    @Test
    void undoneMendsAreRejectsAgain() throws Exception {
        String before = Files.readString(first.rejectsFile());
        ImportReport report = mend(new Mend(0, List.of("2", "2026-02-28", "c1", "p1", "2", "3.50")));
        assertThat(w.importer.undo(report.batch(), CancelSignal.create())).containsExactly(report.batch());
        assertThat(Files.readString(first.rejectsFile())).isEqualTo(before);
        assertThat(w.count("order_line")).isEqualTo(1);
    }

    @Test
    void rowsAreReadAsTheirFileWasEvenWhereTheyAloneCouldBeReadInAnotherWay() throws Exception {
        ImportReport dated = w.load(Files.writeString(
                dir.resolve("dated.csv"),
                String.join(";", HEADERS) + "\n1;31.01.2026;c1;p1;2;3,50\n2;05.02.2026;c1;p1;two;3,50\n"));
        String name = String.valueOf(dated.rejectsFile().getFileName());
        mending.load(
                dated.batch(),
                name,
                mending.table(name).version(),
                List.of(new Mend(0, List.of("2", "05.02.2026", "c1", "p1", "2", "1,250"))),
                Progress.NONE,
                CancelSignal.create());
        assertThat(w.rows("SELECT ordered_at::DATE::VARCHAR, unit_price::VARCHAR FROM order_line WHERE order_id = '2'"))
                .containsExactly(List.of("2026-02-05", "1.2500"));
    }

    @Test
    void aCancelledMendLeavesEverythingAsItWas() throws Exception {
        String before = Files.readString(first.rejectsFile());
        CancelSignal cancelled = CancelSignal.create();
        cancelled.cancel();
        RejectTable table = mending.table(rejects);
        assertThatThrownBy(() -> mending.load(
                        first.batch(),
                        rejects,
                        table.version(),
                        List.of(new Mend(0, List.of("2", "2026-02-28", "c1", "p1", "2", "3.50"))),
                        Progress.NONE,
                        cancelled))
                .isInstanceOf(AnalyticsException.class);
        assertThat(Files.readString(first.rejectsFile())).isEqualTo(before);
        assertThat(w.count("order_line")).isEqualTo(1);
        assertThat(w.journal.open()).isEmpty();
        try (var files = Files.list(first.rejectsFile().getParent())) {
            assertThat(files).hasSize(2);
        }
    }
}
