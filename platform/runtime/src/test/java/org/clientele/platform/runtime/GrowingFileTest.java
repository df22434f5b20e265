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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientele.platform.runtime.WatchedFile.State;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines that come to the end of a file of a watched folder. */
@Timeout(120)
class GrowingFileTest extends RuntimeTest {
    private static final String HEAD =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String NEXT = "536366,71053,LANTERN,1,2010-12-01 08:28:00,3.00,17850,France\n";

    private final Hands clock = new Hands();
    private Workspace workspace;
    private Session session;
    private Path file;
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

    private static String line(int n) {
        return n + ",85123A,HOLDER,2,2010-12-01 08:26:00,1.00,17850,United Kingdom\n";
    }

    @BeforeEach
    void openInbox() throws IOException {
        workspace = open(withoutPlugins());
        session = session(workspace);
        file = Files.createDirectories(home().resolveSibling("inbox")).resolve("orders.csv");
        watched = watch();
    }

    private WatchedFolder watch() {
        return new WatchedFolder(
                session, file.getParent(), clock, WatchOptions.KNOWN_KINDS, new WatchedFolder.Listener() {});
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        look();
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
        look();
    }

    private void look() throws IOException {
        watched.look();
        clock.now = clock.now.plus(Duration.ofMillis(300));
        watched.look();
    }

    private long lines() {
        return workspace.status().orderLines();
    }

    private WatchedFile only() {
        assertThat(watched.files()).hasSize(1);
        return watched.files().get(0);
    }

    @Test
    void aNewFileThatEndsWithALineIsThereAfterAMomentAndOnlyNewLinesAreReadLater() throws IOException {
        write(HEAD + line(1) + line(2));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(2);

        append(line(3) + line(4));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(4);
        assertThat(only().state()).isEqualTo(State.IMPORTED);
        assertThat(only().sentence()).contains("New: 2 rows loaded");
        ImportView last = session.imports().all().get(0);
        assertThat(last.rowsRead()).as("only what came").isEqualTo(2);
        assertThat(last.file()).startsWith("orders (from byte ");

        append(line(4));
        assertThat(lines())
                .as(() -> watched.files().toString())
                .as("an equal line may come again")
                .isEqualTo(5);
        assertThat(session.directory().resolve("staging")).isEmptyDirectory();
    }

    @Test
    void whatIsAppendedWithinAMomentIsOneReadAndWithoutARestOneASecond() throws IOException {
        write(HEAD + line(1));
        for (int n = 2; n < 7; n++) {
            Files.writeString(file, line(n), StandardOpenOption.APPEND);
            watched.look();
            clock.now = clock.now.plusMillis(100);
        }
        look();
        assertThat(session.imports().all()).hasSize(2);
        assertThat(session.imports().all().get(0).rowsRead()).isEqualTo(5);

        int last = 6;
        for (int tenths = 0; tenths < 25; tenths++) {
            Files.writeString(file, line(++last), StandardOpenOption.APPEND);
            watched.look();
            clock.now = clock.now.plusMillis(100);
        }
        look();
        assertThat(session.imports().all()).as("two seconds and the rest").hasSize(2 + 3);
        assertThat(value(session, MetricQuery.of("orders"))).isEqualTo(last);
    }

    @Test
    void halfALineWaitsForItsEnd() throws IOException {
        write(HEAD + line(1));
        append(line(2) + NEXT.substring(0, 40));

        assertThat(lines())
                .as(() -> watched.files().toString())
                .as("the whole line came, the half one waits")
                .isEqualTo(2);
        append(NEXT.substring(40, 50));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(2);
        assertThat(only().sentence()).contains("still being written");

        append(NEXT.substring(50));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(3);
        assertThat(session.imports().all()).allMatch(i -> i.rowsRejected() == 0);
        assertThat(value(session, MetricQuery.of("revenue"))).isEqualTo(2 * 2.00 + 3.00);
    }

    @Test
    void aBreakWithinQuotesEndsNoLine() throws IOException {
        write(HEAD + line(1));
        append("7,X,\"HOLDER\n");
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(1);
        append("RED\",2,2010-12-01 08:26:00,1.00,17850,France\n");
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(2);
        assertThat(session.imports().all()).allMatch(i -> i.rowsRejected() == 0);
    }

    @Test
    void aNewFileWithoutALastLineEndWaitsLongerAndComesWhole() throws IOException {
        write(HEAD + line(1) + NEXT.strip());
        assertThat(lines())
                .as(() -> watched.files().toString())
                .as("it may go on")
                .isZero();
        clock.now = clock.now.plusSeconds(3);
        watched.look();
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(2);

        append("\n" + line(3));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(3);
    }

    @Test
    void anotherFileInItsPlaceIsReadFromItsStartAndSaidSo() throws IOException {
        write(HEAD + line(1) + line(2));
        write(HEAD + line(9));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(3);
        assertThat(only().sentence()).contains("Another file has taken its place", "bytes shorter", "1 row loaded");
        append(line(10));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(4);
    }

    @Test
    void aFileThatLostLinesIsNotLoadedTwiceAndSaysSo() throws IOException {
        write(HEAD + line(1) + line(2));
        write(HEAD + line(1));
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(2);
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().sentence()).contains("shorter than what was read", "twice");
    }

    @Test
    void howFarItWasReadIsKnownAtTheNextStartEvenIfTheCacheIsGone() throws IOException {
        write(HEAD + line(1));
        watched.close();
        try (var cache = Files.newDirectoryStream(session.directory().resolve("cache"), "watched*")) {
            for (Path p : cache) {
                Files.delete(p);
            }
        }
        Files.writeString(file, line(2), StandardOpenOption.APPEND);
        watched = watch();
        look();
        assertThat(lines()).as(() -> watched.files().toString()).isEqualTo(2);
    }

    @Test
    void randomPiecesComeInLineByLineAndOnce() throws IOException {
        Random random = new Random(5);
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            rest.append(line(100 + i));
        }
        write(HEAD + line(1));
        int at = 0;
        while (at < rest.length()) {
            int to = Math.min(rest.length(), at + 1 + random.nextInt(400));
            append(rest.substring(at, to));
            at = to;
            long whole = rest.substring(0, at).chars().filter(c -> c == '\n').count();
            assertThat(lines())
                    .as(() -> watched.files().toString())
                    .as("after %d characters", at)
                    .isEqualTo(1 + whole);
            if (random.nextInt(5) == 0) {
                watched.close();
                watched = watch();
            }
        }
    }

    @Test
    void whoAsksDuringAnImportHearsTheOldStateOrTheNewOneWhole() throws Exception {
        Files.writeString(file, HEAD + line(1));
        look();
        AtomicBoolean done = new AtomicBoolean();
        Set<String> seen = new ConcurrentSkipListSet<>();
        List<Throwable> wrong = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                while (!done.get()) {
                    Frame f = session.query(MetricQuery.of("revenue", "orders"), CancelSignal.create());
                    seen.add(f.columns().get(0).doubleAt(0) + " of "
                            + f.columns().get(1).doubleAt(0));
                }
            } catch (RuntimeException e) {
                wrong.add(e);
            }
        });
        reader.start();
        Set<String> states = new java.util.TreeSet<>(Set.of("2.0 of 1.0"));
        int orders = 1;
        for (int round = 0; round < 5; round++) {
            StringBuilder more = new StringBuilder();
            for (int i = 0; i < 3000; i++) {
                more.append(line(1000 + orders + i));
            }
            orders += 3000;
            append(more.toString());
            states.add(2.0 * orders + " of " + (double) orders);
        }
        done.set(true);
        reader.join();
        assertThat(wrong).isEmpty();
        assertThat(states).as("old or new, never in between").containsAll(seen);
        assertThat(seen).hasSizeGreaterThan(1);
    }
}
