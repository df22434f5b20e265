package org.clientele.platform.runtime.gallery;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.clientele.platform.runtime.gallery.OrderBook.Customer;
import org.clientele.platform.runtime.gallery.OrderBook.Order;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** What the charts of a gallery show of an order book. */
final class OrderFrames {
    private static final Texts TEXTS = Texts.of(OrderFrames.class);

    private static final Unit ORDERS = Unit.of("orders");
    private static final Unit CUSTOMERS = Unit.of("customers");

    private OrderFrames() {}

    /** customer, orders, sales, recency (days), country: some hundred customers, evenly picked. */
    static Frame customers(OrderBook book, int most) {
        Rows rows = new Rows()
                .text("customer", TEXTS.get("order.frames.customer"))
                .whole("orders", ORDERS, TEXTS.get("common.orders"))
                .real("sales", book.money(), TEXTS.get("order.frames.sales"))
                .whole("recency", Unit.of("days"), TEXTS.get("order.frames.days_since_last_order"))
                .text("country", TEXTS.get("common.country"));
        List<String> named = book.countries(4);
        int step = Math.max(1, book.customers().size() / most);
        for (int i = 0; i < book.customers().size(); i += step) {
            Customer c = book.customers().get(i);
            rows.add(
                    c.id,
                    (long) c.orders(),
                    c.amount,
                    ChronoUnit.DAYS.between(c.last(), book.newest()),
                    named.contains(c.country) ? c.country : TEXTS.get("common.others"));
        }
        return rows.frame();
    }

    /** cohort (month), age (months), customers, members, retention. */
    static Frame cohorts(OrderBook book) {
        Map<YearMonth, Map<Long, Set<String>>> active = new TreeMap<>();
        Map<YearMonth, Long> members = new TreeMap<>();
        for (Customer c : book.customers()) {
            YearMonth cohort = YearMonth.from(c.first());
            members.merge(cohort, 1L, Long::sum);
            for (LocalDate day : c.days) {
                active.computeIfAbsent(cohort, k -> new TreeMap<>())
                        .computeIfAbsent(ChronoUnit.MONTHS.between(cohort, YearMonth.from(day)), k -> new HashSet<>())
                        .add(c.id);
            }
        }
        Rows rows = new Rows()
                .date("cohort", TEXTS.get("order.frames.first_order"))
                .whole("age", Unit.of("months"), TEXTS.get("order.frames.months_after"))
                .whole("customers", CUSTOMERS, TEXTS.get("common.customers"))
                .whole("members", CUSTOMERS, TEXTS.get("common.customers"))
                .real("retention", Unit.ratio(), TEXTS.get("order.frames.retention"));
        active.forEach((cohort, ages) -> ages.forEach((age, who) -> {
            long of = members.getOrDefault(cohort, 0L);
            rows.add(cohort.atDay(1), age, (long) who.size(), of, who.size() / (double) of);
        }));
        return rows.frame();
    }

    /** weekday, hour, orders. */
    static Frame weekdayHours(OrderBook book) {
        Map<DayOfWeek, Map<Long, Long>> counts = new TreeMap<>();
        book.orders()
                .forEach(o -> counts.computeIfAbsent(o.day.getDayOfWeek(), k -> new TreeMap<>())
                        .merge((long) o.hour, 1L, Long::sum));
        Rows rows = new Rows()
                .text("weekday", TEXTS.get("order.frames.weekday"))
                .whole("hour", Unit.none(), TEXTS.get("order.frames.hour_day"))
                .whole("orders", ORDERS, TEXTS.get("common.orders"));
        counts.forEach((day, hours) -> hours.forEach((hour, n) -> rows.add(name(day), hour, n)));
        return rows.frame();
    }

    /** weekday, value: all orders. */
    static Frame orderValues(OrderBook book) {
        Rows rows = new Rows()
                .text("weekday", TEXTS.get("order.frames.weekday"))
                .real("value", book.money(), TEXTS.get("order.frames.order_value"));
        book.orders().stream()
                .sorted(java.util.Comparator.comparing((Order o) -> o.day.getDayOfWeek()))
                .forEach(o -> rows.add(name(o.day.getDayOfWeek()), o.amount));
        return rows.frame();
    }

    /** weekday, country, share of the country's orders: the three largest countries. */
    static Frame weekdayShares(OrderBook book) {
        Rows rows = new Rows()
                .text("weekday", TEXTS.get("order.frames.weekday"))
                .text("country", TEXTS.get("common.country"))
                .real("share", Unit.ratio(), TEXTS.get("order.frames.share_orders"));
        for (String country : book.countries(3)) {
            Map<DayOfWeek, Long> counts = book.orders().stream()
                    .filter(o -> o.country.equals(country))
                    .collect(Collectors.groupingBy(o -> o.day.getDayOfWeek(), TreeMap::new, Collectors.counting()));
            double all = counts.values().stream().mapToLong(Long::longValue).sum();
            for (DayOfWeek day : DayOfWeek.values()) {
                rows.add(name(day), country, counts.getOrDefault(day, 0L) / all);
            }
        }
        return rows.frame();
    }

    /** stage, customers. */
    static Frame stages(OrderBook book) {
        Rows rows = new Rows()
                .text("stage", TEXTS.get("order.frames.stage"))
                .whole("customers", CUSTOMERS, TEXTS.get("common.customers"));
        stages(book.customers()).forEach(rows::add);
        return rows.frame();
    }

    /** country, stage, customers: of some countries. */
    static Frame stages(OrderBook book, List<String> countries) {
        Rows rows = new Rows()
                .text("country", TEXTS.get("common.country"))
                .text("stage", TEXTS.get("order.frames.stage"))
                .whole("customers", CUSTOMERS, TEXTS.get("common.customers"));
        for (String country : countries) {
            List<Customer> own = book.customers().stream()
                    .filter(c -> c.country.equals(country))
                    .toList();
            stages(own).forEach((stage, n) -> rows.add(country, stage, n));
        }
        return rows.frame();
    }

    private static Map<String, Long> stages(List<Customer> customers) {
        Map<String, Long> stages = new LinkedHashMap<>();
        int[] least = {1, 2, 3, 5, 10};
        String[] names = {
            TEXTS.get("order.frames.bought_once"),
            TEXTS.get("order.frames.bought_again"),
            TEXTS.get("order.frames.three_orders"),
            TEXTS.get("order.frames.five_orders"),
            TEXTS.get("order.frames.ten_orders")
        };
        for (int i = 0; i < least.length; i++) {
            int orders = least[i];
            long n = customers.stream().filter(c -> c.orders() >= orders).count();
            if (n > 0) {
                stages.put(names[i], n);
            }
        }
        return stages;
    }

    /** from, to, customers: by their orders in the first and the second half of the time. */
    static Frame halves(OrderBook book) {
        LocalDate middle = book.middle();
        ToIntFunction<Customer> before =
                c -> (int) c.days.stream().filter(d -> d.isBefore(middle)).count();
        Map<String, Map<String, Long>> flows = new TreeMap<>();
        for (Customer c : book.customers()) {
            int n = before.applyAsInt(c);
            flows.computeIfAbsent(TEXTS.get("order.frames.first_half", band(n)), k -> new TreeMap<>())
                    .merge(TEXTS.get("order.frames.second_half", band(c.orders() - n)), 1L, Long::sum);
        }
        Rows rows = new Rows()
                .text("from", TEXTS.get("order.frames.before"))
                .text("to", TEXTS.get("order.frames.after"))
                .whole("customers", CUSTOMERS, TEXTS.get("common.customers"));
        flows.forEach((from, all) -> all.forEach((to, n) -> rows.add(from, to, n)));
        return rows.frame();
    }

    private static String band(int orders) {
        return orders == 0
                ? TEXTS.get("order.frames.no_order")
                : orders == 1
                        ? TEXTS.get("order.frames.order")
                        : orders < 5 ? TEXTS.get("order.frames.n_2_4_orders") : TEXTS.get("order.frames.n_5_more");
    }

    /** country, before, after: revenue of the halves of the time. */
    static Frame countryHalves(OrderBook book) {
        Rows rows = new Rows()
                .text("country", TEXTS.get("common.country"))
                .real("before", book.money(), TEXTS.get("order.frames.first_half_2"))
                .real("after", book.money(), TEXTS.get("order.frames.second_half_2"));
        for (String country : book.abroad(8)) {
            double[] sums = new double[2];
            book.orders().stream()
                    .filter(o -> o.country.equals(country))
                    .forEach(o -> sums[o.day.isBefore(book.middle()) ? 0 : 1] += o.amount);
            rows.add(country, sums[0], sums[1]);
        }
        return rows.frame();
    }

    /** from, to, orders: pairs of the products in most orders that stand in one order. */
    static Frame productPairs(OrderBook book) {
        Map<String, Long> counts = new HashMap<>();
        book.orders().forEach(o -> new HashSet<>(o.products).forEach(p -> counts.merge(p, 1L, Long::sum)));
        Set<String> top = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(30)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, Map<String, Long>> pairs = new TreeMap<>();
        for (Order order : book.orders()) {
            List<String> found = order.products.stream()
                    .filter(top::contains)
                    .distinct()
                    .sorted()
                    .toList();
            for (int i = 0; i < found.size(); i++) {
                for (int k = i + 1; k < found.size(); k++) {
                    pairs.computeIfAbsent(found.get(i), p -> new TreeMap<>()).merge(found.get(k), 1L, Long::sum);
                }
            }
        }
        record Pair(String from, String to, long orders) {}
        List<Pair> all = new ArrayList<>();
        pairs.forEach((from, others) -> others.forEach((to, n) -> all.add(new Pair(from, to, n))));
        Rows rows = new Rows()
                .text("from", TEXTS.get("order.frames.product"))
                .text("to", TEXTS.get("order.frames.product"))
                .whole("orders", ORDERS, TEXTS.get("order.frames.orders_with_both"));
        all.stream()
                .sorted(java.util.Comparator.comparingLong(Pair::orders).reversed())
                .limit(60)
                .forEach(p -> rows.add(p.from(), p.to(), p.orders()));
        return rows.frame();
    }

    /** month, country, sales, orders, customers: of some countries. */
    static Frame countryMonths(OrderBook book, List<String> countries) {
        return countryMonths(book, countries, LocalDate.MIN);
    }

    /** The same of the last six months, which is as much as bars side by side can tell. */
    static Frame newestMonths(OrderBook book, List<String> countries) {
        return countryMonths(book, countries, book.newest().minusMonths(5).withDayOfMonth(1));
    }

    private static Frame countryMonths(OrderBook book, List<String> countries, LocalDate since) {
        Rows rows = new Rows()
                .date("month", TEXTS.get("order.frames.month"))
                .text("country", TEXTS.get("common.country"))
                .real("sales", book.money(), TEXTS.get("order.frames.sales"))
                .whole("orders", ORDERS, TEXTS.get("common.orders"))
                .whole("customers", CUSTOMERS, TEXTS.get("common.customers"));
        Map<YearMonth, Map<String, List<Order>>> groups = book.orders().stream()
                .filter(o -> countries.contains(o.country) && !o.day.isBefore(since))
                .collect(Collectors.groupingBy(
                        o -> YearMonth.from(o.day),
                        TreeMap::new,
                        Collectors.groupingBy(o -> o.country, TreeMap::new, Collectors.toList())));
        groups.forEach((month, byCountry) -> byCountry.forEach((country, some) -> rows.add(
                month.atDay(1),
                country,
                some.stream().mapToDouble(o -> o.amount).sum(),
                (long) some.size(),
                some.stream().map(o -> o.customer).distinct().count())));
        return rows.frame();
    }

    /** quarter, country, band, sales: a hierarchy of three levels. */
    static Frame quarters(OrderBook book) {
        List<String> named = book.countries(6);
        Map<String, Integer> orders = new HashMap<>();
        book.customers().forEach(c -> orders.put(c.id, c.orders()));
        Map<String, Map<String, Map<String, Double>>> sums = new TreeMap<>();
        for (Order o : book.orders()) {
            String quarter = "Q" + ((o.day.getMonthValue() + 2) / 3) + " " + o.day.getYear();
            String sortable = o.day.getYear() + quarter;
            String country = named.contains(o.country) ? o.country : TEXTS.get("common.others");
            sums.computeIfAbsent(sortable + "\t" + quarter, k -> new TreeMap<>())
                    .computeIfAbsent(country, k -> new TreeMap<>())
                    .merge(band(orders.getOrDefault(o.customer, 1)), o.amount, Double::sum);
        }
        Rows rows = new Rows()
                .text("quarter", TEXTS.get("order.frames.quarter"))
                .text("country", TEXTS.get("common.country"))
                .text("band", TEXTS.get("order.frames.customers_with"))
                .real("sales", book.money(), TEXTS.get("order.frames.sales"));
        sums.forEach((key, countries) -> countries.forEach((country, bands) ->
                bands.forEach((band, sum) -> rows.add(key.substring(key.indexOf('\t') + 1), country, band, sum))));
        return rows.frame();
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Texts.locale());
    }
}
