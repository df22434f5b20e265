package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.platform.runtime.sets.SetDraft;
import org.clientele.platform.runtime.sets.SetOperation;
import org.clientele.platform.runtime.sets.SetRule;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sets of random filters against plain Java sets of the customers of the rows that pass them. */
@Timeout(300)
class SetAlgebraTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();

    private Session session;
    private final Map<String, BigDecimal> spent = new HashMap<>();

    @Test
    void onOnlineRetail() {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        session = session(open(withoutPlugins()));
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);
        rounds(8, 20_261_122, List.of());
    }

    @Test
    void onTheSampleRetailer() {
        session = session(open(withoutPlugins()));
        SampleOptions options = new SampleOptions(400, SampleOptions.DEFAULT_SEED);
        session.imports()
                .load(
                        "Sample",
                        "400",
                        NEVER,
                        sink -> new SampleRetailer(options).generate(sink::rows, Progress.NONE, NEVER));
        rounds(8, 42, List.of("customer.gender", "customer.country", "channel"));
    }

    private void rounds(int rounds, long seed, List<String> dimensions) {
        Frame all = session.query(MetricQuery.of("revenue").by("customer"), NEVER);
        for (int row = 0; row < all.rowCount(); row++) {
            String customer = all.columns().get(0).textAt(row);
            if (customer != null) {
                spent.put(customer, (BigDecimal) all.columns().get(1).valueAt(row));
            }
        }
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            SetRule a = rule(random, dimensions);
            SetRule b = rule(random, dimensions);
            String told = "round " + round + " of seed " + seed + ": " + a + " and " + b;
            Set<String> wantedA = customers(a);
            Set<String> wantedB = customers(b);
            if (wantedA.isEmpty() || wantedB.isEmpty()) {
                continue;
            }
            CustomerSet first = make("A" + round, a, true);
            CustomerSet second = make("B" + round, b, round % 2 == 0);
            check(first, wantedA, told);
            check(second, wantedB, told);
            assertThat(session.sets().compare(first, second).overlap(NEVER).both())
                    .as(told)
                    .isEqualTo(of(SetOperation.INTERSECTION, wantedA, wantedB).size());
            for (SetOperation operation : SetOperation.values()) {
                Set<String> wanted = of(operation, wantedA, wantedB);
                CustomerSet made = session.sets()
                        .combine(operation, first, second, operation + " " + round, "", Progress.NONE, NEVER);
                check(made, wanted, operation + ", " + told);
            }
        }
    }

    private static Set<String> of(SetOperation operation, Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        switch (operation) {
            case UNION -> all.addAll(b);
            case INTERSECTION -> all.retainAll(b);
            case DIFFERENCE -> all.removeAll(b);
        }
        return all;
    }

    private CustomerSet make(String name, SetRule rule, boolean fixed) {
        return session.sets().create(new SetDraft(name, "", rule, fixed), Progress.NONE, NEVER);
    }

    /** Members, their revenue as a filter, and what is left outside as a dimension. */
    private void check(CustomerSet set, Set<String> wanted, String told) {
        RowQuery members =
                RowQuery.of("customer", "customer_id").filtered(set.members()).page(0, 100_000);
        assertThat(texts(session.rows(members, NEVER).columns().get(0)))
                .as(told)
                .isEqualTo(wanted);
        BigDecimal in = wanted.stream()
                .map(c -> spent.getOrDefault(c, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal known = spent.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(revenue(set.filter())).as(told).isEqualByComparingTo(in);
        assertThat(revenue(Filter.in(set.dimension(), "not in"))).as(told).isEqualByComparingTo(known.subtract(in));
        assertThat(revenue(Filter.where(set.dimension() + " = 'in'"))).as(told).isEqualByComparingTo(in);
    }

    private BigDecimal revenue(Filter filter) {
        Column c = session.query(MetricQuery.of("revenue").where(filter), NEVER)
                .columns()
                .get(0);
        return c.isNull(0) ? BigDecimal.ZERO : (BigDecimal) c.valueAt(0);
    }

    /** Independent of what compiles sets: all rows that pass, and their customers. */
    private Set<String> customers(SetRule rule) {
        Frame rows = session.rows(
                RowQuery.of(rule.table(), "customer_id")
                        .filtered(rule.filters())
                        .page(0, 1_000_000),
                NEVER);
        return texts(rows.columns().get(0));
    }

    private static Set<String> texts(Column column) {
        Set<String> all = new HashSet<>();
        for (int row = 0; row < column.size(); row++) {
            String text = column.textAt(row);
            if (text != null) {
                all.add(text);
            }
        }
        return all;
    }

    private SetRule rule(Random random, List<String> dimensions) {
        List<Filter> filters = new ArrayList<>();
        int kind = random.nextInt(4);
        if (kind == 0 || random.nextInt(3) == 0) {
            filters.add(members(random, "country"));
        }
        if (kind == 1) {
            filters.add(Filter.where("amount > " + (20 + random.nextInt(400))));
        }
        if (kind == 2) {
            int day = 1 + random.nextInt(27);
            filters.add(Filter.between(
                    "day", "2011-0" + (1 + random.nextInt(9)) + "-" + (day < 10 ? "0" : "") + day, null));
        }
        if (kind == 3) {
            filters.add(members(
                    random, dimensions.isEmpty() ? "month" : dimensions.get(random.nextInt(dimensions.size()))));
        }
        return SetRule.of(Scope.ALL.filtered(filters));
    }

    private Filter members(Random random, String dimension) {
        Column all = session.query(MetricQuery.of("order-lines").by(dimension), NEVER)
                .columns()
                .get(0);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int row = random.nextInt(all.size());
            if (!all.isNull(row)) {
                some.add(String.valueOf(all.valueAt(row)));
            }
        }
        return new Filter.Members(dimension, some, random.nextInt(5) == 0);
    }
}
