package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.query.KnownSets.ByRule;
import org.clientele.platform.query.KnownSets.Known;
import org.clientele.platform.query.KnownSets.Listed;
import org.clientele.platform.query.sql.CustomersStatement.Operation;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers f and d are in the list 1 beside somebody who is gone; tea drinkers, f and d, follow from a rule. */
class SetQueryTest {
    private static final Policy FRANCE =
            new Policy("France", Map.of("customer", List.of("country = 'FR'")), Set.of(), Set.of());

    private TestWarehouse w;
    private KnownSets sets;

    @BeforeEach
    void fill() throws SQLException {
        w = TestWarehouse.empty();
        w.run("create table membership (dataset bigint, customer_id varchar)");
        w.run("insert into membership values (1, 'f'), (1, 'd'), (1, 'gone'), (2, 'd'), (2, 'e')");
        w.run(
                "insert into customer (customer_id, name, country) values ('f', 'Fa', 'FR'), ('d', 'Da', 'DE'), ('e', 'Ea', 'FR')");
        w.run("insert into product (product_id, category) values ('p', 'Tea'), ('q', 'Gin')");
        w.run(
                "insert into order_line (order_id, ordered_at, customer_id, product_id, quantity, unit_price, amount) values"
                        + " ('1', '2024-01-10 08:00:00', 'f', 'p', 1, 10, 10),"
                        + " ('2', '2024-01-11 08:00:00', 'd', 'p', 1, 100, 100),"
                        + " ('3', '2024-01-12 08:00:00', null, 'q', 1, 1000, 1000),"
                        + " ('4', '2024-02-10 08:00:00', 'e', 'q', 2, 10, 20),"
                        + " ('5', '2024-02-11 08:00:00', 'f', 'p', 3, 10, 30)");
        ByRule tea = new ByRule("order_line", List.of(Filter.in("category", "Tea")), Period.all());
        ByRule self = new ByRule("order_line", List.of(Filter.in("set.self", "in")), Period.all());
        sets = new KnownSets(
                Map.of(
                        "best", new Known("best", "The best", new Listed(1)),
                        "old", new Known("best", "The best", new Listed(1)),
                        "few", new Known("few", "Few", new Listed(2)),
                        "tea", new Known("tea", "Tea drinkers", tea),
                        "self", new Known("self", "Self", self)),
                Map.of("lost", "It was deleted. Bring it back."));
    }

    private List<String> lookAhead(MetricQuery query, LocalDate seen) {
        KnownSets known = new KnownSets(Map.of("best", new Known("best", "The best", new Listed(1), seen)), Map.of());
        return w.compiler().compile(query, w.context().with(known)).caveats().stream()
                .filter(c -> c.kind() == Caveat.Kind.LOOK_AHEAD)
                .map(Caveat::message)
                .toList();
    }

    @Test
    void aSetThatLaterDaysDecidedSaysOnHowManyDaysItIsUsedTooEarly() {
        LocalDate seen = LocalDate.of(2024, 2, 1);
        String january =
                "On 22 days customers are in the set \"The best\" by what they did until 2024-02-01, which is later.";
        MetricQuery revenue = MetricQuery.of("revenue");
        assertThat(lookAhead(revenue.by("set.best"), seen)).containsExactly(january);
        assertThat(lookAhead(revenue.where(Filter.in("set.best", "in")), seen)).containsExactly(january);
        Period february = new Period(seen, null);
        assertThat(lookAhead(revenue.where(Filter.in("set.best", "in")).during(february), seen))
                .isEmpty();
        assertThat(lookAhead(
                        revenue.where(Filter.in("set.best", "in"))
                                .during(february)
                                .compare(Comparison.PREVIOUS),
                        seen))
                .as("what February is compared with")
                .hasSize(1);
        assertThat(lookAhead(revenue.by("set.best"), null))
                .as("no day decided it")
                .isEmpty();
        assertThat(lookAhead(revenue, seen)).as("it is not named").isEmpty();
    }

    @AfterEach
    void close() throws SQLException {
        w.close();
    }

    private List<List<Object>> answer(MetricQuery query, Policy policy) {
        return w.rows(w.compiler().compile(query, w.context(policy).with(sets)));
    }

    private List<List<Object>> answer(MetricQuery query) {
        return answer(query, Policy.allowAll());
    }

    private List<List<Object>> answer(RowQuery query) {
        return w.rows(w.compiler().compile(query, w.context().with(sets)));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    private BigDecimal revenue(Filter filter) {
        return (BigDecimal)
                answer(MetricQuery.of("revenue").where(filter)).get(0).get(0);
    }

    @Test
    void aSetIsADimensionWhosePartsAddUpToAllLines() {
        assertThat(answer(MetricQuery.of("revenue").by("set.best")))
                .containsExactly(
                        Arrays.asList(null, money("1000")),
                        List.of("in", money("140")),
                        List.of("not in", money("20")));
        assertThat(answer(MetricQuery.of("order-lines").by("set.best", "set.tea", "category")))
                .containsExactlyInAnyOrder(
                        List.of("in", "in", "Tea", 3L),
                        List.of("not in", "not in", "Gin", 1L),
                        Arrays.asList(null, null, "Gin", 1L));
    }

    @Test
    void aSetIsAFilterOfAnyForm() {
        assertThat(revenue(Filter.in("set.best", "in"))).isEqualTo(money("140"));
        assertThat(revenue(Filter.in("set.old", "in"))).as("an earlier key").isEqualTo(money("140"));
        assertThat(revenue(Filter.in("set.best", "not in"))).isEqualTo(money("20"));
        assertThat(revenue(Filter.in("set.best", "in", "not in"))).isEqualTo(money("160"));
        assertThat(revenue(new Filter.Members("set.best", Arrays.asList((String) null), false)))
                .isEqualTo(money("1000"));
        assertThat(revenue(new Filter.Members("set.best", List.of("in"), true))).isEqualTo(money("1020"));
        assertThat(revenue(Filter.where("set.best = 'in'"))).isEqualTo(money("140"));
        assertThat(revenue(Filter.where("set.best <> 'in' and category = 'Gin'")))
                .isEqualTo(money("20"));
        assertThat(revenue(Filter.in("customer-set", "best", "few"))).isEqualTo(money("160"));
        assertThat(revenue(new Filter.Members("customer-set", List.of("best", "few"), true)))
                .isEqualTo(money("1000"));
        assertThat(revenue(new Filter.Members("customer-set", Arrays.asList("few", null), false)))
                .isEqualTo(money("1120"));
    }

    @Test
    void listsOfOtherTablesAreFilteredByTheirCustomers() {
        RowQuery customers = RowQuery.of("customer", "customer_id", "set.tea").where(Filter.in("set.best", "in"));
        assertThat(answer(customers)).containsExactly(List.of("d", "in"), List.of("f", "in"));
        AnalyticsException e = catchThrowableOfType(
                AnalyticsException.class,
                () -> answer(RowQuery.of("product", "product_id").where(Filter.in("set.best", "in"))));
        assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_UNKNOWN);
    }

    @Test
    void aRuleSeesWhatTheReaderSeesAndAListIsCutToIt() {
        assertThat(answer(MetricQuery.of("revenue").by("set.best"), FRANCE))
                .containsExactly(List.of("in", money("40")), List.of("not in", money("20")));
        assertThat(answer(MetricQuery.of("customers-in-data").by("set.tea"), FRANCE))
                .containsExactlyInAnyOrder(List.of("in", 1L), List.of("not in", 1L));
        Policy masked = new Policy("Masked", Map.of(), Set.of("product.category"), Set.of());
        assertForbidden(MetricQuery.of("revenue").by("set.tea"), masked);
        Policy nobody = new Policy("Nobody", Map.of(), Set.of("customer.customer_id"), Set.of());
        assertForbidden(MetricQuery.of("revenue").by("set.best"), nobody);
        assertForbidden(MetricQuery.of("revenue").where(Filter.in("customer-set", "best")), nobody);
    }

    private void assertForbidden(MetricQuery query, Policy policy) {
        AnalyticsException e = catchThrowableOfType(AnalyticsException.class, () -> answer(query, policy));
        assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN);
    }

    @Test
    void comparisonsAndLimitsHoldForSetsToo() throws SQLException {
        w.run("insert into order_line (order_id, ordered_at, amount) values ('0', '2023-12-31 08:00:00', 0)");
        MetricQuery query = MetricQuery.of("revenue")
                .by("month")
                .where(Filter.in("set.best", "in"))
                .compare(Comparison.PREVIOUS);
        assertThat(answer(query).get(1).subList(1, 3)).containsExactly(money("30"), money("110"));
        assertThat(answer(MetricQuery.of("revenue").by("set.few").top(1)))
                .containsExactly(Arrays.asList(null, money("1000")));
    }

    @Test
    void whatCannotBeIsSaidWithWhatToDo() {
        assertThat(problem(MetricQuery.of("revenue").by("customer-set"))).contains("set.<key>");
        assertThat(problem(MetricQuery.of("revenue").by("set.nobody")))
                .contains("no customer set \"nobody\"")
                .contains("best, few");
        assertThat(problem(MetricQuery.of("revenue").where(Filter.in("customer-set", "lost"))))
                .isEqualTo("It was deleted. Bring it back.");
        assertThat(problem(MetricQuery.of("revenue").where(Filter.where("set.lost = 'in'"))))
                .contains("It was deleted. Bring it back.");
        assertThat(problem(MetricQuery.of("revenue").by("set.self"))).contains("defined by itself");
    }

    private String problem(MetricQuery query) {
        return catchThrowableOfType(AnalyticsException.class, () -> answer(query))
                .getMessage();
    }

    @Test
    void linesOfUnknownCustomersAreSaidToBeInNoSet() {
        CompiledQuery by = w.compiler()
                .compile(MetricQuery.of("revenue").by("set.best"), w.context().with(sets));
        assertThat(by.probes()).hasSize(1);
        assertThat(by.probes().get(0).verdict().of(w.frame(by.probes().get(0).question())))
                .hasValueSatisfying(c -> assertThat(c.message())
                        .isEqualTo(
                                "13.8 % of sales have a known customer. The order lines of unknown customers are in no"
                                        + " customer set."));
        CompiledQuery in = w.compiler()
                .compile(
                        MetricQuery.of("revenue").where(Filter.in("set.best", "in")),
                        w.context().with(sets));
        assertThat(in.probes()).as("who is in a set is known").isEmpty();
        CompiledQuery others = w.compiler()
                .compile(
                        MetricQuery.of("revenue").where(new Filter.Members("set.best", List.of("in"), true)),
                        w.context().with(sets));
        assertThat(others.probes()).as("who is left out").hasSize(1);
    }

    @Test
    void membersAreTheCustomersOfRowsAndOfTwoSetsPutTogether() {
        SetCompiler compiler = new SetCompiler(MetricCatalog.of(CoreMetrics.definitions(), w.model()));
        QueryContext context = w.context().with(sets);
        RowQuery gin = RowQuery.of("order_line", "order_id").where(Filter.in("category", "Gin"));
        assertThat(w.rows(compiler.customers(gin, context))).containsExactly(List.of("e"));
        assertThat(w.rows(compiler.count(gin, context))).containsExactly(List.of(1L));
        assertThat(w.rows(compiler.combined(Operation.UNION, "best", "few", context)))
                .containsExactlyInAnyOrder(List.of("d"), List.of("e"), List.of("f"), List.of("gone"));
        assertThat(w.rows(compiler.combined(Operation.INTERSECTION, "best", "tea", context)))
                .containsExactlyInAnyOrder(List.of("d"), List.of("f"));
        assertThat(w.rows(compiler.combined(Operation.DIFFERENCE, "best", "few", context)))
                .containsExactlyInAnyOrder(List.of("f"), List.of("gone"));
        AnalyticsException e = catchThrowableOfType(
                AnalyticsException.class, () -> compiler.customers(RowQuery.of("product", "product_id"), context));
        assertThat(e).hasMessageContaining("lead to no customer");
    }

    @Test
    void brushesUnderASetGiveWhatQueriesGive() {
        MetricQuery tile = MetricQuery.of("revenue").by("set.tea").where(Filter.in("set.best", "in"));
        CubePlan plan = w.cubes().plan(tile, "set.few", w.context().with(sets));
        assertThat(plan.hindrance()).isEmpty();
    }
}
