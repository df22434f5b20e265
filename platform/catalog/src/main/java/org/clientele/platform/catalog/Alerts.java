package org.clientele.platform.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts of a workspace and their crossings. Each method is one transaction. */
public final class Alerts {
    private final Catalog catalog;
    private final Clock clock;

    Alerts(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** All that were not removed, in the order in which they were made. */
    public List<AlertEntry> all() {
        return catalog.transact("not.read_alerts", c -> read(c, " WHERE NOT removed", null));
    }

    /** The alert of an id, also a removed one. */
    public Optional<AlertEntry> find(long id) {
        return catalog.transact("not.read_an_alert", c -> read(c, " WHERE id = ?", id)).stream()
                .findFirst();
    }

    private static List<AlertEntry> read(Connection c, String where, @Nullable Long id) throws SQLException {
        List<AlertEntry> all = new ArrayList<>();
        try (PreparedStatement s = c.prepareStatement("SELECT id, title, metric, filters, kind, comparison, threshold,"
                + " band, grain, paused, seen, crossed FROM alert" + where + " ORDER BY id")) {
            if (id != null) {
                s.setLong(1, id);
            }
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(new AlertEntry(
                            r.getLong(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getDouble(7),
                            r.getDouble(8),
                            r.getString(9),
                            r.getBoolean(10),
                            r.getObject(11, LocalDate.class),
                            r.getBoolean(12)));
                }
            }
        }
        return all;
    }

    /**
     * Adds an alert, or changes the one with its id and brings it back if it was removed.
     *
     * @return the same with its id
     */
    public AlertEntry save(AlertEntry a) {
        return catalog.transact("not.save_an_alert", c -> {
            boolean fresh = a.id() == 0;
            String sql = fresh
                    ? "INSERT INTO alert (title, metric, filters, kind, comparison, threshold, band, grain, paused,"
                            + " seen, crossed, changed_at, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)"
                    : "UPDATE alert SET title = ?, metric = ?, filters = ?, kind = ?, comparison = ?, threshold = ?,"
                            + " band = ?, grain = ?, paused = ?, seen = ?, crossed = ?, changed_at = ?,"
                            + " removed = FALSE WHERE id = ?";
            try (PreparedStatement s = c.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                s.setString(1, a.title());
                s.setString(2, a.metric());
                s.setString(3, a.filters());
                s.setString(4, a.kind());
                s.setString(5, a.comparison());
                s.setDouble(6, a.threshold());
                s.setDouble(7, a.band());
                s.setString(8, a.grain());
                s.setBoolean(9, a.paused());
                day(s, 10, a.seen());
                s.setBoolean(11, a.crossed());
                s.setTimestamp(12, Timestamp.from(clock.instant()));
                if (!fresh) {
                    s.setLong(13, a.id());
                }
                s.executeUpdate();
                return fresh ? withId(a, key(s)) : a;
            }
        });
    }

    private static AlertEntry withId(AlertEntry a, long id) {
        return new AlertEntry(
                id,
                a.title(),
                a.metric(),
                a.filters(),
                a.kind(),
                a.comparison(),
                a.threshold(),
                a.band(),
                a.grain(),
                a.paused(),
                a.seen(),
                a.crossed());
    }

    private static long key(PreparedStatement s) throws SQLException {
        try (ResultSet keys = s.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private static void day(PreparedStatement s, int place, @Nullable LocalDate day) throws SQLException {
        if (day == null) {
            s.setNull(place, Types.DATE);
        } else {
            s.setObject(place, day);
        }
    }

    /** Takes an alert off the list; its crossings stay. Says whether it was there. */
    public boolean remove(long id) {
        return catalog.transact("not.remove_an_alert", c -> {
            try (PreparedStatement s =
                    c.prepareStatement("UPDATE alert SET removed = TRUE WHERE id = ? AND NOT removed")) {
                s.setLong(1, id);
                return s.executeUpdate() > 0;
            }
        });
    }

    /**
     * Notes how far an alert was judged, together with the crossings that were found. A period crosses once: a second event
     * of the same alert and period is left out.
     *
     * @return the crossings that are new, with their ids
     */
    public List<AlertEvent> judged(long alert, @Nullable LocalDate seen, boolean crossed, List<AlertEvent> events) {
        return catalog.transact("not.note_what_an_alert_found", c -> {
            try (PreparedStatement s = c.prepareStatement("UPDATE alert SET seen = ?, crossed = ? WHERE id = ?")) {
                day(s, 1, seen);
                s.setBoolean(2, crossed);
                s.setLong(3, alert);
                s.executeUpdate();
            }
            List<AlertEvent> fresh = new ArrayList<>();
            for (AlertEvent e : events) {
                if (!there(c, alert, e.from())) {
                    fresh.add(insert(c, e));
                }
            }
            return fresh;
        });
    }

    private static boolean there(Connection c, long alert, LocalDate from) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("SELECT 1 FROM alert_event WHERE alert = ? AND from_day = ?")) {
            s.setLong(1, alert);
            s.setObject(2, from);
            try (ResultSet r = s.executeQuery()) {
                return r.next();
            }
        }
    }

    private static AlertEvent insert(Connection c, AlertEvent e) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "INSERT INTO alert_event (alert, from_day, to_day, val, base, threshold, sentence, fired_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            s.setLong(1, e.alert());
            s.setObject(2, e.from());
            s.setObject(3, e.to());
            s.setDouble(4, e.value());
            Double base = e.base();
            if (base == null) {
                s.setNull(5, Types.DOUBLE);
            } else {
                s.setDouble(5, base);
            }
            s.setDouble(6, e.threshold());
            s.setString(7, e.sentence());
            s.setTimestamp(8, Timestamp.from(e.at()));
            s.executeUpdate();
            return new AlertEvent(
                    key(s), e.alert(), e.from(), e.to(), e.value(), base, e.threshold(), e.sentence(), e.at(), null);
        }
    }

    /** All crossings, the newest first. */
    public List<AlertEvent> events() {
        return catalog.transact("not.read_what_alerts_found", c -> {
            List<AlertEvent> all = new ArrayList<>();
            try (PreparedStatement s = c.prepareStatement("SELECT id, alert, from_day, to_day, val, base, threshold,"
                            + " sentence, fired_at, acknowledged_at FROM alert_event ORDER BY fired_at DESC, id DESC");
                    ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(new AlertEvent(
                            r.getLong(1),
                            r.getLong(2),
                            r.getObject(3, LocalDate.class),
                            r.getObject(4, LocalDate.class),
                            r.getDouble(5),
                            (Double) r.getObject(6),
                            r.getDouble(7),
                            r.getString(8),
                            r.getTimestamp(9).toInstant(),
                            instant(r.getTimestamp(10))));
                }
            }
            return all;
        });
    }

    private static @Nullable Instant instant(@Nullable Timestamp t) {
        return t == null ? null : t.toInstant();
    }

    /**
     * Says that somebody knows of crossings.
     *
     * @param id of one, or 0 for all
     * @return how many were not known before
     */
    public int acknowledge(long id) {
        return catalog.transact("not.acknowledge_an_alert", c -> {
            try (PreparedStatement s = c.prepareStatement("UPDATE alert_event SET acknowledged_at = ?"
                    + " WHERE acknowledged_at IS NULL" + (id == 0 ? "" : " AND id = ?"))) {
                s.setTimestamp(1, Timestamp.from(clock.instant()));
                if (id != 0) {
                    s.setLong(2, id);
                }
                return s.executeUpdate();
            }
        });
    }

    /**
     * Says of some crossings that somebody knows of them, or that nobody does.
     *
     * @return of how many nobody had said so
     */
    public int acknowledge(List<Long> ids, boolean known) {
        return catalog.transact("not.acknowledge_an_alert", c -> {
            try (PreparedStatement s = c.prepareStatement("UPDATE alert_event SET acknowledged_at = ?"
                    + " WHERE id = ? AND acknowledged_at IS " + (known ? "NULL" : "NOT NULL"))) {
                s.setTimestamp(1, known ? Timestamp.from(clock.instant()) : null);
                int changed = 0;
                for (long id : ids) {
                    s.setLong(2, id);
                    changed += s.executeUpdate();
                }
                return changed;
            }
        });
    }
}
