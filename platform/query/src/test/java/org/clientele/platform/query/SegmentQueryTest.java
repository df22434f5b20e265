package org.clientele.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.query.KnownSegments.Segment;
import org.clientele.platform.query.KnownSegments.Snapshot;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.RowQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At the end of January a is small and b is not yet there; at the end of February a is large and b small. */
class SegmentQueryTest {
    private static final Policy FRANCE =
            new Policy("France", Map.of("customer", List.of("country = 'FR'")), Set.of(), Set.of());

    private TestWarehouse w;
    private KnownSets known;

    @BeforeEach
    void fill() throws SQLException {
        w = TestWarehouse.empty();
        w.run("create table membership (dataset bigint, customer_id varchar, segment smallint)");
        w.run("insert into membership values (1, 'a', 1), (2, 'a', 0), (2, 'b', 1), (2, 'gone', 1)");
        w.run(
                "insert into customer (customer_id, name, country) values ('a', 'Aa', 'FR'), ('b', 'Ba', 'DE'), ('c', 'Ca', 'FR')");
        w.run("insert into order_line (order_id, ordered_at, customer_id, quantity, unit_price, amount) values"
                + " ('1', '2024-01-10 08:00:00', 'a', 1, 1, 1),"
                + " ('2', '2024-01-31 23:59:00', 'b', 1, 2, 2),"
                + " ('3', '2024-02-01 00:00:00', 'a', 1, 4, 4),"
                + " ('4', '2024-02-03 08:00:00', 'b', 1, 8, 8),"
                + " ('5', '2024-03-01 08:00:00', 'a', 1, 16, 16),"
                + " ('6', '2024-03-02 08:00:00', 'b', 1, 32, 32),"
                + " ('7', '2024-03-03 08:00:00', 'c', 1, 64, 64),"
                + " ('8', '2024-03-04 08:00:00', null, 1, 128, 128)");
        known = KnownSets.NONE.with(new KnownSegments(
                Map.of("size", segmentation("size", 1, 2), "now", segmentation("now", 2)),
                Map.of("lost", "It was deleted. Bring it back.")));
    }

    private static KnownSegments.Known segmentation(String key, long... datasets) {
        List<Snapshot> snapshots = datasets.length == 1
                ? List.of(new Snapshot(datasets[0], LocalDate.of(2024, 2, 29)))
                : List.of(
                        new Snapshot(datasets[0], LocalDate.of(2024, 1, 31)),
                        new Snapshot(datasets[1], LocalDate.of(2024, 2, 29)));
        return new KnownSegments.Known(
                key,
                "By size",
                List.of(new Segment("l", "It's large", "Large"), new Segment("s", "Small", "Small")),
                snapshots);
    }

    @AfterEach
    void close() throws SQLException {
        w.close();
    }

    private List<List<Object>> answer(MetricQuery query) {
        return w.rows(w.compiler().compile(query, w.context().with(known)));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    @Test
    void aLineIsInTheSegmentThatItsCustomerWasInOnItsDay() {
        assertThat(answer(MetricQuery.of("revenue").by("segment.size")))
                .as("lines of January use what was known at its end, as nothing was known before")
                .containsExactlyInAnyOrder(
                        Arrays.asList("It's large", money("16")),
                        Arrays.asList("Small", money("37")),
                        Arrays.asList("none", money("74")),
                        Arrays.asList(null, money("128")));
        assertThat(answer(MetricQuery.of("revenue").by("month", "segment.size")).get(3))
                .containsExactly(LocalDate.of(2024, 2, 1), "none", money("8"));
    }

    @Test
    void filtersTakeNamesKeysAndFormerNamesAndLeaveTheRest() {
        assertThat(answer(MetricQuery.of("revenue").where(Filter.in("segment.size", "it's LARGE")))
                        .get(0))
                .containsExactly(money("16"));
        assertThat(answer(MetricQuery.of("revenue").where(Filter.in("segment.size", "l")))
                        .get(0))
                .containsExactly(money("16"));
        assertThat(answer(MetricQuery.of("revenue").where(Filter.in("segment.size", "Large", "none")))
                        .get(0))
                .containsExactly(money("90"));
        assertThat(answer(MetricQuery.of("revenue")
                                .where(new Filter.Members("segment.size", Arrays.asList("Small", null), true)))
                        .get(0))
                .containsExactly(money("90"));
        assertThat(answer(MetricQuery.of("revenue").where(new Filter.Members("segment.size", List.of("none"), true)))
                        .get(0))
                .as("unknown customers stay")
                .containsExactly(money("181"));
        assertThat(answer(MetricQuery.of("revenue").where(Filter.where("segment.size = 'Small' and amount > 3")))
                        .get(0))
                .containsExactly(money("36"));
    }

    @Test
    void aMetricNamesASegmentInItsFormulaByAnyOfItsNamesAndNoCustomerSet() {
        List<MetricDefinition> metrics = new ArrayList<>(CoreMetrics.definitions());
        metrics.add(MetricDefinition.builder("test.size/large", "sum(amount) where segment.size = 'Large'")
                .unit(Unit.money())
                .build());
        metrics.add(MetricDefinition.builder("test.size/lost", "count() where segment.size = 'Lost'")
                .build());
        metrics.add(MetricDefinition.builder("test.size/set", "count() where set.best = 'in'")
                .build());
        MetricCatalog catalog = MetricCatalog.of(metrics, CustomerModel.standard(), known.segments());

        assertThat(w.rows(new QueryCompiler(catalog)
                        .compile(MetricQuery.of("large", "revenue"), w.context().with(known))))
                .containsExactly(List.of(money("16"), money("255")));
        assertThat(MetricParts.of(catalog, "large").get(0).rows())
                .contains(Filter.where("segment.size = 'It''s large'"));
        assertThat(catalog.problems().toString())
                .contains("has no segment \"Lost\"")
                .contains("cannot name a customer set");
    }

    @Test
    void whoAsksForKnownDaysOnlyGetsNoOthersAndNoDoubt() {
        MetricQuery all = MetricQuery.of("revenue").by("segment.now");
        MetricQuery only = all.where(Filter.where("known(segment.now)"));
        assertThat(answer(only))
                .as("of March, as the list is of the end of February")
                .containsExactlyInAnyOrder(
                        Arrays.asList("It's large", money("16")),
                        Arrays.asList("Small", money("32")),
                        Arrays.asList("none", money("64")),
                        Arrays.asList(null, money("128")));
        assertThat(answer(all)).doesNotContain(Arrays.asList("It's large", money("16")));
        assertThat(compiled(all).caveats()).extracting(Caveat::kind).contains(Caveat.Kind.LOOK_AHEAD);
        assertThat(compiled(only).caveats()).extracting(Caveat::kind).doesNotContain(Caveat.Kind.LOOK_AHEAD);
        assertThatThrownBy(() -> compiled(all.where(Filter.where("known(country)"))))
                .hasMessageContaining("known takes one published segmentation or score");
    }

    private CompiledQuery compiled(MetricQuery query) {
        return w.compiler().compile(query, w.context().with(known));
    }

    @Test
    void aComparisonTakesTheLinesOfTheOtherPeriodAsTheyWereThen() {
        MetricQuery query = MetricQuery.of("revenue")
                .by("segment.size")
                .during(new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31)))
                .compare(Comparison.PREVIOUS);
        assertThat(answer(query).stream().map(row -> row.subList(0, 3)).toList())
                .contains(
                        Arrays.asList("Small", money("32"), money("4")),
                        Arrays.asList("none", money("64"), money("8")),
                        Arrays.asList("It's large", money("16"), null));
    }

    @Test
    void rowsOfCustomersHaveTheNewestSegmentAndThoseOfLinesThatOfTheirDay() {
        CompiledQuery customers = w.compiler()
                .compile(
                        RowQuery.of("customer", "customer_id", "segment.size"),
                        w.context().with(known));
        assertThat(w.rows(customers))
                .containsExactly(List.of("a", "It's large"), List.of("b", "Small"), List.of("c", "none"));
        assertThat(customers.caveats()).isEmpty();
        CompiledQuery lines = w.compiler()
                .compile(
                        RowQuery.of("order_line", "order_id", "segment.now").page(0, 2),
                        w.context().with(known));
        assertThat(w.rows(lines)).containsExactly(List.of("1", "It's large"), List.of("2", "Small"));
        assertThat(lines.caveats()).extracting(Caveat::kind).containsExactly(Caveat.Kind.LOOK_AHEAD);
        assertThat(lines.columns().get(1).spec().label()).isEqualTo("By size");
    }

    @Test
    void whatWasNotKnownYetIsSaidWithTheDaysThatItIsUsedOn() {
        assertThat(lookAhead(MetricQuery.of("revenue").by("segment.now")))
                .as("10 January to 29 February")
                .startsWith("On 51 days ")
                .contains("\"By size\"", "2024-02-29");
        assertThat(lookAhead(MetricQuery.of("revenue").where(Filter.in("segment.size", "Small"))))
                .startsWith("On 22 days ");
        Period march = new Period(LocalDate.of(2024, 3, 1), null);
        assertThat(lookAhead(MetricQuery.of("revenue").by("segment.now").during(march)))
                .isEmpty();
        assertThat(lookAhead(MetricQuery.of("revenue")
                        .by("segment.now")
                        .during(march)
                        .compare(Comparison.PREVIOUS)))
                .as("what March is compared with")
                .startsWith("On 4 days ");
    }

    private String lookAhead(MetricQuery query) {
        return w.compiler().compile(query, w.context().with(known)).caveats().stream()
                .filter(c -> c.kind() == Caveat.Kind.LOOK_AHEAD)
                .map(Caveat::message)
                .reduce("", String::concat);
    }

    @Test
    void aReaderSeesSegmentsOfThoseWhomSheMaySee() {
        CompiledQuery query = w.compiler()
                .compile(
                        MetricQuery.of("revenue").by("segment.size"),
                        w.context(FRANCE).with(known));
        assertThat(w.rows(query))
                .containsExactlyInAnyOrder(
                        Arrays.asList("It's large", money("16")),
                        Arrays.asList("Small", money("5")),
                        Arrays.asList("none", money("64")));
    }

    @Test
    void maskedCustomersOrMomentsHaveNoSegments() {
        for (String masked : List.of("order_line.customer_id", "order_line.ordered_at")) {
            Policy policy = new Policy("Masked", Map.of(), Set.of(masked), Set.of());
            AnalyticsException refused = catchThrowableOfType(
                    AnalyticsException.class,
                    () -> w.compiler()
                            .compile(
                                    MetricQuery.of("revenue").by("segment.size"),
                                    w.context(policy).with(known)));
            assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
        }
    }

    @Test
    void whatIsNotThereIsSaidWithWhatThereIs() {
        assertThat(problem(MetricQuery.of("revenue").by("segment.nothing")))
                .contains("no published segmentation \"nothing\"")
                .contains("segment.now, segment.size");
        assertThat(problem(MetricQuery.of("revenue").where(Filter.in("segment.lost", "Small"))))
                .isEqualTo("It was deleted. Bring it back.");
        assertThat(problem(MetricQuery.of("revenue").where(Filter.in("segment.size", "Huge"))))
                .isEqualTo(
                        "The segmentation \"By size\" has no segment \"Huge\". It has: It's large, Small; and none.");
    }

    private String problem(MetricQuery query) {
        return catchThrowableOfType(AnalyticsException.class, () -> answer(query))
                .getMessage();
    }
}
