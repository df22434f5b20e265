package org.clientele.platform.charts.kind;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;

/** The density of raw values by category, with their quartiles inside. */
public final class ViolinChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.VIOLIN;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Facets.scene(r, panel -> new SampleLayout(r, panel, true));
    }
}
