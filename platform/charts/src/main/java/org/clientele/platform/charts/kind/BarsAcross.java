package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.axis.LogScale;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Horizontal bars: names at the left, values at the ends of the bars, so that no axis is needed where there is one bar to a
 * row.
 */
final class BarsAcross {
    private static final Texts TEXTS = Texts.of(BarsAcross.class);

    private static final double LEAST_ROW = 20;
    private static final double MOST_ROW = 54;
    private static final double MOST_GROUP = 72;
    /** Between the lines of a name that needs two. */
    private static final double LEADING = 14;

    private static final double GAP = 8;
    private static final double LEAST_BARS = 48;
    private static final double AXIS = 18;
    /** The line that says that the axis is logarithmic. */
    private static final double LOG = 14;

    private final ChartRequest r;
    private final Bars bars;
    private final Picture.@Nullable Shared shared;
    private final Drawing d;
    private final TextStyle nameStyle;
    private final TextStyle quiet;
    private final TextStyle valueStyle;
    private final Window window;
    private final int first;
    private final int inView;
    private final boolean axis;

    BarsAcross(ChartRequest r, Bars bars, Picture.@Nullable Shared shared) {
        this.r = r;
        this.bars = bars;
        this.shared = shared;
        d = new Drawing(r.text());
        nameStyle = Drawing.style(12, r.theme().text());
        quiet = Drawing.style(12, r.theme().secondary());
        valueStyle = Drawing.style(12, TextStyle.Weight.MEDIUM, r.theme().text());
        window = Window.of(r.view(), "y");
        int n = bars.count();
        first = (int) Math.min(n - 1.0, Math.floor((1 - window.high()) * n + 1e-6));
        inView = Math.max(1, (int) Math.ceil((1 - window.low()) * n - 1e-6) - first);
        axis = !bars.isLone() || bars.log || shared != null || bars.mark == Bars.Mark.BULLET;
    }

    /** Room for the names at the left of a panel. */
    static double gutter(ChartRequest r, Bars bars) {
        Drawing d = new Drawing(r.text());
        TextStyle style = Drawing.style(12, r.theme().text());
        double widest = 0;
        for (int i = 0; i < Math.min(60, bars.count()); i++) {
            widest = Math.max(widest, d.width(bars.member(i), style));
        }
        return Math.min(widest, r.width() * 0.16) + GAP + 2;
    }

    List<Node> draw() {
        boolean keyed = shared == null && !bars.keys().isEmpty() && r.height() > 80;
        boolean guided = shared == null && bars.guides.hasLines() && r.height() > 120;
        double said = shared == null ? Across.tell(d, r, bars.count(), this::inRange) : 0;
        double guideRow =
                said + (keyed ? 22 + Plot.legend(d, r, "", bars.keys()).more() : 0);
        double head = guideRow + (guided ? 17 : 0);
        List<String> notes = shared == null ? bars.notes() : List.of();
        double axisRoom = axis && r.height() > 100 && (shared == null || shared.axis()) ? AXIS : 0;
        boolean log = bars.log && shared == null && axisRoom > 0;
        axisRoom += log ? LOG : 0;
        double room = Math.max(1, r.height() - head - axisRoom - (notes.isEmpty() ? 0 : LEAST_ROW));
        int shown = inView;
        if (shown * LEAST_ROW > room) {
            shown = (int) Math.max(1, Math.floor((room - (notes.isEmpty() ? LEAST_ROW : 0)) / LEAST_ROW));
            shown = Math.min(shown, inView);
        }
        boolean more = shown < inView;
        double foot = more && notes.isEmpty() ? LEAST_ROW : 0;
        double most = bars.isLone() || bars.stack != null ? MOST_ROW : MOST_GROUP;
        double pitch = Math.min(most, Math.max(Math.min(room, LEAST_ROW), (room - foot) / shown));
        List<String> values = values(shown);
        double[] names = names(shown, values);
        double end = head + shown * pitch;
        DoubleUnaryOperator at = scale(names, values, head, end, axisRoom > 0);
        if (log) {
            LogWords.below(d, r, r.width(), end + AXIS + 9);
        }
        if (keyed) {
            key(said);
        }
        double zero = bars.log ? names[2] : at.applyAsDouble(0);
        BarPen pen = new BarPen(bars, true, at, zero);
        Across.Rows range = new Across.Rows(bars.count(), first, shown, head, pitch);
        Across.shade(d, r, range, r.width());
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            double y = head + i * pitch;
            rows.add(row(first + i, y, pitch, names, pen, at, values.get(i)));
        }
        if (guided) {
            rows.addAll(bars.guides.across(d, at, guideRow, end, names[2], r.width() - 2));
        }
        d.add(Across.interactive(window, range, r.width(), rows));
        double line = Math.round(zero) - 0.5;
        d.line(line, head + 2, line, end - 2, Stroke.of(zeroColour(), 1));
        List<String> below = new ArrayList<>();
        if (more) {
            below.add(TEXTS.get("bars.across.more", inView - shown));
        }
        below.addAll(notes);
        if (foot > 0) {
            d.text(0, end + axisRoom + 14, below.get(0), quiet);
        } else if (!below.isEmpty()) {
            TextStyle small = Drawing.style(Plot.AXIS_TEXT, r.theme().secondary());
            d.text(0, r.height() - 4, d.fit(String.join(". ", below), r.width(), small), small);
        }
        return d.nodes();
    }

    private String inRange(int from, int to) {
        return Chosen.said(bars.steps, bars.table.series(), from, to, r);
    }

    private int zeroColour() {
        return Colors.mix(r.theme().border(), r.theme().secondary(), 0.35);
    }

    /** The unit is said once, by the first value; a share says it each time. */
    private List<String> values(int shown) {
        List<String> out = new ArrayList<>();
        Unit unit = bars.leading().column().unit();
        boolean none = shared != null || !bars.isLone() && bars.mode != Stack.Mode.TOTAL;
        boolean said = false;
        for (int i = 0; i < shown; i++) {
            double v = bars.total(first + i);
            if (none || !bars.isLone() && Double.isNaN(v)) {
                out.add("");
                continue;
            }
            Unit own = unit.isRatio() || !said ? unit : unit.countsMoney() ? Unit.none() : unit;
            out.add(r.format().compact(v, own));
            said |= !Double.isNaN(v);
        }
        return out;
    }

    /** How wide members and longer names are, and where the bars begin. */
    private double[] names(int shown, List<String> values) {
        double codeWidth = 0;
        double nameWidth = 0;
        for (int i = 0; i < shown; i++) {
            codeWidth = Math.max(codeWidth, d.width(bars.member(first + i), nameStyle));
            nameWidth = Math.max(nameWidth, d.width(bars.name(first + i), quiet));
        }
        if (shared != null) {
            double left = shared.labelled() ? shared.beside() : 0;
            return new double[] {Math.max(0, left - GAP - 2), 0, left + 2};
        }
        double[] beyond = beyond(values);
        double budget = Math.max(0, r.width() - beyond[0] - beyond[1] - LEAST_BARS - GAP);
        codeWidth = Math.min(Math.min(codeWidth, budget), r.width() * (nameWidth > 0 ? 0.2 : 0.38));
        nameWidth = Math.min(nameWidth, Math.min(budget - GAP, r.width() * 0.42) - codeWidth);
        nameWidth = nameWidth < 24 ? 0 : nameWidth;
        double left = codeWidth + (nameWidth > 0 ? GAP + nameWidth : 0) + GAP + 4;
        return new double[] {codeWidth, nameWidth, left};
    }

    private boolean isDown(int step) {
        return bars.total(step) < 0 && !bars.log;
    }

    /** Room that values need beyond the ends of negative and of other bars. */
    private double[] beyond(List<String> values) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < values.size(); i++) {
            double radius = bars.mark == Bars.Mark.LOLLIPOP ? 6 : 0;
            double w = values.get(i).isEmpty() ? radius : d.width(values.get(i), valueStyle) + GAP + radius;
            if (isDown(first + i)) {
                before = Math.max(before, w);
            } else {
                after = Math.max(after, w);
            }
        }
        return new double[] {before, after};
    }

    /** Where values stand; with round values below the bars where those do not say theirs. */
    private DoubleUnaryOperator scale(double[] names, List<String> values, double top, double end, boolean labelled) {
        double[] beyond = beyond(values);
        double from = names[2] + beyond[0];
        double to = Math.max(from + 8, r.width() - Math.max(beyond[1], axis ? 12 : 0));
        double low = shared == null ? bars.low : shared.low();
        double high = shared == null ? bars.high : shared.high();
        if (!axis) {
            double span = high - low;
            double scale = span == 0 ? 0 : (to - from) / span;
            double zero = from - low * scale;
            return v -> zero + v * scale;
        }
        Scale scale = bars.log
                ? LogScale.covering(low, high, from, to)
                : LinearScale.covering(Math.min(0, low), high, from, to);
        TextStyle style = Drawing.style(Plot.AXIS_TEXT, r.theme().secondary());
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scale.ticks().length; i++) {
            double x = Math.round(scale.at(scale.ticks()[i]) - 0.5) + 0.5;
            d.line(
                    x,
                    top,
                    x,
                    end,
                    Stroke.of(Colors.mix(r.theme().surface(), r.theme().border(), 0.85), 1));
            String label = r.format().tick(scale.ticks()[i], scale.step(i), bars.unit());
            double half = d.width(label, style) / 2;
            double place = Math.max(half, Math.min(r.width() - half, x));
            if (labelled && place - half > free) {
                d.text(place, end + 13, label, style, Anchor.MIDDLE);
                free = place + half + 6;
            }
        }
        return scale::at;
    }

    private void key(double dy) {
        TextStyle style = quiet;
        List<Plot.Key> keys = bars.keys();
        if (keys.size() > 1 || keys.get(0).mark() == Plot.Mark.SQUARE || bars.target != null) {
            Plot.head(d, r, "", keys, dy);
            return;
        }
        String label = d.fit(keys.get(0).label(), r.width() / 2, style);
        double x = r.width() - d.width(label, style);
        d.text(x, dy + 11.5, label, style);
        d.line(x - 9, dy + 2, x - 9, dy + 13, Stroke.of(bars.markerColour(), 2));
    }

    private Node row(
            int step, double y, double pitch, double[] names, BarPen pen, DoubleUnaryOperator at, String value) {
        Drawing part = d.fresh();
        double mid = y + pitch / 2;
        boolean grouped = !bars.isLone() && bars.stack == null;
        double thickness =
                Math.max(6, Math.min(grouped ? 60 : Math.max(18, pitch * 0.45), pitch * (grouped ? 0.78 : 0.56)));
        if (bars.stack != null || bars.mark == Bars.Mark.BULLET) {
            thickness = Math.max(6, Math.min(24, pitch * 0.64));
        }
        thickness = Math.min(thickness, pitch);
        part.add(new Node.Rect(0, y, r.width(), pitch, 4, null, null));
        List<String> member = d.wrap(bars.member(step), names[0] + 0.01, pitch >= 2 * LEADING ? 2 : 1, nameStyle);
        for (int line = 0; line < member.size(); line++) {
            part.text(0, mid + 4 + LEADING * (line - (member.size() - 1) / 2.0), member.get(line), nameStyle);
        }
        if (names[1] > 0) {
            part.text(names[0] + GAP, mid + 4, d.fit(bars.name(step), names[1] + 0.01, quiet), quiet);
        }
        BarPen.Reach reach = pen.draw(part, step, mid, thickness);
        if (bars.stack != null && thickness >= 13) {
            parts(part, bars.stack, step, mid, at);
        }
        if (!value.isEmpty()) {
            if (isDown(step)) {
                part.text(reach.least() - GAP + 2, mid + 4, value, valueStyle, Anchor.END);
            } else {
                double x = reach.most() + GAP - 2;
                double w = part.width(value, valueStyle);
                double clear = bars.guides.behind(x, w, at);
                part.text(clear + w <= r.width() ? clear : x, mid + 4, value, valueStyle);
            }
        }
        return bars.group(step, part.nodes());
    }

    /** Values in the parts of a stack, where they fit, in whichever colour can be read there. */
    private void parts(Drawing part, Stack stack, int step, double mid, DoubleUnaryOperator at) {
        for (int k = 0; k < bars.table.series().size(); k++) {
            double from = at.applyAsDouble(stack.lower()[k][step]);
            double to = at.applyAsDouble(stack.upper()[k][step]);
            Unit own = bars.unit().isRatio() ? Unit.ratio() : Unit.none();
            int ink = Legible.on(r.theme(), bars.colour(k, step));
            TextStyle style = Drawing.style(Plot.AXIS_TEXT, TextStyle.Weight.MEDIUM, ink);
            String said = r.format().compact(stack.part(k, step), own);
            if (Double.isFinite(from) && Double.isFinite(to) && part.width(said, style) + 8 <= Math.abs(to - from)) {
                part.text((from + to) / 2, mid + 4, said, style, Anchor.MIDDLE);
            }
        }
    }
}
