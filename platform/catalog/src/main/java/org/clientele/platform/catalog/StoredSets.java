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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The customer sets of a workspace. Each method is one transaction; a list of members counts only once a row here names it. */
public final class StoredSets {
    private static final String COLUMNS =
            "name, description, dataset, members, definition, said, made_under, data_as_of, made_at, deleted_at";

    private final Catalog catalog;
    private final Clock clock;

    StoredSets(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** All sets, by name, deleted ones among them. */
    public List<StoredSet> all() {
        return catalog.transact("not.read_customer_sets", c -> {
            List<StoredSet> all = new ArrayList<>();
            try (PreparedStatement s = c.prepareStatement(
                            "SELECT id, set_key, " + COLUMNS + " FROM customer_set ORDER BY lower(name), id");
                    ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(read(c, r));
                }
            }
            return all;
        });
    }

    private static StoredSet read(Connection c, ResultSet r) throws SQLException {
        long dataset = r.getLong(5);
        boolean listed = !r.wasNull();
        Timestamp deleted = r.getTimestamp(12);
        return new StoredSet(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                listed ? Long.valueOf(dataset) : null,
                r.getLong(6),
                r.getString(7),
                r.getString(8),
                r.getString(9),
                r.getObject(10, LocalDateTime.class),
                r.getTimestamp(11).toInstant(),
                deleted == null ? null : deleted.toInstant(),
                keys(c, r.getLong(1)));
    }

    private static List<String> keys(Connection c, long set) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement s =
                c.prepareStatement("SELECT set_key FROM customer_set_key WHERE customer_set = ? ORDER BY set_key")) {
            s.setLong(1, set);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    keys.add(r.getString(1));
                }
            }
        }
        return keys;
    }

    /** A number for a list of members that none ever had. */
    public long nextDataset() {
        return catalog.transact("not.number_a_list_of_customers", c -> {
            try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("CALL NEXT VALUE FOR membership_dataset")) {
                r.next();
                return r.getLong(1);
            }
        });
    }

    /**
     * Adds a set; its list of members is visible from now on. Moments and id are given here.
     *
     * @return its id
     */
    public long add(StoredSet set) {
        return catalog.transact("not.save_a_customer_set", c -> {
            long id;
            try (PreparedStatement s = c.prepareStatement(
                    "INSERT INTO customer_set (set_key, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                s.setString(1, set.key());
                s.setString(2, set.name());
                s.setString(3, set.description());
                number(s, 4, set.dataset());
                s.setLong(5, set.members());
                s.setString(6, set.definition());
                s.setString(7, set.said());
                s.setString(8, set.madeUnder());
                LocalDateTime asOf = set.dataAsOf();
                if (asOf == null) {
                    s.setNull(9, Types.TIMESTAMP);
                } else {
                    s.setObject(9, asOf);
                }
                s.setTimestamp(10, Timestamp.from(clock.instant()));
                s.setNull(11, Types.TIMESTAMP);
                s.executeUpdate();
                try (ResultSet keys = s.getGeneratedKeys()) {
                    keys.next();
                    id = keys.getLong(1);
                }
            }
            answer(c, id, set.key());
            return id;
        });
    }

    private static void number(PreparedStatement s, int at, @Nullable Long value) throws SQLException {
        if (value == null) {
            s.setNull(at, Types.BIGINT);
        } else {
            s.setLong(at, Objects.requireNonNull(value));
        }
    }

    /** Lets a set answer to a key, also if another one did until now. */
    private static void answer(Connection c, long set, String key) throws SQLException {
        update(c, "DELETE FROM customer_set_key WHERE set_key = ?", key);
        update(c, "INSERT INTO customer_set_key (set_key, customer_set) VALUES (?, ?)", key, set);
    }

    /** Gives a set another name, key and description; it goes on answering to its earlier keys. */
    public void rename(long id, String key, String name, String description) {
        catalog.transact("not.rename_a_customer_set", c -> {
            update(
                    c,
                    "UPDATE customer_set SET set_key = ?, name = ?, description = ? WHERE id = ?",
                    key,
                    name,
                    description,
                    id);
            answer(c, id, key);
            return true;
        });
    }

    /** Deletes a set, so that it can be brought back, or brings it back. */
    public void delete(long id, boolean gone) {
        catalog.transact("not.delete_a_customer_set", c -> {
            try (PreparedStatement s = c.prepareStatement("UPDATE customer_set SET deleted_at = ? WHERE id = ?")) {
                if (gone) {
                    s.setTimestamp(1, Timestamp.from(clock.instant()));
                } else {
                    s.setNull(1, Types.TIMESTAMP);
                }
                s.setLong(2, id);
                return s.executeUpdate();
            }
        });
    }

    /** Forgets sets that were deleted before a moment, for good; their lists belong to nobody then. */
    public void forget(Instant before) {
        catalog.transact("not.forget_customer_sets", c -> {
            try (PreparedStatement s = c.prepareStatement("DELETE FROM customer_set WHERE deleted_at < ?")) {
                s.setTimestamp(1, Timestamp.from(before));
                return s.executeUpdate();
            }
        });
    }

    private static void update(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            s.executeUpdate();
        }
    }
}
