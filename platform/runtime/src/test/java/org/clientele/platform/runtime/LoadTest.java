package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.platform.catalog.ImportEntry;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadTest extends RuntimeTest {
    private static final String CSV = "order_id,ordered_at,customer_id,quantity,unit_price,currency\n"
            + "X1,2025-01-05 10:00:00,C9,1,100.00,GBP\n";

    private Workspace workspace;
    private Session session;

    @BeforeEach
    void openWorkspace() {
        workspace = open(withoutPlugins());
        session = session(workspace);
    }

    private LoadReply load(String identity, java.util.function.Consumer<RowSink> source) {
        return session.imports().load("Example", identity, CancelSignal.create(), source);
    }

    @Test
    void theSameIdentityIsLoadedOnceAndTheReplyIsTheSame() {
        LoadReply first = fill(session);
        AtomicInteger asked = new AtomicInteger();
        LoadReply second = load("example 1", sink -> asked.incrementAndGet());
        assertThat(first.alreadyThere()).isFalse();
        assertThat(second.alreadyThere()).isTrue();
        assertThat(asked).as("rows were made").hasValue(0);
        assertThat(first.rowsByTable())
                .isEqualTo(Map.of("order_line", 4L, "customer", 3L, "product", 1L))
                .isEqualTo(second.rowsByTable());
        assertThat(value(session, MetricQuery.of("revenue"))).isEqualTo(52.0);
    }

    @Test
    void otherDataIsRefusedBecauseTheWorkspaceIsNotEmpty() {
        fill(session);
        assertRefused(
                ErrorCode.WORKSPACE_INVALID,
                () -> load("example 2", sink -> sink.rows("order_line", Lines.EXAMPLE)),
                "holds other data",
                home().toString());
        assertThat(workspace.status().orderLines()).isEqualTo(4);
    }

    @Test
    void aSourceThatThrowsHalfWayLeavesNothing() {
        for (Throwable thrown : List.of(new IllegalStateException("the tape tore"), new AssertionError("tilt"))) {
            assertThatThrownBy(() -> load("example 1", sink -> {
                        sink.rows("order_line", Lines.EXAMPLE);
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(workspace.status().isEmpty()).isTrue();
            ImportEntry entry = workspace.catalog().imports().list().get(0);
            assertThat(entry.state()).isEqualTo(ImportEntry.State.FAILED);
            assertThat(entry.reason()).isEqualTo(thrown.getMessage());
        }
        assertThat(fill(session).alreadyThere()).isFalse();
    }

    @Test
    void aCancelledLoadEndsWithinASecondAndLeavesNothing() throws Exception {
        CancelSignal cancel = CancelSignal.create();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<LoadReply> result = CompletableFuture.supplyAsync(
                () -> session.imports().load("Endless", "endless", cancel, sink -> {
                    for (int i = 0; ; i++) {
                        sink.rows(
                                "order_line",
                                new Lines()
                                        .line("N" + i, "2024-01-01T00:00", "C1", "France", 1, "1.00")
                                        .frame());
                        begun.countDown();
                    }
                }),
                DaemonThreads::start);
        begun.await();
        cancel.cancel();
        assertThat(result)
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(workspace.status().isEmpty()).isTrue();
    }

    @Test
    void anImportThatWaitsForAnotherCanBeCancelled() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<LoadReply> first = CompletableFuture.supplyAsync(
                () -> load("example 1", sink -> {
                    inside.countDown();
                    try {
                        mayEnd.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    sink.rows("order_line", Lines.EXAMPLE);
                }),
                DaemonThreads::start);
        inside.await();
        CancelSignal cancel = CancelSignal.create();
        CompletableFuture<LoadReply> second = CompletableFuture.supplyAsync(
                () -> session.imports().load("Example", "example 1", cancel, sink -> {}), DaemonThreads::start);
        cancel.cancel();
        assertThat(second).failsWithin(Duration.ofSeconds(1));
        mayEnd.countDown();
        assertThat(first.get().alreadyThere()).isFalse();
    }

    @Test
    void listenersHearOfNewDataOnceAndOfOldDataNot() {
        AtomicInteger heard = new AtomicInteger();
        workspace.onChange(() -> {
            throw new IllegalStateException("the window is gone");
        });
        CancelSignal.Registration registration = workspace.onChange(heard::incrementAndGet);
        fill(session);
        assertThat(heard).hasValue(1);
        fill(session);
        assertThat(heard).hasValue(1);
        registration.close();
        registration.close();
    }

    @Test
    void aFileThatFailsAmongSeveralIsNamedAndDoesNotKeepTheOthersOut() throws IOException {
        Path good = Files.writeString(temp.resolve("good.csv"), CSV);
        Path missing = temp.resolve("missing.csv");
        AtomicInteger heard = new AtomicInteger();
        workspace.onChange(heard::incrementAndGet);
        ImportCommand command = new ImportCommand(List.of(missing, good), "", "order_line", ImportMode.APPEND);
        ImportReply reply = session.imports().run(command, Progress.NONE, CancelSignal.create());
        FileImport.Failure failure = reply.files().get(0).failure();
        assertThat(failure).isNotNull();
        assertThat(failure.code()).isEqualTo(ErrorCode.FILE_UNREADABLE);
        assertThat(failure.message()).contains("missing.csv");
        assertThat(reply.files().get(1).failure()).isNull();
        assertThat(heard).hasValue(1);
        assertThat(value(session, MetricQuery.of("revenue"))).isEqualTo(100.0);
    }

    @Test
    void anImportedColumnIsKnownToMetricsAtOnce() throws IOException {
        Path file = Files.writeString(
                temp.resolve("more.csv"),
                CSV.replace("currency\n", "currency,shelf\n").replace("GBP\n", "GBP,left\n"));
        ImportReply reply = session.imports()
                .run(
                        new ImportCommand(List.of(file), "", "order_line", ImportMode.APPEND),
                        Progress.NONE,
                        CancelSignal.create());
        assertThat(reply.files().get(0).rowsLoaded()).isEqualTo(1);
        assertThat(reply.files().get(0).file()).isEqualTo(file);
        double onTheLeft =
                value(session, MetricQuery.of("revenue").where(org.clientele.sdk.query.Filter.where("shelf = 'left'")));
        assertThat(onTheLeft).isEqualTo(100.0);
    }
}
