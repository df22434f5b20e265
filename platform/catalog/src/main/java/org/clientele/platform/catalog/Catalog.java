package org.clientele.platform.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog of one workspace. What a call of a repository has returned from survives a kill. Thread-safe. The caller
 * holds the workspace's lock: HSQLDB's own lock file is off, since after a kill it refuses a new process for ten seconds.
 */
public final class Catalog implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Catalog.class);
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

    private final Connection connection;
    private final Clock clock;

    private Catalog(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** Opens the catalog in a folder ({@code <workspace>/catalog}), with the machine's clock. */
    public static Catalog open(Path dir) {
        return open(dir, Clock.systemUTC());
    }

    /**
     * Opens the catalog in a folder, making or updating it if need be.
     *
     * @param clock says when things happened
     * @throws AnalyticsException WORKSPACE_INVALID if it cannot be opened or is of a newer version, RESOURCE_EXHAUSTED if the
     *     disk is full
     */
    public static Catalog open(Path dir, Clock clock) {
        // It would reset java.util.logging for the whole process.
        System.setProperty("hsqldb.reconfig_logging", "false");
        Connection connection = null;
        try {
            if (isNew(dir)) {
                create(dir);
            }
            connection = connect(dir);
            connection.setAutoCommit(false);
            return new Catalog(connection, clock);
        } catch (SQLException | IOException e) {
            boolean full = String.valueOf(e.getMessage()).contains("No space left");
            AnalyticsException failure = full
                    ? new AnalyticsException(
                            ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("catalog.catalog_in_cannot_opened_disk", dir), e)
                    : new AnalyticsException(
                            ErrorCode.WORKSPACE_INVALID,
                            TEXTS.get("catalog.catalog_in_cannot_opened_restore", dir, String.valueOf(e.getMessage())),
                            e);
            abandon(connection, failure);
            throw failure;
        } catch (AnalyticsException e) {
            abandon(connection, e);
            throw e;
        }
    }

    private static boolean isNew(Path dir) throws IOException {
        if (!Files.exists(dir)) {
            return true;
        }
        if (!Files.isDirectory(dir)) {
            throw new IOException("it is a file, not a folder");
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.findAny().isEmpty();
        }
    }

    /**
     * Makes a catalog beside its place and moves it there when it is whole: HSQLDB cannot open one whose making a kill cut
     * short.
     */
    private static void create(Path dir) throws IOException, SQLException {
        Path part = dir.resolveSibling(dir.getFileName() + ".new");
        if (Files.exists(part)) {
            try (Stream<Path> files = Files.walk(part)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(part);
        try (Connection made = connect(part);
                Statement s = made.createStatement()) {
            s.execute("SHUTDOWN");
        }
        if (Files.isDirectory(dir)) {
            Files.delete(dir);
        }
        Files.move(part, dir, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Connection connect(Path dir) throws SQLException {
        String url = "jdbc:hsqldb:file:" + dir.toAbsolutePath().resolve("catalog")
                + ";hsqldb.write_delay=false;hsqldb.lock_file=false;hsqldb.log_size=5";
        Connection connection = DriverManager.getConnection(url, "SA", "");
        try {
            try (Statement s = connection.createStatement()) {
                s.execute("SET FILES WRITE DELAY FALSE");
            }
            Migrations.bringUpToDate(connection, url, dir);
            return connection;
        } catch (SQLException | RuntimeException e) {
            abandon(connection, e);
            throw e;
        }
    }

    private static void abandon(@org.jspecify.annotations.Nullable Connection connection, Exception reason) {
        if (connection != null) {
            try (connection;
                    Statement s = connection.createStatement()) {
                s.execute("SHUTDOWN");
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Imports, by id. */
    public ImportBatches imports() {
        return new ImportBatches(this, clock);
    }

    /** Settings, by name. */
    public Settings settings() {
        return new Settings(this);
    }

    /** Goals, by id. */
    public Goals goals() {
        return new Goals(this, clock);
    }

    /** Customer sets, by id. */
    public StoredSets sets() {
        return new StoredSets(this, clock);
    }

    /** Published segmentations, by id. */
    public StoredSegmentations segmentations() {
        return new StoredSegmentations(this, clock);
    }

    /** Alerts and their crossings, by id. */
    public Alerts alerts() {
        return new Alerts(this, clock);
    }

    /** What is read again by the clock, by id. */
    public Schedules schedules() {
        return new Schedules(this);
    }

    /** How far growing files were read, by path. */
    public ReadPositions readPositions() {
        return new ReadPositions(this);
    }

    /** Work on the connection, within one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection c) throws SQLException;
    }

    /**
     * Runs work as one transaction, durable at return.
     *
     * @param failure the key of what is said if it cannot be done
     */
    synchronized <T> T transact(String failure, Work<T> work) {
        LOG.trace("Transaction, or else: {}", failure);
        try {
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get(failure, String.valueOf(e.getMessage())), e);
        }
    }

    /** Whether what is committed is on disk at return; for tests. */
    synchronized boolean writesAtOnce() throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery("SELECT property_value FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES"
                        + " WHERE property_name = 'hsqldb.write_delay'")) {
            return rows.next() && "false".equals(rows.getString(1));
        }
    }

    @Override
    public synchronized void close() {
        try (connection;
                Statement s = connection.createStatement()) {
            s.execute("SHUTDOWN");
        } catch (SQLException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get("catalog.catalog_could_not_closed"), e);
        }
    }
}
