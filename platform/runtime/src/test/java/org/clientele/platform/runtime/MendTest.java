package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MendTest extends RuntimeTest {
    private Workspace workspace;
    private Session session;
    private long batch;

    @BeforeEach
    void importAFileWithBadRows() throws Exception {
        workspace = open(withoutPlugins());
        session = session(workspace);
        Path file = Files.writeString(
                temp.resolve("shop.csv"),
                "order_id;ordered_at;customer_id;quantity;unit_price;currency\n"
                        + "1;2026-01-01;c1;2;3.50;GBP\n"
                        + "2;2026-02-31;c1;1;5.00;GBP\n"
                        + "3;2026-01-03;c1;two;3.50;GBP\n"
                        + "4;2026-01-04;c1;1\n");
        session.imports()
                .run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, CancelSignal.create());
        batch = workspace.catalog().imports().list().get(0).id();
    }

    @Test
    void rejectsAreATableOfTheFilesColumns() {
        RejectedRows rejects = session.rejects().of(batch);
        assertThat(rejects.headers())
                .containsExactly("order_id", "ordered_at", "customer_id", "quantity", "unit_price", "currency");
        assertThat(rejects.rows()).extracting(RejectedRows.Row::line).containsExactly(3L, 4L, 5L);
        assertThat(rejects.rows()).extracting(RejectedRows.Row::bad).containsExactly(1, 3, -1);
        assertThat(rejects.rows()).extracting(RejectedRows.Row::parted).containsExactly(true, true, false);
        assertThat(rejects.rows().get(0).cells()).containsExactly("2", "2026-02-31", "c1", "1", "5.00", "GBP");
        assertThat(rejects.file()).exists();
    }

    @Test
    void aRowIsJudgedWhileItIsMended() {
        assertThat(session.rejects().judge(batch, List.of("2", "2026-02-31", "c1", "one", "", "GBP")))
                .containsExactly(
                        new CellFault(
                                1,
                                "DATE_DAY_OF_MONTH",
                                "\"2026-02-31\": 31 February does not exist; February 2026 had 28 days."),
                        new CellFault(3, "NUMBER_WORD", "\"one\" is a number in words; write 1."));
        assertThat(session.rejects().judge(batch, List.of("2", "2026-02-28", "c1", "1", "5", "GBP")))
                .isEmpty();
        assertThat(session.rejects().judge(batch, List.of("2", "2026-02-28", "c1")))
                .extracting(CellFault::cell)
                .contains(-1);
    }

    @Test
    void mendedRowsAreCountedAndAnOldViewIsRefused() {
        RejectedRows rejects = session.rejects().of(batch);
        List<MendedRow> mended = List.of(new MendedRow(0, List.of("2", "2026-02-28", "c1", "1", "5.00", "GBP")));
        MendReply reply =
                session.rejects().mend(batch, rejects.version(), mended, Progress.NONE, CancelSignal.create());
        assertThat(reply.rowsLoaded()).isEqualTo(1);
        assertThat(reply.rowsRejected()).isZero();
        assertThat(reply.left()).isEqualTo(2);
        assertThat(value(session, MetricQuery.of("revenue"))).isEqualTo(12.0);
        assertThat(workspace
                        .catalog()
                        .imports()
                        .find(reply.batch())
                        .orElseThrow()
                        .file())
                .isEqualTo("mended rows of import " + batch + ".csv");
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> session.rejects().mend(batch, rejects.version(), mended, Progress.NONE, CancelSignal.create()),
                "have changed since");
        assertThat(workspace.status().orderLines()).isEqualTo(2);
    }

    @Test
    void rowsMendedInTheRejectsFileAreLoadedAndTheStillBadOnesAreRejectsAgain() throws Exception {
        Path rejectsFile = session.rejects().of(batch).file();
        Path edited = temp.resolve("edited.csv");
        Files.writeString(
                edited,
                Files.readString(rejectsFile).replace("c1;two;", "c1;2;").replace("c1;1\"", "c1;one;2.00;GBP\""));
        MendReply reply = session.rejects().mendFrom(batch, edited, Progress.NONE, CancelSignal.create());
        assertThat(reply.rowsLoaded()).isEqualTo(1);
        assertThat(reply.rowsRejected()).isEqualTo(1);
        assertThat(reply.left()).isEqualTo(1);
        assertThat(session.rejects().of(batch).rows())
                .extracting(RejectedRows.Row::line)
                .containsExactly(3L);
        assertThat(session.rejects().of(reply.batch()).rows().get(0).cells())
                .containsExactly("4", "2026-01-04", "c1", "one", "2.00", "GBP");
    }

    @Test
    void importsWithoutRejectsHaveNothingToMend() {
        long loaded = workspace.catalog().imports().list().get(0).id();
        session.rejects()
                .mend(
                        batch,
                        session.rejects().of(batch).version(),
                        List.of(new MendedRow(0, List.of("2", "2026-02-28", "c1", "1", "5.00", "GBP"))),
                        Progress.NONE,
                        CancelSignal.create());
        long clean = workspace.catalog().imports().list().get(0).id();
        assertThat(clean).isGreaterThan(loaded);
        assertThat(session.rejects().of(clean).rows()).isEmpty();
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> session.rejects().judge(clean, List.of()), "rejected no row");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> session.rejects().of(999), "no import 999");
    }
}
