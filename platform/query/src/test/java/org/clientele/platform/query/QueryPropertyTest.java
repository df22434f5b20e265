package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clientele.platform.query.PlainAnswer.Group;
import org.clientele.platform.query.PlainAnswer.Line;
import org.clientele.platform.query.PlainAnswer.Metric;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random questions over random rows, with missing values everywhere, against a computation in plain Java. */
class QueryPropertyTest {
    private static final int QUERIES = 60;
    private static final List<String> DIMENSIONS =
            List.of("day", "week", "month", "quarter", "year", "country", "product", "category", "customer");

    private static final MetricDefinition[] EXTRA = {
        metric("lines", "count()", Unit.of("lines")),
        metric("prices", "sum(quantity * unit_price)", Unit.money()),
        metric("mean-price", "avg(unit_price) where quantity > 0", Unit.money()),
        metric("lowest", "min(amount) where quantity <> 2", Unit.money()),
        metric("highest", "max(amount)", Unit.money()),
        metric("price-per-unit", "[sales] / [units]", Unit.money().per(Unit.of("units"))),
        metric(
                "buyers-per-line",
                "count(customer_id) / [lines]",
                Unit.of("customers").per(Unit.of("lines"))),
        metric("rounded", "round([revenue], 1) - 2.5", Unit.money()),
        metric("returned", "abs(sum(amount) where quantity < 0)", Unit.money())
    };

    private static final List<Metric> METRICS = List.of(
            new Metric("revenue", g -> g.sum(l -> true, Line::amount)),
            new Metric("sales", g -> sales(g)),
            new Metric("known-customer-sales", g -> g.sum(l -> l.isSale() && l.customer() != null, Line::amount)),
            new Metric("orders", g -> orders(g)),
            new Metric("customers", g -> g.distinct(Line::isSale, Line::customer)),
            new Metric("units", g -> g.sum(l -> true, Line::quantity)),
            new Metric("average-order-value", g -> PlainAnswer.quotient(sales(g), orders(g))),
            new Metric(
                    "return-rate",
                    g -> returned(g) == null
                            ? null
                            : PlainAnswer.quotient(returned(g).negate(), sales(g))),
            new Metric("new-customers", g -> newCustomers(g)),
            new Metric("returning-customers", g -> g.distinct(Line::isSale, Line::customer) - newCustomers(g)),
            new Metric("lines", g -> (long) g.lines().size()),
            new Metric(
                    "prices",
                    g -> rounded(
                            g.sum(
                                    l -> true,
                                    l -> l.quantity() == null || l.price() == null
                                            ? null
                                            : l.quantity().multiply(l.price())),
                            4)),
            new Metric(
                    "mean-price",
                    g -> PlainAnswer.mean(g.lines().stream()
                            .filter(l -> l.quantity() != null && l.quantity().signum() > 0 && l.price() != null)
                            .map(Line::price)
                            .toList())),
            new Metric(
                    "lowest",
                    g -> g.lines().stream()
                            .filter(l -> l.quantity() != null && l.quantity().compareTo(BigDecimal.valueOf(2)) != 0)
                            .map(Line::amount)
                            .filter(Objects::nonNull)
                            .min(BigDecimal::compareTo)
                            .orElse(null)),
            new Metric(
                    "highest",
                    g -> g.lines().stream()
                            .map(Line::amount)
                            .filter(Objects::nonNull)
                            .max(BigDecimal::compareTo)
                            .orElse(null)),
            new Metric("price-per-unit", g -> PlainAnswer.quotient(sales(g), g.sum(l -> true, Line::quantity))),
            new Metric(
                    "buyers-per-line",
                    g -> PlainAnswer.quotient(
                            g.lines().stream().filter(l -> l.customer() != null).count(),
                            g.lines().size())),
            new Metric("rounded", g -> {
                BigDecimal r = rounded(g.sum(l -> true, Line::amount), 1);
                return r == null ? null : r.subtract(new BigDecimal("2.5"));
            }),
            new Metric("returned", g -> returned(g) == null ? null : returned(g).abs()));

    /** A filter and what it means. */
    private record Tested(Filter filter, Predicate<Line> holds) {}

    private static final List<Tested> FILTERS = List.of(
            new Tested(Filter.in("country", "FR"), l -> "FR".equals(l.country())),
            new Tested(
                    new Filter.Members("country", Arrays.asList("DE", null), false),
                    l -> l.country() == null || l.country().equals("DE")),
            new Tested(new Filter.Members("country", List.of("DE"), true), l -> !"DE".equals(l.country())),
            new Tested(
                    new Filter.Members("category", Arrays.asList("A", null), true),
                    l -> l.category() != null && !l.category().equals("A")),
            new Tested(new Filter.Members("customer", List.of(), true), l -> true),
            new Tested(
                    Filter.where("not quantity > 2"),
                    l -> l.quantity() != null && l.quantity().compareTo(BigDecimal.valueOf(2)) <= 0),
            new Tested(
                    Filter.where("country = 'FR' or category in ('A', 'B') and product like 'p%'"),
                    l -> "FR".equals(l.country())
                            || l.category() != null
                                    && List.of("A", "B").contains(l.category())
                                    && l.product() != null
                                    && l.product().startsWith("p")),
            new Tested(
                    Filter.where("quantity between -1 and 2.5 and customer.country is null"),
                    l -> l.quantity() != null
                            && l.quantity().compareTo(BigDecimal.valueOf(-1)) >= 0
                            && l.quantity().compareTo(new BigDecimal("2.5")) <= 0
                            && l.homeCountry() == null),
            new Tested(
                    Filter.where("not (country in ('FR', 'O''Land') or order_line.country is null)"),
                    l -> l.ownCountry() != null && !List.of("FR", "O'Land").contains(l.country())),
            new Tested(
                    Filter.between("month", "2023-12-01", "2024-02-01"),
                    l -> l.at() != null
                            && !l.at().toLocalDate().isBefore(LocalDate.of(2023, 12, 1))
                            && l.at().toLocalDate().isBefore(LocalDate.of(2024, 3, 1))),
            new Tested(
                    new Filter.Members("quarter", Arrays.asList("2024-01-01", null), false),
                    l -> l.at() == null
                            || Grain.QUARTER.floor(l.at().toLocalDate()).equals(LocalDate.of(2024, 1, 1))),
            new Tested(
                    Filter.between("quantity", null, "2.5"),
                    l -> l.quantity() != null && l.quantity().compareTo(new BigDecimal("2.5")) <= 0),
            new Tested(
                    Filter.in("customer.country", "FR", "DE"),
                    l -> l.homeCountry() != null && List.of("FR", "DE").contains(l.homeCountry())),
            new Tested(
                    Filter.where("amount / quantity > 1.25"),
                    l -> l.amount() != null
                            && l.quantity() != null
                            && l.quantity().signum() != 0
                            && l.amount().doubleValue() / l.quantity().doubleValue() > 1.25),
            new Tested(
                    Filter.where("least(quantity, 3) = 3 or greatest(coalesce(unit_price, 0), 1) > 4"),
                    l -> l.quantity() == null
                            || l.quantity().compareTo(BigDecimal.valueOf(3)) >= 0
                            || l.price() != null && l.price().compareTo(BigDecimal.valueOf(4)) > 0));

    private static MetricDefinition metric(String name, String formula, Unit unit) {
        return MetricDefinition.builder("test.property/" + name, formula)
                .unit(unit)
                .build();
    }

    private static BigDecimal sales(Group g) {
        return g.sum(Line::isSale, Line::amount);
    }

    private static BigDecimal returned(Group g) {
        return g.sum(l -> l.quantity() != null && l.quantity().signum() < 0, Line::amount);
    }

    private static long orders(Group g) {
        return g.distinct(Line::isSale, Line::order);
    }

    private static long newCustomers(Group g) {
        return g.distinct(l -> l.isSale() && g.isNew().test(l), Line::customer);
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value == null ? null : value.setScale(digits, RoundingMode.HALF_UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyAnswerIsThatOfPlainJava(long seed) throws SQLException {
        Random random = new Random(seed);
        try (TestWarehouse w = TestWarehouse.empty()) {
            List<Line> lines = fill(w, random);
            QueryCompiler compiler = w.compiler(EXTRA);
            QueryContext context = w.context();
            for (int i = 0; i < QUERIES; i++) {
                List<Metric> metrics = some(random, METRICS, 1 + random.nextInt(3));
                List<String> dimensions = some(random, DIMENSIONS, random.nextInt(3));
                List<Tested> filters = some(random, FILTERS, random.nextInt(3));
                Period period = period(random);
                Comparison comparison = Comparison.values()[random.nextInt(3)];
                int limit = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 0;
                MetricQuery query = new MetricQuery(
                        metrics.stream().map(Metric::id).toList(),
                        dimensions,
                        filters.stream().map(Tested::filter).toList(),
                        period,
                        comparison,
                        limit);
                List<List<Object>> expected = new PlainAnswer(
                                lines,
                                new PlainAnswer.Query(
                                        metrics,
                                        dimensions,
                                        filters.stream().map(Tested::holds).toList(),
                                        period,
                                        comparison,
                                        limit))
                        .rows();
                assertThat(normal(w.rows(compiler.compile(query, context))))
                        .as("seed %d, query %d: %s", seed, i, query)
                        .isEqualTo(normal(expected));
            }
        }
    }

    private static List<List<String>> normal(List<List<Object>> rows) {
        return rows.stream()
                .map(r -> r.stream().map(QueryPropertyTest::text).toList())
                .toList();
    }

    // Nine digits of a double: sums in another order differ in the last ones.
    private static String text(Object value) {
        if (value instanceof Double d) {
            return d == 0 ? "0.0" : String.format(java.util.Locale.ROOT, "%.9g", d);
        }
        return value instanceof BigDecimal b ? b.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    private static Period period(Random random) {
        LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
        return switch (random.nextInt(6)) {
            case 0 -> new Period(from, null);
            case 1 -> new Period(null, from);
            case 2 -> new Period(from, from.plusDays(random.nextInt(200)));
            case 3 -> {
                LocalDate first = from.withDayOfMonth(1);
                yield new Period(first, first.plusMonths(1 + random.nextInt(4)).minusDays(1));
            }
            default -> Period.all();
        };
    }

    private static <T> List<T> some(Random random, List<T> all, int n) {
        List<T> left = new ArrayList<>(all);
        List<T> picked = new ArrayList<>();
        while (picked.size() < n) {
            picked.add(left.remove(random.nextInt(left.size())));
        }
        return picked;
    }

    private static <T> T maybe(Random random, List<T> from) {
        int i = random.nextInt(from.size() + 1);
        return i == from.size() ? null : from.get(i);
    }

    private static List<Line> fill(TestWarehouse w, Random random) throws SQLException {
        List<String> countries = List.of("FR", "DE", "O'Land");
        Map<String, String> home = new HashMap<>();
        Map<String, String> category = new HashMap<>();
        for (String c : List.of("c1", "c2", "c3", "C3", "c4")) {
            home.put(c, maybe(random, countries));
            w.run("insert into customer (customer_id, country) values (" + quoted(c) + ", " + quoted(home.get(c))
                    + ")");
        }
        for (String p : List.of("p1", "p2", "P1")) {
            category.put(p, maybe(random, List.of("A", "B")));
            w.run("insert into product (product_id, category) values (" + quoted(p) + ", " + quoted(category.get(p))
                    + ")");
        }
        List<Line> lines = new ArrayList<>();
        int n = 20 + random.nextInt(200);
        for (int i = 0; i < n; i++) {
            lines.add(line(random, countries, home, category));
        }
        Map<String, LocalDateTime> first = new HashMap<>();
        lines.stream()
                .filter(l -> l.isSale() && l.customer() != null && l.at() != null)
                .forEach(l -> first.merge(l.customer(), l.at(), (a, b) -> a.isBefore(b) ? a : b));
        List<Line> all = new ArrayList<>();
        for (Line l : lines) {
            all.add(new Line(
                    l.order(),
                    l.at(),
                    l.customer(),
                    l.product(),
                    l.quantity(),
                    l.price(),
                    l.amount(),
                    l.ownCountry(),
                    l.homeCountry(),
                    l.category(),
                    l.customer() == null ? null : first.get(l.customer())));
            List<String> values = Stream.of(
                            l.order(),
                            l.at(),
                            l.customer(),
                            l.product(),
                            l.quantity(),
                            l.price(),
                            l.amount(),
                            l.ownCountry())
                    .map(v -> v == null ? "null" : quoted(v.toString()))
                    .toList();
            w.run("insert into order_line (order_id, ordered_at, customer_id, product_id, quantity, unit_price, amount,"
                    + " country) values (" + String.join(", ", values) + ")");
        }
        return all;
    }

    private static Line line(
            Random random, List<String> countries, Map<String, String> home, Map<String, String> category) {
        // "c9" and "p9" are in no customer or product table.
        String customer = maybe(random, List.of("c1", "c2", "c3", "C3", "c4", "c9"));
        String product = maybe(random, List.of("p1", "p2", "P1", "p9"));
        LocalDateTime at = random.nextInt(30) == 0
                ? null
                : LocalDateTime.of(2023, 1, 5, 9, 0).plusMinutes(random.nextInt(1_100_000));
        BigDecimal quantity = random.nextInt(20) == 0 ? null : BigDecimal.valueOf(random.nextInt(9000) - 2000, 3);
        BigDecimal price = random.nextInt(20) == 0 ? null : BigDecimal.valueOf(random.nextInt(90000) - 3000, 4);
        BigDecimal amount = random.nextInt(20) == 0 ? null : BigDecimal.valueOf(random.nextInt(900000) - 200000, 4);
        return new Line(
                maybe(random, List.of("o1", "o2", "o3", "o4", "o5", "o6", "o7")),
                at,
                customer,
                product,
                quantity,
                price,
                amount,
                maybe(random, countries),
                customer == null ? null : home.get(customer),
                product == null ? null : category.get(product),
                null);
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
