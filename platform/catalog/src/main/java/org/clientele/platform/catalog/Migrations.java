package org.clientele.platform.catalog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings a catalog's tables to this program's version. Flyway does it, and is left asleep when there is nothing to do: it
 * takes most of a second to find that out, and every start of the program would pay.
 */
final class Migrations {
    private static final Texts TEXTS = Texts.of(Migrations.class);

    /** The newest {@code V<n>__*.sql} beside this class. */
    static final int NEWEST = 7;

    private static final String HISTORY = "schema_history";

    private Migrations() {}

    static void bringUpToDate(Connection connection, String url, Path dir) throws SQLException {
        int version = version(connection);
        if (version > NEWEST) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID, TEXTS.get("migrations.catalog_in_was_made_by", dir, version, NEWEST));
        }
        if (version == NEWEST) {
            return;
        }
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(url, "SA", "")
                    .locations("classpath:org/clientele/platform/catalog")
                    .table(HISTORY)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    TEXTS.get(
                            "migrations.catalog_in_could_not_brought",
                            dir,
                            MigrationVersion.fromVersion("" + NEWEST),
                            Optional.ofNullable(e.getMessage())
                                    .orElseGet(() -> TEXTS.get("migrations.unknown_reason"))
                                    .lines()
                                    .findFirst()
                                    .orElse("")),
                    e);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement()) {
            try (ResultSet tables = s.executeQuery(
                    "SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE table_name = '" + HISTORY + "'")) {
                tables.next();
                if (tables.getInt(1) == 0) {
                    return 0;
                }
            }
            try (ResultSet rows = s.executeQuery("SELECT max(CAST(\"version\" AS INTEGER)) FROM \"" + HISTORY
                    + "\" WHERE \"success\" = B'1' AND \"version\" IS NOT NULL")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
