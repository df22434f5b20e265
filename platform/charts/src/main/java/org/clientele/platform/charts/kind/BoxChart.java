package org.clientele.platform.charts.kind;

import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;

/** Quartiles, whiskers and outliers of raw values by category, after J. Tukey, "Exploratory Data Analysis", 1977. */
public final class BoxChart implements ChartType {
    @Override
    public String kind() {
        return ChartSpec.BOX;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Facets.scene(r, panel -> new SampleLayout(r, panel, false));
    }
}
