package org.clientele.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;

/** A whole import, with its checks, journal, customers and products, against DuckDB's own reader of the same file. */
final class ImportBenchmark {
    private final Path file;
    private final Path folder;
    private final String reader;
    private int n;

    /** @param reader DuckDB's table function of the file, which is its parameter */
    ImportBenchmark(Path file, Path folder, String reader) {
        this.file = file;
        this.folder = folder;
        this.reader = reader;
    }

    /** Of a file whose columns DuckDB finds out for itself. */
    static ImportBenchmark detected(Path file, Path folder) {
        return new ImportBenchmark(file, folder, "read_csv(?)");
    }

    /** Of a file whose columns DuckDB is told, "name TYPE" each. */
    static ImportBenchmark typed(Path file, Path folder, List<String> columns) {
        String types = columns.stream()
                .map(c -> "'" + c.replaceFirst(" ", "': '") + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        return new ImportBenchmark(file, folder, "read_csv(?, header = true, columns = " + types + ")");
    }

    /** Opening the workspace is start-up and does not count. */
    double ours() throws Exception {
        Path dir = folder.resolve("ours" + n++);
        try (Workspace workspace = Workspace.open(dir, WorkspaceOptions.withPlugins(List.of()));
                Session session = workspace.session(Subject.local(), Policy.allowAll())) {
            long start = System.nanoTime();
            session.imports()
                    .run(
                            new ImportCommand(List.of(file), "", "", ImportMode.APPEND),
                            Progress.NONE,
                            CancelSignal.create());
            return Pair.millisSince(start);
        } finally {
            Folders.delete(dir);
        }
    }

    double duckDb() throws Exception {
        Path dir = Files.createDirectories(folder.resolve("bare" + n++));
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:" + dir.resolve("bare.duckdb"));
                Statement threads = c.createStatement()) {
            threads.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            long start = System.nanoTime();
            try (PreparedStatement s = c.prepareStatement("CREATE TABLE t AS SELECT * FROM " + reader)) {
                s.setString(1, file.toString());
                s.execute();
            }
            return Pair.millisSince(start);
        } finally {
            Folders.delete(dir);
        }
    }
}
