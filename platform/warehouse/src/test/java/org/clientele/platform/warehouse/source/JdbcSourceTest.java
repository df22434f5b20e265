package org.clientele.platform.warehouse.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSourceTest {
    private static final String MEMORY = "jdbc:hsqldb:mem:shop";

    @TempDir
    Path dir;

    private static JdbcRequest table(String url, String table) {
        return new JdbcRequest(url, "SA", "", table, "");
    }

    private static JdbcRequest query(String url, String query) {
        return new JdbcRequest(url, "SA", "", "", query);
    }

    @Test
    void aTableOfHsqldbIsRead() throws Exception {
        try (Connection c = DriverManager.getConnection(MEMORY, "SA", "");
                Statement s = c.createStatement()) {
            s.execute("DROP TABLE IF EXISTS ORDERS");
            s.execute("CREATE TABLE ORDERS (ID INT PRIMARY KEY, NAME VARCHAR(50), PRICE DECIMAL(10,2), RATE DOUBLE, "
                    + "D DATE, T TIMESTAMP, Z TIMESTAMP WITH TIME ZONE, B BOOLEAN, X VARBINARY(10))");
            for (int i = 1; i <= 1000; i++) {
                s.execute("INSERT INTO ORDERS VALUES (" + i + ", " + (i % 2 == 0 ? "NULL" : "'Mü, \"x\" " + i + "'")
                        + ", 1.50, 0.1, DATE '2026-01-02', TIMESTAMP '2026-01-02 03:04:05', "
                        + "TIMESTAMP '2026-01-02 03:04:05+2:00', TRUE, X'00')");
            }
            Staged staged = Staged.of(Sources.open(table(MEMORY, "PUBLIC.ORDERS")));
            assertThat(staged.head().headers()).containsExactly("ID", "NAME", "PRICE", "RATE", "D", "T", "Z", "B");
            assertThat(staged.head().doubts()).singleElement().asString().contains("Column X is not read");
            assertThat(staged.head().sample()).hasSize(200);
            assertThat(staged.records())
                    .hasSize(1000)
                    .startsWith(
                            "1,\"Mü, \"\"x\"\" 1\",1.50,0.1,2026-01-02,2026-01-02 03:04:05,2026-01-02 01:04:05+00:00,true",
                            "2,,1.50,0.1,2026-01-02,2026-01-02 03:04:05,2026-01-02 01:04:05+00:00,true");
            assertThat(Staged.of(Sources.open(query(MEMORY, "SELECT count(*) AS n, 'a;b' AS t FROM ORDERS;")))
                            .records())
                    .containsExactly("1000,a;b");
            assertThatThrownBy(() -> Staged.of(Sources.open(table(MEMORY, "NONE"))))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                    .hasMessageContaining("Cannot read shop/NONE");
        }
    }

    @Test
    void aFileOfHsqldbIsReadAndStaysAsItIs() throws Exception {
        Path file = dir.resolve("store");
        try (Connection c = DriverManager.getConnection("jdbc:hsqldb:file:" + file, "SA", "");
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE T (A INT)");
            s.execute("INSERT INTO T VALUES (7)");
            s.execute("SHUTDOWN");
        }
        String before = Files.readString(dir.resolve("store.script"));
        assertThat(Staged.of(Sources.open(table("jdbc:hsqldb:file:" + file, "T")))
                        .records())
                .containsExactly("7");
        assertThat(Files.readString(dir.resolve("store.script"))).isEqualTo(before);
        assertThatThrownBy(() -> Sources.open(table("jdbc:hsqldb:file:" + dir.resolve("absent"), "T")))
                .hasMessageContaining("no such database file");
        assertThat(Files.exists(dir.resolve("absent.script"))).isFalse();
    }

    @Test
    void aFileOfDuckdbIsReadByAChildThatMayDoNothingElse() throws Exception {
        Path file = dir.resolve("it's.duckdb");
        Path secret = Files.writeString(dir.resolve("secret.csv"), "a\n1\n");
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement s = c.createStatement()) {
            s.execute("CREATE TABLE orders AS SELECT i AS id, 1.5::DECIMAL(9,2) AS price FROM range(3) t(i)");
        }
        String url = "jdbc:duckdb:" + file;
        assertThat(Staged.of(Sources.open(table(url, "orders"))).records())
                .containsExactly("0,1.50", "1,1.50", "2,1.50");
        assertThat(Staged.of(Sources.open(query(url, "SELECT sum(id) AS s FROM orders")))
                        .records())
                .containsExactly("3");
        assertThatThrownBy(() -> Staged.of(Sources.open(query(url, "SELECT * FROM read_csv('" + secret + "')"))))
                .isInstanceOf(AnalyticsException.class);
        assertThatThrownBy(() -> Staged.of(Sources.open(table(url, "none")))).hasMessageContaining("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:postgresql://h/d?socketFactory=evil.Factory",
                "jdbc:postgresql://h/d?loggerFile=/tmp/x",
                "jdbc:postgresql://h/d?sslmode=require&password=x",
                "jdbc:postgresql://h/d?options=-c%20x",
                "jdbc:postgresql://u:p@h/d",
                "jdbc:hsqldb:res:/x",
                "jdbc:hsqldb:mem:x;crypt_key=1",
                "jdbc:hsqldb:file:/tmp/x;hsqldb.script_format=3",
                "jdbc:duckdb:",
                "jdbc:duckdb:/tmp/x;y",
                "oracle"
            })
    void urlsThatCouldDoHarmAreRefused(String url) {
        assertThatThrownBy(() -> Sources.open(table(url, "t")))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE t", "SELECT 1; DROP TABLE t", "CALL x()", "SET SCHEMA x", ""})
    void onlyOneSelectIsTaken(String sql) {
        assertThatThrownBy(() -> Sources.open(query(MEMORY, sql)))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ARGUMENT_INVALID));
    }

    @Test
    void passwordsStayUnsaid() {
        JdbcRequest request = new JdbcRequest("jdbc:postgresql://127.0.0.1:1/d", "ann", "hunter2", "t", "");
        assertThat(request.toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> Staged.of(Sources.open(request)))
                .hasMessageContaining("Cannot reach the database 127.0.0.1:1/d")
                .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("hunter2"));
    }

    /** Against a server of the person who runs the test: -Dclientele.postgresql=jdbc:postgresql://localhost/db. */
    @Test
    void aTableOfPostgresqlIsReadInPiecesAndCancelled() throws Exception {
        String url = System.getProperty("clientele.postgresql", "");
        assumeTrue(!url.isEmpty(), "no server: clientele.postgresql is not set");
        String user = System.getProperty("clientele.postgresql.user", "postgres");
        JdbcRequest types = new JdbcRequest(
                url,
                user,
                "",
                "",
                "SELECT 1 AS id, 1.50::numeric(9,2) AS price, 0.1::float8 AS r, "
                        + "date '2026-01-02' AS d, timestamp '2026-01-02 03:04:05' AS t, "
                        + "timestamptz '2026-01-02 03:04:05+02' AS z, true AS b, 'Mü' AS s, NULL AS n, 'x'::bytea AS y, "
                        + "array[1] AS a, '{\"a\": 1}'::jsonb AS j");
        Staged staged = Staged.of(Sources.open(types));
        assertThat(staged.records())
                .containsExactly("1,1.50,0.1,2026-01-02,2026-01-02 03:04:05,2026-01-02 01:04:05+00:00,true,Mü,,"
                        + "\"{\"\"a\"\": 1}\"");
        assertThat(staged.head().doubts()).hasSize(2);
        JdbcRequest many =
                new JdbcRequest(url, user, "", "", "SELECT i, md5(i::text) FROM generate_series(1, 300000) AS g(i)");
        assertThat(Staged.of(Sources.open(many)).records()).hasSize(300_000);
        assertThatThrownBy(() -> Staged.of(Sources.open(
                        new JdbcRequest(url, user, "", "", "WITH x AS (CREATE TABLE t (a int)) SELECT 1"))))
                .isInstanceOf(AnalyticsException.class);
        CancelSignal cancel = CancelSignal.create();
        JdbcRequest slow = new JdbcRequest(
                url,
                user,
                "",
                "",
                "SELECT i, CASE WHEN i > 6000 THEN pg_sleep(60) END::text AS s "
                        + "FROM generate_series(1, 20000) AS g(i)");
        try (TableSource source = Sources.open(slow);
                RejectSpool rejects = new RejectSpool(dir.resolve("rejects"))) {
            source.head();
            long start = System.nanoTime();
            assertThatThrownBy(() -> source.stage(
                            dir,
                            c -> {},
                            rejects,
                            (f, m) -> {
                                if (m.startsWith("4,")) {
                                    new Thread(cancel::cancel).start();
                                }
                            },
                            cancel))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
        }
    }
}
