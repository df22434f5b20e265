package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.ChartCatalog;
import org.clientele.platform.host.Contributions;
import org.clientele.platform.host.Owned;
import org.clientele.platform.host.PluginAnalysis;
import org.clientele.platform.query.CoreMetrics;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.query.MetricDefinition;

/**
 * What the core and the started plugins contribute, as one snapshot.
 *
 * @param metrics the core's and the plugins', formulas unchecked
 * @param charts all chart kinds
 * @param dashboards with the plugin that each comes from
 * @param analyses of plugins
 * @param recipes of plugins
 */
record Contributed(
        List<MetricDefinition> metrics,
        ChartCatalog charts,
        List<Owned<DashboardSpec>> dashboards,
        List<PluginAnalysis> analyses,
        List<ImportRecipe> recipes) {
    static Contributed of(Contributions plugins) {
        List<MetricDefinition> metrics = new ArrayList<>(CoreMetrics.definitions());
        plugins.metrics().forEach(owned -> metrics.add(owned.value()));
        return new Contributed(
                List.copyOf(metrics),
                ChartCatalog.builtIn()
                        .with(plugins.chartTypes().stream().map(Owned::value).toList()),
                plugins.dashboards(),
                plugins.analyses().stream().map(Owned::value).toList(),
                plugins.importRecipes().stream().map(Owned::value).toList());
    }

    /** The dashboard that answers to an id or a suffix of one. */
    DashboardSpec dashboard(String id) {
        return QualifiedId.resolve(
                id,
                dashboards.stream().map(Owned::value).toList(),
                DashboardSpec::id,
                "dashboard",
                ErrorCode.DASHBOARD_UNKNOWN);
    }

    /** The analysis that answers to an id or a suffix of one. */
    PluginAnalysis analysis(String id) {
        return QualifiedId.resolve(id, analyses, PluginAnalysis::id, "analysis", ErrorCode.ANALYSIS_UNKNOWN);
    }
}
