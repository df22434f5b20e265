package org.clientele.platform.charts.kind.grid;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * A measure by day: weeks across, weekdays down from the day that the reader's weeks begin with. Up to fourteen months run on
 * from band to band, so that days are as large as there is room; longer times have a band for each year. Rows of one day are
 * added, shares and ratios averaged.
 */
public final class CalendarChart implements ChartType {
    private static final Texts TEXTS = Texts.of(CalendarChart.class);

    @Override
    public String kind() {
        return ChartSpec.CALENDAR;
    }

    @Override
    public double minWidth() {
        return 280;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column x = r.frame().column(r.spec().column(Channel.X));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        TimeColumn time = TimeColumn.of(x);
        if (time == null) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN, TEXTS.get("calendar.chart.calendar_needs_days_but", x.name(), x.type()));
        }
        TreeMap<LocalDate, double[]> days = new TreeMap<>();
        int without = 0;
        for (int i = 0; i < x.size(); i++) {
            LocalDate day = time.day(i);
            double v = y.doubleAt(i);
            if (day == null) {
                without++;
            } else if (Double.isFinite(v)) {
                double[] sum = days.computeIfAbsent(day, k -> new double[2]);
                sum[0] += v;
                sum[1]++;
            }
        }
        TreeMap<LocalDate, Double> values = new TreeMap<>();
        for (Map.Entry<LocalDate, double[]> e : days.entrySet()) {
            double[] sum = e.getValue();
            values.put(e.getKey(), Amounts.additive(y) ? sum[0] : sum[0] / sum[1]);
        }
        String title = TEXTS.get("calendar.chart.by_day", Labels.of(y, r.metrics()));
        if (values.isEmpty()) {
            return HeatChart.nothing(r, title);
        }
        CalendarLayout layout = new CalendarLayout(r, x, y, values, without);
        Drawing d = layout.draw();
        return new Scene(r.width(), r.height(), title, layout.description(title), Node.Group.at(0, 0, d.nodes()));
    }
}
