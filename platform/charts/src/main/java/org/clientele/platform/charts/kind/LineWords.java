package org.clientele.platform.charts.kind;

import java.util.List;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;

/** What lines say, in a sentence. */
final class LineWords {
    private LineWords() {}

    static String of(ChartRequest r, SeriesTable table) {
        Steps steps = table.steps();
        List<Series> series = table.series();
        if (table.split() == null && series.size() == 1) {
            return one(r, steps, series.get(0));
        }
        int n = steps.count();
        StringBuilder s = new StringBuilder(Labels.of(series.get(0).column(), r.metrics()))
                .append(" over ")
                .append(n)
                .append(n == 1 ? " step" : " steps");
        if (n > 0) {
            s.append(" from ").append(steps.label(0)).append(" to ").append(steps.label(n - 1));
        }
        s.append(", ").append(series.size()).append(series.size() == 1 ? " line: " : " lines: ");
        for (int i = 0; i < Math.min(3, series.size()); i++) {
            Series one = series.get(i);
            Unit unit = one.column().unit();
            s.append(i == 0 ? "" : "; ")
                    .append(one.label())
                    .append(' ')
                    .append(Chosen.figures(one.values(), 0, n, unit, r));
        }
        return s.append(series.size() > 3 ? "; and " + (series.size() - 3) + " more." : ".")
                .toString();
    }

    private static String one(ChartRequest r, Steps steps, Series s) {
        int lowest = -1;
        int highest = -1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double[] v = s.values();
        for (int i = 0; i < v.length; i++) {
            if (v[i] < low) {
                low = v[i];
                lowest = i;
            }
            if (v[i] > high) {
                high = v[i];
                highest = i;
            }
        }
        if (lowest < 0) {
            return s.label() + " by " + Labels.of(steps.column, r.metrics()).toLowerCase(java.util.Locale.ROOT) + ".";
        }
        return s.label() + " over " + v.length + " steps from " + steps.label(0) + " to " + steps.label(v.length - 1)
                + ": lowest " + s.exact(lowest, r) + " in " + steps.label(lowest) + ", highest "
                + s.exact(highest, r) + " in " + steps.label(highest) + ".";
    }
}
