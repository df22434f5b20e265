package org.clientele.platform.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.clientele.platform.warehouse.source.EngineLibrary;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Opens the engine and takes away what it could do to the machine: it reads and writes its own file, its spill folder and
 * the staging folder, loads no extension, and no later statement can change that.
 */
final class LockedInstance {
    private static final Texts TEXTS = Texts.of(LockedInstance.class);

    /** What the engine writes when it makes a file, before anything can be stored in it: three headers. */
    private static final long HEADERS = 3 * 4096;

    private LockedInstance() {}

    static DuckDBConnection open(Path workspace, WarehouseOptions options) throws SQLException, IOException {
        Path file = workspace.resolve("warehouse.duckdb");
        if (isCutShort(file)) {
            Files.delete(file);
        }
        Properties limits = new Properties();
        limits.setProperty("memory_limit", options.memoryMegabytes() + "MB");
        limits.setProperty("threads", String.valueOf(options.threads()));
        limits.setProperty("temp_directory", workspace.resolve("warehouse.tmp").toString());
        Connection c = DriverManager.getConnection("jdbc:duckdb:" + file, limits);
        EngineLibrary.deleteUnpacked();
        try (Statement s = c.createStatement()) {
            s.execute("ATTACH ':memory:' AS " + LiveMemberships.DATABASE);
            s.execute("SET autoinstall_known_extensions = false");
            s.execute("SET autoload_known_extensions = false");
            s.execute("SET allowed_directories = [" + literal(workspace.resolve("staging") + "/") + "]");
            s.execute("SET enable_external_access = false");
            s.execute("SET allowed_configs = ['" + String.join("', '", RowFeed.SETTINGS) + "']");
            s.execute("SET lock_configuration = true");
            return c.unwrap(DuckDBConnection.class);
        } catch (SQLException | RuntimeException e) {
            closeAfter(c, e);
            throw e;
        }
    }

    /** Whether a kill ended its making: it holds nothing yet, and the engine would refuse it for ever. */
    private static boolean isCutShort(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) >= HEADERS) {
            return false;
        }
        byte[] start = Files.readAllBytes(file);
        return start.length == 0
                || start.length >= 12 && new String(start, 8, 4, StandardCharsets.US_ASCII).equals("DUCK");
    }

    /** A path of ours as SQL text. */
    static String literal(String text) {
        String slashed = java.io.File.separatorChar == '\\' ? text.replace('\\', '/') : text;
        return "'" + slashed.replace("'", "''") + "'";
    }

    static AnalyticsException explain(Path workspace, SQLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.toLowerCase(Locale.ROOT).contains("lock on file") || message.contains("different configuration")) {
            return new AnalyticsException(
                    ErrorCode.WORKSPACE_LOCKED,
                    TEXTS.get("locked.instance.warehouse_open_elsewhere_close", workspace),
                    e);
        }
        return new AnalyticsException(
                ErrorCode.WORKSPACE_INVALID,
                TEXTS.get(
                        "locked.instance.warehouse_cannot_opened_restore",
                        workspace,
                        message.lines().findFirst().orElse("")),
                e);
    }

    static void closeAfter(@Nullable Connection c, Exception reason) {
        if (c != null) {
            try {
                c.close();
            } catch (SQLException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
