package org.clientele.platform.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.clientele.platform.catalog.ImportEntry.State;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The imports of a workspace. Each method is one transaction. */
public final class ImportBatches {
    private static final Texts TEXTS = Texts.of(ImportBatches.class);

    private static final String COLUMNS = "id, file, sha256, entity, recipe, state, reason, rows_read, rows_loaded,"
            + " rows_rejected, rejects_file, started_at, ended_at";
    private static final int LONGEST_REASON = 4000;
    private static final int LONGEST_NAME = 1000;

    private final Catalog catalog;
    private final Clock clock;

    ImportBatches(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /**
     * Opens an entry.
     *
     * @return its id, never given before
     */
    public long begin(String file, String entity, String recipe, Instant startedAt) {
        return catalog.transact("not.begin_an_import", c -> {
            try (PreparedStatement s = c.prepareStatement(
                    "INSERT INTO import_batch (file, entity, recipe, state, started_at) VALUES (?, ?, ?, 'BEGUN', ?)",
                    Statement.RETURN_GENERATED_KEYS)) {
                s.setString(1, cut(file, LONGEST_NAME));
                s.setString(2, entity);
                s.setString(3, recipe);
                s.setObject(4, LocalDateTime.ofInstant(startedAt, ZoneOffset.UTC));
                s.executeUpdate();
                try (ResultSet keys = s.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    /**
     * Ends an entry: its rows are in the warehouse.
     *
     * @param replaced whether they took the place of all earlier ones of the entity, which then are REPLACED
     */
    public void loaded(
            long id,
            String sha256,
            long rowsRead,
            long rowsLoaded,
            long rowsRejected,
            @Nullable String rejectsFile,
            boolean replaced) {
        catalog.transact("not.end_an_import", c -> {
            if (replaced) {
                update(
                        c,
                        "UPDATE import_batch SET state = 'REPLACED' WHERE state = 'LOADED' AND id <> ?"
                                + " AND entity = (SELECT entity FROM import_batch WHERE id = ?)",
                        id,
                        id);
            }
            int rows = update(
                    c,
                    "UPDATE import_batch SET state = 'LOADED', sha256 = ?, rows_read = ?, rows_loaded = ?,"
                            + " rows_rejected = ?, rejects_file = ?, ended_at = ? WHERE id = ? AND state = 'BEGUN'",
                    sha256,
                    rowsRead,
                    rowsLoaded,
                    rowsRejected,
                    rejectsFile,
                    now(),
                    id);
            mustBeOne(rows, id);
            return rows;
        });
    }

    /** Ends an entry: its content is that of the import {@code of}, and nothing was loaded. */
    public void duplicate(long id, String sha256, long of) {
        end(
                id,
                State.DUPLICATE,
                sha256,
                TEXTS.get("import.batches.same_content_was_imported_number", String.valueOf(of)));
    }

    /** Ends an entry: nothing of it is in the warehouse. */
    public void failed(long id, String reason) {
        end(id, State.FAILED, null, reason);
    }

    private void end(long id, State state, @Nullable String sha256, String reason) {
        catalog.transact("not.end_an_import", c -> {
            int rows = update(
                    c,
                    "UPDATE import_batch SET state = ?, sha256 = ?, reason = ?, ended_at = ? WHERE id = ?"
                            + " AND state = 'BEGUN'",
                    state.name(),
                    sha256,
                    cut(reason, LONGEST_REASON),
                    now(),
                    id);
            mustBeOne(rows, id);
            return rows;
        });
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void mustBeOne(int rows, long id) {
        if (rows != 1) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("import.batches.catalog_has_no_open_import", String.valueOf(id)));
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** The newest import that brought this content to this entity and still counts as loaded. */
    public OptionalLong findLoaded(String sha256, String entity) {
        List<ImportEntry> found =
                select(" WHERE sha256 = ? AND entity = ? AND state = 'LOADED' ORDER BY id DESC", sha256, entity);
        return found.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(found.get(0).id());
    }

    /**
     * Makes the entries agree with the warehouse: of those that are loaded or replaced, exactly {@code current} count as
     * loaded; those that the warehouse does not hold at all were undone.
     *
     * @param current ids of imports whose rows are in the tables
     * @param held ids of those and of replaced ones
     */
    public void reconcile(Set<Long> current, Set<Long> held) {
        for (ImportEntry entry : select(" WHERE state IN ('LOADED', 'REPLACED')")) {
            State right = current.contains(entry.id())
                    ? State.LOADED
                    : held.contains(entry.id()) ? State.REPLACED : State.UNDONE;
            if (entry.state() != right) {
                catalog.transact(
                        "not.bring_the_list_of_imports_up_to_date",
                        c -> update(
                                c,
                                "UPDATE import_batch SET state = ?, rejects_file = ? WHERE id = ?",
                                right.name(),
                                right == State.UNDONE ? null : entry.rejectsFile(),
                                entry.id()));
            }
        }
    }

    /** Those that were begun and have no end, the oldest first. */
    public List<ImportEntry> open() {
        return select(" WHERE state = 'BEGUN' ORDER BY id");
    }

    /** All, the newest first. */
    public List<ImportEntry> list() {
        return select(" ORDER BY id DESC");
    }

    /** One. */
    public Optional<ImportEntry> find(long id) {
        return select(" WHERE id = ?", id).stream().findFirst();
    }

    private List<ImportEntry> select(String where, Object... binds) {
        return catalog.transact("not.list_imports", c -> {
            try (PreparedStatement s = c.prepareStatement("SELECT " + COLUMNS + " FROM import_batch" + where)) {
                bind(s, binds);
                List<ImportEntry> all = new ArrayList<>();
                try (ResultSet rows = s.executeQuery()) {
                    while (rows.next()) {
                        all.add(entry(rows));
                    }
                }
                return all;
            }
        });
    }

    private static ImportEntry entry(ResultSet rows) throws SQLException {
        LocalDateTime ended = rows.getObject(13, LocalDateTime.class);
        return new ImportEntry(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                State.valueOf(rows.getString(6)),
                rows.getString(7),
                rows.getLong(8),
                rows.getLong(9),
                rows.getLong(10),
                rows.getString(11),
                rows.getObject(12, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                ended == null ? null : ended.toInstant(ZoneOffset.UTC));
    }

    private static int update(Connection c, String sql, @Nullable Object... binds) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            bind(s, binds);
            return s.executeUpdate();
        }
    }

    private static void bind(PreparedStatement s, @Nullable Object... binds) throws SQLException {
        for (int i = 0; i < binds.length; i++) {
            if (binds[i] == null) {
                s.setNull(i + 1, Types.VARCHAR);
            } else {
                s.setObject(i + 1, binds[i]);
            }
        }
    }
}
