package org.clientele.platform.runtime.refresh;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read again by the clock. Immutable.
 *
 * @param id its number in the workspace, or 0 before it is added
 * @param source what is read
 * @param timing when
 * @param paused whether it is left alone
 * @param createdAt when it was added
 * @param last how it went last, or null before the first time
 */
public record Schedule(
        long id,
        Source source,
        Timing timing,
        boolean paused,
        Instant createdAt,
        @Nullable Run last) {
    private static final Texts TEXTS = Texts.of(Schedule.class);

    /** What is read. */
    public enum Kind {
        /** New files of a folder, and new lines of those that grow. */
        FOLDER,
        /** One file. */
        FILE,
        /** A table or a query of a database. */
        DATABASE
    }

    /**
     * What is read and how.
     *
     * @param kind what it is
     * @param place the folder, the file or the JDBC URL
     * @param mode what happens to rows that are there; a file that is appended to has its new lines read only
     * @param table of a database, or ""
     * @param query of a database, or ""
     * @param user of a database, or ""
     * @param passwordFile a file whose first line is the database's password, or ""; the password itself is kept nowhere
     */
    public record Source(
            Kind kind, String place, ImportMode mode, String table, String query, String user, String passwordFile) {
        /** New files of a folder. */
        public static Source folder(Path folder) {
            return new Source(Kind.FOLDER, folder.toString(), ImportMode.APPEND, "", "", "", "");
        }

        /** A file. */
        public static Source file(Path file, ImportMode mode) {
            return new Source(Kind.FILE, file.toString(), mode, "", "", "", "");
        }

        /** For people: the folder, the file, or table and URL. */
        public String title() {
            if (kind != Kind.DATABASE) {
                return place;
            }
            return table.isEmpty()
                    ? TEXTS.get("schedule.query_of", place)
                    : TEXTS.get("schedule.table_of", table, place);
        }
    }

    /**
     * When: every so many minutes, or once a day.
     *
     * @param everyMinutes from 1 to a week, or 0 where it is daily
     * @param dailyAt in the workspace's zone, or null where it is every so often
     */
    public record Timing(int everyMinutes, @Nullable LocalTime dailyAt) {
        private static final int WEEK = 7 * 24 * 60;

        /** @throws AnalyticsException ARGUMENT_INVALID for neither or both, or for more than a week */
        public Timing {
            if ((dailyAt == null) == (everyMinutes == 0) || everyMinutes < 0 || everyMinutes > WEEK) {
                throw new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get("schedule.schedule_is_every_1_minutes", String.valueOf(WEEK)));
            }
        }

        /** Every so many minutes. */
        public static Timing every(int minutes) {
            return new Timing(minutes, null);
        }

        /** Once a day. */
        public static Timing daily(LocalTime at) {
            return new Timing(0, at);
        }

        /** "every 15 minutes", "daily at 06:30". */
        public String words() {
            if (dailyAt != null) {
                return TEXTS.get("schedule.daily_at", dailyAt);
            }
            return everyMinutes % 60 == 0
                    ? TEXTS.get("schedule.hours", everyMinutes / 60)
                    : TEXTS.get("schedule.minutes", everyMinutes);
        }
    }

    /** How it went. */
    public enum Outcome {
        /** Rows came. */
        DONE,
        /** There was nothing new. */
        NOTHING_NEW,
        /** It could not be read. */
        FAILED
    }

    /**
     * A time that it ran.
     *
     * @param at when it began
     * @param outcome how it went
     * @param sentence what came, or why nothing did
     */
    public record Run(Instant at, Outcome outcome, String sentence) {}

    public Schedule {
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /**
     * When it runs next. It may be past: then it was missed, and runs once. A new one that runs every so often is due at once.
     *
     * @param zone of the workspace
     */
    public Instant next(ZoneId zone) {
        Run before = last;
        LocalTime at = timing.dailyAt();
        if (at == null) {
            return before == null ? createdAt : before.at().plusSeconds(60L * timing.everyMinutes());
        }
        ZonedDateTime after = (before == null ? createdAt : before.at()).atZone(zone);
        ZonedDateTime sameDay = after.toLocalDate().atTime(at).atZone(zone);
        return (sameDay.isAfter(after)
                        ? sameDay
                        : after.toLocalDate().plusDays(1).atTime(at).atZone(zone))
                .toInstant();
    }

    /** Whether it is to run now. */
    public boolean due(Instant now, ZoneId zone) {
        return !paused && !next(zone).isAfter(now);
    }
}
