package org.clientele.platform.charts.kind.tree;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of this package. */
public final class TreeKinds {
    private TreeKinds() {}

    /** Treemap, sunburst, decomposition tree and dendrogram. */
    public static List<ChartType> all() {
        return List.of(new TreemapChart(), new SunburstChart(), new DecompositionChart(), new DendrogramChart());
    }
}
