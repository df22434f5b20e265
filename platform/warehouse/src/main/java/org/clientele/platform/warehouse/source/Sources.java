package org.clientele.platform.warehouse.source;

import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.AnalyticsException;

/** Opens what somebody named, whatever format it has. */
public final class Sources {
    private Sources() {}

    /**
     * Opens a file. What it is, its first bytes say and not its name.
     *
     * @return one source for each table in it: one for a text file, one a filled sheet of a workbook, one a table of an
     *     archive; the caller closes them
     * @throws AnalyticsException FILE_UNREADABLE, FILE_UNRECOGNISED, ARGUMENT_INVALID if the chosen sheet is not there
     */
    public static List<TableSource> open(Path file, SourceChoice choice) {
        return switch (FormatSniffer.of(file)) {
            case TEXT -> List.of(new TextSource(new Content.Plain(file), choice, List.of()));
            case GZIP -> List.of(new TextSource(new Content.Gzip(file), choice, List.of()));
            case ZIP -> Archive.open(file, choice);
            case PARQUET -> List.of(EngineSource.parquet(file));
        };
    }

    /**
     * Opens a table or query of a database. It is only read, in a transaction that cannot write.
     *
     * @return one source; the caller closes it
     * @throws AnalyticsException ARGUMENT_INVALID if the URL or the query is not allowed, FILE_UNREADABLE if the database
     *     file is not there; what the database says itself comes with {@link TableSource#head()}
     */
    public static TableSource open(JdbcRequest request) {
        JdbcTarget target = JdbcTarget.of(request);
        String select = JdbcTarget.select(request);
        String name = target.place() + "/" + (request.table().isEmpty() ? "query" : request.table());
        return target.driver().isEmpty()
                ? new EngineSource(name, SourceFormat.DUCKDB_TABLE, new EngineChild.Order(target.url(), true, select))
                : new JdbcSource(name, target, select);
    }
}
