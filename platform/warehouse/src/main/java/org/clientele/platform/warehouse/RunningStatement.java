package org.clientele.platform.warehouse;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.CancelSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a statement when a signal says so. The engine forgets an interruption that comes before the statement has begun,
 * so this repeats it until the statement is done.
 */
final class RunningStatement implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunningStatement.class);
    private static final Executor SOON = CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS);

    private final PreparedStatement statement;
    private final CancelSignal.Registration registration;
    private boolean done;

    RunningStatement(PreparedStatement statement, CancelSignal cancel) {
        // Before registering: a constructor that throws later would leave the repetition running for ever.
        cancel.throwIfCancelled();
        this.statement = statement;
        this.registration = cancel.onCancel(this::stop);
    }

    ResultSet query() throws SQLException {
        return statement.executeQuery();
    }

    long update() throws SQLException {
        return statement.executeLargeUpdate();
    }

    private synchronized void stop() {
        if (done) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            log.debug("Cancelling a statement", e);
        }
        SOON.execute(this::stop);
    }

    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            done = true;
        }
    }
}
