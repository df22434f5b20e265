package org.clientele.plugins.executive.portfolio;

import java.util.List;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.query.AnalysisCall;

/** The dashboard "Portfolio health": who is there, who is late, who came and went, and on how few it all rests. */
public final class PortfolioHealth {
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
        return DashboardSpec.builder(NAMESPACE + "portfolio-health", "Portfolio health")
                .description(
                        "Who is active, at risk or lapsed by their own rhythm, how the number of customers came about, and"
                                + " on how few revenue rests.")
                .tile(figure("active", "Active customers", "Within their own purchase rhythm"))
                .tile(figure("at_risk", "Customers at risk", "Away for longer than three of four gaps"))
                .tile(figure("lapsed", "Lapsed customers", "Away for longer than nine of ten gaps"))
                .tile(figure("rhythm", "Typical gap in days", "Between two purchase days, drawn from all customers"))
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
                        "Health score",
                        AnalysisCall.of(HealthFigure.ID),
                        ChartSpec.of(ChartSpec.GAUGE)
                                .encode(Channel.Y, "score")
                                .option("from", "0")
                                .option("to", "100"))
                .subtitle("The last full month among its own past; 50 is as usual")
                .size(4, 5);
    }

    private static TileSpec.Builder parts() {
        return TileSpec.builder(
                        "health-parts",
                        "What the score is made of",
                        AnalysisCall.of(HealthParts.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "part")
                                .encode(Channel.Y, "percentile")
                                .option("horizontal", "true")
                                .option("reference.1", "50|As usual"))
                .subtitle("Percentile of the last full month among up to 24")
                .size(8, 5);
    }

    private static TileSpec.Builder states() {
        return TileSpec.builder(
                        "customer-states",
                        "Customers by state",
                        AnalysisCall.of(CustomerStates.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "state", "customers", "share", "value")
                                .option("bars", "customers"))
                .subtitle("By time away, in terms of their own purchase rhythm")
                .size(6, 4);
    }

    private static TileSpec.Builder returned() {
        return TileSpec.builder(
                        "return-test",
                        "Who came back when it was tried",
                        AnalysisCall.of(ReturnTest.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "state")
                                .encode(Channel.Y, "came_back")
                                .encode(Channel.LOW, "low")
                                .encode(Channel.HIGH, "high"))
                .subtitle("Share of each state that bought again, with its 95 % interval")
                .size(6, 4);
    }

    private static TileSpec.Builder bridge() {
        return TileSpec.builder(
                        "growth-bridge",
                        "Growth account of recent buyers",
                        AnalysisCall.of(GrowthBridge.ID),
                        ChartSpec.of(ChartSpec.WATERFALL)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "customers")
                                .option("total", GrowthBridge.OPENING + "," + GrowthBridge.CLOSING))
                .subtitle("Opening and new and reactivated less lost is closing")
                .size(5, 6);
    }

    private static TileSpec.Builder account() {
        return TileSpec.builder(
                        "growth-account",
                        "Who came and who went",
                        AnalysisCall.of(GrowthSteps.ID),
                        ChartSpec.of(ChartSpec.BAR)
                                .encode(Channel.X, "month")
                                .encode(Channel.Y, "new", "reactivated", "lost")
                                .option("stack", "total"))
                .subtitle("Customers by month; lost ones are below zero")
                .size(7, 6);
    }

    private static TileSpec.Builder history() {
        return TileSpec.builder(
                        "state-history",
                        "States over time",
                        AnalysisCall.of(StateHistory.ID),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "month")
                                .encode(Channel.Y, "active", "at_risk", "lapsed")
                                .option("stack", "total"))
                .subtitle("All who ever bought, at the end of each month")
                .size(6, 6);
    }

    private static TileSpec.Builder lorenz() {
        return TileSpec.builder(
                        "lorenz",
                        "How evenly customers buy",
                        AnalysisCall.of(LorenzCurve.ID),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "customers")
                                .encode(Channel.Y, "sales", "even"))
                .subtitle("Share of sales that the smallest customers bring")
                .size(6, 6);
    }

    private static TileSpec.Builder shares() {
        return TileSpec.builder(
                        "concentration",
                        "Concentration",
                        AnalysisCall.of(CustomerShares.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "group", "customers", "sales", "share")
                                .option("bars", "share"))
                .subtitle("What the largest customers bring")
                .size(5, 6);
    }

    private static TileSpec.Builder risks() {
        return TileSpec.builder(
                        "risk-indicators",
                        "Risk indicators",
                        AnalysisCall.of(RiskIndicators.ID),
                        ChartSpec.of(ChartSpec.TABLE)
                                .encode(Channel.COLUMN, "indicator", "now", "year_before", "reading"))
                .subtitle("Twelve months up to the end of the period")
                .size(7, 6);
    }
}
