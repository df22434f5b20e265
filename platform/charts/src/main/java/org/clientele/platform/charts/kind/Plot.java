package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.axis.TimeTicks;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;

/** The furniture around marks with a value axis: head with unit and legend, horizontal grid, labels of both axes. */
final class Plot {
    /** How a legend shows its entry. */
    record Key(String label, int argb, boolean dashed) {}

    static final double AXIS_TEXT = 11;
    private static final double HEAD = 22;
    private static final double TIER = 15;

    final Drawing d;
    final LinearScale y;
    final double left;
    final double top;
    final double right;
    final double bottom;

    private final ChartRequest r;
    private final TextStyle axis;
    private final Unit unit;
    private final List<String> tickLabels;
    private final int tickEvery;
    private final boolean axisShown;

    /**
     * Reserves the room.
     *
     * @param unitText the head's unit, or ""
     * @param keys the legend, may be empty
     * @param tiers lines of text below the plot, 0 to 2
     * @param overhang room that labels of the horizontal axis need beyond the plot's ends
     * @param rightGutter room for text at the right
     * @param axisShown whether the value axis has grid and labels; the line of zero is always there
     */
    Plot(
            ChartRequest r,
            double low,
            double high,
            Unit unit,
            String unitText,
            List<Key> keys,
            int tiers,
            double overhang,
            double rightGutter,
            boolean axisShown) {
        this.r = r;
        this.unit = unit;
        d = new Drawing(r.text());
        axis = Drawing.style(AXIS_TEXT, r.theme().secondary());
        double textRoom = Math.max(0, r.width());
        boolean head = (!unitText.isEmpty() || !keys.isEmpty()) && r.height() > 90;
        top = (head ? HEAD + 4 : 8) + (axisShown ? 0 : 8);
        this.axisShown = axisShown;
        bottom = Math.max(top + 8, r.height() - 4 - tiers * TIER - (!axisShown && low < 0 ? 12 : 0));
        y = LinearScale.covering(low, high, Math.round(bottom) + 0.5, Math.round(top) + 0.5);
        tickLabels = new ArrayList<>();
        double widest = 0;
        for (double t : y.ticks()) {
            String label = r.format().tick(t, y.step(), unit);
            tickLabels.add(label);
            widest = Math.max(widest, d.width(label, axis));
        }
        boolean labelled = axisShown && widest + 60 < r.width() && bottom - top > 30;
        tickEvery = labelled ? (int) Math.max(1, Math.ceil(14 / ((bottom - top) / (y.ticks().length - 1)))) : 0;
        left = Math.max(labelled ? widest + 8 : 2, overhang);
        right = Math.max(left + 4, r.width() - Math.max(rightGutter, Math.max(2, overhang)));
        if (head) {
            head(unitText, keys, textRoom);
        }
    }

    private void head(String unitText, List<Key> keys, double room) {
        String shown = d.fit(unitText, room * 0.45, axis);
        d.text(0, 11, shown, axis);
        double x = room;
        double leftEdge = shown.isEmpty() ? 0 : d.width(shown, axis) + 16;
        TextStyle style = Drawing.style(12, r.theme().secondary());
        for (int i = keys.size() - 1; i >= 0; i--) {
            Key key = keys.get(i);
            double fair = (room - leftEdge) / keys.size() - 34;
            String label = d.fit(key.label(), Math.max(fair, 0), style);
            if (label.isEmpty()) {
                continue;
            }
            x -= d.width(label, style);
            d.text(x, 11.5, label, style);
            x -= 22;
            d.line(x, 7.5, x + 16, 7.5, new Stroke(key.argb(), key.dashed() ? 1.5 : 2, key.dashed() ? 4 : 0));
            x -= 16;
        }
    }

    /** Grid lines and the value axis; the line of zero is a little stronger. */
    void grid() {
        double[] ticks = y.ticks();
        for (int i = 0; i < ticks.length; i++) {
            double at = Math.round(y.at(ticks[i]) - 0.5) + 0.5;
            boolean zero = Math.abs(ticks[i]) < y.step() * 1e-6;
            int colour = zero
                    ? Colors.mix(r.theme().border(), r.theme().secondary(), 0.35)
                    : Colors.mix(r.theme().surface(), r.theme().border(), 0.85);
            if (zero || axisShown) {
                d.line(left, at, right, at, Stroke.of(colour, 1));
            }
            if (tickEvery > 0 && i % tickEvery == 0) {
                d.text(left - 8, at + 4, tickLabels.get(i), axis, Anchor.END);
            }
        }
    }

    /** The unit of the value axis. */
    Unit unit() {
        return unit;
    }

    /** Labels of time below the plot. */
    void timeAxis(TimeColumn time, LocalDate first, LocalDate last, ToDoubleFunction<LocalDate> at) {
        ToDoubleFunction<String> width = s -> d.width(s, axis);
        for (TimeTicks.Tick t : TimeTicks.between(first, last, time.grain(), r.format(), at, width, 10)) {
            double x = at.applyAsDouble(t.start());
            d.text(inside(x, t.minor()), bottom + 16, t.minor(), axis, Anchor.MIDDLE);
            d.text(inside(x, t.major()), bottom + 16 + TIER - 1, t.major(), axis, Anchor.MIDDLE);
        }
    }

    /** How far labels of a time axis reach beyond its first and last tick. */
    static double overhang(Grain grain) {
        return grain.compareTo(Grain.WEEK) <= 0 ? 30 : 16;
    }

    /** Tiers of a time axis: years have one. */
    static int tiers(Grain grain) {
        return grain == Grain.YEAR ? 1 : 2;
    }

    /** Labels of categories below the plot: cut to their band, and only each n-th where bands are narrow. */
    void categoryAxis(int count, IntToDoubleFunction centre, double band, java.util.function.IntFunction<String> name) {
        double least = 34;
        int every = (int) Math.max(1, Math.ceil(least / Math.max(band, 0.01)));
        for (int i = 0; i < count; i += every) {
            double x = centre.applyAsDouble(i);
            double room = Math.min(band * every - 8, 2 * Math.min(x, r.width() - x));
            d.text(x, bottom + 16, d.fit(name.apply(i), room, axis), axis, Anchor.MIDDLE);
        }
    }

    private double inside(double x, String label) {
        double half = d.width(label, axis) / 2;
        return Math.max(half, Math.min(r.width() - half, x));
    }
}
