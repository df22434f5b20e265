package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.platform.runtime.WatchedFile.State;
import org.clientele.sdk.CancelSignal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WatchedFolderTest extends RuntimeTest {
    private static final String KNOWN = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
            """;
    private static final String STRANGE = "alpha,beta\n1,2\n3,4\n";

    private final Hands clock = new Hands();
    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger settled = new AtomicInteger();
    private final List<String> taken = new ArrayList<>();
    private Workspace workspace;
    private Session session;
    private Path inbox;
    private WatchedFolder watched;

    /** A clock that somebody sets. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-05T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void openInbox() throws IOException {
        workspace = open(withoutPlugins());
        session = session(workspace);
        inbox = Files.createDirectories(home().resolveSibling("inbox"));
        watched = watch();
    }

    private WatchedFolder watch() {
        return watch(WatchOptions.KNOWN_KINDS);
    }

    private WatchedFolder watch(WatchOptions options) {
        return new WatchedFolder(session, inbox, clock, options, new WatchedFolder.Listener() {
            @Override
            public void changed() {
                changes.incrementAndGet();
            }

            @Override
            public void taken(WatchedFile file, @Nullable ImportReply reply) {
                taken.add(file.state() + " " + file.file().getFileName());
            }

            @Override
            public void settled() {
                settled.incrementAndGet();
            }
        });
    }

    private boolean lookAfter(long seconds) throws IOException {
        clock.now = clock.now.plus(Duration.ofSeconds(seconds));
        return watched.look();
    }

    private WatchedFile only() {
        assertThat(watched.files()).hasSize(1);
        return watched.files().get(0);
    }

    private long imports() {
        return session.imports().all().size();
    }

    @Test
    void aFileOfAKnownKindComesInOnceItHasSettled() throws IOException {
        Files.writeString(inbox.resolve("orders.csv"), KNOWN);

        assertThat(lookAfter(0)).as("still arriving").isTrue();
        assertThat(only().state()).isEqualTo(State.ARRIVING);
        assertThat(imports()).isZero();
        assertThat(lookAfter(3)).isFalse();

        assertThat(only().state()).isEqualTo(State.IMPORTED);
        assertThat(only().sentence()).contains("1 row loaded");
        assertThat(workspace.status().orderLines()).isEqualTo(1);
        lookAfter(60);
        assertThat(imports()).as("once").isEqualTo(1);
        assertThat(changes.get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aFileThatStillGrowsWaitsForItsEnd() throws IOException {
        Path file = inbox.resolve("orders.csv");
        Files.writeString(file, KNOWN);
        lookAfter(0);
        Files.writeString(
                file,
                "536366,71053,LANTERN,6,2010-12-01 08:28:00,3.39,17850,United Kingdom\n",
                StandardOpenOption.APPEND);

        assertThat(lookAfter(3)).as("it changed, so the time begins anew").isTrue();
        assertThat(imports()).isZero();
        lookAfter(3);

        assertThat(workspace.status().orderLines()).isEqualTo(2);
    }

    @Test
    void theSameContentUnderAnotherNameIsNotLoadedTwice() throws IOException {
        Files.writeString(inbox.resolve("a.csv"), KNOWN);
        Files.writeString(inbox.resolve("b.csv"), KNOWN);

        lookAfter(0);
        lookAfter(3);

        assertThat(watched.files()).extracting(WatchedFile::state).containsOnly(State.IMPORTED);
        assertThat(watched.files().get(1).sentence()).contains("already");
        assertThat(workspace.status().orderLines()).isEqualTo(1);
    }

    @Test
    void aFileOfNoKnownKindWaitsForAPersonWithASentenceAndNothingIsImported() throws IOException {
        Files.writeString(inbox.resolve("strange.csv"), STRANGE);

        lookAfter(0);
        lookAfter(3);

        assertThat(only().state()).as("it can be mapped by hand").isEqualTo(State.WAITING);
        assertThat(only().sentence()).isNotBlank();
        assertThat(imports()).isZero();
    }

    @Test
    void aMappingSavedAsARecipeMakesTheNextFileKnown() throws IOException {
        Path first = Files.writeString(
                home().resolveSibling("first.csv"), "Beleg;Tag;Anzahl;Einzelpreis\nA1;2024-03-01;2;3.50\n");
        ImportCommand command = new ImportCommand(List.of(first), "", "order_line", ImportMode.APPEND);
        ProposedTable table = session.imports()
                .propose(command, CancelSignal.create())
                .tables()
                .get(0);
        ProposedTable mine = table.by(table.recipe().toBuilder()
                .column("order_id", "Beleg")
                .column("ordered_at", "Tag")
                .column("quantity", "Anzahl")
                .column("unit_price", "Einzelpreis")
                .constant("currency", "EUR")
                .build());

        Files.copy(first, inbox.resolve("first.csv"));
        lookAfter(0);
        lookAfter(3);
        assertThat(only().state()).isEqualTo(State.WAITING);
        Files.delete(inbox.resolve("first.csv"));

        Path saved = session.imports().saveRecipe(mine, "Kasse Süd");
        Files.writeString(inbox.resolve("second.csv"), "Beleg;Tag;Anzahl;Einzelpreis\nA2;2024-03-02;1;9.00\n");
        lookAfter(0);
        lookAfter(3);

        assertThat(saved).hasFileName("kasse-sud.json");
        assertThat(only().state()).as(only().sentence()).isEqualTo(State.IMPORTED);
        assertThat(session.imports().all().get(0).recipe()).endsWith("kasse-sud");
    }

    @Test
    void aFileThatWaitedIsTakenOnceARecipeKnowsIt() throws IOException {
        Path file =
                Files.writeString(inbox.resolve("first.csv"), "Beleg;Tag;Anzahl;Einzelpreis\nA1;2024-03-01;2;3.50\n");
        lookAfter(0);
        lookAfter(3);
        assertThat(only().state()).isEqualTo(State.WAITING);
        ImportCommand command = new ImportCommand(List.of(file), "", "order_line", ImportMode.APPEND);
        session.imports()
                .saveRecipe(
                        session.imports()
                                .propose(command, CancelSignal.create())
                                .tables()
                                .get(0),
                        "Till");

        watched.lookAgain();
        lookAfter(3);
        lookAfter(3);

        assertThat(only().state()).as(only().sentence()).isEqualTo(State.IMPORTED);
    }

    @Test
    void whatWasTakenIsRememberedAtTheNextStart() throws IOException {
        Files.writeString(inbox.resolve("orders.csv"), KNOWN);
        lookAfter(0);
        lookAfter(3);
        watched.close();

        watched = watch();
        lookAfter(60);
        lookAfter(60);

        assertThat(only().state()).isEqualTo(State.IMPORTED);
        assertThat(imports()).as("no second entry in the list").isEqualTo(1);
    }

    @Test
    void hiddenHalfAndEmptyFilesAndFoldersAreLeftAlone() throws IOException {
        Files.writeString(inbox.resolve(".orders.csv"), KNOWN);
        Files.writeString(inbox.resolve("orders.csv.part"), KNOWN);
        Files.createFile(inbox.resolve("empty.csv"));
        Files.createDirectory(inbox.resolve("old"));

        assertThat(lookAfter(0)).isFalse();

        assertThat(watched.files()).isEmpty();
    }

    @Test
    void whereAnyKindIsTakenAFileIsMappedByItsNamesAndABadOneDoesNotStopTheNext() throws IOException {
        watched = watch(new WatchOptions(true, null, null));
        Files.writeString(inbox.resolve("a.csv"), "Beleg;Tag;Anzahl;Einzelpreis\nA1;2024-03-01;2;3.50\n");
        Files.write(inbox.resolve("b.csv"), new byte[] {1, 0, 2, 0, 0, 0, 0, 3});
        Files.writeString(inbox.resolve("c.csv"), KNOWN);
        lookAfter(0);
        assertThat(settled.get()).isZero();
        lookAfter(3);
        lookAfter(3);

        assertThat(taken).containsExactly("IMPORTED a.csv", "FAILED b.csv", "IMPORTED c.csv");
        assertThat(workspace.status().orderLines()).isEqualTo(2);
        assertThat(settled.get()).isPositive();
    }

    @Test
    void marksOfReturnsWaitForTheirOrders() throws IOException {
        watched = watch(new WatchOptions(true, null, null));
        Files.writeString(inbox.resolve("1 returns.csv"), "Returned,Order ID\nYes,536365\n");
        lookAfter(0);
        lookAfter(3);
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().sentence()).contains("which orders came back");

        Files.writeString(inbox.resolve("2 orders.csv"), KNOWN);
        for (int i = 0; i < 6; i++) {
            lookAfter(3);
        }

        assertThat(watched.files()).extracting(WatchedFile::state).containsOnly(State.IMPORTED);
        assertThat(workspace.status().orderLines()).as("a sale and its return").isEqualTo(2);
    }

    @Test
    void filesAreMovedOnlyWhereAskedAndNeverOverAnother() throws IOException {
        Path done = inbox.resolve("done");
        Path failed = inbox.resolve("failed");
        watched = watch(new WatchOptions(false, done, failed));
        Files.createDirectories(done);
        Files.writeString(done.resolve("orders.csv"), "of yesterday");
        Files.writeString(inbox.resolve("orders.csv"), KNOWN);
        Files.writeString(inbox.resolve("bad.csv"), "%PDF-1.7\n");
        Files.writeString(inbox.resolve("strange.csv"), "Beleg;Tag;Anzahl;Einzelpreis\nA1;2024-03-01;2;3.50\n");
        lookAfter(0);
        lookAfter(3);

        assertThat(done.resolve("orders.csv")).hasContent("of yesterday");
        assertThat(done.resolve("orders (2).csv")).hasContent(KNOWN);
        assertThat(failed.resolve("bad.csv")).exists();
        assertThat(inbox.resolve("orders.csv")).doesNotExist();
        assertThat(inbox.resolve("strange.csv")).as("it waits").exists();
    }

    @Test
    void anImportThatIsCancelledByTheEndIsTakenAtTheNextStart() throws IOException {
        Files.writeString(inbox.resolve("orders.csv"), KNOWN);
        lookAfter(0);
        session.close();
        lookAfter(3);
        assertThat(imports()).isZero();

        session = session(workspace);
        watched = watch();
        lookAfter(0);
        lookAfter(3);
        assertThat(only().state()).isEqualTo(State.IMPORTED);
    }

    @Test
    void theThreadTakesWhatIsThereAndAFolderThatIsMissingIsTold() throws Exception {
        Files.writeString(inbox.resolve("orders.csv"), KNOWN);
        CountDownLatch taken = new CountDownLatch(1);
        try (WatchedFolder live = WatchedFolder.watch(session, inbox, () -> {
            if (!session.imports().all().isEmpty()) {
                taken.countDown();
            }
        })) {
            assertThat(live.folder()).isEqualTo(inbox.toAbsolutePath());
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
        }
        CountDownLatch told = new CountDownLatch(1);
        try (WatchedFolder missing = WatchedFolder.watch(session, inbox.resolve("none"), told::countDown)) {
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(missing.problem()).contains("there is no such folder");
        }
    }
}
