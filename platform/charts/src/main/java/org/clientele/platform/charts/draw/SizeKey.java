package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;

/** What areas of discs mean, in one line: the measure, two discs of round values, and the largest value in words. */
public final class SizeKey {
    private static final Texts TEXTS = Texts.of(SizeKey.class);

    private static final double MOST_RADIUS = 9;
    private static final double AFTER_DISC = 6;
    /** Beside larger values parts of one say nothing: there is no fifth of a customer. */
    private static final double WHOLE = 10;

    private static final double BETWEEN = 14;

    private record Disc(double radius, String label) {}

    private final Drawing d;
    private final String measure;
    private final String end;
    private final List<Disc> discs = new ArrayList<>();
    private final TextStyle style;
    private final TextStyle medium;

    /**
     * A key.
     *
     * @param measure what the areas are
     * @param most the largest value
     * @param radius of the disc of that value
     */
    public SizeKey(ChartRequest r, Drawing d, String measure, double most, double radius, Unit unit) {
        this.d = d;
        this.measure = measure;
        style = Drawing.style(11, r.theme().secondary());
        medium = Drawing.style(11, TextStyle.Weight.MEDIUM, r.theme().secondary());
        double large = round(most * Math.pow(Math.min(MOST_RADIUS, radius) / radius, 2));
        for (double value : new double[] {round(large / 4), large}) {
            double size = radius * Math.sqrt(value / most);
            boolean told = value >= 1 || most < WHOLE;
            if (size >= 1 && told) {
                discs.add(new Disc(size, r.format().tick(value, value, unit)));
            }
        }
        end = most > large * 1.5 ? TEXTS.get("size.key.largest", r.format().compact(most, Figure.bare(unit))) : "";
    }

    /** The largest whole number below ten times a power of ten that is no more than a value. */
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return power * Math.floor(value / power + 1e-9);
    }

    /** The room that all of it takes. */
    public double width() {
        double x = d.width(measure, medium) + 8;
        for (Disc disc : discs) {
            x += 2 * disc.radius() + AFTER_DISC + d.width(disc.label(), style) + BETWEEN;
        }
        return end.isEmpty() ? x - BETWEEN : x + d.width(end, style);
    }

    /** Draws it from {@code x} to the right; answers where it ends. What would pass {@code right} is left out. */
    public double draw(double x, double baseline, double right, int fill, int edge) {
        double at = x;
        if (at + d.width(measure, medium) + 8 <= right) {
            d.text(at, baseline, measure, medium);
            at += d.width(measure, medium) + 8;
        }
        for (Disc disc : discs) {
            double needed = 2 * disc.radius() + AFTER_DISC + d.width(disc.label(), style);
            if (at + needed <= right) {
                d.ring(at + disc.radius(), baseline - 4, disc.radius(), fill, edge, 1);
                d.text(at + 2 * disc.radius() + AFTER_DISC, baseline, disc.label(), style);
                at += needed + BETWEEN;
            }
        }
        if (!end.isEmpty() && at + d.width(end, style) <= right) {
            d.text(at, baseline, end, style);
            at += d.width(end, style) + BETWEEN;
        }
        return at;
    }
}
