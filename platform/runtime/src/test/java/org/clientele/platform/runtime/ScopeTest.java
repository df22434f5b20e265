package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a dashboard is narrowed down to reaches every tile, and analyses among them. */
@Timeout(60)
class ScopeTest extends RuntimeTest {
    private static final Period OF_2024 = new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

    private Session session;

    @BeforeEach
    void openWorkspace() {
        session = session(open(withShop()));
        fill(session);
    }

    private DashboardView shown(String dashboard, Scope scope) {
        DashboardView view = session.open(dashboard, scope, tile -> {});
        view.await();
        return view;
    }

    private static void show(DashboardView view, Scope scope) {
        view.show(scope);
        view.await();
    }

    @Test
    void filtersHoldForEveryTileAndAnswerAgain() {
        DashboardView view = shown("plain", Scope.ALL.filtered(List.of(Filter.in("country", "France"))));
        assertThat(value(view, "revenue")).isEqualTo(10.0);
        show(view, view.scope().filtered(List.of(Filter.between("month", "2024-02-01", null))));
        assertThat(value(view, "revenue")).isEqualTo(25.0);
        show(view, Scope.ALL);
        assertThat(value(view, "revenue")).isEqualTo(45.0);
    }

    @Test
    void whatIsPickedInATileHoldsForTheOthersOnly() {
        Scope picked = Scope.ALL.picked("countries", List.of(Filter.in("country", "France")));
        DashboardView view = shown("plain", picked);
        assertThat(value(view, "revenue")).isEqualTo(10.0);
        assertThat(view.frame("countries").orElseThrow().rowCount()).isEqualTo(2);
        show(view, view.scope().picked("countries", List.of()));
        assertThat(view.scope()).isEqualTo(Scope.ALL);
        assertThat(value(view, "revenue")).isEqualTo(45.0);
    }

    @Test
    void veryDaysAreTakenAsTheyAre() {
        DashboardView view =
                shown("plain", Scope.ALL.during(new Period(LocalDate.of(2022, 12, 1), LocalDate.of(2022, 12, 31))));
        assertThat(value(view, "revenue")).isEqualTo(7.0);
        assertThat(view.periodLabel()).isEqualTo("1 Dec 2022 – 31 Dec 2022");
    }

    @Test
    void anAnalysisIsAskedInTheSameScope() {
        DashboardView view = shown("worked-out", Scope.ALL);
        assertThat(value(view, "share")).isEqualTo(35.0 / 45);
        assertThat(view.dataAsOf()).isPresent();
        show(view, Scope.ALL.picked("countries", List.of(Filter.in("country", "France"))));
        assertThat(value(view, "share")).isEqualTo(1.0);
        show(view, Scope.ALL.filtered(List.of(Filter.in("country", "Nowhere"))));
        assertThat(view.state("share")).isEqualTo(TileState.EMPTY);
        assertThat(view.scene("share", new SceneRequest(Theme.LIGHT, 400, 300, ViewState.initial()))
                        .join()
                        .toString())
                .contains("No countries are known.");
    }

    @Test
    void anEarlyAnswerIsShownAsNotTheLastWordUntilTheWholeOneIsThere() {
        System.setProperty("acme.shop.early", "true");
        try {
            DashboardView view = session.open("worked-out", Scope.ALL, tile -> {});
            until("the early answer", () -> view.frame("share").isPresent());
            assertThat(value(view, "share")).isEqualTo(0.5);
            assertThat(view.isStale("share")).isTrue();
            assertThat(view.frame("share").orElseThrow().caveats())
                    .extracting(Caveat::message)
                    .contains("Of a sample.");
            System.clearProperty("acme.shop.early");
            view.await();
            assertThat(value(view, "share")).isEqualTo(35.0 / 45);
            assertThat(view.isStale("share")).isFalse();
            assertThat(view.frame("share").orElseThrow().caveats())
                    .extracting(Caveat::message)
                    .doesNotContain("Of a sample.");
        } finally {
            System.clearProperty("acme.shop.early");
        }
    }

    @Test
    void theNextMoveOfASliderCancelsTheAnalysisUnderWay() {
        System.setProperty("acme.shop.early", "true");
        try {
            DashboardView view = session.open("worked-out", Scope.ALL.chosen("top", "1"), tile -> {});
            until("the first is under way", () -> view.frame("share").isPresent());
            assertThat(System.getProperty("acme.shop.cancelled")).isNull();
            view.show(view.scope().chosen("top", "2"));
            until("the first hears it", () -> "top 1".equals(System.getProperty("acme.shop.cancelled")));
            System.clearProperty("acme.shop.early");
            view.await();
            assertThat(value(view, "share")).isEqualTo(1.0);
        } finally {
            System.clearProperty("acme.shop.early");
            System.clearProperty("acme.shop.cancelled");
        }
    }

    @Test
    void aTileThatWasDrawnBeforeAnotherBroughtMembersIsDrawnAnewInTheSameColours() {
        ChartSpec bars =
                ChartSpec.of(ChartSpec.BAR).encode(Channel.Y, "revenue").encode(Channel.COLOR, "country");
        ChartSpec shares =
                ChartSpec.of(ChartSpec.BAR).encode(Channel.Y, "share").encode(Channel.COLOR, "country");
        DashboardSpec page = DashboardSpec.builder("acme.test/colours", "Colours")
                .tile(TileSpec.builder(
                        "bars", "Bars", MetricQuery.of("clientele.core/revenue").by("month", "country"), bars))
                .tile(TileSpec.builder("shares", "Shares", AnalysisCall.of("top-share"), shares))
                .build();
        SceneRequest request = new SceneRequest(Theme.LIGHT, 400, 300, ViewState.initial());
        System.setProperty("acme.shop.early", "true");
        try {
            DashboardView view = session.open(page, Scope.ALL, tile -> {});
            until("the bars", () -> view.state("bars") == TileState.READY);
            until("the early answer", () -> view.frame("shares").isPresent());
            Scene before = view.scene("bars", request).join();
            long version = view.version("bars");
            System.clearProperty("acme.shop.early");
            until("the bars are drawn anew", () -> view.version("bars") > version);
            assertThat(view.scene("bars", request).join()).isNotEqualTo(before);
        } finally {
            System.clearProperty("acme.shop.early");
        }
    }

    @Test
    void whatIsChosenAboutAnAnalysisHoldsForTilesThatLeaveItOpen() {
        DashboardView view = shown("worked-out", Scope.ALL.chosen("top", "2").chosen("other", "7"));
        assertThat(value(view, "share")).isEqualTo(1.0);
        assertThat(view.parameters("share")).hasSize(1).containsValue("2");
        assertThat(view.parameters("compared")).isEmpty();
        show(view, view.scope().chosen("top", "11"));
        assertThat(view.state("share")).isEqualTo(TileState.FAILED);
        show(view, view.scope().chosen("top", null));
        assertThat(value(view, "share")).isEqualTo(35.0 / 45);
    }

    @Test
    void aComparisonThatIsChosenTakesTheTilesOwnPlace() {
        DashboardView view = shown("worked-out", Scope.ALL.compared(Comparison.PREVIOUS));
        assertThat(view.frame("compared")
                        .orElseThrow()
                        .column("revenue_previous")
                        .size())
                .isEqualTo(1);
        show(view, Scope.ALL.compared(Comparison.NONE));
        assertThat(view.frame("compared").orElseThrow().columns()).hasSize(1);
        assertThat(view.state("compared")).isEqualTo(TileState.READY);
    }

    @Test
    void analysesAreOfferedWithTheirParametersAndAnswerByThemselves() {
        assertThat(session.analysesOffered()).singleElement().satisfies(a -> {
            assertThat(a.id()).isEqualTo("acme.shop/top-share");
            assertThat(a.parameters())
                    .containsExactly(new AnalysisView.Parameter(
                            "top", "Of the top", "", "integer", "1", 1, 10, 0, List.of(), List.of()));
        });
        assertThat(share(Map.of("top", "2"))).isEqualTo(1.0);
        assertThat(share(Map.of())).isEqualTo(35.0 / 45);
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> share(Map.of("top", "11")), "top", "11", "1 to 10");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> share(Map.of("top", "two")), "whole number");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> share(Map.of("tops", "2")), "tops", "There are: top");
        assertRefused(
                ErrorCode.ANALYSIS_UNKNOWN,
                () -> session.analyse(
                        AnalysisCall.of("no-such"), OF_2024, List.of(), Progress.NONE, CancelSignal.create()),
                "acme.shop/top-share");
    }

    private double share(Map<String, String> parameters) {
        return session.analyse(
                        new AnalysisCall("top-share", parameters),
                        OF_2024,
                        List.of(),
                        Progress.NONE,
                        CancelSignal.create())
                .columns()
                .get(0)
                .doubleAt(0);
    }
}
