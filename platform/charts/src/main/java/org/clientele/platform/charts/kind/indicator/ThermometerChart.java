package org.clientele.platform.charts.kind.indicator;

import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Scene;

/** A value as the column of a thermometer: a slim tube on a bulb. */
public final class ThermometerChart implements ChartType {
    private static final VesselLayout.Form FORM = new VesselLayout.Form(36, 0.2, 0.95, 0.28, ThermometerChart::tube);

    @Override
    public String kind() {
        return ChartSpec.THERMOMETER;
    }

    @Override
    public double minWidth() {
        return 180;
    }

    @Override
    public Scene layout(ChartRequest r) {
        return Reading.scene(r, (reading, notes) -> VesselLayout.draw(reading, notes, FORM));
    }

    private static void tube(Drawing d, double x, double top, double width, double bottom, int argb) {
        double tube = width * 0.5;
        d.rect(x + (width - tube) / 2, top, tube, bottom - top - width / 2, tube / 2, Fill.of(argb));
        d.disc(x + width / 2, bottom - width / 2, width / 2, argb);
    }
}
