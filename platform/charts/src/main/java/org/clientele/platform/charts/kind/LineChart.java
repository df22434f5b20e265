package org.clientele.platform.charts.kind;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;

/**
 * Lines over time or an ordered axis, with what they are compared with as a thin dashed line; as areas, stacked, with bands
 * of doubt, and as small multiples.
 */
public final class LineChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.LINE;
    }

    @Override
    public double minWidth() {
        return 360;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Facets.scene(r, panel -> new LineLayout(r, panel));
    }
}
