package org.clientele.platform.warehouse;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.platform.warehouse.csv.PlainRows;
import org.clientele.platform.warehouse.csv.PlainType;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Hands the engine rows that are in memory already, typed: a function of its instance that gives what the one writer has
 * put there, or puts there while it runs: a thread of the engine waits for it, which costs nothing, where one that has
 * nothing to do and waits for another asks without a pause. Each takes whole chunks, so each makes whole row groups, and
 * the order of chunks is lost.
 */
final class RowFeed implements DuckDBTableFunction<RowFeed.Load, RowFeed.Source, RowFeed.Cursor> {
    private static final String NAME = "rows_in_hand";
    private static final String KEEP_ORDER = "preserve_insertion_order";
    /** Settings that can be changed in a locked instance: the order matters to no row that is handed over here. */
    static final List<String> SETTINGS = List.of(KEEP_ORDER);

    private final DuckDBConnection origin;
    private final int threads;
    private volatile @Nullable Load load;
    private final AtomicLong handed = new AtomicLong();

    private RowFeed(DuckDBConnection origin, int threads) {
        this.origin = origin;
        this.threads = threads;
    }

    /** Gives chunks of the same columns, as they come; several threads ask. */
    interface Source {
        /** The next, once there is one; nothing at the end. It is released once it is read. */
        @Nullable
        PlainRows next();
    }

    /** What one statement reads. */
    record Load(List<PlainType> types, Source source) {}

    /** Makes it a function of the instance. */
    static RowFeed register(DuckDBConnection origin, int threads) throws SQLException {
        RowFeed feed = new RowFeed(origin, threads);
        try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
            function.withName(NAME).withFunction(feed).register(origin);
        }
        return feed;
    }

    /** Work that reads the rows in hand. */
    interface Reading {
        /** @param from SQL of the rows: columns {@link CsvSql#column}, of the types that their table has */
        long read(String from) throws SQLException;
    }

    /** Lets work read the rows of a source, all of them. Only the writer may ask. */
    long hand(List<PlainType> types, Source source, Reading reading) throws SQLException {
        load = new Load(types, source);
        try {
            keepOrder(false);
            return reading.read(from(types));
        } finally {
            load = null;
            keepOrder(true);
        }
    }

    /** How many rows it has handed over so far. */
    long handed() {
        return handed.get();
    }

    /** On a connection that has no transaction, which could have failed. */
    private void keepOrder(boolean keep) throws SQLException {
        try (Statement s = origin.createStatement()) {
            s.execute("SET " + KEEP_ORDER + " = " + keep);
        }
    }

    private static String from(List<PlainType> types) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String name = CsvSql.column(i);
            columns.add(typed(name, types.get(i)) + " AS " + name);
        }
        return "(SELECT " + String.join(", ", columns) + " FROM " + NAME + "())";
    }

    private static String typed(String name, PlainType type) {
        return switch (type.kind()) {
            case TEXT, WHOLE -> name;
            case DECIMAL -> decimal(name, type.after());
            case DATE -> "DATE '1970-01-01' + CAST(" + name + " AS INTEGER)";
            case TIMESTAMP -> "make_timestamp(" + name + ")";
        };
    }

    /** Both factors are so narrow that their product is DECIMAL(18, scale), which the engine reckons in 64 bits. */
    private static String decimal(String name, int scale) {
        String unit = "0." + "0".repeat(scale - 1) + "1";
        return "CAST(" + name + " AS DECIMAL(" + (PlainType.DIGITS - scale) + ",0)) * CAST(" + unit + " AS DECIMAL("
                + scale + "," + scale + "))";
    }

    @Override
    public Load bind(DuckDBTableFunctionBindInfo info) {
        Load mine = load;
        if (mine == null) {
            throw new IllegalStateException("There are no rows in hand");
        }
        List<PlainType> types = mine.types();
        for (int i = 0; i < types.size(); i++) {
            boolean text = types.get(i).kind() == PlainType.Kind.TEXT;
            info.addResultColumn(CsvSql.column(i), text ? DuckDBColumnType.VARCHAR : DuckDBColumnType.BIGINT);
        }
        return mine;
    }

    @Override
    public Source init(DuckDBTableFunctionInitInfo info) {
        Load mine = info.getBindData();
        info.setMaxThreads(threads);
        return mine.source();
    }

    @Override
    public Cursor localInit(DuckDBTableFunctionInitInfo info) {
        return new Cursor();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
        Source source = info.getInitData();
        Cursor cursor = info.getLocalInitData();
        long count = cursor.next(source, out);
        handed.addAndGet(count);
        return count;
    }

    /** Where one thread of the engine is. */
    static final class Cursor {
        private @Nullable PlainRows rows;
        private int at;

        /** @return how many rows were written; 0 at the end */
        private long next(Source chunks, DuckDBDataChunkWriter out) {
            PlainRows source = rows;
            if (source == null) {
                source = chunks.next();
                rows = source;
                at = 0;
            }
            if (source == null) {
                return 0;
            }
            int count = (int) Math.min(out.capacity(), source.records() - at);
            byte[] @Nullable [] texts = new byte[count][];
            for (int c = 0; c < source.types().size(); c++) {
                DuckDBWritableVector column = out.vector(c);
                if (source.types().get(c).kind() == PlainType.Kind.TEXT) {
                    source.texts(c, at, texts);
                    column.setStringUtf8Batch(0, texts);
                } else {
                    values(source, c, count, column);
                }
            }
            at += count;
            if (at == source.records()) {
                source.release();
                rows = null;
            }
            return count;
        }

        private void values(PlainRows source, int c, int count, DuckDBWritableVector column) {
            long[] values = source.values(c);
            for (int i = 0; i < count; i++) {
                long value = values[at + i];
                if (value == PlainRows.MISSING) {
                    column.setNull(i);
                } else {
                    column.setLong(i, value);
                }
            }
        }
    }
}
