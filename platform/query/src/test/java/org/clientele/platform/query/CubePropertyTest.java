package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.cube.Cells;
import org.clientele.platform.query.cube.Cube;
import org.clientele.platform.query.cube.ScanPlan;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random questions under random brushes, added up from cells, against the warehouse's answer with the same filter. */
class CubePropertyTest {
    private static final int ROUNDS = 10;
    private static final int BRUSHES = 4;
    private static final List<String> ADDED_UP = List.of(
            "revenue",
            "sales",
            "known-customer-sales",
            "order-lines",
            "units",
            "return-rate",
            "lines",
            "prices",
            "mean-price",
            "lowest",
            "highest",
            "price-per-unit",
            "buyers-per-line",
            "rounded",
            "returned");
    private static final List<String> DIMENSIONS = Stream.concat(
                    QueryPropertyTest.DIMENSIONS.stream(), Stream.of("quantity", "customer.country"))
            .toList();
    private static final List<BusinessCalendar> CALENDARS =
            List.of(BusinessCalendar.standard(), new BusinessCalendar(Month.APRIL, DayOfWeek.SUNDAY, 1, null));

    private static final List<Policy> POLICIES = List.of(
            Policy.allowAll(),
            new Policy(
                    "Some",
                    Map.of("order_line", List.of("quantity > 0"), "customer", List.of("country = 'FR'")),
                    java.util.Set.of(),
                    java.util.Set.of()));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsAddedUpIsWhatTheWarehouseAnswers(long seed) throws Exception {
        Random random = new Random(seed);
        try (TestWarehouse w = TestWarehouse.empty()) {
            QueryPropertyTest.fill(w, random);
            QueryCompiler compiler = w.compiler(QueryPropertyTest.EXTRA);
            for (int round = 0; round < ROUNDS; round++) {
                QueryContext all = w.context(POLICIES.get(random.nextInt(2)));
                QueryContext context = new QueryContext(
                        all.subject(), all.policy(), all.facts(), CALENDARS.get(random.nextInt(2)), "");
                String dimension = QueryPropertyTest.some(random, DIMENSIONS, 1).get(0);
                List<MetricQuery> tiles = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    // Tiles of one dashboard mostly have the filters and days in common.
                    MetricQuery like = i == 0 || random.nextBoolean() ? null : tiles.get(0);
                    tiles.add(tile(random, like));
                }
                check(w, compiler, context, tiles, dimension, random, "seed " + seed + ", round " + round);
            }
        }
    }

    private static MetricQuery tile(Random random, MetricQuery like) {
        MetricQuery own = new MetricQuery(
                QueryPropertyTest.some(random, ADDED_UP, 1 + random.nextInt(3)),
                QueryPropertyTest.some(random, DIMENSIONS, random.nextInt(3)),
                QueryPropertyTest.some(random, QueryPropertyTest.FILTERS, random.nextInt(2)).stream()
                        .map(QueryPropertyTest.Tested::filter)
                        .toList(),
                QueryPropertyTest.period(random),
                Comparison.values()[random.nextInt(3)],
                random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 0);
        return like == null
                ? own
                : new MetricQuery(
                        own.metrics(), own.dimensions(), like.filters(), like.period(), own.comparison(), own.limit());
    }

    private static void check(
            TestWarehouse w,
            QueryCompiler compiler,
            QueryContext context,
            List<MetricQuery> tiles,
            String dimension,
            Random random,
            String where) {
        CubeCompiler cubes = w.cubes(QueryPropertyTest.EXTRA);
        List<CubePlan> plans =
                tiles.stream().map(t -> cubes.plan(t, dimension, context)).toList();
        List<ScanPlan.Need> needs = new ArrayList<>();
        for (CubePlan plan : plans) {
            assertThat(plan.hindrance()).as(where).isEmpty();
            needs.addAll(needs(plan.question(), plan.brushed()));
            plan.doubts().forEach(d -> needs.addAll(needs(d.question(), plan.brushed())));
        }
        Map<Term.Column, List<String>> numbered = new HashMap<>();
        for (ScanPlan.Need need : needs) {
            for (Term d : need.dimensions()) {
                if (d instanceof Term.Column c && c.type().equals(ValueType.TEXT) && random.nextBoolean()) {
                    numbered.put(c, texts(w.frame(cubes.members(c, 1000, context))));
                }
            }
        }
        ScanPlan scans = ScanPlan.of(needs, d -> 5, numbered, random.nextInt(2000), random.nextBoolean());
        List<Cells> cells = scans.statements().stream()
                .map(s -> new Cells(s, w.frame(cubes.cells(s, 100_000, context)), context.calendar()))
                .toList();
        List<String> members = members(w, compiler, context, dimension);
        for (int b = 0; b < BRUSHES; b++) {
            boolean ofTime = List.of("day", "week", "month", "quarter", "year").contains(dimension);
            Filter brush = random.nextInt(3) == 0
                    ? picked(random, dimension, members, ofTime)
                    : ofTime ? range(random, dimension, members) : between(random, dimension, members);
            for (int i = 0; i < tiles.size(); i++) {
                MetricQuery filtered = tiles.get(i).where(brush);
                CompiledQuery asked = compiler.compile(filtered, context);
                String what = where + ": " + tiles.get(i) + " under " + brush;
                CubePlan plan = plans.get(i);
                assertThat(text(answer(plan.question(), plan.brushed(), scans, cells, brush)))
                        .as(what)
                        .isEqualTo(text(w.frame(asked)));
                List<Caveat> doubts = new ArrayList<>(plan.caveats());
                plan.doubts()
                        .forEach(d -> d.verdict()
                                .of(answer(d.question(), plan.brushed(), scans, cells, brush))
                                .ifPresent(doubts::add));
                List<Caveat> expected = new ArrayList<>(asked.caveats());
                asked.probes()
                        .forEach(p -> p.verdict().of(w.frame(p.question())).ifPresent(expected::add));
                assertThat(doubts).as(what).isEqualTo(expected);
            }
        }
    }

    private static List<ScanPlan.Need> needs(CubePlan.Question question, Term brushed) {
        ScanPlan.Need present = ScanPlan.Need.present(question, brushed);
        return question.statement().base() == null
                ? List.of(present)
                : List.of(present, ScanPlan.Need.base(question, brushed));
    }

    private static Frame answer(
            CubePlan.Question question, Term brushed, ScanPlan scans, List<Cells> cells, Filter brush) {
        List<ScanPlan.Need> needs = needs(question, brushed);
        Cells present = cells.get(scans.answering(needs.get(0)));
        Cells base = needs.size() == 1 ? null : cells.get(scans.answering(needs.get(1)));
        return Cube.of(question, brushed, present, base, 10_000_000)
                .orElseThrow()
                .answer(brush);
    }

    private static List<String> texts(Frame frame) {
        List<String> all = new ArrayList<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            all.add(frame.columns().get(0).textAt(row));
        }
        return all;
    }

    private static List<String> members(
            TestWarehouse w, QueryCompiler compiler, QueryContext context, String dimension) {
        Column column = w.frame(compiler.compile(MetricQuery.of("order-lines").by(dimension), context))
                .columns()
                .get(0);
        List<String> all = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            all.add(column.isNull(row) ? null : String.valueOf(column.valueAt(row)));
        }
        return all;
    }

    private static Filter range(Random random, String dimension, List<String> days) {
        if (random.nextInt(4) == 0) {
            return new Filter.Range(dimension, "1990-01-01", random.nextBoolean() ? "1990-02-01" : null);
        }
        LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(800));
        List<String> known = days.stream().filter(d -> d != null).toList();
        String first =
                known.isEmpty() || random.nextBoolean() ? from.toString() : known.get(random.nextInt(known.size()));
        String last = LocalDate.parse(first).plusDays(random.nextInt(300)).toString();
        return new Filter.Range(dimension, random.nextInt(5) == 0 ? null : first, last);
    }

    private static Filter between(Random random, String dimension, List<String> members) {
        List<String> ends = new ArrayList<>(members);
        ends.addAll(dimension.equals("quantity") ? List.of("-1", "2.5") : List.of("C", "o", "zz"));
        return new Filter.Range(
                dimension, ends.get(random.nextInt(ends.size())), ends.get(random.nextInt(ends.size())));
    }

    private static Filter picked(Random random, String dimension, List<String> members, boolean ofTime) {
        List<String> all = new ArrayList<>(members);
        all.add(ofTime ? "1990-01-01" : dimension.equals("quantity") ? "123456" : "nobody");
        return new Filter.Members(
                dimension, QueryPropertyTest.some(random, all, random.nextInt(all.size() + 1)), random.nextBoolean());
    }

    private static String text(Frame frame) {
        StringBuilder s = new StringBuilder();
        frame.columns()
                .forEach(c -> s.append(c.spec()).append('/').append(c.scale()).append('\n'));
        for (int row = 0; row < frame.rowCount(); row++) {
            int r = row;
            s.append(frame.columns().stream().map(c -> text(c.valueAt(r))).collect(Collectors.joining(" | ")))
                    .append('\n');
        }
        return s.toString();
    }

    // The engine adds up means in another order.
    private static String text(Object value) {
        return value instanceof Double d
                ? d == 0 ? "0" : String.format(Locale.ROOT, "%.14g", d)
                : String.valueOf(value);
    }
}
