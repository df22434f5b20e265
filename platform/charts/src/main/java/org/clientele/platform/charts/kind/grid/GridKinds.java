package org.clientele.platform.charts.kind.grid;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of this package. */
public final class GridKinds {
    private GridKinds() {}

    /** Heat grid, cohort grid and calendar. */
    public static List<ChartType> all() {
        return List.of(new HeatChart(), new CohortChart(), new CalendarChart());
    }
}
