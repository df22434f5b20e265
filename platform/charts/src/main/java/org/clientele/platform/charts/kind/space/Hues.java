package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.LegendLines;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.SizeKey;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The colours of marks by a column: a series for each member, one hue for numbers, the accent where there is no column. */
final class Hues {
    private static final Texts TEXTS = Texts.of(Hues.class);

    private static final String OTHERS = TEXTS.get("hues.others");
    private static final int STEPS = 20;
    private static final double BAR = 90;
    /** Room for the disc of an entry. */
    private static final double DISC = 12;

    private final ChartRequest r;
    private final @Nullable Column column;
    private final Map<String, Integer> series = new LinkedHashMap<>();
    private final boolean more;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Hues(ChartRequest r) {
        this.r = r;
        List<String> names = r.spec().columns(Channel.COLOR);
        column = names.isEmpty() ? null : r.frame().column(names.get(0));
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; column != null && row < column.size(); row++) {
            if (isNumeric()) {
                double v = column.doubleAt(row);
                low = Double.isFinite(v) ? Math.min(low, v) : low;
                high = Double.isFinite(v) ? Math.max(high, v) : high;
            } else {
                counts.merge(Labels.member(column, row, r), 1, Integer::sum);
            }
        }
        // The last colour is the grey of those that have none of their own.
        int own = r.theme().series().size() - 1;
        List<String> shown = counts.entrySet().stream()
                .filter(e -> !Labels.isRest(e.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(own)
                .map(Map.Entry::getKey)
                .toList();
        more = shown.size() < counts.size();
        int[] hues = MemberColours.of(r, column == null ? "" : column.name(), shown);
        for (int i = 0; i < hues.length; i++) {
            series.put(shown.get(i), hues[i]);
        }
    }

    @Nullable
    Column column() {
        return column;
    }

    private boolean isNumeric() {
        return column != null && column.type().isNumeric() && column.type() != ColumnType.BOOLEAN;
    }

    /** The colour of a row. */
    int of(int row) {
        if (column == null) {
            return r.theme().accent();
        }
        if (isNumeric()) {
            double v = column.doubleAt(row);
            return r.theme()
                    .sequential(
                            !Double.isFinite(v) ? Double.NaN : high > low ? 0.1 + 0.9 * (v - low) / (high - low) : 1);
        }
        return series.getOrDefault(Labels.member(column, row, r), MemberColours.rest(r.theme()));
    }

    /**
     * Draws what the colours mean from x to the right; nothing where there is but one colour.
     *
     * @param height of a picture that has room for more than one line, else 0
     * @return how much more room it takes than one line
     */
    double legend(Drawing d, double x, double baseline, double right, double height) {
        TextStyle style = Drawing.style(11, r.theme().secondary());
        if (isNumeric() && column != null && high > low) {
            numbers(d, x, baseline, right, style, column);
            return 0;
        }
        List<String> names = new ArrayList<>(series.keySet());
        if (more) {
            names.add(OTHERS);
        }
        if (names.size() < 2) {
            return 0;
        }
        LegendLines lines = LegendLines.of(d, style, names, DISC, x, right, height);
        for (LegendLines.Place place : lines.places()) {
            Drawing entry = d.fresh();
            double y = baseline + place.line() * LegendLines.LINE;
            if (!lines.isRest(place)) {
                int colour = series.getOrDefault(names.get(place.entry()), MemberColours.rest(r.theme()));
                entry.disc(place.x() + 4, y - 4, 4, colour);
            }
            entry.text(place.x() + DISC, y, place.label(), style);
            if (place.cut()) {
                d.add(lines.said(place, entry.nodes(), baseline - 11));
            } else {
                entry.nodes().forEach(d::add);
            }
        }
        return lines.more();
    }

    /**
     * Says at the right what areas mean, with discs of round values as far as there is room.
     *
     * @param most the largest value
     * @param radius of its disc
     * @return where the room ends that is left
     */
    static double area(
            ChartRequest r, Drawing d, double left, double baseline, double right, double most, double radius) {
        List<String> names = r.spec().columns(Channel.SIZE);
        if (names.isEmpty() || !(most > 0)) {
            return right;
        }
        Column size = r.frame().column(names.get(0));
        String measure = TEXTS.get("hues.area", Labels.measured(Labels.of(size, r.metrics()), Labels.unit(size)));
        SizeKey key = new SizeKey(r, d, measure, most, radius, size.unit());
        if (key.width() > (right - left) * 0.7) {
            return area(r, d, left, baseline, right);
        }
        int ring = r.theme().secondary();
        key.draw(right - key.width() - 0.01, baseline, right, r.theme().surface(), ring);
        return right - key.width() - 20;
    }

    /**
     * Says at the right what areas mean, where there is a column for it.
     *
     * @return where the room ends that is left
     */
    static double area(ChartRequest r, Drawing d, double left, double baseline, double right) {
        List<String> names = r.spec().columns(Channel.SIZE);
        if (names.isEmpty()) {
            return right;
        }
        TextStyle style = Drawing.style(11, r.theme().secondary());
        String text = d.fit(
                TEXTS.get("hues.area", Labels.of(r.frame().column(names.get(0)), r.metrics())),
                (right - left) * 0.4,
                style);
        if (text.length() < 8) {
            return right;
        }
        d.text(right, baseline, text, style, Node.Text.Anchor.END);
        double start = right - d.width(text, style) - 8;
        int ring = r.theme().secondary();
        d.add(new Node.Circle(start - 5, baseline - 1.5, 2.5, null, Stroke.of(ring, 1)));
        d.add(new Node.Circle(start - 5, baseline - 4, 5, null, Stroke.of(ring, 1)));
        return start - 26;
    }

    private void numbers(Drawing d, double x, double baseline, double right, TextStyle style, Column of) {
        Unit unit = of.unit();
        String name = d.fit(Labels.of(of, r.metrics()), (right - x) * 0.4, style);
        String from = r.format().compact(low, unit);
        String to = r.format().compact(high, unit);
        double needed = d.width(name, style) + d.width(from, style) + d.width(to, style) + BAR + 24;
        if (x + needed > right) {
            return;
        }
        d.text(x, baseline, name, style);
        double at = x + d.width(name, style) + 8;
        d.text(at, baseline, from, style);
        at += d.width(from, style) + 8;
        for (int i = 0; i < STEPS; i++) {
            int colour = r.theme().sequential(0.1 + 0.9 * (i + 0.5) / STEPS);
            d.rect(at + BAR * i / STEPS, baseline - 8.5, BAR / STEPS, 9, 0, Fill.of(colour));
        }
        d.text(at + BAR + 8, baseline, to, style);
    }
}
