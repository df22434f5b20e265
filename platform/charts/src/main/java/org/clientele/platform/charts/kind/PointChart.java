package org.clientele.platform.charts.kind;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;

/** Points of two measures, bubbles with a third; where there are too many to tell apart, how many lie in each cell. */
public final class PointChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.POINT;
    }

    @Override
    public double minWidth() {
        return 320;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Facets.scene(r, panel -> new PointLayout(r, panel));
    }
}
