package org.clientele.platform.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Goal.Milestone;

/** The goals that people set in a workspace. Each method is one transaction. */
public final class Goals {
    private final Catalog catalog;
    private final Clock clock;

    Goals(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** All goals, those that end first first. */
    public List<Goal> all() {
        return catalog.transact("not.read_goals", c -> read(c, "", -1));
    }

    /** The goal of an id, if there is one. */
    public Optional<Goal> find(long id) {
        return catalog.transact("not.read_a_goal", c -> read(c, " WHERE id = ?", id)).stream()
                .findFirst();
    }

    private static List<Goal> read(Connection c, String where, long id) throws SQLException {
        List<Goal> goals = new ArrayList<>();
        try (PreparedStatement s = c.prepareStatement("SELECT id, title, metric, dimension, member, from_day, to_day,"
                + " target, owner, note FROM goal" + where + " ORDER BY to_day, from_day, id")) {
            if (!where.isEmpty()) {
                s.setLong(1, id);
            }
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    goals.add(new Goal(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getObject(6, LocalDate.class),
                            rows.getObject(7, LocalDate.class),
                            rows.getDouble(8),
                            milestones(c, rows.getLong(1)),
                            rows.getString(9),
                            rows.getString(10),
                            false));
                }
            }
        }
        return goals;
    }

    private static List<Milestone> milestones(Connection c, long goal) throws SQLException {
        List<Milestone> milestones = new ArrayList<>();
        try (PreparedStatement s =
                c.prepareStatement("SELECT name, val, by_day FROM goal_milestone WHERE goal = ? ORDER BY place")) {
            s.setLong(1, goal);
            try (ResultSet rows = s.executeQuery()) {
                while (rows.next()) {
                    milestones.add(
                            new Milestone(rows.getString(1), rows.getDouble(2), rows.getObject(3, LocalDate.class)));
                }
            }
        }
        return milestones;
    }

    /**
     * Adds a goal, or puts it in the place of the one with its id; one that was removed comes back under its id.
     *
     * @return the same with its id
     */
    public Goal save(Goal goal) {
        return catalog.transact("not.save_a_goal", c -> {
            if (!goal.id().isEmpty()) {
                delete(c, Long.parseLong(goal.id()));
            }
            long id = insert(c, goal);
            insertMilestones(c, id, goal.milestones());
            return goal.withId(Long.toString(id));
        });
    }

    private long insert(Connection c, Goal goal) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "INSERT INTO goal (" + (goal.id().isEmpty() ? "" : "id, ")
                        + "title, metric, dimension, member, from_day, to_day, target, owner, note, changed_at)"
                        + " VALUES (" + (goal.id().isEmpty() ? "" : "?, ") + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
            int i = 1;
            if (!goal.id().isEmpty()) {
                s.setLong(i++, Long.parseLong(goal.id()));
            }
            s.setString(i++, goal.title());
            s.setString(i++, goal.metric());
            s.setString(i++, goal.dimension());
            s.setString(i++, goal.member());
            s.setObject(i++, goal.from());
            s.setObject(i++, goal.to());
            s.setDouble(i++, goal.target());
            s.setString(i++, goal.owner());
            s.setString(i++, goal.note());
            s.setTimestamp(i, Timestamp.from(clock.instant()));
            s.executeUpdate();
            if (!goal.id().isEmpty()) {
                return Long.parseLong(goal.id());
            }
            try (ResultSet keys = s.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void insertMilestones(Connection c, long goal, List<Milestone> milestones) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(
                "INSERT INTO goal_milestone (goal, place, name, val, by_day) VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < milestones.size(); i++) {
                Milestone m = milestones.get(i);
                s.setLong(1, goal);
                s.setInt(2, i);
                s.setString(3, m.name());
                s.setDouble(4, m.value());
                if (m.by() == null) {
                    s.setNull(5, Types.DATE);
                } else {
                    s.setObject(5, m.by());
                }
                s.executeUpdate();
            }
        }
    }

    /** Removes a goal with its milestones; says whether it was there. */
    public boolean remove(long id) {
        return catalog.transact("not.remove_a_goal", c -> delete(c, id));
    }

    private static boolean delete(Connection c, long id) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("DELETE FROM goal WHERE id = ?")) {
            s.setLong(1, id);
            return s.executeUpdate() > 0;
        }
    }
}
