package org.clientele.sdk.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * The tables that every plugin shares. Names are snake_case. A workspace has all of them; those nobody imported are
 * empty. Source columns that the model does not name are kept as typed attributes of their table and are found by
 * {@link #withAttributes}.
 *
 * @param tables the tables, by name unique
 */
public record CustomerModel(List<Table> tables) {
    private static final Texts TEXTS = Texts.of(CustomerModel.class);

    /** Digits behind the point of stored money. */
    public static final int MONEY_SCALE = 4;
    /** Digits behind the point of stored quantities. */
    public static final int QUANTITY_SCALE = 3;

    /** Lines of orders: sales, returns and adjustments. */
    public static final String ORDER_LINE = "order_line";
    /** Customers. */
    public static final String CUSTOMER = "customer";
    /** Products. */
    public static final String PRODUCT = "product";
    /** Touchpoints: visits, calls, messages. */
    public static final String INTERACTION = "interaction";
    /** Marketing campaigns. */
    public static final String CAMPAIGN = "campaign";
    /** Whom a campaign reached, and what came of it. */
    public static final String CAMPAIGN_CONTACT = "campaign_contact";
    /** Cases of customer service. */
    public static final String TICKET = "ticket";
    /** Answers of customers: scores and comments. */
    public static final String FEEDBACK = "feedback";
    /** Sales opportunities. */
    public static final String OPPORTUNITY = "opportunity";
    /** Who saw which variant of an experiment. */
    public static final String EXPOSURE = "exposure";
    /** Contracts that renew. */
    public static final String SUBSCRIPTION = "subscription";
    /** Markets: their size, and who else is there. */
    public static final String MARKET = "market";
    /** What a metric is to reach. */
    public static final String TARGET = "target";
    /** Which customer is in which segment. */
    public static final String SEGMENT_MEMBERSHIP = "segment_membership";
    /** Days with what is special about them. */
    public static final String CALENDAR = "calendar";
    /** What one currency was worth in another, by day. */
    public static final String EXCHANGE_RATE = "exchange_rate";

    /**
     * One table.
     *
     * @param name snake_case
     * @param label for people, in the singular: "order line"
     * @param key the column that identifies a row, or "" where none does
     * @param time the column that places a row in time, or "" where none does
     * @param columns what the model names, then attributes
     * @param required columns without which a row means nothing; the key is one of them
     * @param references column to the table whose key it holds
     */
    public record Table(
            String name,
            String label,
            String key,
            String time,
            List<ColumnSpec> columns,
            List<String> required,
            Map<String, String> references) {
        public Table {
            columns = List.copyOf(columns);
            required = List.copyOf(required);
            references = Collections.unmodifiableMap(new TreeMap<>(references));
        }

        /** The column of that name, if there is one. */
        public Optional<ColumnSpec> find(String column) {
            return columns.stream().filter(c -> c.name().equals(column)).findFirst();
        }
    }

    public CustomerModel {
        tables = List.copyOf(tables);
    }

    /** The model of this SDK, without attributes. */
    public static CustomerModel standard() {
        return STANDARD;
    }

    /**
     * The table of that name.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if there is none
     */
    public Table table(String name) {
        return tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get(
                                "customer.model.customer_model_has_no",
                                name,
                                String.join(
                                        ", ", tables.stream().map(Table::name).toList()))));
    }

    /** The same model with more columns on one table. */
    public CustomerModel withAttributes(String table, List<ColumnSpec> attributes) {
        List<Table> all = new ArrayList<>();
        for (Table t : tables) {
            if (t.name().equals(table)) {
                List<ColumnSpec> columns = new ArrayList<>(t.columns());
                columns.addAll(attributes);
                all.add(new Table(t.name(), t.label(), t.key(), t.time(), columns, t.required(), t.references()));
            } else {
                all.add(t);
            }
        }
        return new CustomerModel(all);
    }

    private static final CustomerModel STANDARD = new CustomerModel(StandardTables.ALL);
}
