package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.clientele.platform.warehouse.ImportBatch;
import org.clientele.platform.warehouse.Loader;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DashboardViewTest extends RuntimeTest {
    private static final SceneRequest CARD = new SceneRequest(Theme.LIGHT, 400, 300, ViewState.initial());
    private static final LocalDateTime NEWEST = LocalDateTime.of(2024, 12, 31, 23, 0);

    private Workspace workspace;
    private Session session;

    @BeforeEach
    void openWorkspace() {
        workspace = open(withShop());
        session = session(workspace);
    }

    private DashboardView shown(String dashboard) {
        DashboardView view = session.open(dashboard, Scope.ALL, tile -> {});
        view.await();
        return view;
    }

    @Test
    void tilesRunOnThreadsOfTheirOwnAndTellWhenTheyAreThere() {
        fill(session);
        Queue<String> told = new ConcurrentLinkedQueue<>();
        DashboardView view = session.open(
                "plain",
                Scope.ALL,
                tile -> told.add(
                        tile + " on " + Thread.currentThread().getName().replaceAll("-\\d+$", "")));
        view.await();
        until("both tiles told", () -> told.size() == 2);
        assertThat(told).containsExactlyInAnyOrder("revenue on clientele-query", "countries on clientele-query");
        assertThat(view.choice()).isEqualTo(PeriodChoice.LAST_12_MONTHS);
        assertThat(view.period()).isEqualTo(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));
        assertThat(view.periodLabel()).isEqualTo("1 Jan 2024 – 31 Dec 2024");
        assertThat(value(view, "revenue")).isEqualTo(45.0);
        assertThat(view.dataAsOf()).contains(NEWEST);
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheTiles() {
        fill(session);
        DashboardView view = session.open("plain", Scope.ALL, tile -> {
            throw new IllegalStateException("the window is gone");
        });
        view.await();
        assertThat(view.state("revenue")).isEqualTo(TileState.READY);
        assertThat(view.state("countries")).isEqualTo(TileState.READY);
    }

    @Test
    void aTileThatFailsSaysWhyAndTheOthersAreReady() {
        fill(session);
        DashboardView view = shown("mixed");
        assertThat(view.state("unknown")).isEqualTo(TileState.FAILED);
        assertThat(view.failure("unknown")).contains("no-such-metric");
        assertThat(view.state("revenue")).isEqualTo(TileState.READY);
        assertThat(view.state("customers")).isEqualTo(TileState.READY);
        assertThat(view.frame("unknown")).isEmpty();
        assertThat(view.definitions()).containsOnlyKeys("revenue", "customers");
        assertThat(described(view, "unknown")).contains("no-such-metric");
        assertThat(described(view, "broken")).contains("acme.shop", "paint is empty");
        assertThat(described(view, "unlinked")).contains("acme.shop.Gone");
        assertThat(described(view, "customers")).doesNotContain("failed");
    }

    private static String described(DashboardView view, String tile) {
        return view.scene(tile, CARD).join().description();
    }

    @Test
    void aRenderedDashboardReportsEachTileThatShowsAnError() throws java.io.IOException {
        fill(session);
        RenderedDashboard rendered = session.render(new RenderRequest("mixed", Theme.DARK, 1280, 0, PeriodChoice.ALL));
        assertThat(rendered.states())
                .containsExactly(
                        TileState.READY, TileState.FAILED, TileState.FAILED, TileState.FAILED, TileState.READY);
        assertThat(rendered.failures()).hasSize(3);
        assertThat(rendered.failures().get(0)).startsWith("Tile unknown: ").contains("no-such-metric");
        assertThat(rendered.failures().get(1)).startsWith("Tile broken: ").contains("paint is empty");
        assertThat(rendered.failures().get(2)).startsWith("Tile unlinked: ").contains("acme.shop.Gone");
        java.io.ByteArrayOutputStream svg = new java.io.ByteArrayOutputStream();
        PictureFormat.SVG.write(rendered.scene(), 1, svg);
        assertThat(svg.toString(java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("<")
                .contains("Data as of 31 Dec 2024, 23:00")
                .contains("All data");
    }

    @Test
    void withoutDataTilesAreEmptyOrZeroAndNothingFails() {
        DashboardView view = shown("plain");
        assertThat(view.choice()).isEqualTo(PeriodChoice.ALL);
        assertThat(view.periodLabel()).isEmpty();
        assertThat(view.dataAsOf()).isEmpty();
        assertThat(view.state("revenue")).isEqualTo(TileState.EMPTY);
        assertThat(view.state("countries")).isEqualTo(TileState.EMPTY);
        assertThat(session.render(new RenderRequest("plain", Theme.LIGHT, 1280, 720, null))
                        .failures())
                .isEmpty();
    }

    @Test
    void answersComeFromTheCacheUntilTheDataChanges() {
        fill(session);
        DashboardView view = shown("plain");
        assertThat(view.timings()).extracting(TileTiming::tile).containsExactly("revenue", "countries");
        assertThat(view.timings())
                .allSatisfy(t -> assertThat(t.cached()).as(t.tile()).isFalse());
        view.refresh();
        view.await();
        assertThat(view.timings())
                .allSatisfy(t -> assertThat(t.cached()).as(t.tile()).isTrue());
        assertThat(shown("plain").timings())
                .allSatisfy(t -> assertThat(t.cached()).as(t.tile()).isTrue());

        addOrder("2025-01-31T12:00", "100.00");
        view.refresh();
        view.await();
        assertThat(view.timings())
                .allSatisfy(t -> assertThat(t.cached()).as(t.tile()).isFalse());
        assertThat(value(view, "revenue")).as("February 2024 to January 2025").isEqualTo(125.0);
        assertThat(view.dataAsOf()).contains(LocalDateTime.of(2025, 1, 31, 12, 0));
    }

    private void addOrder(String time, String price) {
        addOrderAtOnce(time, price).run();
    }

    /** Does all of an import but its last step, which is left to the caller. */
    private Runnable addOrderAtOnce(String time, String price) {
        long id = workspace.catalog().imports().begin("more", "order_line", "", Instant.EPOCH);
        Loader loader = workspace.warehouse().begin(new ImportBatch(id, "more", "more", "order_line", ""));
        loader.append(
                "order_line",
                new Lines().line("M1", time, "C1", "France", 1, price).frame());
        return () -> {
            loader.commit();
            loader.close();
            workspace.dataChanged();
        };
    }

    @Test
    void whatSomebodyChoseStaysAtARefreshAndTheBestIsFoundAnewWhereNobodyDid() {
        DashboardView chosen = session.open("plain", Scope.ALL, tile -> {});
        DashboardView best = shown("plain");
        chosen.show(PeriodChoice.ALL);
        chosen.await();
        fill(session);
        chosen.refresh();
        best.refresh();
        chosen.await();
        best.await();
        assertThat(chosen.choice()).isEqualTo(PeriodChoice.ALL);
        assertThat(value(chosen, "revenue")).isEqualTo(52.0);
        assertThat(best.choice()).isEqualTo(PeriodChoice.LAST_12_MONTHS);
        assertThat(value(best, "revenue")).isEqualTo(45.0);
    }

    @Test
    void theLatestOfSeveralPeriodsWinsAndNoOtherIsEverShown() {
        fill(session);
        DashboardView view = session.open("plain", Scope.of(PeriodChoice.ALL), tile -> {});
        view.await();
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            view.show(PeriodChoice.LAST_12_MONTHS);
            until("a tile runs", () -> BusyWarehouse.someIsIn("clientele-query", "TileRun"));
            view.show(PeriodChoice.LAST_QUARTER);
            view.show(PeriodChoice.LAST_MONTH);
            assertThat(view.choice()).isEqualTo(PeriodChoice.LAST_MONTH);
            assertThat(view.period()).isEqualTo(new Period(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 31)));
            assertThat(value(view, "revenue"))
                    .as("the old picture stays meanwhile")
                    .isEqualTo(52.0);
            assertThat(view.dataAsOf()).as("while it loads").contains(NEWEST);
            assertThat(busy).isNotNull();
        }
        view.await();
        assertThat(value(view, "revenue")).isEqualTo(15.0);
        assertThat(view.frame("countries").orElseThrow().rowCount()).isEqualTo(1);
    }

    @Test
    void whileNewAnswersAreOnTheWayTheDataIsAsOldAsTheOldestPicture() {
        fill(session);
        DashboardView view = shown("plain");
        addOrder("2025-01-31T12:00", "100.00");
        session.queries().facts(session.policy(), CancelSignal.create());
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            view.refresh();
            until("a tile runs", () -> BusyWarehouse.someIsIn("clientele-query", "TileRun"));
            assertThat(view.dataAsOf()).contains(NEWEST);
            assertThat(busy).isNotNull();
        }
        view.await();
        assertThat(view.dataAsOf()).contains(LocalDateTime.of(2025, 1, 31, 12, 0));
    }

    @Test
    void aClosedViewStopsItsQueriesAtOnceAndShowsNothingMore() {
        fill(session);
        session.queries().facts(session.policy(), CancelSignal.create());
        Queue<String> told = new ConcurrentLinkedQueue<>();
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            DashboardView view = session.open("plain", Scope.of(PeriodChoice.ALL), told::add);
            until("a tile runs", () -> BusyWarehouse.someIsIn("clientele-query", "TileRun"));
            long start = System.nanoTime();
            view.close();
            assertRefused(ErrorCode.CANCELLED, view::await);
            assertThat(BusyWarehouse.someIsIn("clientele-query", "TileRun")).isFalse();
            assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(1_000_000_000L);
            view.show(PeriodChoice.LAST_MONTH);
            view.refresh();
            assertThat(view.state("revenue")).isEqualTo(TileState.LOADING);
            assertThat(busy).isNotNull();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whatFrontEndsAskOnTheirOwnThreadNeverWaitsForTheWarehouse() throws Exception {
        fill(session);
        DashboardView view = shown("plain");
        Runnable change = addOrderAtOnce("2025-01-31T12:00", "100.00");
        CompletableFuture<Void> changing;
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            changing = CompletableFuture.runAsync(change, DaemonThreads::start);
            until("the tables are read anew", () -> BusyWarehouse.someIsIn("clientele-start", "ConnectionPool"));
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(
                    () -> {
                        DashboardView other = session.open("plain", Scope.ALL, tile -> {});
                        other.show(PeriodChoice.LAST_MONTH);
                        int sum = other.layout(1000).size() + view.layout(1000).size();
                        sum += view.definitions().size() + other.definitions().size();
                        sum += session.metrics().size()
                                + session.dashboards().size()
                                + session.jobs().views().size();
                        sum += workspace.plugins().size()
                                + view.timings().size()
                                + view.periodLabel().length();
                        view.scene("revenue", CARD).join();
                        view.dataAsOf();
                        session.metric("revenue");
                        other.close();
                        return sum;
                    },
                    DaemonThreads::start);
            assertThat(asked).succeedsWithin(Duration.ofSeconds(5));
            assertThat(changing).isNotDone();
            assertThat(busy).isNotNull();
        }
        changing.get();
    }

    @Test
    void tilesFailWithASentenceWhereTheWarehouseCannotBeRead() {
        workspace.warehouse().close();
        DashboardView view = session.open("plain", Scope.ALL, tile -> {});
        view.await();
        for (String tile : List.of("revenue", "countries")) {
            assertThat(view.state(tile)).as(tile).isEqualTo(TileState.FAILED);
            assertThat(view.failure(tile)).as(tile).isNotBlank();
        }
        assertThat(view.periodLabel()).isEmpty();
    }

    @Test
    void nothingWaitsForAClosedSession() throws Exception {
        fill(session);
        DashboardView view = shown("plain");
        CompletableFuture<Void> waiting;
        CompletableFuture<Object> asking;
        try (BusyWarehouse busy = new BusyWarehouse(workspace)) {
            DashboardView running = session.open("plain", Scope.of(PeriodChoice.ALL), tile -> {});
            waiting = CompletableFuture.runAsync(running::await, DaemonThreads::start);
            asking = CompletableFuture.supplyAsync(
                    () -> session.query(MetricQuery.of("units").by("day"), CancelSignal.create()),
                    DaemonThreads::start);
            until("a tile runs", () -> BusyWarehouse.someIsIn("clientele-query", "TileRun"));
            until("a query runs", () -> BusyWarehouse.someIsIn("clientele-start", "QueryService"));
            session.close();
            assertThat(busy).isNotNull();
            assertThat(waiting).failsWithin(Duration.ofSeconds(10));
            assertThat(asking).failsWithin(Duration.ofSeconds(10));
        }
        until(
                "the session's threads end",
                () -> ownThreads().stream()
                        .noneMatch(name -> name.startsWith("clientele-query") || name.startsWith("clientele-layout")));
        view.show(PeriodChoice.LAST_MONTH);
        assertRefused(ErrorCode.CANCELLED, view::await);
        CompletableFuture<Scene> scene = view.scene("revenue", CARD);
        assertThat(scene).isCompletedExceptionally();
        assertRefused(ErrorCode.CANCELLED, () -> session.open("plain", Scope.ALL, tile -> {}));
        session.close();
    }

    @Test
    void anUnknownDashboardOrTileIsRefused() {
        assertRefused(ErrorCode.DASHBOARD_UNKNOWN, () -> session.open("nowhere", Scope.ALL, tile -> {}), "nowhere");
        DashboardView view = shown("plain");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> view.scene("nowhere", CARD), "nowhere");
        assertThat(Map.of("nowhere", view.state("nowhere"))).containsValue(TileState.LOADING);
    }
}
