package org.clientele.sdk.data;

import static org.clientele.sdk.data.ColumnType.BOOLEAN;
import static org.clientele.sdk.data.ColumnType.DATE;
import static org.clientele.sdk.data.ColumnType.DECIMAL;
import static org.clientele.sdk.data.ColumnType.TEXT;
import static org.clientele.sdk.data.ColumnType.TIMESTAMP;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/**
 * The tables that every plugin shares. Names are snake_case. A workspace has all of them; those nobody imported are
 * empty. Source columns that the model does not name are kept as typed attributes of their table and are found by
 * {@link #withAttributes}.
 *
 * @param tables the tables, by name unique
 */
public record CustomerModel(List<Table> tables) {
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

    /**
     * One table.
     *
     * @param name snake_case
     * @param label for people, in the singular: "order line"
     * @param key the column that identifies a row, or "" where none does
     * @param time the column that places a row in time, or "" where none does
     * @param columns what the model names, then attributes
     */
    public record Table(String name, String label, String key, String time, List<ColumnSpec> columns) {
        public Table {
            columns = List.copyOf(columns);
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
                        "The customer model has no table \"" + name + "\"; it has "
                                + String.join(
                                        ", ", tables.stream().map(Table::name).toList()) + "."));
    }

    /** The same model with more columns on one table. */
    public CustomerModel withAttributes(String table, List<ColumnSpec> attributes) {
        List<Table> all = new ArrayList<>();
        for (Table t : tables) {
            if (t.name().equals(table)) {
                List<ColumnSpec> columns = new ArrayList<>(t.columns());
                columns.addAll(attributes);
                all.add(new Table(t.name(), t.label(), t.key(), t.time(), columns));
            } else {
                all.add(t);
            }
        }
        return new CustomerModel(all);
    }

    private static ColumnSpec col(String name, ColumnType type, String label) {
        return new ColumnSpec(name, type, Unit.none(), label);
    }

    private static ColumnSpec money(String name, String label) {
        return new ColumnSpec(name, DECIMAL, Unit.money(), label);
    }

    private static final CustomerModel STANDARD = new CustomerModel(List.of(
            new Table(
                    CUSTOMER,
                    "customer",
                    "customer_id",
                    "",
                    List.of(
                            col("customer_id", TEXT, "Customer"),
                            col("name", TEXT, "Name"),
                            col("email", TEXT, "E-mail"),
                            col("gender", TEXT, "Gender"),
                            col("birth_date", DATE, "Date of birth"),
                            col("country", TEXT, "Country"),
                            col("region", TEXT, "Region"),
                            col("city", TEXT, "City"),
                            col("postal_code", TEXT, "Postal code"),
                            col("registered_at", TIMESTAMP, "Registered"),
                            col("acquisition_channel", TEXT, "Acquisition channel"))),
            new Table(
                    PRODUCT,
                    "product",
                    "product_id",
                    "",
                    List.of(
                            col("product_id", TEXT, "Product"),
                            col("name", TEXT, "Name"),
                            col("category", TEXT, "Category"),
                            col("subcategory", TEXT, "Subcategory"),
                            col("brand", TEXT, "Brand"),
                            money("list_price", "List price"),
                            money("unit_cost", "Unit cost"))),
            new Table(
                    ORDER_LINE,
                    "order line",
                    "",
                    "ordered_at",
                    List.of(
                            col("order_id", TEXT, "Order"),
                            col("line_no", ColumnType.INTEGER, "Line"),
                            col("ordered_at", TIMESTAMP, "Ordered"),
                            col("kind", TEXT, "Kind"),
                            col("customer_id", TEXT, "Customer"),
                            col("product_id", TEXT, "Product"),
                            col("description", TEXT, "Description"),
                            new ColumnSpec("quantity", DECIMAL, Unit.of("units"), "Quantity"),
                            money("unit_price", "Unit price"),
                            money("amount", "Amount"),
                            money("discount", "Discount"),
                            money("tax", "Tax"),
                            money("cost", "Cost"),
                            col("currency", TEXT, "Currency"),
                            col("country", TEXT, "Country"),
                            col("channel", TEXT, "Channel"),
                            col("is_charge", BOOLEAN, "Charge")))));
}
