package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.RetailYear;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Incomplete;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows of time against one query for each of them, whose days this test works out by itself. */
class RunningPropertyTest {
    private static final List<BusinessCalendar> CALENDARS = List.of(
            BusinessCalendar.standard(),
            new BusinessCalendar(Month.APRIL, DayOfWeek.SUNDAY, 1, null),
            new BusinessCalendar(
                    Month.FEBRUARY,
                    DayOfWeek.SUNDAY,
                    1,
                    new RetailYear(RetailYear.Pattern.P445, true, DayOfWeek.SATURDAY, Month.JANUARY)));

    private static final MetricDefinition[] MORE = more();

    /** Sums, counts, distinct counts, ratios, averages, extremes, and what lies in the period and what does not. */
    private static final List<String> METRICS = List.of(
            "revenue",
            "sales",
            "orders",
            "customers",
            "units",
            "average-order-value",
            "return-rate",
            "new-customers",
            "returning-customers",
            "mean-price",
            "lowest",
            "highest",
            "buyers-per-line",
            "old-sales",
            "products");

    private static MetricDefinition[] more() {
        List<MetricDefinition> all = new ArrayList<>(List.of(QueryPropertyTest.EXTRA));
        all.add(MetricDefinition.builder(
                        "test.property/old-sales",
                        "sum(amount) where quantity > 1 and not in_period(customer.first_sale_at)")
                .unit(Unit.money())
                .build());
        all.add(MetricDefinition.builder("test.property/products", "count(distinct product_id)")
                .unit(Unit.of("products"))
                .build());
        return all.toArray(new MetricDefinition[0]);
    }

    /** Some data, seen in a calendar. */
    private record Shop(TestWarehouse w, QueryContext context, LocalDate first, LocalDate last) {
        static Shop of(TestWarehouse w, BusinessCalendar calendar) {
            QueryContext plain = w.context();
            LineFacts facts = plain.facts();
            return new Shop(
                    w,
                    new QueryContext(Subject.local(), Policy.allowAll(), facts, calendar, ""),
                    facts.first().toLocalDate(),
                    facts.last().toLocalDate());
        }

        List<List<Object>> ask(MetricQuery query) {
            return w.rows(w.compiler(MORE).compile(query, context));
        }
    }

    private static Running running(Random random, Grain grain) {
        List<Grain> within = List.of(Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR).stream()
                .filter(g -> g.compareTo(grain) >= 0)
                .toList();
        Grain some = within.get(random.nextInt(within.size()));
        return switch (random.nextInt(5)) {
            case 0 -> Running.cumulative();
            case 1 -> Running.rolling(1 + random.nextInt(6));
            case 2 -> Running.mean(1 + random.nextInt(4));
            case 3 -> Running.shareOf(some);
            default -> Running.toDate(some);
        };
    }

    /** The days of a window, or null where the data does not reach that far back. */
    private static Period window(
            Running running,
            Grain grain,
            BusinessCalendar c,
            LocalDate step,
            LocalDate from,
            LocalDate to,
            LocalDate first) {
        LocalDate end = c.last(grain, step).isAfter(to) ? to : c.last(grain, step);
        LocalDate begin = switch (running.kind()) {
            case CUMULATIVE -> from;
            case TO_DATE -> c.floor(running.within(), end);
            case ROLLING -> c.plus(grain, step, 1 - running.steps());
            default -> step;
        };
        return running.kind() == Running.Kind.ROLLING && begin.isBefore(c.floor(grain, first))
                ? null
                : new Period(begin, end);
    }

    private static Map<String, List<String>> keyed(List<List<Object>> rows, String prefix, int dimensions) {
        Map<String, List<String>> all = new TreeMap<>();
        for (List<Object> row : rows) {
            Object lines = row.get(dimensions);
            boolean some = lines instanceof Double d ? d > 0 : lines != null && ((Long) lines) > 0;
            if (some) {
                all.put(
                        prefix + row.subList(0, dimensions),
                        row.subList(dimensions, row.size()).stream()
                                .map(RunningPropertyTest::text)
                                .toList());
            }
        }
        return all;
    }

    // A window of the base without lines is none, and a query of its own counts 0 in it.
    private static String text(Object value) {
        if (value instanceof Long n && n == 0) {
            return "null";
        }
        if (value instanceof Double d) {
            return Math.abs(d) < 1e-9 ? "0.0" : String.format(Locale.ROOT, "%.12g", d);
        }
        return value instanceof BigDecimal b ? b.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    /** @param parted by what, beside time; empty for nothing */
    private static Map<String, List<String>> oneByOne(Shop shop, MetricQuery query, Grain grain, List<String> parted) {
        BusinessCalendar c = shop.context().calendar();
        Period period = query.period();
        LocalDate from = period.from() == null || period.from().isBefore(shop.first()) ? shop.first() : period.from();
        LocalDate to = period.to() == null || period.to().isAfter(shop.last()) ? shop.last() : period.to();
        Map<String, List<String>> all = new TreeMap<>();
        if (from.isAfter(to)) {
            return all;
        }
        MetricQuery plain = query.running(Running.NONE).by(parted.toArray(String[]::new));
        for (LocalDate step = c.floor(grain, from); !step.isAfter(to); step = c.plus(grain, step, 1)) {
            Period window = window(query.running(), grain, c, step, from, to, shop.first());
            if (window != null) {
                all.putAll(keyed(shop.ask(plain.during(window)), step + " ", parted.size()));
            }
        }
        return all;
    }

    private static Map<String, List<String>> together(Shop shop, MetricQuery query, List<String> parted) {
        Map<String, List<String>> all = new TreeMap<>();
        for (List<Object> row : shop.ask(query)) {
            all.putAll(keyed(List.of(row.subList(1, row.size())), row.get(0) + " ", parted.size()));
        }
        return all;
    }

    private static MetricQuery query(Random random, Grain grain, Running running, List<String> parted) {
        List<String> metrics = new ArrayList<>(List.of("lines"));
        metrics.addAll(QueryPropertyTest.some(random, METRICS, 1 + random.nextInt(3)));
        List<String> by = new ArrayList<>(List.of(grain.name().toLowerCase(Locale.ROOT)));
        by.addAll(parted);
        MetricQuery query = MetricQuery.of(metrics.toArray(String[]::new))
                .by(by.toArray(String[]::new))
                .running(running);
        for (QueryPropertyTest.Tested t :
                QueryPropertyTest.some(random, QueryPropertyTest.FILTERS, random.nextInt(2))) {
            query = query.where(t.filter());
        }
        return query;
    }

    private static void assertSame(String what, Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        expected.forEach((key, values) -> {
            for (int i = 0; i < values.size(); i++) {
                String a = actual.get(key).get(i);
                String e = values.get(i);
                boolean same = a.equals(e)
                        || !a.equals("null")
                                && !e.equals("null")
                                && Math.abs(Double.parseDouble(a) - Double.parseDouble(e))
                                        <= 1e-9 * Math.max(1, Math.abs(Double.parseDouble(e)));
                assertThat(same)
                        .as("%s: %s, value %d: %s and not %s", what, key, i, e, a)
                        .isTrue();
            }
        });
    }

    private static boolean direct(Running running) {
        return running.kind() != Running.Kind.MEAN && running.kind() != Running.Kind.SHARE;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 6})
    void everyWindowIsThatOfAQueryOfItsOwn(long seed) throws SQLException {
        Random random = new Random(seed);
        try (TestWarehouse w = TestWarehouse.empty()) {
            QueryPropertyTest.fill(w, random);
            for (int i = 0; i < 12; i++) {
                Shop shop = Shop.of(w, CALENDARS.get(i % CALENDARS.size()));
                Grain grain = List.of(Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
                        .get(random.nextInt(4));
                Running running = running(random, grain);
                List<String> parted = random.nextBoolean() ? List.of() : List.of("country");
                MetricQuery query = query(random, grain, running, parted).during(QueryPropertyTest.period(random));
                if (direct(running)) {
                    assertSame(
                            String.format(Locale.ROOT, "seed %d, query %d: %s", seed, i, query),
                            together(shop, query, parted),
                            oneByOne(shop, query, grain, parted));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 13})
    void aWindowIsComparedAsAQueryOfItsOwn(long seed) throws SQLException {
        Random random = new Random(seed);
        try (TestWarehouse w = TestWarehouse.empty()) {
            QueryPropertyTest.fill(w, random);
            for (int i = 0; i < 10; i++) {
                Shop shop = Shop.of(w, CALENDARS.get(i % CALENDARS.size()));
                Grain grain = random.nextBoolean() ? Grain.MONTH : Grain.QUARTER;
                Running running = random.nextBoolean() ? Running.toDate(Grain.YEAR) : Running.cumulative();
                LocalDate from = shop.context().calendar().floor(grain, LocalDate.of(2024, 1 + random.nextInt(6), 9));
                // Ends before the data does, so that all is over.
                MetricQuery query = query(random, grain, running, List.of())
                        .during(new Period(from, shop.context().calendar().last(grain, LocalDate.of(2024, 9, 9))))
                        .compare(Comparison.YEAR_BEFORE);
                if (shop.last().isAfter(LocalDate.of(2024, 12, 31))) {
                    assertSame(
                            String.format(Locale.ROOT, "seed %d, query %d: %s", seed, i, query),
                            together(shop, query, List.of()),
                            oneByOne(shop, query, grain, List.of()));
                }
            }
        }
    }

    @Test
    void meansAndSharesAreThoseOfTheSteps() throws SQLException {
        Random random = new Random(21);
        try (TestWarehouse w = TestWarehouse.empty()) {
            QueryPropertyTest.fill(w, random);
            for (BusinessCalendar calendar : CALENDARS) {
                Shop shop = Shop.of(w, calendar);
                MetricQuery steps =
                        MetricQuery.of("lines", "revenue", "customers").by("month");
                Map<LocalDate, List<Object>> each = new TreeMap<>();
                shop.ask(steps).stream().filter(r -> r.get(0) != null).forEach(r -> each.put((LocalDate) r.get(0), r));
                for (List<Object> row : shop.ask(steps.running(Running.mean(3)))) {
                    LocalDate month = (LocalDate) row.get(0);
                    for (int column = 1; column <= 3; column++) {
                        double sum = 0;
                        for (int back = 0; back < 3; back++) {
                            List<Object> one = each.get(calendar.plus(Grain.MONTH, month, -back));
                            sum += one == null || one.get(column) == null
                                    ? 0
                                    : ((Number) one.get(column)).doubleValue();
                        }
                        assertThat(((Number) row.get(column)).doubleValue()).isCloseTo(sum / 3, within(1e-9));
                    }
                }
                Map<LocalDate, List<Object>> years = new TreeMap<>();
                shop.ask(steps.by("year")).stream()
                        .filter(r -> r.get(0) != null)
                        .forEach(r -> years.put((LocalDate) r.get(0), r));
                List<List<Object>> shares = shop.ask(
                        steps.running(Running.shareOf(Grain.YEAR)).during(new Period(LocalDate.of(2024, 1, 1), null)));
                assertThat(shares).isNotEmpty();
                for (List<Object> row : shares) {
                    LocalDate month = (LocalDate) row.get(0);
                    if (month.isBefore(LocalDate.of(2024, 2, 28))) {
                        continue;
                    }
                    double whole = ((Number)
                                    years.get(calendar.floor(Grain.YEAR, month)).get(3))
                            .doubleValue();
                    double own = ((Number) each.get(month).get(3)).doubleValue();
                    assertThat(((Number) row.get(3)).doubleValue()).isCloseTo(own / whole, within(1e-12));
                }
            }
        }
    }

    @Test
    void whatIsNotOverIsLeftOutOrComparedWithTheWhole() throws SQLException {
        try (TestWarehouse w = TestWarehouse.empty()) {
            w.run(
                    "insert into order_line (order_id, ordered_at, quantity, unit_price, amount) select 'o' || i, timestamp"
                            + " '2023-01-01 10:00' + to_days(cast(i as integer)), 1, 1, 1 from range(440) as t(i)");
            Shop shop = Shop.of(w, BusinessCalendar.standard());
            MetricQuery months = MetricQuery.of("order-lines").by("month").compare(Comparison.YEAR_BEFORE);
            List<List<Object>> same = shop.ask(months);
            List<List<Object>> whole = shop.ask(months.incomplete(Incomplete.WHOLE));
            List<List<Object>> left = shop.ask(months.incomplete(Incomplete.LEFT_OUT));
            // The data ends on 15 March 2024.
            assertThat(same.get(14).subList(1, 3)).containsExactly(15L, 15L);
            assertThat(whole.get(14).subList(1, 3)).containsExactly(15L, 31L);
            assertThat(left).isEqualTo(same.subList(0, 14));
            assertThat(shop.ask(months.running(Running.toDate(Grain.YEAR)))
                            .get(14)
                            .subList(1, 3))
                    .containsExactly(75L, 74L);
            assertThat(shop.ask(months.running(Running.rolling(3)).compare(Comparison.PREVIOUS))
                            .get(12)
                            .subList(1, 3))
                    .containsExactly(75L, 76L);
        }
    }

    @Test
    void windowsNeedStepsOfOneKindThatAreNoLonger() throws SQLException {
        try (TestWarehouse w = TestWarehouse.empty()) {
            assertThatThrownBy(() -> w.answer(MetricQuery.of("revenue").running(Running.cumulative())))
                    .isInstanceOf(AnalyticsException.class)
                    .hasMessageContaining("is by one of day, week, month");
            assertThatThrownBy(
                            () -> w.answer(MetricQuery.of("revenue").by("year").running(Running.toDate(Grain.MONTH))))
                    .hasMessageContaining("A month is shorter than a year");
            assertThat(w.answer(MetricQuery.of("revenue").by("month").running(Running.cumulative())))
                    .isEmpty();
        }
    }

    @Test
    void windowsOfOnlineRetailAreThoseOfQueriesOfTheirOwn() throws SQLException {
        String data = System.getProperty("clientele.data", "");
        assumeTrue(
                !data.isEmpty() && Files.isReadable(Path.of(data).resolve("online_retail/online_retail.csv.gz")),
                "clientele.data names no folder with online_retail");
        Random random = new Random(31);
        List<Filter> filters = List.of(
                Filter.in("country", "France", "Germany"),
                Filter.where("quantity > 10"),
                Filter.where("not in_period(customer.first_sale_at)"));
        try (TestWarehouse w = TestWarehouse.onlineRetail(Path.of(data))) {
            for (int i = 0; i < 4; i++) {
                Shop shop = Shop.of(w, CALENDARS.get(i % 3));
                Grain grain = i % 4 == 3 ? Grain.WEEK : Grain.MONTH;
                Running running = List.of(
                                Running.toDate(Grain.YEAR),
                                Running.cumulative(),
                                Running.rolling(3),
                                Running.toDate(Grain.QUARTER))
                        .get(random.nextInt(4));
                MetricQuery query = MetricQuery.of(
                                "order-lines", METRICS.get(random.nextInt(9)), METRICS.get(9 + random.nextInt(6)))
                        .by(grain.name().toLowerCase(Locale.ROOT))
                        .where(filters.get(random.nextInt(3)))
                        .running(running);
                assertSame(
                        String.format(Locale.ROOT, "query %d: %s", i, query),
                        together(shop, query, List.of()),
                        oneByOne(shop, query, grain, List.of()));
            }
        }
    }
}
