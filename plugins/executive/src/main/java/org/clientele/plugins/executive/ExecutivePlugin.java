package org.clientele.plugins.executive;

import java.util.List;
import java.util.stream.Stream;
import org.clientele.plugins.executive.goals.GoalsPage;
import org.clientele.plugins.executive.profile.ProfilePage;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.extension.PluginEntry;
import org.clientele.sdk.query.MetricDefinition;

/** Contributes the executive overview and what it needs beyond the metrics of the customer model. */
@PluginEntry
public final class ExecutivePlugin extends ClientelePlugin {
    static final String ID = "clientele.executive";

    /** For the workbench. */
    public ExecutivePlugin() {}

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(MetricDefinition.builder(
                        ID + "/sales-per-customer",
                        "[clientele.core/known-customer-sales] / [clientele.core/customers]")
                .label("Sales per customer")
                .description("Sales to known customers divided by how many of them bought in the period."
                        + " Sales to unknown customers are in neither; returns do not lower it.")
                .unit(Unit.money().per(Unit.of("customers")))
                .build());
    }

    @Override
    public List<DashboardSpec> dashboards() {
        return List.of(Overview.dashboard(), GoalsPage.spec(), ProfilePage.spec());
    }

    @Override
    public List<Analysis<?>> analyses() {
        return Stream.concat(GoalsPage.analyses().stream(), ProfilePage.analyses().stream())
                .toList();
    }
}
