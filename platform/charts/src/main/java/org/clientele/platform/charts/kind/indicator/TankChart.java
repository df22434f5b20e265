package org.clientele.platform.charts.kind.indicator;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Scene;

/** A value as the level of a tank. */
public final class TankChart implements ChartType {
    private static final VesselLayout.Form FORM = new VesselLayout.Form(150, 0.62, 0, 0, TankChart::tank);

    @Override
    public String kind() {
        return ChartSpec.TANK;
    }

    @Override
    public double minWidth() {
        return 200;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Reading.scene(r, (reading, notes) -> VesselLayout.draw(reading, notes, FORM));
    }

    private static void tank(Drawing d, double x, double top, double width, double bottom, int argb) {
        d.rect(x, top, width, bottom - top, Math.min(10, width / 4), Fill.of(argb));
    }
}
