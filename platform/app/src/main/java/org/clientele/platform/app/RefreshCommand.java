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
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code refresh}: what is read again by the clock. */
@Command(
        name = "refresh",
        description = {"${bundle:usage.refresh}", "${bundle:usage.refresh.details}"})
final class RefreshCommand extends WorkspaceCommand {
    private static final Texts TEXTS = Texts.of(RefreshCommand.class);

    private static final String LIST = "list";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "list|add|remove|pause|resume|run",
            description = "${bundle:option.what}")
    String what = LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "${bundle:option.refresh.id}")
    @Nullable
    Long id;

    @Option(names = "--folder", paramLabel = "DIR", description = "${bundle:option.refresh.folder}")
    @Nullable
    Path folder;

    @Option(names = "--file", paramLabel = "FILE", description = "${bundle:option.refresh.file}")
    @Nullable
    Path file;

    @Option(names = "--jdbc", paramLabel = "URL", description = "${bundle:option.refresh.jdbc}")
    @Nullable
    String jdbc;

    @Option(names = "--table", paramLabel = "NAME", description = "${bundle:option.refresh.table}")
    String table = "";

    @Option(names = "--query", paramLabel = "SELECT", description = "${bundle:option.import.query}")
    String query = "";

    @Option(names = "--user", paramLabel = "NAME", description = "${bundle:option.import.user}")
    String user = "";

    @Option(names = "--password-file", paramLabel = "FILE", description = "${bundle:option.refresh.password_file}")
    @Nullable
    Path passwordFile;

    @Option(names = "--mode", description = "${bundle:option.refresh.mode}")
    @Nullable
    ImportMode mode;

    @Option(names = "--every", paramLabel = "MINUTES", description = "${bundle:option.refresh.every}")
    int every;

    @Option(names = "--daily", paramLabel = "HH:MM", description = "${bundle:option.refresh.daily}")
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
            default -> throw invalid(TEXTS.get("refresh.not_something_do_with", what));
        }
        return ExitCode.DONE;
    }

    private int ran(List<Schedule> ran, RefreshBook book, Session session) {
        if (ran.isEmpty() && !root.json) {
            out().println(TEXTS.get("refresh.nothing_due"));
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
            throw invalid(TEXTS.get("refresh.refresh_needs_number_schedule", what));
        }
        return id;
    }

    private Source source() {
        int named = (folder == null ? 0 : 1) + (file == null ? 0 : 1) + (jdbc == null ? 0 : 1);
        if (named != 1) {
            throw invalid(TEXTS.get("refresh.refresh_add_needs_one"));
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
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("refresh.no_time_day_like", daily), e);
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
            out().println(TEXTS.get("refresh.nothing_read_clock_yet"));
        }
        for (Schedule s : schedules) {
            Schedule.Run last = s.last();
            String said = s.source().title() + ", " + s.timing().words();
            out().printf(
                            "%4d  %s%n",
                            s.id(),
                            s.paused()
                                    ? TEXTS.get("refresh.paused", said)
                                    : book.next(s)
                                            .map(t -> TEXTS.get("refresh.next", said, t))
                                            .orElse(said));
            if (last != null) {
                out().println("      " + last.at() + ": " + last.sentence());
            }
        }
    }
}
