package org.clientele.platform.sample;

import java.util.Map;
import java.util.TreeMap;
import org.clientele.sdk.data.CustomerModel;

/** Writes order lines and keeps the books of each month. */
final class OrderLines {
    static final String CURRENCY = "GBP";

    /** Customers and products that were struck off the lists: few, and each with many lines. */
    private static final int STRANGERS = 8_000_000;

    private static final int STRUCK_OFF = 12;

    /** The figures of a month. Money is in units of 0.0001 pounds. */
    static final class Month {
        long revenue;
        long sales;
        long returned;
        long orders;
        long newCustomers;
        final Map<String, Long> revenueOfChannel = new TreeMap<>();
    }

    private final World world;
    private final Batches out;
    private final Month[] books = new Month[TradingCalendar.MONTHS];

    OrderLines(World world) {
        this.world = world;
        this.out = world.table(CustomerModel.ORDER_LINE);
        for (int m = 0; m < books.length; m++) {
            books[m] = new Month();
        }
    }

    Month month(int month) {
        return books[month];
    }

    void sale(Order order, int day) {
        Month month = books[TradingCalendar.month(day)];
        month.orders++;
        month.sales += order.amount();
        if (order.customer() != Order.NOBODY && world.lives.firstOrder(order.customer())) {
            month.newCustomers++;
        }
        write(order, day, "sale");
    }

    void returned(Order order, int day) {
        books[TradingCalendar.month(day)].returned -= order.amount();
        write(order, day, "return");
    }

    void adjustment(Order order, int day) {
        write(order, day, "adjustment");
    }

    void end() {
        out.flush();
    }

    private void write(Order order, int day, String kind) {
        Month month = books[TradingCalendar.month(day)];
        month.revenue += order.amount();
        month.revenueOfChannel.merge(order.channel(), order.amount(), Long::sum);
        int number = order.firstLine();
        for (Order.Line line : order.lines()) {
            long row = out.count();
            write(order, day, kind, line, number, row);
            String id = order.id() + "/" + number;
            if (kind.equals("sale") && world.faults.strikes(Faults.Kind.DUPLICATE_ROW, row, 0, () -> id)) {
                write(order, day, kind, line, number, row);
            }
            number++;
        }
    }

    private void write(Order order, int day, String kind, Order.Line line, int number, long row) {
        boolean sale = kind.equals("sale");
        Item item = line.item();
        long price = line.price();
        if (sale && !item.charge() && strikes(Faults.Kind.NEGATIVE_PRICE, order, number, row)) {
            price = -price;
        }
        long amount = line.quantity() * price - line.discount();
        out.text("order_id", order.id())
                .number("line_no", number)
                .moment("ordered_at", day, order.second())
                .text("kind", kind);
        if (order.customer() != Order.NOBODY) {
            boolean orphan = sale && strikes(Faults.Kind.ORPHAN_CUSTOMER, order, number, row);
            out.text("customer_id", Population.id(orphan ? STRANGERS + row % STRUCK_OFF : order.customer()));
        }
        boolean orphan = sale && !item.charge() && strikes(Faults.Kind.ORPHAN_PRODUCT, order, number, row);
        out.text("product_id", orphan ? "OLD-" + (101 + row % STRUCK_OFF) : item.id())
                .text("description", item.name())
                .number("quantity", line.quantity() * 1000L)
                .number("unit_price", price)
                .number("amount", amount)
                .number("discount", line.discount())
                .number("tax", order.taxed() ? amount / 5 : 0);
        if (!sale || !strikes(Faults.Kind.MISSING_COST, order, number, row)) {
            out.number("cost", line.cost());
        }
        out.text("currency", CURRENCY)
                .maybe("country", order.country())
                .text("channel", order.channel())
                .flag("is_charge", item.charge())
                .end();
    }

    private boolean strikes(Faults.Kind kind, Order order, int number, long row) {
        return world.faults.strikes(kind, row, 1, () -> order.id() + "/" + number);
    }
}
