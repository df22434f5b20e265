package org.clientele.platform.charts.kind;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;

/**
 * Bars by category from a baseline of zero, along or across; grouped, stacked, as lollipops or against targets. What they are
 * compared with is a thin marker.
 */
public final class BarChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.BAR;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Facets.scene(r, panel -> new BarLayout(r, panel));
    }
}
