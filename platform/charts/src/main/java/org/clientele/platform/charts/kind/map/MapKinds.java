package org.clientele.platform.charts.kind.map;

import java.util.List;
import org.clientele.sdk.extension.ChartType;

/** The kinds of chart of this package. */
public final class MapKinds {
    private MapKinds() {}

    /** The map. */
    public static List<ChartType> all() {
        return List.of(new MapChart());
    }
}
