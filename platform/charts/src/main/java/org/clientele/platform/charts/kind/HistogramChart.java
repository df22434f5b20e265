package org.clientele.platform.charts.kind;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;

/** How often values occur: bars over equal ranges, of raw values or of ranges counted before. */
public final class HistogramChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.HISTOGRAM;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Facets.scene(r, panel -> new HistogramLayout(r, panel));
    }
}
