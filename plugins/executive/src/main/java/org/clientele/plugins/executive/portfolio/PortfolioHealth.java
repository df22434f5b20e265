package org.clientele.plugins.executive.portfolio;

import java.util.List;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.text.Texts;

/** The dashboard "Portfolio health": who is there, who is late, who came and went, and on how few it all rests. */
public final class PortfolioHealth {
    private static final Texts TEXTS = Texts.of(PortfolioHealth.class);

    static final String NAMESPACE = "clientele.executive/";

    private PortfolioHealth() {}

    /** What it asks. */
    public static List<Analysis<?>> analyses() {
        return List.of(
                new PortfolioFigures(),
                new CustomerStates(),
                new ReturnTest(),
                new StateHistory(),
                new GrowthSteps(),
                new GrowthBridge(),
                new CustomerShares(),
                new LorenzCurve(),
                new HealthFigure(),
                new HealthParts(),
                new RiskIndicators());
    }

    /** The dashboard. */
    public static DashboardSpec dashboard() {
        return DashboardSpec.builder(NAMESPACE + "portfolio-health", TEXTS.get("portfolio.health.title"))
                .description(TEXTS.get("portfolio.health.description"))
                .tile(figure(
                        "active",
                        TEXTS.get("portfolio.health.column.active"),
                        TEXTS.get("portfolio.health.within_their_own_purchase")))
                .tile(figure(
                        "at_risk",
                        TEXTS.get("portfolio.health.column.at_risk"),
                        TEXTS.get("portfolio.health.away_for_longer_than")))
                .tile(figure(
                        "lapsed",
                        TEXTS.get("portfolio.health.column.lapsed"),
                        TEXTS.get("portfolio.health.away_for_longer_than_2")))
                .tile(figure(
                        "rhythm",
                        TEXTS.get("portfolio.health.column.rhythm"),
                        TEXTS.get("portfolio.health.between_two_purchase_days")))
                .tile(score())
                .tile(parts())
                .tile(states())
                .tile(returned())
                .tile(bridge())
                .tile(account())
                .tile(history())
                .tile(lorenz())
                .tile(shares())
                .tile(risks())
                .build();
    }

    private static TileSpec.Builder figure(String column, String title, String subtitle) {
        return TileSpec.builder(
                        column.replace('_', '-') + "-figure",
                        title,
                        AnalysisCall.of(PortfolioFigures.ID),
                        ChartSpec.of(ChartSpec.KPI)
                                .encode(Channel.Y, column)
                                .encode(Channel.BASE, column + "_year_before"))
                .subtitle(subtitle)
                .size(3, 2);
    }

    private static TileSpec.Builder score() {
        return TileSpec.builder(
                        "health-score",
                        TEXTS.get("portfolio.health.health_score.title"),
                        AnalysisCall.of(HealthFigure.ID),
                        ChartSpec.of(ChartSpec.GAUGE)
                                .encode(Channel.Y, "score")
                                .option("from", "0")
                                .option("to", "100"))
                .subtitle(TEXTS.get("portfolio.health.health_score.subtitle"))
                .size(4, 5);
    }

    private static TileSpec.Builder parts() {
        return TileSpec.builder(
                        "health-parts",
                        TEXTS.get("portfolio.health.health_parts.title"),
                        AnalysisCall.of(HealthParts.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "part")
                                .encode(Channel.Y, "percentile")
                                .option("horizontal", "true")
                                .option("reference.1", "50|" + TEXTS.get("portfolio.health.as_usual")))
                .subtitle(TEXTS.get("portfolio.health.health_parts.subtitle"))
                .size(8, 5);
    }

    private static TileSpec.Builder states() {
        return TileSpec.builder(
                        "customer-states",
                        TEXTS.get("portfolio.health.customer_states.title"),
                        AnalysisCall.of(CustomerStates.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "state", "customers", "share", "value")
                                .option("bars", "customers"))
                .subtitle(TEXTS.get("portfolio.health.customer_states.subtitle"))
                .size(6, 4);
    }

    private static TileSpec.Builder returned() {
        return TileSpec.builder(
                        "return-test",
                        TEXTS.get("portfolio.health.return_test.title"),
                        AnalysisCall.of(ReturnTest.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "state")
                                .encode(Channel.Y, "came_back")
                                .encode(Channel.LOW, "low")
                                .encode(Channel.HIGH, "high"))
                .subtitle(TEXTS.get("portfolio.health.return_test.subtitle"))
                .size(6, 4);
    }

    private static TileSpec.Builder bridge() {
        return TileSpec.builder(
                        "growth-bridge",
                        TEXTS.get("portfolio.health.growth_bridge.title"),
                        AnalysisCall.of(GrowthBridge.ID),
                        ChartSpec.of(ChartSpec.WATERFALL)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "customers")
                                .option("total", GrowthBridge.OPENING + "," + GrowthBridge.CLOSING))
                .subtitle(TEXTS.get("portfolio.health.growth_bridge.subtitle"))
                .size(5, 6);
    }

    private static TileSpec.Builder account() {
        return TileSpec.builder(
                        "growth-account",
                        TEXTS.get("portfolio.health.growth_account.title"),
                        AnalysisCall.of(GrowthSteps.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "month")
                                .encode(Channel.Y, "new", "reactivated", "lost")
                                .option("stack", "total"))
                .subtitle(TEXTS.get("portfolio.health.growth_account.subtitle"))
                .size(7, 6);
    }

    private static TileSpec.Builder history() {
        return TileSpec.builder(
                        "state-history",
                        TEXTS.get("portfolio.health.state_history.title"),
                        AnalysisCall.of(StateHistory.ID),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "month")
                                .encode(Channel.Y, "active", "at_risk", "lapsed")
                                .option("stack", "total"))
                .subtitle(TEXTS.get("portfolio.health.state_history.subtitle"))
                .size(6, 6);
    }

    private static TileSpec.Builder lorenz() {
        return TileSpec.builder(
                        "lorenz",
                        TEXTS.get("portfolio.health.lorenz.title"),
                        AnalysisCall.of(LorenzCurve.ID),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "customers")
                                .encode(Channel.Y, "sales", "even"))
                .subtitle(TEXTS.get("portfolio.health.lorenz.subtitle"))
                .size(6, 6);
    }

    private static TileSpec.Builder shares() {
        return TileSpec.builder(
                        "concentration",
                        TEXTS.get("portfolio.health.concentration.title"),
                        AnalysisCall.of(CustomerShares.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "group", "customers", "sales", "share")
                                .option("bars", "share"))
                .subtitle(TEXTS.get("portfolio.health.concentration.subtitle"))
                .size(5, 6);
    }

    private static TileSpec.Builder risks() {
        return TileSpec.builder(
                        "risk-indicators",
                        TEXTS.get("portfolio.health.risk_indicators.title"),
                        AnalysisCall.of(RiskIndicators.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "indicator", "now", "year_before", "reading"))
                .subtitle(TEXTS.get("portfolio.health.risk_indicators.subtitle"))
                .size(7, 6);
    }
}
