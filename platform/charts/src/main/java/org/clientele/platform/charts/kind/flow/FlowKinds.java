package org.clientele.platform.charts.kind.flow;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of this package. */
public final class FlowKinds {
    private FlowKinds() {}

    /** Waterfall, Pareto, funnel, Sankey, slope, radar and parallel coordinates. */
    public static List<ChartType> all() {
        return List.of(
                new WaterfallChart(),
                new ParetoChart(),
                new FunnelChart(),
                new SankeyChart(),
                new SlopeChart(),
                new RadarChart(),
                new ParallelChart());
    }
}
