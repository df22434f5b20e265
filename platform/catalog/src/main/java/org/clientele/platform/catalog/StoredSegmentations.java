package org.clientele.platform.catalog;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.platform.catalog.StoredSegmentation.Score;
import org.clientele.platform.catalog.StoredSegmentation.Segment;
import org.clientele.platform.catalog.StoredSegmentation.Snapshot;
import org.clientele.platform.catalog.StoredSegmentation.Version;
import org.jspecify.annotations.Nullable;

/** The published segmentations and scores of a workspace. Each method is one transaction; a list of members counts only once a row here names it. */
public final class StoredSegmentations {
    private static final String VERSION =
            "analysis, plugin_version, parameters, fitted_under, fitted_on, data_as_of, publisher, made_under,"
                    + " fingerprint, doubts, score_numerator, score_denominator, score_meaning";

    private final Catalog catalog;
    private final Clock clock;

    StoredSegmentations(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** All segmentations, by name, deleted ones among them. */
    public List<StoredSegmentation> all() {
        return catalog.transact("not.read_segmentations", c -> {
            List<StoredSegmentation> all = new ArrayList<>();
            try (PreparedStatement s = c.prepareStatement("SELECT id, segmentation_key, name, description, in_force,"
                            + " deleted_at FROM segmentation ORDER BY lower(name), id");
                    ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    Timestamp deleted = r.getTimestamp(6);
                    all.add(new StoredSegmentation(
                            r.getLong(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getInt(5),
                            deleted == null ? null : deleted.toInstant(),
                            keys(c, r.getLong(1)),
                            versions(c, r.getLong(1))));
                }
            }
            return all;
        });
    }

    /** What is read of a row. */
    private interface Row<T> {
        T of(ResultSet r) throws SQLException;
    }

    private static <T> List<T> rows(Connection c, String sql, long id, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setLong(1, id);
            try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                    all.add(row.of(r));
                }
            }
        }
        return all;
    }

    private static List<String> keys(Connection c, long id) throws SQLException {
        return rows(
                c,
                "SELECT segmentation_key FROM segmentation_key WHERE segmentation = ? ORDER BY segmentation_key",
                id,
                r -> r.getString(1));
    }

    private static List<Version> versions(Connection c, long id) throws SQLException {
        String sql = "SELECT id, number, " + VERSION
                + ", made_at FROM segmentation_version WHERE segmentation = ? ORDER BY number";
        return rows(
                c,
                sql,
                id,
                r -> new Version(
                        r.getLong(1),
                        r.getInt(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getDate(7).toLocalDate(),
                        r.getObject(8, LocalDateTime.class),
                        r.getString(9),
                        r.getString(10),
                        r.getString(11),
                        r.getString(12),
                        score(r),
                        r.getTimestamp(16).toInstant(),
                        segments(c, r.getLong(1)),
                        snapshots(c, r.getLong(1))));
    }

    private static @Nullable Score score(ResultSet r) throws SQLException {
        String numerator = r.getString(13);
        return numerator == null ? null : new Score(numerator, r.getString(14), r.getString(15));
    }

    private static List<Segment> segments(Connection c, long version) throws SQLException {
        String sql =
                "SELECT segment_key, name, former, description, action FROM segment WHERE version = ? ORDER BY place";
        return rows(
                c,
                sql,
                version,
                r -> new Segment(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5)));
    }

    private static List<Snapshot> snapshots(Connection c, long version) throws SQLException {
        String sql = "SELECT dataset, as_of, sizes, data_state, made_at FROM segment_snapshot WHERE version = ?"
                + " ORDER BY as_of";
        return rows(
                c,
                sql,
                version,
                r -> new Snapshot(
                        r.getLong(1),
                        r.getDate(2).toLocalDate(),
                        Arrays.stream(r.getString(3).split(","))
                                .map(Integer::valueOf)
                                .toList(),
                        r.getLong(4),
                        r.getTimestamp(5).toInstant()));
    }

    /**
     * The model of a version.
     *
     * @param version its id
     */
    public String model(long version) {
        return catalog.transact(
                "not.read_a_model",
                c -> rows(c, "SELECT model FROM segmentation_version WHERE id = ?", version, r -> r.getString(1))
                        .get(0));
    }

    /**
     * Adds a segmentation with its first version; its lists of members are visible from now on. Moments and ids are given here.
     *
     * @return its id
     */
    public long add(String key, String name, String description, Version version, String model) {
        return catalog.transact("not.publish_a_segmentation", c -> {
            long id = insert(
                    c,
                    "INSERT INTO segmentation (segmentation_key, name, description, in_force) VALUES (?, ?, ?, 1)",
                    key,
                    name,
                    description);
            answer(c, id, key);
            addVersion(c, id, 1, version, model);
            return id;
        });
    }

    /**
     * Adds a version to a segmentation, which is in force from now on.
     *
     * @return its number
     */
    public int addVersion(long id, Version version, String model) {
        return catalog.transact("not.publish_a_segmentation_again", c -> {
            int number = 1
                    + rows(
                                    c,
                                    "SELECT max(number) FROM segmentation_version WHERE segmentation = ?",
                                    id,
                                    r -> r.getInt(1))
                            .get(0);
            addVersion(c, id, number, version, model);
            update(c, "UPDATE segmentation SET in_force = ? WHERE id = ?", number, id);
            return number;
        });
    }

    private void addVersion(Connection c, long segmentation, int number, Version v, String model) throws SQLException {
        Score score = v.score();
        long id = insert(
                c,
                "INSERT INTO segmentation_version (segmentation, number, " + VERSION
                        + ", model, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                segmentation,
                number,
                v.analysis(),
                v.pluginVersion(),
                v.parameters(),
                v.fittedUnder(),
                Date.valueOf(v.fittedOn()),
                v.dataAsOf(),
                v.publisher(),
                v.madeUnder(),
                v.fingerprint(),
                v.doubts(),
                score == null ? null : score.numerator(),
                score == null ? null : score.denominator(),
                score == null ? null : score.meaning(),
                model,
                Timestamp.from(clock.instant()));
        for (int i = 0; i < v.segments().size(); i++) {
            Segment s = v.segments().get(i);
            update(
                    c,
                    "INSERT INTO segment (version, place, segment_key, name, former, description, action)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    i,
                    s.key(),
                    s.name(),
                    s.former(),
                    s.description(),
                    s.action());
        }
        for (Snapshot s : v.snapshots()) {
            add(c, id, s);
        }
    }

    private void add(Connection c, long version, Snapshot s) throws SQLException {
        update(c, "DELETE FROM segment_snapshot WHERE version = ? AND as_of = ?", version, Date.valueOf(s.asOf()));
        update(
                c,
                "INSERT INTO segment_snapshot (dataset, version, as_of, sizes, data_state, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                s.dataset(),
                version,
                Date.valueOf(s.asOf()),
                s.sizes().stream().map(String::valueOf).collect(Collectors.joining(",")),
                s.dataState(),
                Timestamp.from(clock.instant()));
    }

    /**
     * Adds who was in which segment on more days; a day that a version had is had anew.
     *
     * @param version its id
     * @param gone days that it has no longer
     */
    public void addSnapshots(long version, List<Snapshot> snapshots, Collection<LocalDate> gone) {
        catalog.transact("not.put_customers_into_segments", c -> {
            for (LocalDate day : gone) {
                update(c, "DELETE FROM segment_snapshot WHERE version = ? AND as_of = ?", version, Date.valueOf(day));
            }
            for (Snapshot s : snapshots) {
                add(c, version, s);
            }
            return true;
        });
    }

    /** Lets questions mean a version. */
    public void use(long id, int number) {
        catalog.transact("not.choose_a_version", c -> {
            update(c, "UPDATE segmentation SET in_force = ? WHERE id = ?", number, id);
            return true;
        });
    }

    /** Gives a segmentation another name, key and description; it goes on answering to its earlier keys. */
    public void rename(long id, String key, String name, String description) {
        catalog.transact("not.rename_a_segmentation", c -> {
            update(
                    c,
                    "UPDATE segmentation SET segmentation_key = ?, name = ?, description = ? WHERE id = ?",
                    key,
                    name,
                    description,
                    id);
            answer(c, id, key);
            return true;
        });
    }

    /**
     * Gives a segment another name, description and action.
     *
     * @param version its version's id
     * @param place from 0
     */
    public void edit(long version, int place, String name, String description, String action) {
        catalog.transact("not.edit_a_segment", c -> {
            update(
                    c,
                    "UPDATE segment SET name = ?, description = ?, action = ? WHERE version = ? AND place = ?",
                    name,
                    description,
                    action,
                    version,
                    place);
            return true;
        });
    }

    /** Deletes a segmentation, so that it can be brought back, or brings it back. */
    public void delete(long id, boolean gone) {
        catalog.transact("not.delete_a_segmentation", c -> {
            if (gone) {
                update(c, "UPDATE segmentation SET deleted_at = ? WHERE id = ?", Timestamp.from(clock.instant()), id);
            } else {
                update(c, "UPDATE segmentation SET deleted_at = NULL WHERE id = ?", id);
            }
            return true;
        });
    }

    /** Forgets segmentations that were deleted before a moment, for good; their lists belong to nobody then. */
    public void forget(Instant before) {
        catalog.transact("not.forget_segmentations", c -> {
            update(c, "DELETE FROM segmentation WHERE deleted_at < ?", Timestamp.from(before));
            return true;
        });
    }

    /** Lets a segmentation answer to a key, also if another one did until now. */
    private static void answer(Connection c, long id, String key) throws SQLException {
        update(c, "DELETE FROM segmentation_key WHERE segmentation_key = ?", key);
        update(c, "INSERT INTO segmentation_key (segmentation_key, segmentation) VALUES (?, ?)", key, id);
    }

    private static long insert(Connection c, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(s, values);
            s.executeUpdate();
            try (ResultSet keys = s.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void update(Connection c, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            set(s, values);
            s.executeUpdate();
        }
    }

    private static void set(PreparedStatement s, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            s.setObject(i + 1, values[i]);
        }
    }
}
