package org.clientele.platform.charts.kind.indicator;

import java.util.List;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.extension.ChartType;

/** The kinds of this package. */
public final class IndicatorKinds {
    private IndicatorKinds() {}

    /** Gauge, meter, thermometer, tank and progress. */
    public static List<ChartType> all() {
        return List.of(
                new Indicator(ChartSpec.GAUGE, 160, GaugeLayout::draw),
                new Indicator(ChartSpec.METER, 180, MeterLayout::draw),
                new Indicator(
                        ChartSpec.THERMOMETER,
                        180,
                        (reading, notes) -> VesselLayout.draw(reading, notes, VesselLayout.THERMOMETER)),
                new Indicator(
                        ChartSpec.TANK, 200, (reading, notes) -> VesselLayout.draw(reading, notes, VesselLayout.TANK)),
                new ProgressChart());
    }
}
