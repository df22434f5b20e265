package org.clientele.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import org.clientele.platform.query.CompiledQuery;
import org.clientele.platform.query.CoreMetrics;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.MetricCatalog;
import org.clientele.platform.query.QueryCompiler;
import org.clientele.platform.query.QueryContext;
import org.clientele.platform.runtime.ImportCommand;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.runtime.WorkspaceOptions;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;

/** A metric query through policy, compiler and frame, cache left out, against the same SQL by bare JDBC. */
final class QueryBenchmark implements AutoCloseable {
    private static final int REPEATS = 10;

    private final Workspace workspace;
    private final Connection bare;

    QueryBenchmark(Path file, Path folder) throws Exception {
        Path dir = folder.resolve("queries");
        try (Workspace filled = Workspace.open(dir, WorkspaceOptions.withPlugins(List.of()));
                Session session = filled.session(Subject.local(), Policy.allowAll())) {
            session.imports()
                    .run(
                            new ImportCommand(List.of(file), "", "", ImportMode.APPEND),
                            Progress.NONE,
                            CancelSignal.create());
        }
        Path copy = folder.resolve("copy.duckdb");
        Files.copy(dir.resolve("warehouse.duckdb"), copy);
        workspace = Workspace.open(dir, WorkspaceOptions.withPlugins(List.of()));
        bare = DriverManager.getConnection("jdbc:duckdb:" + copy);
        try (Statement s = bare.createStatement()) {
            s.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
        }
    }

    /** Milliseconds for one query; a session of its own has an empty cache. */
    double ours(MetricQuery query) {
        double total = 0;
        for (int i = 0; i < REPEATS; i++) {
            try (Session session = workspace.session(Subject.local(), Policy.allowAll())) {
                long start = System.nanoTime();
                session.query(query, CancelSignal.create());
                total += Pair.millisSince(start);
            }
        }
        return total / REPEATS;
    }

    double bare(MetricQuery query) throws SQLException {
        LocalDateTime first = workspace.status().firstRow();
        LocalDateTime last = workspace.status().dataAsOf();
        CompiledQuery compiled = new QueryCompiler(MetricCatalog.of(CoreMetrics.definitions()))
                .compile(
                        query,
                        new QueryContext(Subject.local(), Policy.allowAll(), LineFacts.between(first, last, "GBP")));
        long start = System.nanoTime();
        for (int i = 0; i < REPEATS; i++) {
            try (PreparedStatement s = bare.prepareStatement(compiled.sql())) {
                for (int b = 0; b < compiled.binds().size(); b++) {
                    s.setObject(b + 1, compiled.binds().get(b));
                }
                try (ResultSet rows = s.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int c = 1; c <= columns; c++) {
                            rows.getObject(c);
                        }
                    }
                }
            }
        }
        return Pair.millisSince(start) / REPEATS;
    }

    @Override
    public void close() throws SQLException {
        bare.close();
        workspace.close();
    }
}
