package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.Statement;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.CustomerList;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Lists of customers that nobody asked to keep, beside those of {@link Memberships}: in memory, so they wait for no import and nothing of them
 * is there after a restart. Each has a table of its own, which gives its memory back when it goes. Thread-safe.
 */
public final class LiveMemberships {
    /** The database of the engine that they are in. */
    static final String DATABASE = "live";

    private final Warehouse warehouse;

    LiveMemberships(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    private static String table(long number) {
        return "membership_" + number;
    }

    /**
     * Writes a list down, wholly or not at all.
     *
     * @param number above 0, of no other list since the warehouse was opened; questions name it by its negative
     * @throws AnalyticsException CANCELLED within a second, RESOURCE_EXHAUSTED; then nothing of it is there
     */
    public void write(long number, CustomerList members, CancelSignal cancel) {
        warehouse.read(cancel, "write_segments", c -> {
            c.setAutoCommit(false);
            try {
                try (Statement s = c.createStatement()) {
                    s.execute("CREATE TABLE " + DATABASE + "." + table(number)
                            + " (dataset BIGINT, customer_id VARCHAR, segment SMALLINT, score DOUBLE)");
                }
                try (DuckDBAppender appender = c.unwrap(DuckDBConnection.class)
                        .createAppender(DATABASE, DuckDBConnection.DEFAULT_SCHEMA, table(number))) {
                    Memberships.append(appender, -number, members, cancel);
                }
                cancel.throwIfCancelled();
                c.commit();
            } finally {
                c.rollback();
                c.setAutoCommit(true);
            }
            return true;
        });
    }

    /** Deletes a list, if it is there; who reads it goes on. */
    public void delete(long number) {
        warehouse.read(CancelSignal.create(), "delete_segments", (Connection c) -> {
            try (Statement s = c.createStatement()) {
                return s.execute("DROP TABLE IF EXISTS " + DATABASE + "." + table(number));
            }
        });
    }
}
