package org.clientele.platform.charts.kind.graph;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of this package. */
public final class GraphKinds {
    private GraphKinds() {}

    /** Network and lineage graph. */
    public static List<ChartType> all() {
        return List.of(new NetworkChart(), new LineageChart());
    }
}
