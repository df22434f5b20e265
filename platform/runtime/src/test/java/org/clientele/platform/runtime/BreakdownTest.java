package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.clientele.platform.runtime.breakdown.Answers;
import org.clientele.platform.runtime.breakdown.Branch;
import org.clientele.platform.runtime.breakdown.BreakdownTable;
import org.clientele.platform.runtime.breakdown.BreakdownTree;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.breakdown.Level;
import org.clientele.platform.runtime.breakdown.Stage;
import org.clientele.platform.runtime.breakdown.Way;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers taken apart: the parts come to the whole, and the split that is found is the one that says most. */
@Timeout(300)
class BreakdownTest extends RuntimeTest {
    private static final CancelSignal NEVER = CancelSignal.create();
    private static final List<String> SUMS = List.of("revenue", "sales", "units", "order-lines");
    private static final List<String> OTHERS = List.of("customers", "orders", "return-rate", "average-order-value");

    private Session onlineRetail() {
        Path file = Path.of(System.getProperty("clientele.data", "none"), "online_retail", "online_retail.csv.gz");
        assumeTrue(Files.isReadable(file), "clientele.data names no folder with online_retail");
        Session session = session(open(withoutPlugins()));
        session.imports().run(new ImportCommand(List.of(file), "", "", ImportMode.APPEND), Progress.NONE, NEVER);
        return session;
    }

    private Session sample() {
        Session session = session(open(withoutPlugins()));
        SampleOptions options = new SampleOptions(1_500, 7);
        session.imports()
                .load(
                        "Sample",
                        options.identity(),
                        NEVER,
                        sink -> new SampleRetailer(options).generate(sink::rows, Progress.NONE, NEVER));
        return session;
    }

    @ParameterizedTest
    @ValueSource(strings = {"online retail", "sample"})
    void partsComeToTheirWholeToTheLastDigitAndOthersAreWhatTheirQueriesSay(String data) {
        Session session = data.equals("sample") ? sample() : onlineRetail();
        List<String> dimensions = session.breakdowns().dimensions(NEVER).stream()
                .map(Answers.Dimension::name)
                .filter(d -> !d.equals("day"))
                .toList();
        LocalDate last = session.query(MetricQuery.of("revenue"), NEVER)
                .dataAsOf()
                .orElseThrow()
                .toLocalDate();
        Random random = new Random(11);
        int checked = 0;
        for (int round = 0; round < 14; round++) {
            boolean sum = round % 3 != 2;
            MetricQuery question = question(random, sum ? SUMS : OTHERS, session, last);
            Drill drill = new Drill(
                    List.of(
                            level(random, dimensions),
                            level(random, dimensions),
                            Level.found(Way.values()[1 + random.nextInt(2)])),
                    "");
            String told = "round " + round + ": " + question + " " + drill;
            BreakdownTree tree = session.breakdowns().tree(question, drill, NEVER);
            assertThat(tree.root().amount().doubleValue()).as(told).isEqualTo(orZero(session.query(question, NEVER)));
            for (Stage stage : tree.stages()) {
                boolean ofTime = List.of("year", "quarter", "month", "week").contains(stage.dimension());
                assertThat(stage.addsUp()).as(told).isEqualTo(sum);
                BigDecimal all = BigDecimal.ZERO;
                for (Branch b : stage.branches()) {
                    all = all.add(b.amount());
                    checked++;
                }
                if (sum) {
                    assertThat(all)
                            .as(told + " by " + stage.dimension())
                            .isEqualByComparingTo(stage.parent().amount());
                    if (stage.compared() && !ofTime) {
                        BigDecimal base = stage.branches().stream()
                                .map(b -> Objects.requireNonNullElse(b.base(), BigDecimal.ZERO))
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                        assertThat(base)
                                .as(told + ", before")
                                .isEqualByComparingTo(Objects.requireNonNullElse(
                                        stage.parent().base(), BigDecimal.ZERO));
                    }
                } else {
                    rest(session, question, tree, stage, told);
                }
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    private static double orZero(Frame frame) {
        Column c = frame.columns().get(0);
        return c.isNull(0) ? 0 : c.doubleAt(0);
    }

    /** What is not shown of a metric that cannot be summed is asked for. */
    private static void rest(Session session, MetricQuery question, BreakdownTree tree, Stage stage, String told) {
        Branch last = stage.branches().get(stage.branches().size() - 1);
        if (last.merged() == 0 || !stage.parent().path().isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>();
        stage.branches().stream().filter(b -> b != last).forEach(b -> shown.add(b.member()));
        MetricQuery without =
                question.compare(Comparison.NONE).where(new Filter.Members(stage.dimension(), shown, true));
        assertThat(last.amount().doubleValue())
                .as(told)
                .isCloseTo(orZero(session.query(without, NEVER)), within(1e-12));
        assertThat(tree.caveats()).extracting(Caveat::message).anyMatch(m -> m.contains("add up"));
    }

    private static Level level(Random random, List<String> dimensions) {
        return Level.by(dimensions.get(random.nextInt(dimensions.size()))).showing(1 + random.nextInt(12));
    }

    private static MetricQuery question(Random random, List<String> metrics, Session session, LocalDate last) {
        MetricQuery query = MetricQuery.of(metrics.get(random.nextInt(metrics.size())));
        if (random.nextBoolean()) {
            LocalDate to = last.minusDays(random.nextInt(60));
            query = query.during(new Period(to.minusDays(30 + random.nextInt(100)), to));
            query = query.compare(random.nextBoolean() ? Comparison.PREVIOUS : Comparison.NONE);
        }
        if (random.nextBoolean()) {
            Column countries = session.query(MetricQuery.of("revenue").by("country"), NEVER)
                    .column("country");
            String some = countries.textAt(random.nextInt(Math.min(5, countries.size())));
            query = query.where(new Filter.Members("country", Arrays.asList(some, null), random.nextBoolean()));
        }
        return random.nextInt(4) > 0 ? query : query.where(Filter.where("quantity > 2"));
    }

    @Test
    void theSplitThatIsFoundIsTheBestOfAll() {
        Session session = sample();
        LocalDate to = LocalDate.of(2025, 6, 30);
        MetricQuery question = MetricQuery.of("revenue")
                .during(new Period(LocalDate.of(2025, 4, 1), to))
                .compare(Comparison.PREVIOUS);
        for (MetricQuery q : List.of(
                question,
                question.where(Filter.where("quantity > 1")),
                new MetricQuery(List.of("customers"), List.of(), List.of(), question.period(), Comparison.PREVIOUS, 0),
                new MetricQuery(
                        List.of("return-rate"), List.of(), List.of(), question.period(), Comparison.PREVIOUS, 0))) {
            for (Way way : List.of(Way.MOST, Way.LEAST, Way.RISE, Way.FALL)) {
                BreakdownTree tree = session.breakdowns().tree(q, new Drill(List.of(Level.found(way)), ""), NEVER);
                Map<String, Double> scores = scores(session, q, way);
                double best = scores.values().stream().mapToDouble(s -> s).max().orElseThrow();
                assertThat(tree.stages()).hasSize(1);
                String found = tree.stages().get(0).dimension();
                assertThat(scores.get(found))
                        .as(q.metrics() + " " + way + ": " + found + " of " + scores)
                        .isCloseTo(best, within(1e-9 * Math.max(1, Math.abs(best))));
            }
        }
    }

    /** By the definition in ADR 0019, from plain queries and doubles alone. */
    private static Map<String, Double> scores(Session session, MetricQuery q, Way way) {
        boolean rate = q.metrics().get(0).equals("return-rate");
        boolean change = way == Way.RISE || way == Way.FALL;
        double whole = figure(session.query(q, NEVER), q, 0, change);
        Map<String, Double> scores = new HashMap<>();
        for (Answers.Dimension d : session.breakdowns().dimensions(NEVER)) {
            Frame f = session.query(
                    new MetricQuery(q.metrics(), List.of(d.name()), q.filters(), q.period(), q.comparison(), 0), NEVER);
            if (!d.competes() || f.rowCount() > 200) {
                continue;
            }
            Frame lines = session.query(
                    new MetricQuery(
                            List.of("order-lines"), List.of(d.name()), q.filters(), q.period(), q.comparison(), 0),
                    NEVER);
            Map<Object, Double> weights = new HashMap<>();
            double all = 0;
            for (int row = 0; row < lines.rowCount(); row++) {
                double n = lines.column("order-lines").isNull(row)
                        ? 0
                        : lines.column("order-lines").doubleAt(row);
                weights.put(String.valueOf(lines.column(d.name()).valueAt(row)), n);
                all += n;
            }
            List<double[]> members = new ArrayList<>();
            for (int row = 0; row < f.rowCount(); row++) {
                boolean known = change || !f.column(q.metrics().get(0)).isNull(row);
                boolean there = !f.column(q.metrics().get(0)).isNull(row)
                        || change && f.columns().stream().anyMatch(c -> c.name().endsWith("_previous"));
                if (known && there) {
                    members.add(new double[] {
                        figure(f, q, row, change),
                        weights.getOrDefault(String.valueOf(f.column(d.name()).valueAt(row)), 0.0) / all
                    });
                }
            }
            for (double[] m : members) {
                double beyond = rate ? (m[0] - whole) * m[1] : m[0] - whole / members.size();
                double score = way == Way.MOST || way == Way.RISE ? beyond : -beyond;
                if (members.size() > 1) {
                    scores.merge(d.name(), score, Math::max);
                }
            }
        }
        return scores;
    }

    private static double figure(Frame f, MetricQuery q, int row, boolean change) {
        Column value = f.column(q.metrics().get(0));
        double v = value.isNull(row) ? 0 : value.doubleAt(row);
        if (!change) {
            return v;
        }
        Column base = f.column(q.metrics().get(0) + "_previous");
        return v - (base.isNull(row) ? 0 : base.doubleAt(row));
    }

    @Test
    void aPageOfABreakdownFollowsItsScopeAndIsATable() {
        Session session = session(open(withShop()));
        fill(session);
        Scope france = Scope.ALL.filtered(List.of(Filter.in("country", "France")));
        DashboardView view = session.breakdowns()
                .open("revenue", Scope.ALL.drilled(Breakdowns.TILE, Drill.by("country", "product")), tile -> {});
        view.await();
        Frame all = view.frame(Breakdowns.TILE).orElseThrow();
        assertThat(all.column("revenue").doubleAt(0)).isEqualTo(45.0);
        int first = 1;
        assertThat(all.column(BreakdownTable.OPEN).valueAt(first)).isEqualTo(true);
        String node = all.column(BreakdownTable.NODE).textAt(all.rowCount() - 1);
        assertThat(BreakdownTable.members(all, node)).containsOnlyKeys("country", "product");
        Scene scene = view.scene(Breakdowns.TILE, new SceneRequest(Theme.LIGHT, 960, 560, ViewState.initial()))
                .join();
        assertThat(scene.toString()).contains("head-2").contains("open:" + node);
        view.show(france.drilled(Breakdowns.TILE, Drill.by("product")));
        view.await();
        assertThat(view.frame(Breakdowns.TILE).orElseThrow().column("revenue").doubleAt(0))
                .isEqualTo(10.0);
        assertThat(view.filters()).containsExactly("country is France");
        view.close();
    }

    @Test
    void aTileGoesDownAndIsSplitWithTheOthersAskedFor() {
        Session session = session(open(withShop()));
        fill(session);
        DashboardView view = session.open(
                "plain",
                Scope.ALL.drilled("countries", Drill.by("country", "product").open(0, "country", "France")),
                tile -> {});
        view.await();
        Frame products = view.frame("countries").orElseThrow();
        assertThat(products.has("product")).isTrue();
        double sum = 0;
        for (int row = 0; row < products.rowCount(); row++) {
            sum += products.column("revenue").doubleAt(row);
        }
        assertThat(sum).isEqualTo(10.0);
        assertThat(value(view, "revenue")).as("the others are not narrowed").isEqualTo(45.0);
        assertThat(view.asked("countries").orElseThrow().filters()).containsExactly(Filter.in("country", "France"));
        view.show(Scope.ALL.drilled("revenue", Drill.NONE.splitBy("country")));
        view.await();
        assertThat(view.frame("revenue").orElseThrow().rowCount()).isEqualTo(2);
        assertThat(view.state("countries")).isEqualTo(TileState.READY);
        view.close();
    }
}
