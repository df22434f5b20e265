package org.clientele.plugins.executive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.plugins.executive.goals.GoalsPage;
import org.clientele.plugins.executive.insights.Insights;
import org.clientele.plugins.executive.portfolio.PortfolioHealth;
import org.clientele.plugins.executive.profile.ProfilePage;
import org.clientele.plugins.executive.revenue.RevenueMetrics;
import org.clientele.plugins.executive.revenue.RevenuePage;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.extension.PluginEntry;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/** Contributes the executive pages and what they need beyond the metrics of the customer model. */
@PluginEntry
public final class ExecutivePlugin extends ClientelePlugin {
    private static final Texts TEXTS = Texts.of(ExecutivePlugin.class);

    static final String ID = "clientele.executive";

    /** For the workbench. */
    public ExecutivePlugin() {}

    @Override
    public List<MetricDefinition> metrics() {
        List<MetricDefinition> all = new ArrayList<>();
        all.add(MetricDefinition.builder(
                        ID + "/sales-per-customer",
                        "[clientele.core/known-customer-sales] / [clientele.core/customers]")
                .label(TEXTS.get("metric.sales_per_customer.label"))
                .description(TEXTS.get("metric.sales_per_customer.description"))
                .unit(Unit.money().per(Unit.of("customers")))
                .build());
        all.addAll(RevenueMetrics.all());
        return List.copyOf(all);
    }

    @Override
    public List<Analysis<?>> analyses() {
        return Stream.of(
                        PortfolioHealth.analyses(),
                        RevenuePage.analyses(),
                        GoalsPage.analyses(),
                        ProfilePage.analyses(),
                        List.of(new Insights()))
                .<Analysis<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<DashboardSpec> dashboards() {
        return List.of(
                Overview.dashboard(),
                PortfolioHealth.dashboard(),
                RevenuePage.dashboard(),
                GoalsPage.spec(),
                ProfilePage.spec());
    }
}
