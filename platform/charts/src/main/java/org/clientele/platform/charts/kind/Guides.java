package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;

/**
 * Lines and ranges of the value axis that marks are held against, and remarks at a place along the other. Written as options:
 * "reference.1" = "500000|Target" or "a-column|Target", "range.1" = "100..200|Usual", "annotation.1" = "2011-11-01|Christmas".
 */
final class Guides {
    private static final Texts TEXTS = Texts.of(Guides.class);

    /** Lower plots than this have no room for labels among their marks. */
    private static final double LEAST_LABELLED = 70;
    /** From this width on, labels stand beside the plot, not upon its marks. */
    private static final double BESIDE_FROM = 360;

    private static final double MOST_BESIDE = 0.22;

    /** What is drawn below the guides. */
    interface Ground {
        /** Whether something is drawn in a rectangle. */
        boolean meets(double left, double top, double right, double bottom);
    }

    private record Guide(String id, double from, double to, String label) {}

    private record Remark(String id, String place, String label) {}

    /** Between a line and a text beside it. */
    private static final double CLEAR = 4;

    private final ChartRequest r;
    private final Unit unit;
    private final List<Guide> lines = new ArrayList<>();
    private final List<Guide> ranges = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private Ground ground = (left, top, right, bottom) -> false;

    /** @throws AnalyticsException CONTRACT_BROKEN if an option cannot be read */
    Guides(ChartRequest r, Unit unit) {
        this.r = r;
        this.unit = unit;
        for (Map.Entry<String, String> o : r.spec().options().entrySet()) {
            String name = o.getKey();
            int bar = o.getValue().indexOf('|');
            String place = bar < 0 ? o.getValue() : o.getValue().substring(0, bar);
            String label = bar < 0 ? "" : o.getValue().substring(bar + 1).strip();
            if (name.startsWith("reference.")) {
                Double at = Window.number(place);
                if (at == null && r.frame().has(place)) {
                    at = first(r.frame().column(place));
                } else if (at == null) {
                    throw unread(name, o.getValue(), "500000|Target");
                }
                if (!at.isNaN()) {
                    lines.add(new Guide(name.replace('.', '-'), at, at, label));
                }
            } else if (name.startsWith("range.")) {
                double[] ends = Window.ends(place);
                if (ends == null) {
                    throw unread(name, o.getValue(), "100..200|Usual");
                }
                double low = Math.min(ends[0], ends[1]);
                ranges.add(new Guide(name.replace('.', '-'), low, Math.max(ends[0], ends[1]), label));
            } else if (name.startsWith("annotation.")) {
                remarks.add(new Remark(name.replace('.', '-'), place.strip(), label));
            }
        }
    }

    /** The first value of a column, NaN where it has none. */
    private static double first(Column column) {
        double first = Double.NaN;
        for (int row = 0;
                row < column.size() && Double.isNaN(first) && column.type().isNumeric();
                row++) {
            first = column.doubleAt(row);
        }
        return first;
    }

    private static AnalyticsException unread(String option, String value, String example) {
        return new AnalyticsException(
                ErrorCode.CONTRACT_BROKEN, TEXTS.get("guides.chart_option_is_write", option, value, example));
    }

    /** The lower end of values with the guides among them. */
    double low(double low) {
        double least = low;
        for (Guide g : all()) {
            least = Math.min(least, g.from());
        }
        return least;
    }

    /** The upper end of values with the guides among them. */
    double high(double high) {
        double most = high;
        for (Guide g : all()) {
            most = Math.max(most, g.to());
        }
        return most;
    }

    /** The lowest guide above zero, or {@code low}: where a logarithmic axis may start. */
    double lowAboveZero(double low) {
        double least = low;
        for (Guide g : all()) {
            least = g.from() > 0 ? Math.min(least, g.from()) : least;
        }
        return least;
    }

    private List<Guide> all() {
        List<Guide> all = new ArrayList<>(lines);
        all.addAll(ranges);
        return all;
    }

    /** Keeps room at the right of a plot for the labels, where nothing else stands there and they are not long. */
    void reserve(Room room) {
        if (room.rightGutter > 0 || room.right != null || room.r.width() < BESIDE_FROM || room.r.height() < 130) {
            return;
        }
        Drawing probe = new Drawing(r.text());
        double widest = 0;
        for (Guide g : lines) {
            widest = Math.max(widest, probe.width(g.label(), style(true)));
            widest = Math.max(widest, probe.width(r.format().compact(g.from(), unit), style(false)));
        }
        for (Guide g : ranges) {
            widest = Math.max(widest, probe.width(g.label(), style(true)));
        }
        if (widest > 0 && widest <= room.r.width() * MOST_BESIDE) {
            room.guidesBeside(widest + 10);
        }
    }

    /** Says what is drawn below, so that labels of lines stand beside it where they can. */
    void below(Ground drawn) {
        ground = drawn;
    }

    private TextStyle style(boolean medium) {
        return Drawing.style(Plot.AXIS_TEXT, medium ? TextStyle.Weight.MEDIUM : TextStyle.Weight.REGULAR, quietText());
    }

    /** A label beside the plot, what it stands at below it; answers whether there was room. */
    private boolean beside(Plot plot, Drawing part, String label, String value, double y) {
        if (!plot.guidesBeside) {
            return false;
        }
        boolean both = !label.isEmpty() && !value.isEmpty();
        String first = label.isEmpty() ? value : label;
        double base = Math.max(plot.top + 8, Math.min(plot.bottom - (both ? 17 : 4), both ? y - 2.5 : y + 4));
        double x = plot.right + 6;
        double w = Math.max(part.width(first, style(!label.isEmpty())), part.width(value, style(false)));
        if (!plot.claims.take(x - 1, base - 9, x + w + 1, base + (both ? 16 : 3))) {
            return false;
        }
        part.text(x, base, first, style(!label.isEmpty()));
        if (both) {
            part.text(x, base + 13, value, style(false));
        }
        return true;
    }

    private int quiet() {
        return Colors.mix(r.theme().surface(), r.theme().text(), 0.62);
    }

    /** Where a text at {@code baseline} stands that no line runs through: there, else beyond the line. */
    double clear(Plot plot, double baseline, boolean down) {
        for (Guide g : lines) {
            double y = plot.y.at(g.from());
            if (y > baseline - 12 && y < baseline + 4) {
                return down ? y + 14 : y - 5;
            }
        }
        return baseline;
    }

    /** Shades the ranges; to be drawn below the grid. */
    void behind(Plot plot) {
        for (Guide g : ranges) {
            double[] at = ends(plot, g);
            int tint = Colors.mix(
                    r.theme().surface(), r.theme().secondary(), r.theme().isDark() ? 0.16 : 0.10);
            plot.d.rect(plot.left, at[0], plot.right - plot.left, Math.max(1, at[1] - at[0]), 0, Fill.of(tint));
        }
    }

    private static double[] ends(Plot plot, Guide g) {
        double a = inside(plot, clampedAt(plot.y, g.to()));
        double b = inside(plot, clampedAt(plot.y, g.from()));
        return new double[] {Math.min(a, b), Math.max(a, b)};
    }

    private static double clampedAt(Scale y, double v) {
        return y.at(Math.max(y.low(), Math.min(y.high(), v)));
    }

    private static double inside(Plot plot, double at) {
        return Math.max(plot.top, Math.min(plot.bottom, at));
    }

    /**
     * The lines with their labels, the labels of ranges, and the remarks, as groups that answer to the pointer.
     *
     * @param at where a place along the axis stands, NaN where it is not in view
     */
    List<Node> front(Plot plot, ToDoubleFunction<String> at) {
        List<Node> out = new ArrayList<>();
        for (Guide g : lines) {
            if (g.from() >= plot.y.low() && g.from() <= plot.y.high()) {
                out.add(line(plot, g));
            }
        }
        for (Guide g : ranges) {
            Drawing part = plot.d.fresh();
            double[] ends = ends(plot, g);
            if (g.label().isEmpty() || !beside(plot, part, g.label(), "", (ends[0] + ends[1]) / 2)) {
                label(plot, part, g.label(), plot.right - 6, Math.min(ends[0] + 13, plot.bottom - 4), true, true);
            }
            String said = TEXTS.get(
                    "guides.to", r.format().compact(g.from(), unit), r.format().compact(g.to(), unit));
            out.add(group(g.id(), g.label(), said, part));
        }
        for (Remark remark : remarks) {
            double x = at.applyAsDouble(remark.place());
            if (x >= plot.left - 0.5 && x <= plot.right + 0.5) {
                out.add(remark(plot, remark, x));
            }
        }
        return out;
    }

    boolean hasLines() {
        return !lines.isEmpty();
    }

    /** The lines upright, for values that run from left to right, with their labels in a row above. */
    List<Node> across(Drawing d, DoubleUnaryOperator at, double top, double bottom, double left, double right) {
        List<Node> out = new ArrayList<>();
        Claims claims = new Claims();
        TextStyle style = Drawing.style(Plot.AXIS_TEXT, TextStyle.Weight.MEDIUM, quietText());
        for (Guide g : lines) {
            double x = Math.round(at.applyAsDouble(g.from()) - 0.5) + 0.5;
            if (!(x >= left - 1 && x <= right + 1)) {
                continue;
            }
            Drawing part = d.fresh();
            part.add(new Node.Rect(x - 3, top + 15, 6, Math.max(0, bottom - top - 15), 0, null, null));
            part.line(x, top + 15, x, bottom, new Stroke(quiet(), 1.2, 5));
            String value = r.format().compact(g.from(), unit);
            String said = g.label().isEmpty() ? value : g.label() + "  " + value;
            double w = part.width(said, style);
            double from = Math.max(0, Math.min(r.width() - w, x - w / 2));
            if (w <= r.width() && claims.takeText(from, top + 11, w, Plot.AXIS_TEXT)) {
                part.text(from, top + 11, said, style);
            }
            out.add(group(g.id(), g.label(), value, part));
        }
        return out;
    }

    /** Where a text beside a row's bar begins so that no line crosses it: at its place, or behind the last that would. */
    double behind(double x, double width, DoubleUnaryOperator at) {
        double out = x;
        for (Guide g : lines) {
            double line = at.applyAsDouble(g.from());
            if (line > x - CLEAR && line < x + width + CLEAR) {
                out = Math.max(out, line + CLEAR);
            }
        }
        return out;
    }

    private Node line(Plot plot, Guide g) {
        Drawing part = plot.d.fresh();
        double y = Math.round(plot.y.at(g.from()) - 0.5) + 0.5;
        part.add(new Node.Rect(plot.left, y - 3, plot.right - plot.left, 6, 0, null, null));
        part.line(plot.left, y, plot.right, y, new Stroke(quiet(), 1.2, 5));
        String value = r.format().compact(g.from(), unit);
        String said = g.label().isEmpty() ? value : g.label() + "  " + value;
        if (!beside(plot, part, g.label(), value, y) && !along(plot, part, said, y, true)) {
            along(plot, part, said, y, false);
        }
        return group(g.id(), g.label(), value, part);
    }

    /** A label at one of the line's ends, above it or below; answers whether there was room. */
    private boolean along(Plot plot, Drawing part, String said, double y, boolean clear) {
        double w = part.width(said, style(true));
        for (boolean end : new boolean[] {true, false}) {
            for (double baseline : new double[] {y - 5, y + 13}) {
                double x = end ? plot.right - 6 : plot.left + 6;
                double left = end ? x - w : x;
                if (!(clear && ground.meets(left - 2, baseline - 10, left + w + 2, baseline + 3))
                        && label(plot, part, said, x, baseline, end, true)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Node remark(Plot plot, Remark remark, double at) {
        Drawing part = plot.d.fresh();
        double x = Math.round(at - 0.5) + 0.5;
        part.add(new Node.Rect(
                Math.max(plot.left, x - 3),
                plot.top,
                Math.min(6, plot.right - plot.left),
                plot.bottom - plot.top,
                0,
                null,
                null));
        part.line(x, plot.top, x, plot.bottom, new Stroke(quiet(), 1, 3));
        part.disc(x, plot.top + 2, 2.5, quiet());
        for (double y = plot.top + 10; y < Math.min(plot.bottom - 4, plot.top + 45); y += 16) {
            if (label(plot, part, remark.label(), x + 6, y, false, false)
                    || label(plot, part, remark.label(), x - 6, y, true, false)) {
                break;
            }
        }
        return group(remark.id(), remark.label(), remark.place(), part);
    }

    private Node group(String id, String label, String said, Drawing part) {
        List<Datum.Entry> entries =
                label.isEmpty() ? List.of() : List.of(new Datum.Entry(TEXTS.get("guides.at"), said));
        return Node.Group.of(id, new Datum(label.isEmpty() ? said : label, entries, Map.of()), part.nodes());
    }

    /** Writes a label where it fits whole and nothing else stands; answers whether it did. */
    private boolean label(
            Plot plot, Drawing part, String text, double x, double baseline, boolean end, boolean medium) {
        TextStyle style = style(medium);
        double w = part.width(text, style);
        double left = end ? x - w : x;
        if (text.isEmpty()
                || plot.bottom - plot.top < LEAST_LABELLED
                || left < plot.left + 2
                || left + w > plot.right - 2
                || baseline - 9 < plot.top - 2
                || baseline + 3 > plot.bottom
                || !plot.claims.takeText(left, baseline, w, Plot.AXIS_TEXT)) {
            return false;
        }
        part.rect(
                left - 2,
                baseline - 10,
                w + 4,
                13,
                2,
                Fill.of(Colors.alpha(r.theme().surface(), 0.8)));
        part.text(x, baseline, text, style, end ? Anchor.END : Anchor.START);
        return true;
    }

    private int quietText() {
        return Colors.mix(r.theme().surface(), r.theme().text(), 0.78);
    }
}
