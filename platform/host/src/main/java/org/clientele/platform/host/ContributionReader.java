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
import org.clientele.sdk.text.Texts;

/**
 * Asks a started plugin once for each of its lists, checks them and keeps what holds no class of the plugin: the SDK's
 * records are made of the SDK's and Java's types alone, the lists are copied, and chart types are wrapped.
 */
final class ContributionReader {
    private static final Texts TEXTS = Texts.of(ContributionReader.class);

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
                own(
                        list("metrics()", MetricDefinition.class, entry::metrics),
                        TEXTS.get("contribution.reader.metric"),
                        MetricDefinition::id),
                own(
                        list("dashboards()", DashboardSpec.class, entry::dashboards),
                        TEXTS.get("contribution.reader.dashboard"),
                        DashboardSpec::id),
                own(analyses(entry), TEXTS.get("contribution.reader.analysis"), PluginAnalysis::id),
                own(charts(entry), TEXTS.get("contribution.reader.chart_type"), chart -> QualifiedId.of(chart.kind())),
                own(
                        list("importRecipes()", ImportRecipe.class, entry::importRecipes),
                        TEXTS.get("contribution.reader.import_recipe"),
                        ImportRecipe::id));
    }

    private List<ChartType> charts(ClientelePlugin entry) {
        List<ChartType> charts = new ArrayList<>();
        for (ChartType chart : list("chartTypes()", ChartType.class, entry::chartTypes)) {
            charts.add(calls.call(TEXTS.get("contribution.reader.kind_chart_type"), () -> revocable(chart)));
        }
        return charts;
    }

    private List<PluginAnalysis> analyses(ClientelePlugin entry) {
        List<PluginAnalysis> analyses = new ArrayList<>();
        for (Analysis<?> analysis : list("analyses()", ANALYSIS, entry::analyses)) {
            analyses.add(calls.call(
                    TEXTS.get("contribution.reader.what_analysis_says_itself"),
                    () -> new PluginAnalysis(lease, analysis)));
        }
        return analyses;
    }

    private ChartType revocable(ChartType chart) {
        String kind = QualifiedId.of(String.valueOf(chart.kind())).toString();
        double minWidth = chart.minWidth();
        if (!(minWidth >= 0 && minWidth <= 100_000)) {
            throw PluginFailure.broken(
                    TEXTS.get("contribution.reader.chart_type_has_least_width", kind, Double.toString(minWidth)));
        }
        return new RevocableChartType(lease, chart, kind, minWidth);
    }

    /** The plugin's list may be of a class of its own, and its generics may lie. */
    private <T> List<T> list(String method, Class<T> type, Callable<List<T>> ask) {
        return calls.call(method, () -> {
            List<T> copy = new ArrayList<>();
            List<T> list = ask.call();
            if (list == null) {
                throw PluginFailure.broken(TEXTS.get("contribution.reader.returned_null_instead_list"));
            }
            for (Object element : list) {
                if (!type.isInstance(element)) {
                    throw PluginFailure.broken(
                            element == null
                                    ? TEXTS.get("contribution.reader.list_holds_null", type.getSimpleName())
                                    : TEXTS.get("contribution.reader.list_holds_else", type.getSimpleName()));
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
                throw PluginFailure.broken(TEXTS.get(
                        "contribution.reader.contributes_whose_id_does_not",
                        plugin.label(),
                        what,
                        id,
                        plugin.id(),
                        id.name()));
            }
            if (!seen.add(id)) {
                throw PluginFailure.broken(
                        TEXTS.get("contribution.reader.contributes_twice", plugin.label(), what, id));
            }
            owned.add(new Owned<>(plugin.id(), value));
        }
        return owned;
    }
}
