package org.clientele.plugins.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.runtime.DashboardView;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.TileState;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.junit.jupiter.api.Test;

/** A goal for a metric is on every card that shows the metric, also where an analysis works the figure out. */
class FiguresHaveTargetsTest {
    private static final double DUE = 1000;

    @Test
    void aGoalIsOnEveryCardOfItsMetric() throws InterruptedException {
        try (Shop shop = Shop.sample()) {
            Session session = shop.session();
            Period days = new Period(shop.last.minusYears(1).plusDays(1), shop.last);
            for (String metric :
                    List.of("revenue", "margin", "margin-rate", "average-order-value", "sales-per-customer")) {
                Goal goal = new Goal("", "", metric, "", "", days.from(), days.to(), DUE, List.of(), "", "", false);
                session.goals().save(goal, CancelSignal.create());
            }
            TreeSet<String> seen = new TreeSet<>();
            for (String dashboard : List.of("overview", "revenue", "profile")) {
                BlockingQueue<String> news = new LinkedBlockingQueue<>();
                try (DashboardView view =
                        session.open("clientele.executive/" + dashboard, Scope.ALL.during(days), news::add)) {
                    while (view.spec().tiles().stream().anyMatch(t -> view.state(t.id()) == TileState.LOADING)) {
                        assertThat(news.poll(1, TimeUnit.MINUTES))
                                .as("a tile's answer")
                                .isNotNull();
                    }
                    for (TileSpec tile : view.spec().tiles()) {
                        assessed(view, tile, dashboard, session, days, seen);
                    }
                }
            }
            assertThat(seen)
                    .containsExactly(
                            "overview average-order-value",
                            "overview revenue",
                            "profile sales-per-customer",
                            "revenue average-order-value",
                            "revenue margin",
                            "revenue margin-rate",
                            "revenue revenue");
        }
    }

    private static void assessed(
            DashboardView view, TileSpec tile, String dashboard, Session session, Period days, TreeSet<String> seen) {
        if (!tile.chart().kind().equals(ChartSpec.KPI)
                || tile.chart().columns(Channel.TARGET).isEmpty()) {
            return;
        }
        String metric = tile.chart().column(Channel.Y);
        Frame frame = view.frame(tile.id()).orElseThrow();
        String rule = String.valueOf(frame.column(metric + "_target_rule").textAt(0));
        assertThat(rule).isNotBlank();
        if (rule.startsWith("From the goal")) { // the sample brings targets of its own as well
            assertThat(frame.column(metric + "_target").doubleAt(0)).isEqualTo(DUE);
            Frame asked = session.assessed(MetricQuery.of(metric).during(days), CancelSignal.create());
            assertThat(asked.column(metric + "_of_target").doubleAt(0))
                    .as("as the command line says")
                    .isCloseTo(frame.column(metric).doubleAt(0) / DUE, within(1e-9));
            seen.add(dashboard + " " + metric);
        }
    }
}
