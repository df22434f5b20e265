package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.platform.runtime.refresh.RefreshBook;
import org.clientele.platform.runtime.refresh.RefreshThread;
import org.clientele.platform.runtime.refresh.Schedule;
import org.clientele.platform.runtime.refresh.Schedule.Kind;
import org.clientele.platform.runtime.refresh.Schedule.Outcome;
import org.clientele.platform.runtime.refresh.Schedule.Source;
import org.clientele.platform.runtime.refresh.Schedule.Timing;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RefreshBookTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final String HEAD =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private Workspace workspace;
    private Session session;
    private Path inbox;
    private Instant now = Instant.parse("2026-01-05T10:00:00Z");

    /** A clock that goes on while files settle, and is put forward by the tests. */
    private final Clock clock = new Clock() {
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
            now = now.plusMillis(1);
            return now;
        }
    };

    @BeforeEach
    void openOne() throws IOException {
        workspace = open(withoutPlugins());
        session = session(workspace);
        session.settings().change("time-zone", "Europe/London", NEVER);
        inbox = Files.createDirectories(home().resolveSibling("inbox"));
    }

    private RefreshBook book() {
        return session.refreshes(clock);
    }

    private static String line(int n) {
        return n + ",85123A,HOLDER,2,2010-12-01 08:26:00,1.00,17850,United Kingdom\n";
    }

    private void at(String instant) {
        now = Instant.parse(instant);
    }

    @Test
    void aFileWhoseLinesGrowIsReadOnAndEachTimeSaysWhatCame() throws IOException {
        Path file = Files.writeString(inbox.resolve("a.csv"), HEAD + line(1));
        Schedule s = book().add(Source.file(file, ImportMode.APPEND), Timing.every(15));
        assertThat(book().runDue(NEVER)).extracting(r -> r.last().outcome()).containsExactly(Outcome.DONE);
        assertThat(book().due()).as("in a quarter of an hour").isEmpty();

        at("2026-01-05T10:14:00Z");
        assertThat(book().due()).isEmpty();
        at("2026-01-05T10:16:00Z");
        assertThat(book().runDue(NEVER)).extracting(r -> r.last().outcome()).containsExactly(Outcome.NOTHING_NEW);
        Files.writeString(file, line(2) + line(3), StandardOpenOption.APPEND);
        Schedule ran = book().run(s.id(), NEVER);
        assertThat(ran.last().sentence()).contains("New: 2 rows loaded");
        assertThat(workspace.status().orderLines()).isEqualTo(3);

        Files.delete(file);
        assertThat(book().run(s.id(), NEVER).last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(book().get(s.id()).last().sentence()).contains("There is no file");
    }

    @Test
    void whatWasMissedWhileTheWorkspaceWasClosedRunsOnce() throws IOException {
        Files.writeString(inbox.resolve("a.csv"), HEAD + line(1));
        Schedule s = book().add(Source.folder(inbox), Timing.daily(LocalTime.of(6, 30)));
        assertThat(book().due())
                .as("today's time is past, and it was not there then")
                .isEmpty();
        assertThat(book().next(s)).contains(Instant.parse("2026-01-06T06:30:00Z"));
        workspace.close();

        workspace = open(withoutPlugins());
        session = session(workspace);
        at("2026-01-09T12:00:00Z");
        assertThat(book().due()).hasSize(1);
        assertThat(book().runDue(NEVER)).extracting(r -> r.last().sentence()).containsExactly("1 row from 1 file.");
        assertThat(book().runDue(NEVER)).as("three mornings, once").isEmpty();
        assertThat(book().nextDue()).contains(Instant.parse("2026-01-10T06:30:00Z"));
        at("2026-07-10T05:31:00Z");
        assertThat(book().due()).as("half past six in London's summer").hasSize(1);
    }

    @Test
    void aPausedOneWaitsAndRunNowRunsItAllTheSame() throws IOException {
        Path file = Files.writeString(inbox.resolve("a.csv"), HEAD + line(1));
        Schedule s = book().add(Source.file(file, ImportMode.REPLACE), Timing.every(1));
        book().pause(s.id(), true);
        assertThat(book().due()).isEmpty();
        assertThat(book().next(book().get(s.id()))).isEmpty();
        assertThat(book().run(s.id(), NEVER).last().sentence()).isEqualTo("1 row loaded, 0 rejected.");
        assertThat(book().run(s.id(), NEVER).last().sentence()).contains("not changed");
        Files.writeString(file, HEAD + line(7) + line(8));
        book().run(s.id(), NEVER);
        assertThat(workspace.status().orderLines()).as("in place of the old").isEqualTo(2);
        book().pause(s.id(), false);
        at("2026-01-05T11:00:00Z");
        assertThat(book().due()).hasSize(1);
        book().remove(s.id());
        assertThat(book().all()).isEmpty();
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> book().run(s.id(), NEVER), "There is no schedule");
    }

    @Test
    void aDatabaseIsReadAgainAndItsRowsOfTheSameKeyAreChanged() throws SQLException {
        String url = "jdbc:hsqldb:file:" + home().resolveSibling("shop") + "/shop";
        try (Connection c = DriverManager.getConnection(url, "SA", "");
                Statement sql = c.createStatement()) {
            sql.execute("CREATE TABLE customers (customer_id VARCHAR(9), country VARCHAR(20))");
            sql.execute("INSERT INTO customers VALUES ('C1', 'France'), ('C2', 'Spain')");
            sql.execute("SHUTDOWN");
        }
        Source source = new Source(Kind.DATABASE, url, ImportMode.UPDATE, "CUSTOMERS", "", "SA", "");
        Schedule s = book().add(source, Timing.every(60));
        assertThat(book().run(s.id(), NEVER).last())
                .extracting(Schedule.Run::outcome, Schedule.Run::sentence)
                .containsExactly(Outcome.DONE, "2 rows loaded, 0 rejected.");
        assertThat(book().run(s.id(), NEVER).last().outcome()).isEqualTo(Outcome.NOTHING_NEW);
        assertThat(workspace.status().customers()).isEqualTo(2);
    }

    @Test
    void whatCannotBeScheduledIsRefused() {
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> book().add(Source.folder(inbox.resolve("none")), Timing.every(5)),
                "There is no folder");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> Timing.every(0));
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> new Timing(5, LocalTime.NOON));
        assertThat(List.of(
                        Timing.every(120).words(),
                        Timing.every(45).words(),
                        Timing.daily(LocalTime.NOON).words()))
                .containsExactly("every 2 hours", "every 45 minutes", "daily at 12:00");
    }

    @Test
    void theThreadReadsWhatIsDueAtOnce() throws IOException {
        Files.writeString(inbox.resolve("a.csv"), HEAD + line(1));
        book().add(Source.folder(inbox), Timing.every(60));
        try (RefreshThread thread = RefreshThread.start(session.refreshes())) {
            thread.look();
            until("the folder was read", () -> workspace.status().orderLines() == 1);
        }
    }
}
