package org.clientele.platform.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a workspace reads again by the clock. Each method is one transaction. */
public final class Schedules {
    private static final int LONGEST = 4000;

    private final Catalog catalog;

    Schedules(Catalog catalog) {
        this.catalog = catalog;
    }

    /** All, in the order in which they were made. */
    public List<ScheduleEntry> all() {
        return catalog.transact("not.read_schedules", c -> {
            List<ScheduleEntry> all = new ArrayList<>();
            try (PreparedStatement s = c.prepareStatement("SELECT id, kind, source, details, every_minutes, daily_at,"
                            + " paused, created_at, run_at, outcome, sentence FROM refresh_schedule ORDER BY id");
                    ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(new ScheduleEntry(
                            r.getLong(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getInt(5),
                            r.getString(6),
                            r.getBoolean(7),
                            r.getTimestamp(8).toInstant(),
                            instant(r.getTimestamp(9)),
                            r.getString(10),
                            r.getString(11)));
                }
            }
            return all;
        });
    }

    private static @Nullable Instant instant(@Nullable Timestamp t) {
        return t == null ? null : t.toInstant();
    }

    /**
     * Adds one, under its own id where it has one: one that was removed comes back.
     *
     * @return its id
     */
    public long add(ScheduleEntry e) {
        return catalog.transact("not.save_a_schedule", c -> {
            boolean fresh = e.id() == 0;
            try (PreparedStatement s = c.prepareStatement(
                    "INSERT INTO refresh_schedule (" + (fresh ? "" : "id, ")
                            + "kind, source, details, every_minutes, daily_at, paused, created_at, run_at, outcome,"
                            + " sentence) VALUES (" + (fresh ? "" : "?, ") + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                int i = 1;
                if (!fresh) {
                    s.setLong(i++, e.id());
                }
                s.setString(i++, e.kind());
                s.setString(i++, e.source());
                s.setString(i++, e.details());
                s.setInt(i++, e.everyMinutes());
                s.setString(i++, e.dailyAt());
                s.setBoolean(i++, e.paused());
                s.setTimestamp(i++, Timestamp.from(e.createdAt()));
                Instant ran = e.runAt();
                s.setTimestamp(i++, ran == null ? null : Timestamp.from(ran));
                s.setString(i++, e.outcome());
                s.setString(i, cut(e.sentence()));
                s.executeUpdate();
                if (!fresh) {
                    return e.id();
                }
                try (ResultSet keys = s.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    private static String cut(String sentence) {
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
    }

    /** Pauses one, or lets it go on; says whether it was there. */
    public boolean pause(long id, boolean yes) {
        return catalog.transact("not.pause_a_schedule", c -> {
            try (PreparedStatement s = c.prepareStatement("UPDATE refresh_schedule SET paused = ? WHERE id = ?")) {
                s.setBoolean(1, yes);
                s.setLong(2, id);
                return s.executeUpdate() > 0;
            }
        });
    }

    /** Removes one; says whether it was there. */
    public boolean remove(long id) {
        return catalog.transact("not.remove_a_schedule", c -> {
            try (PreparedStatement s = c.prepareStatement("DELETE FROM refresh_schedule WHERE id = ?")) {
                s.setLong(1, id);
                return s.executeUpdate() > 0;
            }
        });
    }

    /** Notes that one ran. */
    public void ran(long id, Instant at, String outcome, String sentence) {
        catalog.transact("not.note_that_a_schedule_ran", c -> {
            try (PreparedStatement s = c.prepareStatement(
                    "UPDATE refresh_schedule SET run_at = ?, outcome = ?, sentence = ? WHERE id = ?")) {
                s.setTimestamp(1, Timestamp.from(at));
                s.setString(2, outcome);
                s.setString(3, cut(sentence));
                s.setLong(4, id);
                return s.executeUpdate();
            }
        });
    }
}
