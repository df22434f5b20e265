package org.clientele.platform.charts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.platform.charts.kind.KpiChart;
import org.clientele.platform.charts.kind.SentencesChart;
import org.clientele.platform.charts.kind.TableChart;
import org.clientele.platform.charts.kind.XyKinds;
import org.clientele.platform.charts.kind.flow.FlowKinds;
import org.clientele.platform.charts.kind.graph.GraphKinds;
import org.clientele.platform.charts.kind.grid.GridKinds;
import org.clientele.platform.charts.kind.indicator.IndicatorKinds;
import org.clientele.platform.charts.kind.map.MapKinds;
import org.clientele.platform.charts.kind.space.SpaceKinds;
import org.clientele.platform.charts.kind.tree.TreeKinds;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/** The kinds of chart there are, by name. Immutable. */
public final class ChartCatalog {
    private static final Texts TEXTS = Texts.of(ChartCatalog.class);

    private final Map<String, ChartType> kinds;

    private ChartCatalog(Map<String, ChartType> kinds) {
        this.kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
    }

    /** All kinds that come with Clientele. */
    public static ChartCatalog builtIn() {
        return new ChartCatalog(Map.of())
                .with(List.of(new KpiChart(), new SentencesChart(), new TableChart()))
                .with(XyKinds.all())
                .with(IndicatorKinds.all())
                .with(FlowKinds.all())
                .with(GridKinds.all())
                .with(TreeKinds.all())
                .with(GraphKinds.all())
                .with(MapKinds.all())
                .with(SpaceKinds.all());
    }

    /**
     * The same with more kinds.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if two kinds have one name
     */
    public ChartCatalog with(List<ChartType> more) {
        Map<String, ChartType> all = new TreeMap<>(kinds);
        for (ChartType type : more) {
            if (all.put(type.kind(), type) != null) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN, TEXTS.get("chart.catalog.two_kinds_chart_are", type.kind()));
            }
        }
        return new ChartCatalog(all);
    }

    /** The names of all kinds, in alphabetical order. */
    public Set<String> kinds() {
        return kinds.keySet();
    }

    /**
     * The kind of that name.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if there is none
     */
    public ChartType kind(String kind) {
        ChartType type = kinds.get(kind);
        if (type == null) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN,
                    TEXTS.get("chart.catalog.no_kind_chart_is", kind, String.join(", ", kinds.keySet())));
        }
        return type;
    }

    /**
     * Lays out a chart by its kind.
     *
     * @throws AnalyticsException the chart's own refusal, or PLUGIN_FAILED if its code threw anything else
     */
    public Scene layout(ChartRequest request) {
        String name = request.spec().kind();
        ChartType type = kind(name);
        try {
            return type.layout(request);
        } catch (AnalyticsException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new AnalyticsException(
                    name.contains("/") ? ErrorCode.PLUGIN_FAILED : ErrorCode.INTERNAL,
                    TEXTS.get("chart.catalog.chart_could_not_be", name, e),
                    e);
        }
    }
}
