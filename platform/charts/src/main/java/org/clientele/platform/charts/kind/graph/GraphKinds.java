package org.clientele.platform.charts.kind.graph;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of this package. */
public final class GraphKinds {
    private GraphKinds() {}

    /** Network. */
    public static List<ChartType> all() {
        return List.of(new NetworkChart());
    }
}
