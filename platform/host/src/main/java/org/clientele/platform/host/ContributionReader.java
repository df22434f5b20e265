package org.clientele.platform.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.query.MetricDefinition;

/**
 * Asks a started plugin once for each of its lists, checks them and keeps what holds no class of the plugin: the SDK's
 * records are made of the SDK's and Java's types alone, the lists are copied, and chart types are wrapped.
 */
final class ContributionReader {
    @SuppressWarnings("unchecked")
    private static final Class<Analysis<?>> ANALYSIS = (Class<Analysis<?>>) (Class<?>) Analysis.class;

    private final PluginManifest plugin;
    private final TimedCall calls;
    private final Lease lease;

    ContributionReader(PluginManifest plugin, TimedCall calls, Lease lease) {
        this.plugin = plugin;
        this.calls = calls;
        this.lease = lease;
    }

    /** @throws org.clientele.sdk.AnalyticsException if a list throws or does not keep the SDK's rules */
    Contributions read(ClientelePlugin entry) {
        return new Contributions(
                own(list("metrics()", MetricDefinition.class, entry::metrics), "metric", MetricDefinition::id),
                own(list("dashboards()", DashboardSpec.class, entry::dashboards), "dashboard", DashboardSpec::id),
                own(analyses(entry), "analysis", PluginAnalysis::id),
                own(charts(entry), "chart type", chart -> QualifiedId.of(chart.kind())),
                own(
                        list("importRecipes()", ImportRecipe.class, entry::importRecipes),
                        "import recipe",
                        ImportRecipe::id));
    }

    private List<ChartType> charts(ClientelePlugin entry) {
        List<ChartType> charts = new ArrayList<>();
        for (ChartType chart : list("chartTypes()", ChartType.class, entry::chartTypes)) {
            charts.add(calls.call("kind() of a chart type", () -> revocable(chart)));
        }
        return charts;
    }

    private List<PluginAnalysis> analyses(ClientelePlugin entry) {
        List<PluginAnalysis> analyses = new ArrayList<>();
        for (Analysis<?> analysis : list("analyses()", ANALYSIS, entry::analyses)) {
            analyses.add(calls.call("what an analysis says of itself", () -> new PluginAnalysis(lease, analysis)));
        }
        return analyses;
    }

    private ChartType revocable(ChartType chart) {
        String kind = QualifiedId.of(String.valueOf(chart.kind())).toString();
        double minWidth = chart.minWidth();
        if (!(minWidth >= 0 && minWidth <= 100_000)) {
            throw PluginFailure.broken("the chart type " + kind + " has the least width " + minWidth + ".");
        }
        return new RevocableChartType(lease, chart, kind, minWidth);
    }

    /** The plugin's list may be of a class of its own, and its generics may lie. */
    private <T> List<T> list(String method, Class<T> type, Callable<List<T>> ask) {
        return calls.call(method, () -> {
            List<T> copy = new ArrayList<>();
            List<T> list = ask.call();
            if (list == null) {
                throw PluginFailure.broken("it returned null instead of a list.");
            }
            for (Object element : list) {
                if (!type.isInstance(element)) {
                    throw PluginFailure.broken("its list of " + type.getSimpleName() + " holds "
                            + (element == null ? "null." : "something else."));
                }
                copy.add(type.cast(element));
            }
            return copy;
        });
    }

    private <T> List<Owned<T>> own(List<T> values, String what, Function<T, QualifiedId> idOf) {
        List<Owned<T>> owned = new ArrayList<>();
        Set<QualifiedId> seen = new HashSet<>();
        for (T value : values) {
            QualifiedId id = idOf.apply(value);
            if (!id.namespace().equals(plugin.id())) {
                throw PluginFailure.broken(plugin.label() + " contributes the " + what + " " + id
                        + ", whose id does not start with its own: " + plugin.id() + "/" + id.name() + ".");
            }
            if (!seen.add(id)) {
                throw PluginFailure.broken(plugin.label() + " contributes the " + what + " " + id + " twice.");
            }
            owned.add(new Owned<>(plugin.id(), value));
        }
        return owned;
    }
}
