package org.clientele.platform.runtime.records;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.platform.runtime.records.HistoryEntry.Kind;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, newest first. Lines of one order that were written together are one entry. */
record CustomerHistory(RecordSource source, String customer, CancelSignal cancel) {
    private static final Texts TEXTS = Texts.of(CustomerHistory.class);
    /** An order of Online Retail has up to 1,114 lines; so many are read for each entry that is wanted, and at least these. */
    private static final int LINES_AN_ENTRY = 60;

    private static final int MOST_LINES = 100_000;

    List<HistoryEntry> newest(int most) {
        return Stream.of(
                        orders(most),
                        others(
                                most,
                                CustomerModel.INTERACTION,
                                Kind.INTERACTION,
                                "kind",
                                "channel",
                                "outcome",
                                "device"),
                        others(most, CustomerModel.TICKET, Kind.TICKET, "category", "status", "channel", "priority"),
                        others(most, CustomerModel.FEEDBACK, Kind.FEEDBACK, "kind", "score", "comment", "channel"),
                        others(
                                most,
                                CustomerModel.CAMPAIGN_CONTACT,
                                Kind.CAMPAIGN,
                                "campaign_id",
                                "channel",
                                "variant"))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(HistoryEntry::at).reversed())
                .limit(most)
                .toList();
    }

    /** The rows of a table that are hers, newest first; of what the policy hides there is nothing to tell. */
    private @Nullable Frame rows(String table, int most, String... columns) {
        String time = source.model().table(table).time();
        List<String> all = new ArrayList<>(List.of(time));
        all.addAll(List.of(columns));
        try {
            List<String> hidden = source.hidden(RowQuery.of(table, all.toArray(String[]::new)), cancel);
            if (hidden.contains(time)) {
                return null;
            }
            all.removeAll(hidden);
            return source.query(
                    RowQuery.of(table, all.toArray(String[]::new))
                            .where(Filter.in("customer", customer))
                            .orderBy(time, true)
                            .page(0, most),
                    cancel);
        } catch (AnalyticsException e) {
            if (e.code() == ErrorCode.FORBIDDEN) {
                return null;
            }
            throw e;
        }
    }

    private List<HistoryEntry> others(int most, String table, Kind kind, String... columns) {
        Frame rows = rows(table, most, columns);
        List<HistoryEntry> all = new ArrayList<>();
        String label = RecordColumns.capital(source.model().table(table).label());
        for (int row = 0; rows != null && row < rows.rowCount(); row++) {
            int at = row;
            LocalDateTime time = moment(rows.columns().get(0), row);
            if (time == null) {
                continue;
            }
            String title = rows.columns().size() > 1 && !rows.columns().get(1).isNull(row)
                    ? TEXTS.get(
                            "history.kind",
                            label,
                            source.format().exact(rows.columns().get(1), row))
                    : label;
            String detail = rows.columns().stream()
                    .skip(2)
                    .filter(c -> !c.isNull(at))
                    .map(c -> TEXTS.get(
                            "history.said", c.spec().label(), source.format().exact(c, at)))
                    .reduce((one, other) -> TEXTS.get("history.list", one, other))
                    .orElse("");
            all.add(new HistoryEntry(time, kind, title, detail, ""));
        }
        return all;
    }

    private static @Nullable LocalDateTime moment(Column column, int row) {
        return column.valueAt(row) instanceof LocalDateTime t ? t : null;
    }

    /** Lines of one order, of one kind, of one moment. */
    private static final class Order {
        final LocalDateTime at;
        final Kind kind;
        final String id;
        final Map<String, BigDecimal> things = new LinkedHashMap<>();
        BigDecimal amount = BigDecimal.ZERO;
        int lines;

        Order(LocalDateTime at, Kind kind, String id) {
            this.at = at;
            this.kind = kind;
            this.id = id;
        }
    }

    private List<HistoryEntry> orders(int most) {
        int lines = Math.min(MOST_LINES, Math.max(5_000, most * LINES_AN_ENTRY));
        Frame rows = rows(
                CustomerModel.ORDER_LINE,
                lines,
                "order_id",
                "quantity",
                "amount",
                "product-name",
                "description",
                "product");
        Map<String, Order> orders = new LinkedHashMap<>();
        for (int row = 0; rows != null && row < rows.rowCount(); row++) {
            LocalDateTime time = moment(rows.columns().get(0), row);
            if (time == null) {
                continue;
            }
            String id = text(rows, "order_id", row);
            boolean back = isBack(rows, row);
            Order order = orders.computeIfAbsent(
                    id + '\n' + back + '\n' + time.toLocalDate(),
                    key -> new Order(time, back ? Kind.RETURN : Kind.ORDER, id));
            BigDecimal amount =
                    rows.has("amount") ? (BigDecimal) rows.column("amount").valueAt(row) : null;
            order.lines++;
            order.amount = amount == null ? order.amount : order.amount.add(amount);
            order.things.merge(thing(rows, row), amount == null ? BigDecimal.ZERO : amount.abs(), BigDecimal::add);
        }
        ColumnSpec money =
                rows == null ? null : rows.find("amount").map(Column::spec).orElse(null);
        return orders.values().stream().map(o -> entry(o, money)).limit(most).toList();
    }

    private static boolean isBack(Frame rows, int row) {
        return rows.has("quantity") && rows.column("quantity").doubleAt(row) < 0;
    }

    private static String text(Frame rows, String name, int row) {
        String text = rows.has(name) ? rows.column(name).textAt(row) : null;
        return text == null ? "" : text;
    }

    private static String thing(Frame rows, int row) {
        return Stream.of("product-name", "description", "product")
                .map(name -> text(rows, name, row))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse(TEXTS.get("history.unnamed"));
    }

    private HistoryEntry entry(Order o, @Nullable ColumnSpec money) {
        String dearest = o.things.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        String detail = o.things.size() > 1
                ? TEXTS.get("history.lines.others", o.lines, dearest)
                : TEXTS.get("history.lines", o.lines, dearest);
        String value = "";
        if (money != null) {
            Column.Builder b = Column.decimalBuilder(
                    new ColumnSpec("amount", ColumnType.DECIMAL, money.unit(), ""), CustomerModel.MONEY_SCALE);
            b.add(o.amount.setScale(CustomerModel.MONEY_SCALE, java.math.RoundingMode.HALF_UP));
            value = source.format().exact(b.build(), 0);
        }
        return new HistoryEntry(
                o.at,
                o.kind,
                TEXTS.get(o.kind == Kind.RETURN ? "history.return" : "history.order", o.id),
                detail,
                value);
    }
}
