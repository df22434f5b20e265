package org.clientele.platform.runtime.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clientele.platform.catalog.ScheduleEntry;
import org.clientele.platform.catalog.Schedules;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.refresh.Schedule.Kind;
import org.clientele.platform.runtime.refresh.Schedule.Outcome;
import org.clientele.platform.runtime.refresh.Schedule.Run;
import org.clientele.platform.runtime.refresh.Schedule.Source;
import org.clientele.platform.runtime.refresh.Schedule.Timing;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * What a workspace reads again by the clock, kept in its catalog. What was missed while nobody had the workspace open is
 * due once. Thread-safe; methods block.
 */
public final class RefreshBook {
    private static final Texts TEXTS = Texts.of(RefreshBook.class);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schedules store;
    private final Reading reading;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final Set<Long> running;
    private final Runnable changed;

    /** Reads something again. */
    public interface Reading {
        /**
         * Reads it, and says how that went.
         *
         * @param before whether it was read before without a failure
         * @throws AnalyticsException CANCELLED, and whatever goes wrong
         */
        Run read(Schedule schedule, boolean before, Instant at, CancelSignal cancel);
    }

    /**
     * @param zone of the workspace, in which times of day are meant
     * @param running the numbers of what is being read now; one set a workspace
     * @param changed hears that something here is different
     */
    public RefreshBook(
            Schedules store, Reading reading, Clock clock, Supplier<ZoneId> zone, Set<Long> running, Runnable changed) {
        this.store = store;
        this.reading = reading;
        this.clock = clock;
        this.zone = zone;
        this.running = running;
        this.changed = changed;
    }

    /** All schedules, in the order in which they were added. */
    public List<Schedule> all() {
        return store.all().stream().map(RefreshBook::schedule).toList();
    }

    /** When one runs next; empty while it is paused. */
    public Optional<Instant> next(Schedule s) {
        return s.paused() ? Optional.empty() : Optional.of(s.next(zone.get()));
    }

    /** Whether one is being read now. */
    public boolean isRunning(long id) {
        return running.contains(id);
    }

    /**
     * Adds a schedule.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is no such folder or file, or a database names no table or query
     */
    public Schedule add(Source source, Timing timing) {
        check(source);
        return kept(new Schedule(0, source, timing, false, clock.instant(), null));
    }

    /** Brings one back that was removed, under its number and as it was. */
    public Schedule restore(Schedule gone) {
        return kept(gone);
    }

    private Schedule kept(Schedule s) {
        long id = store.add(entry(s));
        changed.run();
        return new Schedule(id, s.source(), s.timing(), s.paused(), s.createdAt(), s.last());
    }

    private static ScheduleEntry entry(Schedule s) {
        LocalTime at = s.timing().dailyAt();
        Run last = s.last();
        return new ScheduleEntry(
                s.id(),
                s.source().kind().name(),
                s.source().place(),
                details(s.source()),
                s.timing().everyMinutes(),
                at == null ? "" : at.toString(),
                s.paused(),
                s.createdAt(),
                last == null ? null : last.at(),
                last == null ? "" : last.outcome().name(),
                last == null ? "" : last.sentence());
    }

    private static void check(Source s) {
        boolean there = switch (s.kind()) {
            case FOLDER -> Files.isDirectory(Path.of(s.place()));
            case FILE -> Files.isRegularFile(Path.of(s.place()));
            case DATABASE -> s.table().isEmpty() != s.query().isEmpty();
        };
        if (!there) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    switch (s.kind()) {
                        case FOLDER -> TEXTS.get("refresh.book.there_is_no_folder", s.place());
                        case FILE -> TEXTS.get("refresh.book.there_is_no_file", s.place());
                        case DATABASE -> TEXTS.get("refresh.book.database_needs_table_query_not");
                    });
        }
    }

    /**
     * The schedule of a number.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none
     */
    public Schedule get(long id) {
        return all().stream().filter(s -> s.id() == id).findFirst().orElseThrow(() -> {
            List<String> there = all().stream()
                    .map(s -> s.id() + " (" + s.source().title() + ")")
                    .toList();
            return new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    there.isEmpty()
                            ? TEXTS.get("refresh.book.none_yet", String.valueOf(id))
                            : TEXTS.get("refresh.book.unknown", String.valueOf(id), String.join(", ", there)));
        });
    }

    /** Leaves one alone, or lets it go on. */
    public Schedule pause(long id, boolean yes) {
        get(id);
        store.pause(id, yes);
        changed.run();
        return get(id);
    }

    /** Removes one; what it imported stays. */
    public Schedule remove(long id) {
        Schedule gone = get(id);
        store.remove(id);
        changed.run();
        return gone;
    }

    /** What is due now, the longest overdue first. */
    public List<Schedule> due() {
        Instant now = clock.instant();
        ZoneId here = zone.get();
        return all().stream()
                .filter(s -> s.due(now, here) && !running.contains(s.id()))
                .sorted(Comparator.comparing(s -> s.next(here)))
                .toList();
    }

    /** When the next one is due; empty where nothing is scheduled. */
    public Optional<Instant> nextDue() {
        ZoneId here = zone.get();
        return all().stream().filter(s -> !s.paused()).map(s -> s.next(here)).min(Comparator.naturalOrder());
    }

    /**
     * Reads one again now, whether it is due or paused. A failure is an outcome.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none of that number, or it is being read already; CANCELLED
     */
    public Schedule run(long id, CancelSignal cancel) {
        Schedule s = get(id);
        if (!running.add(id)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(
                            "refresh.book.is_being_read_already_wait",
                            s.source().title()));
        }
        changed.run();
        try {
            Run before = s.last();
            Run now = read(s, before != null && before.outcome() != Outcome.FAILED, cancel);
            store.ran(id, now.at(), now.outcome().name(), now.sentence());
            return new Schedule(id, s.source(), s.timing(), s.paused(), s.createdAt(), now);
        } finally {
            running.remove(id);
            changed.run();
        }
    }

    private Run read(Schedule s, boolean before, CancelSignal cancel) {
        Instant at = clock.instant();
        try {
            return reading.read(s, before, at, cancel);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            return new Run(at, Outcome.FAILED, e.getMessage());
        }
    }

    /** Reads everything that is due, one after the other. */
    public List<Schedule> runDue(CancelSignal cancel) {
        List<Schedule> ran = new ArrayList<>();
        for (Schedule s : due()) {
            cancel.throwIfCancelled();
            ran.add(run(s.id(), cancel));
        }
        return ran;
    }

    private static String details(Source s) {
        return JSON.createObjectNode()
                .put("mode", s.mode().name())
                .put("table", s.table())
                .put("query", s.query())
                .put("user", s.user())
                .put("passwordFile", s.passwordFile())
                .toString();
    }

    private static Schedule schedule(ScheduleEntry e) {
        try {
            JsonNode d = JSON.readTree(e.details());
            Source source = new Source(
                    Kind.valueOf(e.kind()),
                    e.source(),
                    ImportMode.valueOf(d.path("mode").asText("APPEND")),
                    d.path("table").asText(""),
                    d.path("query").asText(""),
                    d.path("user").asText(""),
                    d.path("passwordFile").asText(""));
            Timing timing = new Timing(e.everyMinutes(), e.dailyAt().isEmpty() ? null : LocalTime.parse(e.dailyAt()));
            Instant at = e.runAt();
            Run last = at == null ? null : new Run(at, Outcome.valueOf(e.outcome()), e.sentence());
            return new Schedule(e.id(), source, timing, e.paused(), e.createdAt(), last);
        } catch (JsonProcessingException x) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("refresh.book.schedule_in_catalog_cannot_read"), x);
        }
    }
}
