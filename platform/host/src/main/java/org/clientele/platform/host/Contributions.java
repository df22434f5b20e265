package org.clientele.platform.host;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.query.MetricDefinition;

/**
 * Everything that plugins contribute at one moment, ordered by plugin id and then as the plugin lists it. Holds no class
 * of a plugin: the analyses and chart types answer PLUGIN_STOPPED once their plugin is gone.
 */
public record Contributions(
        List<Owned<MetricDefinition>> metrics,
        List<Owned<DashboardSpec>> dashboards,
        List<Owned<PluginAnalysis>> analyses,
        List<Owned<ChartType>> chartTypes,
        List<Owned<ImportRecipe>> importRecipes) {
    /** Nothing. */
    public static final Contributions NONE = new Contributions(List.of(), List.of(), List.of(), List.of(), List.of());

    public Contributions {
        metrics = List.copyOf(metrics);
        dashboards = List.copyOf(dashboards);
        analyses = List.copyOf(analyses);
        chartTypes = List.copyOf(chartTypes);
        importRecipes = List.copyOf(importRecipes);
    }

    static Contributions of(List<Contributions> parts) {
        List<Owned<MetricDefinition>> metrics = new ArrayList<>();
        List<Owned<DashboardSpec>> dashboards = new ArrayList<>();
        List<Owned<PluginAnalysis>> analyses = new ArrayList<>();
        List<Owned<ChartType>> chartTypes = new ArrayList<>();
        List<Owned<ImportRecipe>> importRecipes = new ArrayList<>();
        for (Contributions part : parts) {
            metrics.addAll(part.metrics);
            dashboards.addAll(part.dashboards);
            analyses.addAll(part.analyses);
            chartTypes.addAll(part.chartTypes);
            importRecipes.addAll(part.importRecipes);
        }
        return new Contributions(metrics, dashboards, analyses, chartTypes, importRecipes);
    }

    /** The number of contributions of all kinds. */
    public int size() {
        return Stream.of(metrics, dashboards, analyses, chartTypes, importRecipes)
                .mapToInt(List::size)
                .sum();
    }
}
