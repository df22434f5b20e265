package org.clientele.platform.charts.kind.indicator;

import java.util.function.BiFunction;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Scene;

/**
 * A kind of chart that shows one value against its target.
 *
 * @param kind how specs name it
 * @param minWidth below which it cannot be read
 * @param drawn draws a reading, leaving room for the notes
 */
record Indicator(String kind, double minWidth, BiFunction<Reading, Notes, Drawing> drawn) implements ChartType {
    @Override
    public Scene layout(ChartRequest r) {
        return Reading.scene(r, drawn::apply);
    }
}
