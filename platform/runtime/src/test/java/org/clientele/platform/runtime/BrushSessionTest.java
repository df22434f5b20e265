package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.clientele.platform.charts.HitTest;
import org.clientele.platform.runtime.breakdown.Drill;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BrushSessionTest extends RuntimeTest {
    private static final Filter FRANCE = Filter.in("country", "France");

    private Workspace workspace;
    private Session session;

    @BeforeEach
    void openWorkspace() {
        workspace = open(withShop());
        session = session(workspace);
        fill(session);
    }

    private DashboardView shown(String dashboard) {
        DashboardView view = session.open(dashboard, Scope.of(PeriodChoice.ALL), tile -> {});
        view.await();
        return view;
    }

    private static void untilValue(DashboardView view, String tile, double expected) {
        until(
                tile + " is " + expected,
                () -> !view.isStale(tile)
                        && view.frame(tile)
                                .filter(f -> f.columns().get(0).doubleAt(0) == expected)
                                .isPresent());
    }

    @Test
    void theOtherTilesAnswerAndTheBrushedOneStays() {
        DashboardView view = shown("plain");
        BrushSession brush = view.brush("countries", "country");
        assertThat(brush.activated().join().instant()).containsExactly("revenue");
        assertThat(brush.activated().join().asked()).isEmpty();
        brush.to(FRANCE);
        untilValue(view, "revenue", 10.0);
        assertThat(view.frame("countries").orElseThrow().rowCount()).isEqualTo(2);
        brush.to(Filter.in("country", "France", "United Kingdom"));
        untilValue(view, "revenue", 52.0);
        brush.to(Filter.in("country", "Nowhere"));
        until("nothing is there", () -> view.state("revenue") == TileState.EMPTY);
        brush.clear();
        untilValue(view, "revenue", 52.0);
    }

    @Test
    void aSplitTileIsAskedAnewForTheRange() {
        DashboardView view = shown("plain");
        view.show(Scope.of(PeriodChoice.ALL).drilled("revenue", Drill.NONE.splitBy("country")));
        view.await();
        assertThat(view.frame("revenue").orElseThrow().rowCount()).isEqualTo(2);
        BrushSession brush = view.brush("countries", "country");
        assertThat(brush.activated().join().asked()).containsKey("revenue");
        brush.to(FRANCE);
        until(
                "France alone",
                () -> !view.isStale("revenue")
                        && view.frame("revenue").orElseThrow().rowCount() == 1
                        && view.frame("revenue").orElseThrow().column("revenue").doubleAt(0) == 10.0);
    }

    @Test
    void aRangeOfDaysIsAnswered() {
        DashboardView view = shown("plain");
        BrushSession brush = view.brush("revenue", "day");
        brush.to(Filter.between("day", "2024-01-15", "2024-02-10"));
        until(
                "both countries have their part",
                () -> view.frame("countries").orElseThrow().column("revenue").doubleAt(0) == 20.0
                        && view.frame("countries")
                                        .orElseThrow()
                                        .column("revenue")
                                        .doubleAt(1)
                                == 10.0);
    }

    @Test
    void anAnalysisAnswersWithWhatWasChosenAboutIt() {
        DashboardView view =
                session.open("worked-out", Scope.of(PeriodChoice.ALL).chosen("top", "2"), tile -> {});
        view.await();
        assertThat(value(view, "share")).isEqualTo(1.0);
        BrushSession brush = view.brush("compared", "day");
        assertThat(brush.activated().join().asked()).containsKey("share");
        brush.to(Filter.between("day", "2024-01-15", "2024-02-10"));
        until("the countries answer", () -> revenue(view, "countries") == 30.0 && !view.isStale("share"));
        assertThat(value(view, "share"))
                .as("of two countries, not of one, which would have two thirds")
                .isEqualTo(1.0);
    }

    private static double revenue(DashboardView view, String tile) {
        Column revenue = view.frame(tile).orElseThrow().column("revenue");
        return IntStream.range(0, revenue.size()).mapToDouble(revenue::doubleAt).sum();
    }

    @Test
    void histogramsAreAddedUpAndParallelAxesAreAskedFor() {
        DashboardSpec spec = DashboardSpec.builder("acme.shop/spread", "Spread")
                .tile(TileSpec.builder(
                        "months", "Months", MetricQuery.of("revenue").by("month"), chart(ChartSpec.LINE, "month")))
                .tile(TileSpec.builder(
                        "sizes",
                        "Sizes",
                        MetricQuery.of("order-lines").by("quantity"),
                        ChartSpec.of(ChartSpec.HISTOGRAM)
                                .encode(Channel.X, "quantity")
                                .encode(Channel.Y, "order-lines")))
                .tile(TileSpec.builder(
                        "axes",
                        "Axes",
                        MetricQuery.of("customers", "revenue").by("country"),
                        ChartSpec.of(ChartSpec.PARALLEL)
                                .encode(Channel.COLUMN, "customers", "revenue")
                                .encode(Channel.LABEL, "country")))
                .build();
        Filter early = Filter.between("month", "2024-01-01", "2024-02-01");
        DashboardView view = session.open(spec, Scope.of(PeriodChoice.ALL), tile -> {});
        view.await();
        BrushSession brush = view.brush("months", "month");
        BrushSession.Activation activated = brush.activated().join();
        assertThat(activated.instant()).containsExactly("sizes");
        assertThat(activated.asked()).containsOnlyKeys("axes");
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            brush.to(early);
            until("the axes are stale", () -> view.isStale("axes") && view.answered("sizes") == 1);
            assertThat(view.isStale("sizes")).isFalse();
            assertThat(busy).isNotNull();
        }
        until("they were asked for", () -> !view.isStale("axes"));

        DashboardView plain = session.open(spec, Scope.of(PeriodChoice.ALL).filtered(List.of(early)), tile -> {});
        plain.await();
        SceneRequest card = new SceneRequest(Theme.LIGHT, 400, 300, ViewState.initial());
        for (String tile : List.of("sizes", "axes")) {
            assertThat(view.scene(tile, card).join())
                    .as(tile)
                    .usingRecursiveComparison()
                    .isEqualTo(plain.scene(tile, card).join());
        }
        assertThat(HitTest.all(view.scene("sizes", card).join()))
                .as("each bar says which sizes it holds, so that a range of them can be dragged")
                .extracting(bar -> bar.datum().members().get("quantity"))
                .containsExactly("1.000", "2.000");
        view.brush("sizes", "quantity").to(Filter.between("quantity", "2.000", "3.000"));
        until("two large orders of January and December", () -> revenue(view, "months") == 35.0);
    }

    private static ChartSpec chart(String kind, String x) {
        return ChartSpec.of(kind).encode(Channel.X, x).encode(Channel.Y, "revenue");
    }

    @Test
    void atTheEndTheTilesShowWhatTheyShowedBefore() {
        DashboardView view = shown("plain");
        BrushSession brush = view.brush("countries", "country");
        brush.to(FRANCE);
        untilValue(view, "revenue", 10.0);
        brush.end();
        assertThat(value(view, "revenue")).isEqualTo(52.0);
        brush.to(FRANCE);
        assertThat(value(view, "revenue")).isEqualTo(52.0);
    }

    @Test
    void distinctCustomersAreStaleUntilTheyAreAskedForAndNeverAddedUp() {
        DashboardView view = shown("mixed");
        BrushSession brush = view.brush("revenue", "month");
        assertThat(brush.activated().join().asked()).containsKey("customers");
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            brush.to(Filter.between("month", "2024-01-01", "2024-12-01"));
            until("it is stale", () -> view.isStale("customers"));
            assertThat(value(view, "customers")).isEqualTo(3.0);
            assertThat(busy).isNotNull();
        }
        // One in each of three months, and two in all.
        untilValue(view, "customers", 2.0);
    }

    @Test
    void theLatestBrushWins() {
        DashboardView view = shown("mixed");
        BrushSession brush = view.brush("revenue", "month");
        brush.activated().join();
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            brush.to(Filter.between("month", "2022-01-01", "2024-12-01"));
            until("it is stale", () -> view.isStale("customers"));
            brush.to(Filter.between("month", "2024-02-01", "2024-02-01"));
            assertThat(busy).isNotNull();
        }
        untilValue(view, "customers", 1.0);
        assertThat(view.isStale("customers")).isFalse();
    }

    @Test
    void whatIsBrushedReplacesWhatWasPickedInThatTile() {
        DashboardView view =
                session.open("plain", Scope.of(PeriodChoice.ALL).picked("countries", List.of(FRANCE)), tile -> {});
        view.await();
        assertThat(value(view, "revenue")).isEqualTo(10.0);
        BrushSession brush = view.brush("countries", "country");
        brush.to(Filter.in("country", "United Kingdom"));
        untilValue(view, "revenue", 42.0);
    }

    @Test
    void otherDaysEndABrush() {
        DashboardView view = shown("plain");
        BrushSession brush = view.brush("countries", "country");
        brush.to(FRANCE);
        untilValue(view, "revenue", 10.0);
        view.show(PeriodChoice.LAST_MONTH);
        view.await();
        brush.to(FRANCE);
        brush.end();
        assertThat(value(view, "revenue")).isEqualTo(15.0);
    }

    @Test
    void aMaskedDimensionIsRefusedAndRowFiltersHold() {
        Policy masked = new Policy("Masked", Map.of(), Set.of("order_line.country"), Set.of());
        Session other = workspace.session(Subject.local(), masked);
        DashboardView view = other.open("plain", Scope.of(PeriodChoice.ALL), tile -> {});
        view.await();
        assertThat(view.brush("countries", "country").activated())
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));

        Policy few = new Policy("Few", Map.of("order_line", List.of("quantity < 3")), Set.of(), Set.of());
        DashboardView part = workspace.session(Subject.local(), few).open("plain", Scope.of(PeriodChoice.ALL), t -> {});
        part.await();
        part.brush("countries", "country").to(Filter.in("country", "United Kingdom"));
        untilValue(part, "revenue", 27.0);
    }

    @Test
    void anotherFilterThanOneOnItsDimensionIsRefused() {
        BrushSession brush = shown("plain").brush("countries", "country");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> brush.to(Filter.in("product", "P1")), "country");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> brush.to(Filter.where("quantity > 1")), "country");
    }

    @Test
    void whatWasMadeReadyIsTakenUntilTheDataChanges() {
        DashboardView view = shown("plain");
        BrushCubes.Filling ready = view.prepare("countries", "country").join();
        BrushSession brush = view.brush("countries", "country");
        assertThat(brush.activated().join().filling()).isSameAs(ready);
        session.imports().undo(session.imports().all().get(0).id(), CancelSignal.create());
        BrushSession next = view.brush("countries", "country");
        assertThat(next.activated().join().filling()).isNotSameAs(ready);
        next.to(FRANCE);
        until("nothing is there any more", () -> view.state("revenue") == TileState.EMPTY);
    }

    @Test
    void whatIsMadeReadyServesWhoBrushesMeanwhileAndIsGivenUpForAnyOtherQuestion() {
        DashboardView view = shown("plain");
        CompletableFuture<BrushCubes.Filling> served;
        BrushSession brush;
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            served = view.prepare("countries", "country");
            until("it waits for the warehouse", () -> BusyWarehouse.someIsIn("clientele-brush", "CubeFilling"));
            brush = view.brush("countries", "country");
            assertThat(busy).isNotNull();
        }
        assertThat(brush.activated().join().filling()).isSameAs(served.join());

        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            CompletableFuture<?> givenUp = view.prepare("revenue", "day");
            until("it waits for the warehouse", () -> BusyWarehouse.someIsIn("clientele-brush", "CubeFilling"));
            assertThat(givenUp).isNotDone();
            session.background("Asks", (progress, cancel) -> session.query(MetricQuery.of("units"), cancel));
            assertThat(givenUp).failsWithin(Duration.ofSeconds(20));
            assertThat(busy).isNotNull();
        }
    }

    @Test
    void anActivationStopsWithinASecond() {
        DashboardView view = shown("plain");
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            BrushSession brush = view.brush("countries", "country");
            CompletableFuture<?> activated = brush.activated();
            until("it waits for the warehouse", () -> BusyWarehouse.someIsIn("clientele-brush", "CubeService"));
            long start = System.nanoTime();
            brush.end();
            assertThat(activated).failsWithin(Duration.ofSeconds(1));
            until("nothing runs", () -> !BusyWarehouse.someIsIn("clientele-brush", "CubeService"));
            assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
            assertThat(busy).isNotNull();
        }
    }
}
