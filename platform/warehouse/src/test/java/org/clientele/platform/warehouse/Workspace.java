package org.clientele.platform.warehouse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.catalog.Catalog;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;

/** Lock, catalog, warehouse and importer of one folder, opened as the runtime does. */
final class Workspace implements AutoCloseable {
    final WorkspaceLock lock;
    final Catalog catalog;
    final Warehouse warehouse;
    final CatalogJournal journal;
    final FileImporter importer;

    Workspace(Path dir) {
        lock = WorkspaceLock.acquire(dir, Clock.systemUTC());
        catalog = Catalog.open(dir.resolve("catalog"));
        warehouse = Warehouse.open(dir, new WarehouseOptions(1024, 2, 3, Clock.systemUTC()));
        journal = new CatalogJournal(catalog);
        ImportRecovery.recover(warehouse, journal);
        importer = new FileImporter(warehouse, journal, Recipes::builtIn, () -> ImportSettings.NONE);
    }

    ImportReport load(Path file) {
        return load(ImportRequest.of(file));
    }

    ImportReport load(ImportRequest request) {
        return importer.run(request, Progress.NONE, CancelSignal.create()).get(0);
    }

    /** One row of text, separated by bars; unknown is "null". */
    String row(String sql) {
        return String.join("|", rows(sql).get(0));
    }

    /** All rows as text. The columns must be cast to VARCHAR or be counted by their number of commas outside brackets. */
    List<List<String>> rows(String sql) {
        String wrapped = "SELECT to_json(t)::VARCHAR FROM (" + sql + ") AS t";
        Frame frame = warehouse.query(
                new SqlQuery(wrapped, List.of(), List.of(OutputColumn.of(ColumnSpec.of("row", ColumnType.TEXT)))),
                CancelSignal.create());
        List<List<String>> rows = new ArrayList<>();
        Column column = frame.columns().get(0);
        for (int i = 0; i < frame.rowCount(); i++) {
            List<String> values = new ArrayList<>();
            try {
                com.fasterxml.jackson.databind.json.JsonMapper.builder()
                        .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build()
                        .readTree(column.textAt(i))
                        .forEach(node -> values.add(node.isNull() ? "null" : node.asText()));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(e);
            }
            rows.add(values);
        }
        return rows;
    }

    long count(String table) {
        return Long.parseLong(row("SELECT count(*) FROM " + table));
    }

    /** The whole Online Retail file, or the test is skipped. */
    static Path onlineRetail() {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.exists(file), "no data folder: " + file + " is not there");
        return file;
    }

    @Override
    public void close() {
        warehouse.close();
        catalog.close();
        lock.close();
    }
}
