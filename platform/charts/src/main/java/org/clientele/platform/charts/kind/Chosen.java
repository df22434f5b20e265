package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.text.Texts;

/** What the read-out says of a range that somebody chose. */
final class Chosen {
    private static final Texts TEXTS = Texts.of(Chosen.class);

    private static final int MOST_NAMED = 3;

    private Chosen() {}

    /** "March 2011 to June 2011: sum GBP 2.6M, mean GBP 640k"; names the series where there are several. */
    static String said(Steps steps, List<Series> series, int from, int to, ChartRequest r) {
        if (from >= to) {
            return TEXTS.get("chosen.nothing_lies_in_range");
        }
        String range = to - from > 1 ? Phrases.span(steps.label(from), steps.label(to - 1)) : steps.label(from);
        int named = Math.min(MOST_NAMED, series.size());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < named; i++) {
            Series one = series.get(i);
            String figures = figures(one.values(), from, to, one.column().unit(), r);
            said.add(series.size() > 1 ? Phrases.pair(one.label(), figures) : figures);
        }
        String all = Phrases.clauses(said);
        return Phrases.of(range, named < series.size() ? TEXTS.get("chosen.others", all) : all);
    }

    /** Sum, where that says something, and mean of the known values of a range. */
    static String figures(double[] values, int from, int to, Unit unit, ChartRequest r) {
        double sum = 0;
        int n = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                n++;
            }
        }
        String mean = TEXTS.get("chosen.mean", r.format().compact(n == 0 ? Double.NaN : sum / n, unit));
        return Series.isAdditive(unit)
                ? TEXTS.get("chosen.sum", r.format().compact(n == 0 ? Double.NaN : sum, unit), mean)
                : mean;
    }

    /** Shades it, between two coordinates, as far as it is in view. */
    static void shade(Plot plot, ChartRequest r, double from, double to) {
        double a = Math.max(plot.left, Math.min(from, to));
        double b = Math.min(plot.right, Math.max(from, to));
        if (b >= a) {
            shade(plot.d, r, a, plot.top, b, plot.bottom, true);
        }
    }

    /** Shades a field; {@code upright} has its edges at the left and the right, else they are above and below. */
    static void shade(
            Drawing d, ChartRequest r, double left, double top, double right, double bottom, boolean upright) {
        d.rect(
                left,
                top,
                right - left,
                bottom - top,
                0,
                Fill.of(Colors.alpha(r.theme().accent(), 0.10)));
        Stroke edge = Stroke.of(Colors.alpha(r.theme().accent(), 0.55), 1);
        d.line(left, top, upright ? left : right, upright ? bottom : top, edge);
        d.line(upright ? right : left, upright ? top : bottom, right, bottom, edge);
    }
}
