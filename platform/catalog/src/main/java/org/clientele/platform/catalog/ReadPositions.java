package org.clientele.platform.catalog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** How far growing files were read. Each method is one transaction. */
public final class ReadPositions {
    private final Catalog catalog;

    ReadPositions(Catalog catalog) {
        this.catalog = catalog;
    }

    /** That of a file, if any of it was read. */
    public Optional<ReadPosition> find(String file) {
        return catalog.transact("not.read_how_far_a_file_was_read", c -> {
            try (PreparedStatement s = c.prepareStatement("SELECT read_to, state, pending_to, pending_state,"
                    + " pending_batch FROM read_position WHERE file = ?")) {
                s.setString(1, file);
                try (ResultSet r = s.executeQuery()) {
                    return r.next()
                            ? Optional.of(new ReadPosition(
                                    file, r.getLong(1), r.getString(2), r.getLong(3), r.getString(4), r.getLong(5)))
                            : Optional.empty();
                }
            }
        });
    }

    /** Notes one in place of what was known of its file. */
    public void put(ReadPosition p) {
        catalog.transact("not.note_how_far_a_file_was_read", c -> {
            try (PreparedStatement s = c.prepareStatement("DELETE FROM read_position WHERE file = ?")) {
                s.setString(1, p.file());
                s.executeUpdate();
            }
            try (PreparedStatement s = c.prepareStatement("INSERT INTO read_position (file, read_to, state,"
                    + " pending_to, pending_state, pending_batch) VALUES (?, ?, ?, ?, ?, ?)")) {
                s.setString(1, p.file());
                s.setLong(2, p.readTo());
                s.setString(3, p.state());
                s.setLong(4, p.pendingTo());
                s.setString(5, p.pendingState());
                s.setLong(6, p.pendingBatch());
                return s.executeUpdate();
            }
        });
    }
}
