package org.clientele.platform.runtime;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;

/** Order lines made by hand. */
final class Lines {
    /**
     * Two years and a month: revenue 52.00 in all, 45.00 of it in 2024 and 15.00 in December 2024; 42.00 in the United
     * Kingdom and 10.00 in France; three customers, two of them in 2024.
     */
    static final Frame EXAMPLE = new Lines()
            .line("B1", "2022-12-01T10:00", "C3", "United Kingdom", 1, "7.00")
            .line("A1", "2024-01-15T10:00", "C1", "United Kingdom", 2, "10.00")
            .line("A2", "2024-02-10T10:00", "C2", "France", 1, "10.00")
            .line("A3", "2024-12-31T23:00", "C1", "United Kingdom", 3, "5.00")
            .frame();

    private final Column.Builder orders = text("order_id");
    private final Column.Builder times = Column.builder(ColumnSpec.of("ordered_at", ColumnType.TIMESTAMP));
    private final Column.Builder customers = text("customer_id");
    private final Column.Builder products = text("product_id");
    private final Column.Builder countries = text("country");
    private final Column.Builder quantities = decimal("quantity", 3);
    private final Column.Builder prices = decimal("unit_price", 4);
    private final Column.Builder currencies = text("currency");

    private static Column.Builder text(String name) {
        return Column.builder(ColumnSpec.of(name, ColumnType.TEXT));
    }

    private static Column.Builder decimal(String name, int scale) {
        return Column.decimalBuilder(ColumnSpec.of(name, ColumnType.DECIMAL), scale);
    }

    Lines line(String order, String time, String customer, String country, int quantity, String price) {
        orders.addText(order);
        times.add(LocalDateTime.parse(time));
        customers.add(customer);
        products.addText("P1");
        countries.addText(country);
        quantities.addDecimal(BigDecimal.valueOf(quantity));
        prices.addDecimal(new BigDecimal(price));
        currencies.addText("GBP");
        return this;
    }

    Frame frame() {
        List<Column> columns = new ArrayList<>();
        List.of(orders, times, customers, products, countries, quantities, prices, currencies)
                .forEach(c -> columns.add(c.build()));
        return Frame.of(columns);
    }
}
