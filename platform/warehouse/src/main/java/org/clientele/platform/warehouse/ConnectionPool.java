package org.clientele.platform.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few duplicates of one connection for reading, made when they are first needed. */
final class ConnectionPool implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(ConnectionPool.class);
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPool.class);

    private final DuckDBConnection origin;
    private final Semaphore permits;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> all = new ArrayList<>();
    private boolean closed;

    ConnectionPool(DuckDBConnection origin, int size) {
        this.origin = origin;
        this.permits = new Semaphore(size, true);
    }

    /** A connection of which the caller is the only user until it gives it back. */
    Connection take(CancelSignal cancel) throws SQLException {
        LOG.trace("A connection is taken for reading");
        try {
            while (!permits.tryAcquire(20, TimeUnit.MILLISECONDS)) {
                cancel.throwIfCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("cancelled"), e);
        }
        try {
            return idleOrNew();
        } catch (SQLException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private synchronized Connection idleOrNew() throws SQLException {
        if (closed) {
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("connection.pool.workspace_was_closed"));
        }
        Connection first = idle.pollFirst();
        if (first == null) {
            first = origin.duplicate();
            all.add(first);
        }
        return first;
    }

    void giveBack(Connection connection) {
        synchronized (this) {
            idle.addFirst(connection);
        }
        permits.release();
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        for (Connection c : all) {
            c.close();
        }
    }
}
