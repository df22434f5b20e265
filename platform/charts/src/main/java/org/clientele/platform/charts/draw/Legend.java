package org.clientele.platform.charts.draw;

import java.util.List;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.TextStyle;

/** What colours stand for: small squares and names, set flush right, in as many lines as they need. */
public final class Legend {
    /** One colour and its name. */
    public record Key(String label, int argb) {}

    private static final double SQUARE = 10;
    private static final double GAP = 6;

    private final List<Key> keys;
    private final LegendLines lines;
    private final TextStyle style;

    private Legend(List<Key> keys, LegendLines lines, TextStyle style) {
        this.keys = keys;
        this.lines = lines;
        this.style = style;
    }

    /** A legend between two coordinates; its further lines begin at the left edge of the picture. */
    public static Legend of(Drawing d, ChartRequest r, double left, double right, List<Key> keys) {
        return of(d, r, left, right, r.height(), keys);
    }

    /** The same for a picture whose head has but one line. */
    public static Legend line(Drawing d, ChartRequest r, double left, double right, List<Key> keys) {
        return of(d, r, left, right, 0, keys);
    }

    private static Legend of(Drawing d, ChartRequest r, double left, double right, double height, List<Key> keys) {
        TextStyle style = Drawing.style(12, r.theme().secondary());
        List<String> names = keys.stream().map(Key::label).toList();
        return new Legend(keys, LegendLines.of(d, style, names, SQUARE + GAP, left, right, height), style);
    }

    /** How much more room it takes than one line. */
    public double more() {
        return lines.more();
    }

    /** Draws it, its first line on a baseline. */
    public void draw(Drawing d, double baseline) {
        for (LegendLines.Place place : lines.places()) {
            Drawing entry = d.fresh();
            double y = baseline + place.line() * LegendLines.LINE;
            entry.text(place.x() + SQUARE + GAP, y, place.label(), style);
            if (!lines.isRest(place)) {
                entry.rect(
                        place.x(),
                        y - 9.5,
                        SQUARE,
                        SQUARE,
                        2,
                        Fill.of(keys.get(place.entry()).argb()));
            }
            if (place.cut()) {
                d.add(lines.said(place, entry.nodes(), baseline - 11.5));
            } else {
                entry.nodes().forEach(d::add);
            }
        }
    }
}
