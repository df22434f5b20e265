package org.clientele.platform.query;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.query.Subject;

/** A DuckDB in memory with the tables of a customer model, and the shortest way from a query to its rows. */
final class TestWarehouse implements AutoCloseable {
    private final Connection connection;
    private final CustomerModel model;
    private final Map<List<MetricDefinition>, MetricCatalog> catalogs = new HashMap<>();

    private TestWarehouse(CustomerModel model) throws SQLException {
        this.model = model;
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        for (CustomerModel.Table table : model.tables()) {
            List<String> columns = new ArrayList<>();
            table.columns().forEach(c -> columns.add('"' + c.name() + "\" " + stored(c)));
            run("create table " + table.name() + " (" + String.join(", ", columns) + ", import_batch bigint)");
        }
    }

    static TestWarehouse empty() throws SQLException {
        return new TestWarehouse(CustomerModel.standard());
    }

    static TestWarehouse of(CustomerModel model) throws SQLException {
        return new TestWarehouse(model);
    }

    /** The whole Online Retail file, as its recipe maps it. */
    static TestWarehouse onlineRetail(Path data) throws SQLException {
        TestWarehouse w = empty();
        w.run("insert into order_line (order_id, ordered_at, kind, customer_id, product_id, description, quantity,"
                + " unit_price, amount, currency, country) select InvoiceNo, InvoiceDate, 'sale', CustomerID, StockCode,"
                + " Description, Quantity, UnitPrice, Quantity * UnitPrice, 'GBP', Country from read_csv('"
                + data.resolve("online_retail/online_retail.csv.gz")
                        .toAbsolutePath()
                        .toString()
                        .replace("'", "''")
                + "', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
                + " columns = {'InvoiceNo': 'VARCHAR', 'StockCode': 'VARCHAR', 'Description': 'VARCHAR', 'Quantity':"
                + " 'BIGINT', 'InvoiceDate': 'TIMESTAMP', 'UnitPrice': 'DECIMAL(18,4)', 'CustomerID': 'VARCHAR',"
                + " 'Country': 'VARCHAR'})");
        w.run("insert into customer (customer_id, country) select customer_id, first(country order by ordered_at desc)"
                + " from order_line where customer_id is not null group by customer_id");
        w.run("insert into product (product_id) select distinct product_id from order_line");
        return w;
    }

    private static String stored(ColumnSpec c) {
        return switch (c.type()) {
            case INTEGER -> "bigint";
            case DOUBLE -> "double";
            case DECIMAL -> c.name().equals("quantity") ? "decimal(18,3)" : "decimal(18,4)";
            case TEXT -> "varchar";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
        };
    }

    CustomerModel model() {
        return model;
    }

    void run(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    /** A context for whoever may see everything. */
    QueryContext context() {
        return context(Policy.allowAll());
    }

    QueryContext context(Policy policy) {
        return new QueryContext(Subject.local(), policy, facts(policy));
    }

    /** What a workspace knows of its lines, read as a workspace reads it; a line without a currency is in pounds. */
    private LineFacts facts(Policy policy) {
        CompiledQuery question = compiler().facts(policy);
        LineFacts facts = LineFacts.of(frame(question));
        return facts.currencies().isEmpty()
                ? new LineFacts(facts.first(), facts.last(), facts.undated(), facts.unpriced(), List.of("GBP"), 0)
                : facts;
    }

    /** The answer to a query as a frame. */
    Frame frame(CompiledQuery query) {
        List<List<Object>> rows = rows(query);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < query.columns().size(); i++) {
            CompiledQuery.OutputColumn c = query.columns().get(i);
            Column.Builder b = c.spec().type() == ColumnType.DECIMAL
                    ? Column.decimalBuilder(c.spec(), c.scale())
                    : Column.builder(c.spec());
            for (List<Object> row : rows) {
                b.add(row.get(i));
            }
            columns.add(b.build());
        }
        return Frame.of(columns);
    }

    /** All that is to be said about a query's result: what is known before, and what its probes find. */
    List<Caveat> caveats(MetricQuery query) {
        return caveats(query, Policy.allowAll());
    }

    List<Caveat> caveats(MetricQuery query, Policy policy) {
        CompiledQuery compiled = compiler().compile(query, context(policy));
        List<Caveat> all = new ArrayList<>(compiled.caveats());
        compiled.probes().forEach(p -> p.verdict().of(frame(p.question())).ifPresent(all::add));
        return all;
    }

    QueryCompiler compiler(MetricDefinition... more) {
        return new QueryCompiler(catalog(more));
    }

    CubeCompiler cubes(MetricDefinition... more) {
        return new CubeCompiler(catalog(more));
    }

    /** Reading the formulas of all metrics takes longer than most queries. */
    private MetricCatalog catalog(MetricDefinition... more) {
        return catalogs.computeIfAbsent(List.of(more), this::catalog);
    }

    private MetricCatalog catalog(List<MetricDefinition> more) {
        List<MetricDefinition> all = new ArrayList<>(CoreMetrics.definitions());
        all.addAll(more);
        MetricCatalog catalog = MetricCatalog.of(all, model);
        if (!catalog.problems().isEmpty()) {
            throw new AssertionError(catalog.problems());
        }
        return catalog;
    }

    List<List<Object>> answer(MetricQuery query, MetricDefinition... more) {
        return rows(compiler(more).compile(query, context()));
    }

    List<List<Object>> answer(MetricQuery query, Policy policy) {
        return rows(compiler().compile(query, context(policy)));
    }

    List<List<Object>> answer(RowQuery query, Policy policy) {
        return rows(compiler().compile(query, context(policy)));
    }

    List<List<Object>> rows(CompiledQuery query) {
        List<List<Object>> rows = rows(query.sql(), query.binds());
        for (List<Object> row : rows) {
            check(query, row);
        }
        return rows;
    }

    // What the compiler promises about columns must be what the engine returns.
    private static void check(CompiledQuery query, List<Object> row) {
        if (row.size() != query.columns().size()) {
            throw new AssertionError(row + " is not " + query.columns());
        }
        Map<ColumnType, Class<?>> classes = Map.of(
                ColumnType.INTEGER, Long.class,
                ColumnType.DOUBLE, Double.class,
                ColumnType.DECIMAL, BigDecimal.class,
                ColumnType.TEXT, String.class,
                ColumnType.BOOLEAN, Boolean.class,
                ColumnType.DATE, java.time.LocalDate.class,
                ColumnType.TIMESTAMP, LocalDateTime.class);
        for (int i = 0; i < row.size(); i++) {
            CompiledQuery.OutputColumn c = query.columns().get(i);
            Object value = row.get(i);
            boolean fits = value == null
                    || classes.get(c.spec().type()).isInstance(value)
                            && (!(value instanceof BigDecimal d) || d.scale() == c.scale());
            if (!fits) {
                throw new AssertionError(c + " holds " + value + ", a " + value.getClass());
            }
        }
    }

    List<List<Object>> rows(String sql, List<Object> binds) {
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            for (int i = 0; i < binds.size(); i++) {
                s.setObject(i + 1, binds.get(i));
            }
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
                int n = r.getMetaData().getColumnCount();
                while (r.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= n; i++) {
                        row.add(plain(r.getObject(i)));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql + "\n" + binds, e);
        }
    }

    private static Object plain(Object value) {
        return value instanceof java.sql.Timestamp t
                ? t.toLocalDateTime()
                : value instanceof java.sql.Date d
                        ? d.toLocalDate()
                        : value instanceof Short || value instanceof Integer
                                ? Long.valueOf(((Number) value).longValue())
                                : value;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
