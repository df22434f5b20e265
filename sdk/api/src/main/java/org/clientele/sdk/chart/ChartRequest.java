package org.clientele.sdk.chart;

import java.util.Map;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Everything a chart is laid out from. The same request gives the same scene.
 *
 * @param spec what to draw
 * @param frame the tile's data
 * @param trend the data behind a spark line, or null
 * @param metrics the definition of each metric column of the frames, by column name
 * @param view how the person looks at it
 * @param theme colours
 * @param width of the picture in pixels at 100 %
 * @param height of the picture in pixels at 100 %
 * @param text widths of text
 * @param format numbers and dates for people
 */
public record ChartRequest(
        ChartSpec spec,
        Frame frame,
        @Nullable Frame trend,
        Map<String, MetricDefinition> metrics,
        ViewState view,
        Theme theme,
        double width,
        double height,
        TextMeasure text,
        ValueFormat format) {
    public ChartRequest {
        metrics = Map.copyOf(metrics);
    }
}
