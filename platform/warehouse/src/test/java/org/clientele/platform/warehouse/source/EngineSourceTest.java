package org.clientele.platform.warehouse.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.clientele.platform.warehouse.csv.RejectSpool;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSourceTest {
    @TempDir
    Path dir;

    private Path parquet(String select) throws Exception {
        Path file = dir.resolve("it's.parquet");
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                Statement s = c.createStatement()) {
            s.execute("SET TimeZone = 'America/New_York'");
            s.execute("COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
        }
        return file;
    }

    @Test
    void valuesOfEveryTypeComeAsText() throws Exception {
        Staged staged =
                Staged.only(parquet("SELECT 1::BIGINT AS id, 12.50::DECIMAL(18,2) AS price, 0.1::DOUBLE AS rate, "
                        + "DATE '2026-01-02' AS day, TIMESTAMP '2026-01-02 03:04:05' AS \"at\", "
                        + "TIMESTAMPTZ '2026-01-02 03:04:05+02' AS moment, true AS flag, 'Mü,\"x\"' || chr(10) || 'y' AS text, "
                        + "NULL::VARCHAR AS none, 'ab'::BLOB AS bytes, [1, 2] AS list, {'a': 1} AS struct"));
        assertThat(staged.head().format()).isEqualTo(SourceFormat.PARQUET);
        assertThat(staged.head().headers())
                .containsExactly("id", "price", "rate", "day", "at", "moment", "flag", "text", "none");
        assertThat(staged.records())
                .containsExactly("1,12.50,0.1,2026-01-02,2026-01-02 03:04:05,2026-01-02 01:04:05+00:00,true,"
                        + "\"Mü,\"\"x\"\"\ny\",");
        assertThat(staged.head().doubts()).hasSize(3).allMatch(d -> d.contains("is not read"));
        assertThat(staged.head().sample()).hasSize(1);
    }

    @Test
    void manyRowsComeWholeAndInOrder() throws Exception {
        Staged staged = Staged.only(parquet("SELECT i AS id, 'name ' || i AS name FROM range(300000) t(i)"));
        assertThat(staged.records()).hasSize(300_000).startsWith("0,name 0").endsWith("299999,name 299999");
        assertThat(staged.head().sample()).hasSize(200);
        assertThat(Staged.only(parquet("SELECT 1 AS id WHERE false")).records()).isEmpty();
    }

    @Test
    void aFloodOfRowsOutOfAFewKilobytesIsRefused() throws Exception {
        Path flood = parquet("SELECT i AS id, repeat('x', 60000) AS name FROM range(12000) t(i)");
        assertThat(Files.size(flood)).isLessThan(1 << 20);
        try (TableSource source = Sources.open(flood, SourceChoice.AUTOMATIC).get(0);
                RejectSpool rejects = new RejectSpool(dir.resolve("rejects"))) {
            assertThatThrownBy(() -> source.stage(dir, c -> {}, rejects, Progress.NONE, CancelSignal.create()))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                    .hasMessageContaining("unpacks to more than 250 times its size")
                    .hasMessageEndingWith("If it is what you want, write it as CSV and import that.");
        }
    }

    @Test
    void aDamagedFileIsSaidToBe() throws Exception {
        byte[] good = Files.readAllBytes(parquet("SELECT i AS id, md5(i::VARCHAR) AS name FROM range(50000) t(i)"));
        Path cut = Files.write(dir.resolve("cut.parquet"), Arrays.copyOf(good, good.length / 2));
        assertThatThrownBy(() -> Staged.only(cut))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessageContaining("Cannot read cut.parquet: ")
                .hasMessageContaining("No magic bytes");
        Random random = new Random(7);
        for (int i = 0; i < good.length; i += 200) {
            good[i + 8] = (byte) random.nextInt();
        }
        Path damaged = Files.write(dir.resolve("damaged.parquet"), good);
        assertThatThrownBy(() -> Staged.only(damaged)).isInstanceOf(AnalyticsException.class);
    }

    @Test
    void aChildThatDiesIsAnUnreadableFile() throws Exception {
        Path file = parquet("SELECT i AS id, md5(i::VARCHAR) AS name FROM range(2000000) t(i)");
        try (TableSource source = Sources.open(file, SourceChoice.AUTOMATIC).get(0);
                RejectSpool rejects = new RejectSpool(dir.resolve("rejects"))) {
            source.head();
            ProcessHandle.current()
                    .children()
                    .filter(p -> p.info().commandLine().orElse("").contains("EngineChild"))
                    .forEach(ProcessHandle::destroyForcibly);
            assertThatThrownBy(() -> source.stage(dir, c -> {}, rejects, Progress.NONE, CancelSignal.create()))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                    .hasMessageContaining("broke down");
        }
    }

    @Test
    void aCancelEndsTheChild() throws Exception {
        Path file = parquet("SELECT i AS id, md5(i::VARCHAR) AS name FROM range(2000000) t(i)");
        CancelSignal cancel = CancelSignal.create();
        Path folder;
        try (TableSource source = Sources.open(file, SourceChoice.AUTOMATIC).get(0);
                RejectSpool rejects = new RejectSpool(dir.resolve("rejects"))) {
            source.head();
            List<ProcessHandle> children = children();
            assertThat(children).hasSize(1);
            String command = children.get(0).info().commandLine().orElse("");
            folder = Path.of(command.replaceAll(".*-Djava\\.io\\.tmpdir=(\\S+).*", "$1"));
            assertThat(folder).isDirectory();
            assertThatThrownBy(() -> source.stage(dir, c -> cancel.cancel(), rejects, Progress.NONE, cancel))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
            children.get(0).onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
        }
        assertThat(children()).isEmpty();
        assertThat(vanishes(folder)).as("%s is deleted", folder).isTrue();
    }

    private static boolean vanishes(Path folder) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (Files.exists(folder) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return !Files.exists(folder);
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(p -> p.isAlive() && p.info().commandLine().orElse("").contains("EngineChild"))
                .toList();
    }
}
