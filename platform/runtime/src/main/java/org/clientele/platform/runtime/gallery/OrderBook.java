package org.clientele.platform.runtime.gallery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;

/** The sales of known customers, customer by customer and order by order. */
final class OrderBook {
    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final long MICROS_AN_HOUR = 3_600_000_000L;
    static final List<String> COLUMNS = List.of(
            "order_id",
            "ordered_at",
            "kind",
            "customer_id",
            "product_id",
            "description",
            "amount",
            "country",
            "is_charge");

    /** An order of a known customer. */
    static final class Order {
        final String customer;
        final String country;
        final LocalDate day;
        final int hour;
        double amount;
        final List<String> products = new ArrayList<>();

        Order(String customer, String country, LocalDate day, int hour) {
            this.customer = customer;
            this.country = country;
            this.day = day;
            this.hour = hour;
        }
    }

    /** A customer with all that she ordered. */
    static final class Customer {
        final String id;
        final String country;
        final List<LocalDate> days = new ArrayList<>();
        double amount;

        Customer(String id, String country) {
            this.id = id;
            this.country = country;
        }

        int orders() {
            return days.size();
        }

        LocalDate first() {
            return days.get(0);
        }

        LocalDate last() {
            return days.get(days.size() - 1);
        }
    }

    private final List<Order> orders;
    private final List<Customer> customers;
    private final Unit money;

    private OrderBook(List<Order> orders, List<Customer> customers, Unit money) {
        this.orders = orders;
        this.customers = customers;
        this.money = money;
    }

    /**
     * An order is of the country that its lines name, or else of its customer's. Charges count as sales, not as products.
     *
     * @param lines of order lines, with {@link #COLUMNS}
     * @param people of customers: customer_id, country
     */
    static OrderBook of(Frame lines, Frame people, Unit money) {
        Column ids = lines.column("order_id");
        Column at = lines.column("ordered_at");
        Column kind = lines.column("kind");
        Column customer = lines.column("customer_id");
        Column product = lines.column("product_id");
        Column name = lines.column("description");
        Column amount = lines.column("amount");
        Column country = lines.column("country");
        Column charge = lines.column("is_charge");
        Map<String, String> homes = homes(people);
        Map<String, Order> orders = new HashMap<>();
        for (int row = 0; row < lines.rowCount(); row++) {
            String who = customer.textAt(row);
            String id = ids.textAt(row);
            double worth = amount.doubleAt(row);
            if (who == null || id == null || at.isNull(row) || !(worth > 0) || !"sale".equals(kind.textAt(row))) {
                continue;
            }
            Order order = orders.get(id);
            if (order == null) {
                long t = at.longAt(row);
                order = new Order(
                        who,
                        text(country, row, homes.getOrDefault(who, Labels.UNKNOWN)),
                        LocalDate.ofEpochDay(Math.floorDiv(t, MICROS_A_DAY)),
                        (int) (Math.floorMod(t, MICROS_A_DAY) / MICROS_AN_HOUR));
                orders.put(id, order);
            }
            order.amount += worth;
            String what = text(name, row, text(product, row, ""));
            boolean bought = charge.isNull(row) || charge.longAt(row) == 0;
            if (bought && !what.isEmpty()) {
                order.products.add(what);
            }
        }
        return grouped(orders, money);
    }

    private static Map<String, String> homes(Frame people) {
        Column id = people.column("customer_id");
        Column country = people.column("country");
        Map<String, String> homes = new HashMap<>();
        for (int row = 0; row < people.rowCount(); row++) {
            String who = id.textAt(row);
            if (who != null) {
                homes.put(who, text(country, row, Labels.UNKNOWN));
            }
        }
        return homes;
    }

    private static OrderBook grouped(Map<String, Order> byId, Unit money) {
        List<Order> orders = new TreeMap<>(byId)
                .values().stream()
                        .sorted(java.util.Comparator.comparing((Order o) -> o.day))
                        .toList();
        Map<String, Customer> customers = new TreeMap<>();
        for (Order order : orders) {
            Customer customer = customers.computeIfAbsent(order.customer, id -> new Customer(id, order.country));
            customer.days.add(order.day);
            customer.amount += order.amount;
        }
        return new OrderBook(orders, List.copyOf(customers.values()), money);
    }

    private static String text(Column column, int row, String otherwise) {
        String text = column.textAt(row);
        return text == null || text.isBlank() ? otherwise : text;
    }

    /** Oldest first. */
    List<Order> orders() {
        return orders;
    }

    /** By id. */
    List<Customer> customers() {
        return customers;
    }

    /** What amounts count in. */
    Unit money() {
        return money;
    }

    /** The newest day; a day far back where nothing is there. */
    LocalDate newest() {
        return orders.isEmpty() ? LocalDate.EPOCH : orders.get(orders.size() - 1).day;
    }

    /** The day in the middle of the time that the orders cover. */
    LocalDate middle() {
        if (orders.isEmpty()) {
            return LocalDate.EPOCH;
        }
        long first = orders.get(0).day.toEpochDay();
        return LocalDate.ofEpochDay((first + newest().toEpochDay()) / 2);
    }

    /** The countries of most revenue, the largest first. */
    List<String> countries(int most) {
        Map<String, Double> sums = new TreeMap<>();
        orders.forEach(o -> sums.merge(o.country, o.amount, Double::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same without a first one that has more than all others: beside it there would be nothing to see of them. */
    List<String> abroad(int most) {
        List<String> all = countries(most + 1);
        double first = 0;
        double others = 0;
        for (Order order : orders) {
            if (!all.isEmpty() && order.country.equals(all.get(0))) {
                first += order.amount;
            } else {
                others += order.amount;
            }
        }
        boolean dwarfs = all.size() > 2 && first > others;
        return dwarfs ? all.subList(1, all.size()) : all.subList(0, Math.min(most, all.size()));
    }

    /** Each country's share of its revenue by month, over all months. */
    Map<String, double[]> seasons(List<String> countries) {
        Map<YearMonth, Integer> months = new TreeMap<>();
        orders.forEach(o -> months.put(YearMonth.from(o.day), 0));
        int n = 0;
        for (Map.Entry<YearMonth, Integer> month : months.entrySet()) {
            month.setValue(n++);
        }
        Map<String, double[]> all = new TreeMap<>();
        for (String country : countries) {
            double[] shares = new double[n];
            orders.stream()
                    .filter(o -> o.country.equals(country))
                    .forEach(o -> shares[months.getOrDefault(YearMonth.from(o.day), 0)] += o.amount);
            double sum = Arrays.stream(shares).sum();
            for (int i = 0; i < n; i++) {
                shares[i] /= sum;
            }
            all.put(country, shares);
        }
        return all;
    }
}
