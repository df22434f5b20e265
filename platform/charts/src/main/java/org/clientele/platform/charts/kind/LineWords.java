package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** What lines say, in a sentence. */
final class LineWords {
    private static final Texts TEXTS = Texts.of(LineWords.class);

    private LineWords() {}

    static String of(ChartRequest r, SeriesTable table) {
        Steps steps = table.steps();
        List<Series> series = table.series();
        if (table.split() == null && series.size() == 1) {
            return one(r, steps, series.get(0));
        }
        int n = steps.count();
        String measure = Labels.of(series.get(0).column(), r.metrics());
        List<String> first = new ArrayList<>();
        for (int i = 0; i < Math.min(3, series.size()); i++) {
            Series one = series.get(i);
            Unit unit = one.column().unit();
            first.add(Phrases.pair(one.label(), Chosen.figures(one.values(), 0, n, unit, r)));
        }
        Texts.Count lines = Phrases.plain(series.size());
        String head = n > 0
                ? TEXTS.get("line.words.lines", measure, Phrases.plain(n), steps.label(0), steps.label(n - 1), lines)
                : TEXTS.get("line.words.lines.empty", measure, lines);
        return Phrases.of(head, Phrases.someClauses(first, Phrases.plain(series.size() - 3L)));
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
            return TEXTS.get(
                    "line.words.by",
                    s.label(),
                    Labels.of(steps.column, r.metrics()).toLowerCase(java.util.Locale.ROOT));
        }
        return TEXTS.get(
                "line.words.over_steps_from_to",
                s.label(),
                v.length,
                steps.label(0),
                steps.label(v.length - 1),
                s.exact(lowest, r),
                steps.label(lowest),
                s.exact(highest, r),
                steps.label(highest));
    }
}
