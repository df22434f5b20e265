package org.clientele.platform.runtime.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;

/** Which columns lists of records can have, and which they have at first. */
final class RecordColumns {
    private static final Texts TEXTS = Texts.of(RecordColumns.class);

    private static final int USUAL = 12;
    private static final List<String> LINES = List.of(
            "ordered_at",
            "order_id",
            "customer",
            "customer.name",
            "product-name",
            "description",
            "quantity",
            "amount",
            "unit_price",
            "product",
            "country",
            "category",
            "kind");
    /** Columns of order lines that are dimensions under another name, which lists and filters share. */
    private static final Set<String> SAME = Set.of("customer_id", "product_id");

    private static final Set<String> FOLLOWED =
            Set.of("customer.customer_id", "product.product_id", "product.name", "product.category");

    private RecordColumns() {}

    /** A column before it is known what is in it. */
    private record Candidate(ColumnSpec spec, String group) {}

    static List<RecordColumn> of(RecordSource source, String table, CancelSignal cancel) {
        List<Candidate> all = candidates(source.model(), table);
        List<String> names = all.stream().map(c -> c.spec().name()).toList();
        RowQuery query = RowQuery.of(table, names.toArray(String[]::new));
        Set<String> hidden = new HashSet<>(source.hidden(query, cancel));
        List<String> seen = names.stream().filter(n -> !hidden.contains(n)).toList();
        Frame filled = seen.isEmpty() ? Frame.of() : source.filled(query.select(seen), cancel);
        String currency = source.currency(cancel);
        List<RecordColumn> columns = new ArrayList<>();
        int usual = 0;
        for (Candidate c : all) {
            String name = c.spec().name();
            long rows = hidden.contains(name) ? 0 : filled.column(name).longAt(0);
            boolean one = rows > 0 && usual < USUAL && isUsual(table, name);
            usual += one ? 1 : 0;
            columns.add(new RecordColumn(inCurrency(c.spec(), currency), c.group(), rows, hidden.contains(name), one));
        }
        return describedOnce(columns);
    }

    private static ColumnSpec inCurrency(ColumnSpec c, String currency) {
        return currency.isEmpty()
                ? c
                : new ColumnSpec(c.name(), c.type(), c.unit().inCurrency(currency), c.label());
    }

    private static boolean isUsual(String table, String name) {
        return !table.equals(CustomerModel.ORDER_LINE) || LINES.contains(name);
    }

    /** A line's own description is the product's name where that is not known; both side by side say the same twice. */
    private static List<RecordColumn> describedOnce(List<RecordColumn> columns) {
        boolean named = columns.stream().anyMatch(c -> c.name().equals("product-name") && c.usual());
        return columns.stream()
                .map(c -> named && c.name().equals("description")
                        ? new RecordColumn(c.spec(), c.group(), c.filled(), c.hidden(), false)
                        : c)
                .toList();
    }

    static RecordsRequest all(RecordSource source, String table, CancelSignal cancel) {
        RowQuery rows = usual(source, table, cancel);
        String label = capital(source.model().table(table).label());
        return RecordsRequest.of(label.endsWith("s") ? label : label + "s", rows);
    }

    /** A table's usual columns, newest first. */
    static RowQuery usual(RecordSource source, String table, CancelSignal cancel) {
        List<RecordColumn> columns = of(source, table, cancel);
        List<String> shown = columns.stream()
                .filter(RecordColumn::usual)
                .map(RecordColumn::name)
                .toList();
        if (shown.isEmpty()) {
            shown = columns.stream()
                    .filter(c -> !c.hidden())
                    .limit(USUAL)
                    .map(RecordColumn::name)
                    .toList();
        }
        RowQuery rows = RowQuery.of(table, shown.toArray(String[]::new));
        String time = source.model().table(table).time();
        boolean timed = columns.stream().anyMatch(c -> c.name().equals(time) && !c.hidden());
        return timed ? rows.orderBy(time, true) : rows;
    }

    private static List<Candidate> candidates(CustomerModel model, String table) {
        CustomerModel.Table own = model.table(table);
        String group = capital(own.label());
        List<Candidate> all = new ArrayList<>();
        if (!table.equals(CustomerModel.ORDER_LINE)) {
            own.columns().forEach(c -> all.add(new Candidate(c, group)));
            return all;
        }
        for (String name : LINES) {
            all.add(new Candidate(line(model, name), group));
        }
        for (ColumnSpec c : own.columns()) {
            if (!LINES.contains(c.name()) && !SAME.contains(c.name())) {
                all.add(new Candidate(c, group));
            }
        }
        for (String other : List.of(CustomerModel.CUSTOMER, CustomerModel.PRODUCT)) {
            CustomerModel.Table t = model.table(other);
            for (ColumnSpec c : t.columns()) {
                String name = other + "." + c.name();
                if (!FOLLOWED.contains(name) && !LINES.contains(name)) {
                    all.add(new Candidate(
                            new ColumnSpec(name, c.type(), c.unit(), capital(t.label()) + ": " + lower(c.label())),
                            capital(t.label())));
                }
            }
        }
        return all;
    }

    private static ColumnSpec line(CustomerModel model, String name) {
        return switch (name) {
            case "customer" -> text(name, TEXTS.get("record.columns.customer"));
            case "customer.name" -> text(name, TEXTS.get("record.columns.customer_name"));
            case "product" -> text(name, TEXTS.get("record.columns.product"));
            case "product-name" -> text(name, TEXTS.get("record.columns.product_name"));
            case "category" -> text(name, TEXTS.get("record.columns.category"));
            default -> model.table(CustomerModel.ORDER_LINE).find(name).orElseThrow();
        };
    }

    private static ColumnSpec text(String name, String label) {
        return new ColumnSpec(name, ColumnType.TEXT, Unit.none(), label);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
