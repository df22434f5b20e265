package org.clientele.platform.charts.kind;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of chart with axes. */
public final class XyKinds {
    private XyKinds() {}

    /** Lines, bars, points, and three ways to show how values are spread. */
    public static List<ChartType> all() {
        return List.of(
                new LineChart(),
                new BarChart(),
                new PointChart(),
                new HistogramChart(),
                new BoxChart(),
                new ViolinChart());
    }
}
