package org.clientele.platform.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.refresh.RefreshBook;
import org.clientele.platform.runtime.refresh.Schedule;
import org.clientele.platform.runtime.refresh.Schedule.Kind;
import org.clientele.platform.runtime.refresh.Schedule.Outcome;
import org.clientele.platform.runtime.refresh.Schedule.Source;
import org.clientele.platform.runtime.refresh.Schedule.Timing;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code refresh}: what is read again by the clock. */
@Command(
        name = "refresh",
        description = {
            "List what is read again by the clock, add or remove something, or read it now:",
            "  refresh add --folder /mnt/share/orders --every 15",
            "  refresh add --file customers.xlsx --mode update --daily 06:30",
            "  refresh add --jdbc jdbc:postgresql://host/shop --table orders --user ada --password-file pw --every 60",
            "  refresh run          reads what is due; refresh run 3 reads that one now",
            "  refresh remove 3     (pause and resume take a number, too)",
            "The window reads what is due while it has the workspace open, and once what was missed; without a window let"
                    + " the system call refresh run. Ends with 1 if something could not be read."
        })
final class RefreshCommand extends WorkspaceCommand {
    private static final String LIST = "list";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|add|remove|pause|resume|run",
            description = "What to do; list where it is left out.")
    String what = LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The number of a schedule.")
    @Nullable
    Long id;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "New files of this folder, and new lines of its files.")
    @Nullable
    Path folder;

    @Option(names = "--file", paramLabel = "FILE", description = "This file.")
    @Nullable
    Path file;

    @Option(names = "--jdbc", paramLabel = "URL", description = "A database.")
    @Nullable
    String jdbc;

    @Option(names = "--table", paramLabel = "NAME", description = "The table of the database.")
    String table = "";

    @Option(names = "--query", paramLabel = "SELECT", description = "Or a query.")
    String query = "";

    @Option(names = "--user", paramLabel = "NAME", description = "The user of the database.")
    String user = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password; the password itself is not kept.")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--mode",
            description =
                    "append (new lines only; the default for a file), update (rows of the same key take the place of"
                            + " the old ones; the default for a database) or replace.")
    @Nullable
    ImportMode mode;

    @Option(names = "--every", paramLabel = "MINUTES", description = "Every so many minutes.")
    int every;

    @Option(names = "--daily", paramLabel = "HH:MM", description = "Once a day, in the workspace's time zone.")
    @Nullable
    String daily;

    @Override
    int run(Workspace workspace, Session session) {
        RefreshBook book = session.refreshes();
        switch (what.toLowerCase(Locale.ROOT)) {
            case LIST -> print(book.all(), book);
            case "add" -> print(List.of(book.add(source(), timing())), book);
            case "remove" -> print(List.of(book.remove(number())), book);
            case "pause" -> print(List.of(book.pause(number(), true)), book);
            case "resume" -> print(List.of(book.pause(number(), false)), book);
            case "run" -> {
                return ran(id == null ? book.runDue(cancel()) : List.of(book.run(id, cancel())), book, session);
            }
            default ->
                throw invalid("\"" + what
                        + "\" is not something to do with schedules; list, add, remove, pause, resume and run are.");
        }
        return ExitCode.DONE;
    }

    private int ran(List<Schedule> ran, RefreshBook book, Session session) {
        if (ran.isEmpty() && !root.json) {
            out().println("Nothing is due.");
            return ExitCode.DONE;
        }
        print(ran, book);
        SegmentsCommand.catchUp(session, err(), cancel());
        AlertsCommand.tell(session, err(), cancel());
        return ran.stream().anyMatch(s -> s.last() != null && s.last().outcome() == Outcome.FAILED)
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    private long number() {
        if (id == null) {
            throw invalid("refresh " + what + " needs the number of a schedule.");
        }
        return id;
    }

    private Source source() {
        int named = (folder == null ? 0 : 1) + (file == null ? 0 : 1) + (jdbc == null ? 0 : 1);
        if (named != 1) {
            throw invalid("refresh add needs one of --folder, --file and --jdbc.");
        }
        if (folder != null) {
            return Source.folder(folder.toAbsolutePath().normalize());
        }
        if (file != null) {
            return Source.file(file.toAbsolutePath().normalize(), mode == null ? ImportMode.APPEND : mode);
        }
        return new Source(
                Kind.DATABASE,
                String.valueOf(jdbc),
                mode == null ? ImportMode.UPDATE : mode,
                table,
                query,
                user,
                passwordFile == null
                        ? ""
                        : passwordFile.toAbsolutePath().normalize().toString());
    }

    private Timing timing() {
        if (daily == null) {
            return Timing.every(every);
        }
        try {
            return new Timing(every, LocalTime.parse(daily));
        } catch (DateTimeParseException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, "\"" + daily + "\" is no time of day like 06:30.", e);
        }
    }

    private static AnalyticsException invalid(String sentence) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, sentence);
    }

    private void print(List<Schedule> schedules, RefreshBook book) {
        if (root.json) {
            ArrayNode all = Json.MAPPER.createArrayNode();
            for (Schedule s : schedules) {
                Schedule.Run last = s.last();
                all.addObject()
                        .put("schedule", s.id())
                        .put("kind", s.source().kind().name())
                        .put("source", s.source().place())
                        .put("mode", s.source().mode().name())
                        .put("when", s.timing().words())
                        .put("paused", s.paused())
                        .put("next", book.next(s).map(Object::toString).orElse(null))
                        .put("last", last == null ? null : last.at().toString())
                        .put("outcome", last == null ? null : last.outcome().name())
                        .put("sentence", last == null ? null : last.sentence());
            }
            Json.write(out(), all);
            return;
        }
        if (schedules.isEmpty()) {
            out().println("Nothing is read by the clock yet. Add something: refresh add --folder DIR --every 15");
        }
        for (Schedule s : schedules) {
            Schedule.Run last = s.last();
            out().println(String.format("%4d  ", s.id()) + s.source().title() + ", "
                    + s.timing().words()
                    + (s.paused()
                            ? " (paused)"
                            : book.next(s).map(t -> "; next " + t).orElse("")));
            if (last != null) {
                out().println("      " + last.at() + ": " + last.sentence());
            }
        }
    }
}
