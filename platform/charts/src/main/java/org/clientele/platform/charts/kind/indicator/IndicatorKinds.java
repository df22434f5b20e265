package org.clientele.platform.charts.kind.indicator;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of this package. */
public final class IndicatorKinds {
    private IndicatorKinds() {}

    /** Gauge, meter, thermometer, tank and progress. */
    public static List<ChartType> all() {
        return List.of(
                new GaugeChart(), new MeterChart(), new ThermometerChart(), new TankChart(), new ProgressChart());
    }
}
