package org.clientele.platform.charts.kind.space;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of chart of this package. */
public final class SpaceKinds {
    private SpaceKinds() {}

    /** Points in space and moving bubbles. */
    public static List<ChartType> all() {
        return List.of(new Scatter3dChart(), new BubblesChart());
    }
}
