package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.chart.ViewState;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PolicyTest extends RuntimeTest {
    private Workspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = open(withShop());
        fill(session(workspace));
    }

    private static Policy only(String country) {
        return new Policy(
                "Only " + country, Map.of("order_line", List.of("country = '" + country + "'")), Set.of(), Set.of());
    }

    private static double revenue(QueryService.Answer answer) {
        return answer.frame().columns().get(0).doubleAt(0);
    }

    @Test
    void readersOfDifferentRowsDoNotShareAnswers() {
        QueryService service = new QueryService(workspace, new QueryCache());
        MetricQuery query = MetricQuery.of("revenue");
        Map<Policy, Double> seen = Map.of(only("France"), 10.0, only("United Kingdom"), 42.0, Policy.allowAll(), 52.0);
        seen.forEach((policy, sum) -> {
            QueryService.Answer first = service.ask(query, Subject.local(), policy, CancelSignal.create());
            assertThat(first.cached()).as(policy.name()).isFalse();
            assertThat(revenue(first)).as(policy.name()).isEqualTo(sum);
        });
        seen.forEach((policy, sum) -> {
            QueryService.Answer second = service.ask(query, Subject.local(), policy, CancelSignal.create());
            assertThat(second.cached()).as(policy.name()).isTrue();
            assertThat(revenue(second)).as(policy.name()).isEqualTo(sum);
        });
    }

    @Test
    void aTileThatThePolicyForbidsLeavesTheOthersReady() {
        Policy noCustomers = new Policy("No customers", Map.of(), Set.of("customer.customer_id"), Set.of());
        Session session = workspace.session(Subject.local(), noCustomers);
        DashboardView view = session.open("mixed", Scope.ALL, tile -> {});
        view.await();
        assertThat(view.state("customers")).isEqualTo(TileState.FORBIDDEN);
        assertThat(view.frame("customers")).isEmpty();
        assertThat(view.scene("customers", new SceneRequest(Theme.LIGHT, 300, 200, ViewState.initial()))
                        .join()
                        .description())
                .contains("Your role does not show this tile");
        assertThat(view.state("revenue")).isEqualTo(TileState.READY);
        assertThat(view.state("unknown")).isEqualTo(TileState.FAILED);
    }

    @Test
    void onlyAllowedDashboardsAreListedAndOpened() {
        Policy plainOnly = new Policy("Plain only", Map.of(), Set.of(), Set.of("acme.shop/plain"));
        Session session = workspace.session(Subject.local(), plainOnly);
        assertThat(session.dashboards())
                .containsExactly(new DashboardEntry("acme.shop/plain", "Plain", "", "acme.shop", "The acme.shop"));
        assertRefused(ErrorCode.FORBIDDEN, () -> session.open("secret", Scope.ALL, tile -> {}), "Secret", "Plain only");
        session.open("plain", Scope.ALL, tile -> {}).await();
    }

    @Test
    void aSessionSeesNothingThatAnotherOneWithMoreRightsAskedBefore() {
        MetricQuery query = MetricQuery.of("revenue");
        assertThat(value(session(workspace), query)).isEqualTo(52.0);
        assertThat(value(workspace.session(Subject.local(), only("France")), query))
                .isEqualTo(10.0);
    }
}
