package org.clientele.platform.charts.kind;

import java.util.function.DoubleUnaryOperator;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Stroke;

/** Draws the marks of one step, whichever way bars run: values go along the bars, {@code centre} and widths across them. */
final class BarPen {
    private final Bars bars;
    private final boolean across;
    private final DoubleUnaryOperator at;
    private final double zero;

    /**
     * A pen.
     *
     * @param across whether bars run from left to right
     * @param at where a value stands
     * @param zero where bars start
     */
    BarPen(Bars bars, boolean across, DoubleUnaryOperator at, double zero) {
        this.bars = bars;
        this.across = across;
        this.at = at;
        this.zero = zero;
    }

    /** How far the marks of a step reach, in pixels along the bars. */
    record Reach(double least, double most) {
        Reach and(double at) {
            return Double.isFinite(at) ? new Reach(Math.min(least, at), Math.max(most, at)) : this;
        }
    }

    /** Draws a step around {@code centre}, as thick as {@code thickness} in all. */
    Reach draw(Drawing d, int step, double centre, double thickness) {
        Reach reach = new Reach(zero, zero);
        int n = bars.table.series().size();
        if (bars.mark == Bars.Mark.BULLET) {
            grounds(d, step, centre, thickness);
        }
        for (int k = 0; k < n; k++) {
            boolean stacked = bars.stack != null;
            double slot = stacked ? thickness : thickness / n;
            double middle = stacked ? centre : centre - thickness / 2 + (k + 0.5) * slot;
            double width = stacked || n == 1 ? slot : Math.max(1, slot - Math.min(2, slot * 0.15));
            Drawing part = bars.isLone() ? d : d.fresh();
            reach = one(part, k, step, middle, width, reach);
            if (!bars.isLone() && !part.nodes().isEmpty()) {
                d.add(bars.part(k, step, part.nodes()));
            }
        }
        double base = bars.base(step);
        if (!Double.isNaN(base) && Double.isFinite(at.applyAsDouble(base))) {
            double place = at.applyAsDouble(base);
            tick(d, place, centre, thickness / 2 + 2, Stroke.of(bars.markerColour(), 2));
            reach = reach.and(place);
        }
        double goal = bars.mode == Stack.Mode.SHARE ? Double.NaN : bars.target(step);
        if (!Double.isNaN(goal) && Double.isFinite(at.applyAsDouble(goal))) {
            double place = at.applyAsDouble(goal);
            double half = bars.mark == Bars.Mark.BULLET ? thickness * 0.36 : thickness / 2 + 2;
            tick(d, place, centre, half, Stroke.of(bars.r.theme().text(), 2.5));
            reach = reach.and(place);
        }
        return reach;
    }

    private Reach one(Drawing d, int k, int step, double middle, double width, Reach before) {
        Series s = bars.table.series().get(k);
        Stack laid = bars.stack;
        int colour = bars.colour(k, step);
        if (laid != null) {
            double from = at.applyAsDouble(laid.lower()[k][step]);
            double to = at.applyAsDouble(laid.upper()[k][step]);
            if (!Double.isFinite(from) || !Double.isFinite(to) || from == to) {
                return before;
            }
            // The hair of surface between parts keeps colours apart that look alike to some.
            double gap = Math.abs(to - from) > 3 ? 0.5 * Math.signum(to - from) : 0;
            rect(d, from + gap, to - gap, middle, width, Fill.of(colour));
            return before.and(to);
        }
        double end = at.applyAsDouble(s.values()[step]);
        Reach reach = before;
        if (Double.isFinite(end) && end != zero) {
            double length = Math.abs(end - zero) < 1 ? Math.signum(end - zero) : end - zero;
            switch (bars.mark) {
                case LOLLIPOP -> {
                    double radius = Math.max(2, Math.min(6, width / 2));
                    double stem = Math.max(1, Math.min(2.5, width / 4));
                    rect(
                            d,
                            zero,
                            end,
                            middle,
                            stem,
                            Fill.of(Colors.mix(bars.r.theme().surface(), colour, 0.6)));
                    disc(d, end, middle, radius, colour);
                    reach = reach.and(end + Math.signum(end - zero) * radius);
                }
                case BULLET -> bar(d, length, middle, Math.max(2, width * 0.42), colour);
                default -> bar(d, length, middle, width, colour);
            }
        } else if (bars.mark == Bars.Mark.LOLLIPOP && end == zero) {
            disc(d, end, middle, Math.max(2, Math.min(6, width / 2)), colour);
        }
        return error(d, s, step, middle, width, reach.and(end));
    }

    private Reach error(Drawing d, Series s, int step, double middle, double width, Reach reach) {
        if (s.low() == null || s.high() == null || Double.isNaN(s.values()[step])) {
            return reach;
        }
        double a = at.applyAsDouble(s.low()[step]);
        double b = at.applyAsDouble(s.high()[step]);
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            return reach;
        }
        Stroke stroke =
                Stroke.of(Colors.mix(bars.r.theme().surface(), bars.r.theme().text(), 0.7), 1.5);
        double half = Math.max(1.5, Math.min(5, width / 4));
        if (across) {
            d.line(a, middle, b, middle, stroke);
        } else {
            d.line(middle, a, middle, b, stroke);
        }
        tick(d, a, middle, half, stroke);
        tick(d, b, middle, half, stroke);
        return reach.and(a).and(b);
    }

    private void grounds(Drawing d, int step, double centre, double thickness) {
        double goal = bars.target(step);
        double[] parts = bars.grounds;
        if (!(goal > 0)) {
            return;
        }
        for (int i = parts.length - 1; i >= 0; i--) {
            double to = at.applyAsDouble(goal * parts[i]);
            if (Double.isFinite(to) && to != zero) {
                rect(d, zero, to, centre, thickness, Fill.of(bars.groundColour(i)));
            }
        }
    }

    private void bar(Drawing d, double length, double middle, double width, int argb) {
        if (across) {
            d.barAcross(zero, middle - width / 2, length, width, argb);
        } else {
            d.barAlong(middle - width / 2, zero, length, width, argb);
        }
    }

    private void rect(Drawing d, double from, double to, double middle, double width, Fill fill) {
        double a = Math.min(from, to);
        double length = Math.abs(to - from);
        if (across) {
            d.rect(a, middle - width / 2, length, width, 0, fill);
        } else {
            d.rect(middle - width / 2, a, width, length, 0, fill);
        }
    }

    private void disc(Drawing d, double place, double middle, double radius, int argb) {
        d.disc(across ? place : middle, across ? middle : place, radius, argb);
    }

    private void tick(Drawing d, double place, double middle, double half, Stroke stroke) {
        if (across) {
            d.line(place, middle - half, place, middle + half, stroke);
        } else {
            d.line(middle - half, place, middle + half, place, stroke);
        }
    }
}
