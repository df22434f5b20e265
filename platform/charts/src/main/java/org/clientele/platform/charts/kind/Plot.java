package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.clientele.platform.charts.axis.ClockTicks;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.axis.LogScale;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.axis.TimeTicks;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.LegendLines;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.jspecify.annotations.Nullable;

/** The furniture around marks with a value axis: head with unit and legend, horizontal grid, labels of both axes. */
final class Plot {
    /** How a legend marks its entry. */
    enum Mark {
        LINE,
        DASH,
        SQUARE,
        DISC
    }

    /**
     * An entry of a legend.
     *
     * @param members what it stands for, of the column that splits the marks; one such member can be chosen
     */
    record Key(String label, int argb, Mark mark, Map<String, @Nullable String> members) {
        Key(String label, int argb, Mark mark) {
            this(label, argb, mark, Map.of());
        }
    }

    static final double AXIS_TEXT = 11;
    private static final double HEAD = 22;
    private static final double TIER = 15;
    /** Room for the mark of a legend's entry. */
    private static final double MARK = 22;
    /** The unit takes no more than this part of the line. */
    private static final double UNIT = 0.45;

    private static final double SECONDS_A_DAY = 86_400;
    /** Below so many days a time axis names times of day. */
    private static final double CLOCK_DAYS = 4;

    final Drawing d;
    final Claims claims = new Claims();
    final Scale y;
    /** The axis at the right, or null. */
    final @Nullable Scale y2;

    /** Whether the names of guides have room at the right. */
    final boolean guidesBeside;

    final double left;
    final double top;
    final double right;
    final double bottom;

    private final ChartRequest r;
    private final Room room;
    private final TextStyle axis;
    /** What the value axis counts, and how. */
    private final String unitText;

    private final List<String> tickLabels;
    private final int tickEvery;
    private final int rightEvery;

    Plot(Room room) {
        this.room = room;
        r = room.r;
        guidesBeside = room.guidesBeside;
        d = new Drawing(r.text());
        axis = Drawing.style(AXIS_TEXT, r.theme().secondary());
        double readout = room.readout.isEmpty() || r.height() < 110 ? 0 : Across.READOUT;
        unitText = room.log ? LogWords.of(room.unitText) : room.unitText;
        boolean titled = !unitText.isEmpty() || !room.keys.isEmpty() || room.right != null;
        boolean head = titled && !room.headless && r.height() > 90;
        double more =
                head && room.right == null ? legend(d, r, unitText, room.keys).more() : 0;
        top = readout + (head ? HEAD + 4 + more : 8) + (room.axisShown ? 0 : 8);
        double note = room.note.isEmpty() ? 0 : TIER;
        bottom = Math.max(top + 8, r.height() - 4 - room.tiers * TIER - note - (room.valuesBelow ? 12 : 0));
        double start = Math.round(bottom) + 0.5;
        double end = Math.round(top) + 0.5;
        y = room.log
                ? room.exactEnds
                        ? LogScale.within(room.low, room.high, start, end)
                        : LogScale.covering(room.low, room.high, start, end)
                : room.exactEnds
                        ? LinearScale.within(room.low, room.high, start, end)
                        : room.snug && room.right == null
                                ? LinearScale.snug(room.low, room.high, start, end)
                                : LinearScale.covering(room.low, room.high, start, end);
        tickLabels = labels(y, room.unit);
        double widest = widest(tickLabels);
        boolean labelled = room.axisShown && room.labelled && widest + 60 < r.width() && bottom - top > 30;
        tickEvery = labelled ? every(y) : 0;
        left = Math.max(labelled ? widest + 8 : 2, room.overhang);
        Room.Right second = room.right;
        y2 = second == null ? null : LinearScale.aligned(second.low(), second.high(), y.ticks().length, start, end);
        double beyond = y2 == null || second == null ? 0 : widest(labels(y2, second.unit()));
        boolean named = y2 != null && labelled && left + beyond + 80 < r.width();
        rightEvery = named ? tickEvery : 0;
        double gutter = Math.max(room.rightGutter, named ? beyond + 8 : 0);
        right = Math.max(left + 4, r.width() - Math.max(gutter, Math.max(2, room.overhang)));
        if (readout > 0) {
            TextStyle style =
                    Drawing.style(12, TextStyle.Weight.MEDIUM, r.theme().text());
            d.text(0, 11.5, d.fit(room.readout, r.width(), style), style);
        }
        if (head && second != null) {
            titles(second, readout);
        } else if (head) {
            head(d, r, unitText, room.keys, readout);
        }
        if (!room.note.isEmpty()) {
            d.text(0, r.height() - 4, d.fit(room.note, r.width(), axis), axis);
        }
    }

    private int every(Scale scale) {
        double gaps = Math.max(1, scale.ticks().length - 1);
        return (int) Math.max(1, Math.ceil(14 / ((bottom - top) / gaps)));
    }

    private List<String> labels(Scale scale, Unit unit) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < scale.ticks().length; i++) {
            out.add(r.format().tick(scale.ticks()[i], scale.step(i), unit));
        }
        return out;
    }

    private double widest(List<String> labels) {
        double widest = 0;
        for (String label : labels) {
            widest = Math.max(widest, d.width(label, axis));
        }
        return widest;
    }

    /** Draws a unit at the left and a legend at the right, in as many lines as that needs. */
    static void head(Drawing d, ChartRequest r, String unitText, List<Key> keys, double dy) {
        TextStyle axis = Drawing.style(AXIS_TEXT, r.theme().secondary());
        d.text(0, dy + 11, d.fit(unitText, r.width() * UNIT, axis), axis);
        TextStyle style = Drawing.style(12, r.theme().secondary());
        LegendLines lines = legend(d, r, unitText, keys);
        for (LegendLines.Place place : lines.places()) {
            double top = dy + place.line() * LegendLines.LINE;
            Key key = keys.get(place.entry());
            Drawing entry = d.fresh();
            entry.text(place.x() + MARK, top + 11.5, place.label(), style);
            if (!lines.isRest(place)) {
                mark(entry, key, place.x(), top);
            }
            if (!lines.isRest(place) && key.members().size() == 1) {
                Drawing chosen = d.fresh();
                double wide = MARK + d.width(place.label(), style);
                chosen.add(new Node.Rect(place.x(), top, wide, 16, 0, null, null));
                entry.nodes().forEach(chosen::add);
                d.add(choice(place.entry(), key, chosen.nodes()));
            } else if (place.cut()) {
                d.add(lines.said(place, entry.nodes(), dy));
            } else {
                entry.nodes().forEach(d::add);
            }
        }
    }

    /** Where the entries of a legend stand at the right of a unit. */
    static LegendLines legend(Drawing d, ChartRequest r, String unitText, List<Key> keys) {
        TextStyle axis = Drawing.style(AXIS_TEXT, r.theme().secondary());
        String shown = d.fit(unitText, r.width() * UNIT, axis);
        double leftEdge = shown.isEmpty() ? 0 : d.width(shown, axis) + 16;
        TextStyle style = Drawing.style(12, r.theme().secondary());
        List<String> names = keys.stream().map(Key::label).toList();
        return LegendLines.of(d, style, names, MARK, leftEdge, r.width(), r.height());
    }

    private static Node choice(int i, Key key, List<Node> nodes) {
        Gesture select = Marks.select(key.members().keySet().iterator().next(), key.members());
        return new Node.Group("key-" + i, 0, 0, null, new Datum(key.label(), List.of(), key.members()), select, nodes);
    }

    private static void mark(Drawing d, Key key, double x, double dy) {
        switch (key.mark()) {
            case SQUARE -> d.rect(x + 6, dy + 2.5, 10, 10, 2, Fill.of(key.argb()));
            case DISC -> d.disc(x + 11, dy + 7.5, 4.5, key.argb());
            case DASH -> d.line(x, dy + 7.5, x + 16, dy + 7.5, new Stroke(key.argb(), 1.5, 4));
            default -> d.line(x, dy + 7.5, x + 16, dy + 7.5, Stroke.of(key.argb(), 2));
        }
    }

    /** Both axes say what they measure, each beside the colour of its marks. */
    private void titles(Room.Right second, double dy) {
        double each = r.width() / 2 - 34;
        d.line(0, dy + 7.5, 14, dy + 7.5, Stroke.of(room.titleArgb, 2));
        d.text(20, dy + 11, d.fit(unitText, each, axis), axis);
        d.text(r.width() - 20, dy + 11, d.fit(second.title(), each, axis), axis, Anchor.END);
        d.line(r.width() - 14, dy + 7.5, r.width(), dy + 7.5, Stroke.of(second.argb(), 2));
    }

    /** Grid lines and the value axis; the line of zero is a little stronger. */
    void grid() {
        double[] ticks = y.ticks();
        for (int i = 0; i < ticks.length; i++) {
            double at = Math.round(y.at(ticks[i]) - 0.5) + 0.5;
            boolean zero = Math.abs(ticks[i]) < y.step(i) * 1e-6;
            int colour = zero
                    ? Colors.mix(r.theme().border(), r.theme().secondary(), 0.35)
                    : Colors.mix(r.theme().surface(), r.theme().border(), 0.85);
            if (zero || room.axisShown) {
                d.line(left, at, right, at, Stroke.of(colour, 1));
            }
            if (tickEvery > 0 && i % tickEvery == 0) {
                d.text(left - 8, at + 4, tickLabels.get(i), axis, Anchor.END);
            }
        }
        Room.Right second = room.right;
        if (y2 != null && second != null && rightEvery > 0) {
            List<String> labels = labels(y2, second.unit());
            for (int i = 0; i < labels.size(); i += rightEvery) {
                double at = Math.round(y2.at(y2.ticks()[i]) - 0.5) + 0.5;
                d.text(right + 8, at + 4, labels.get(i), axis);
            }
        }
    }

    /** Labels of time below the plot. */
    void timeAxis(TimeColumn time, LocalDate first, LocalDate last, ToDoubleFunction<LocalDate> at) {
        ToDoubleFunction<String> width = s -> d.width(s, axis);
        double[] free = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (TimeTicks.Tick t :
                TimeTicks.between(first, last, time.grain(), r.format(), at, width, room.headless ? 22 : 10)) {
            double x = at.applyAsDouble(t.start());
            timeLabel(x, t.minor(), 0, free);
            timeLabel(x, t.major(), 1, free);
        }
    }

    /**
     * Labels of time below the plot, for an axis that ends anywhere.
     *
     * @param clock whether places are finer than days
     * @param from days since 1970 with their fractions
     * @param at where such a number stands
     */
    void timeAxis(TimeColumn time, boolean clock, double from, double to, DoubleUnaryOperator at) {
        if (!clock || to - from >= CLOCK_DAYS) {
            LocalDate first = LocalDate.ofEpochDay((long) Math.ceil(from - 1e-9));
            LocalDate last = LocalDate.ofEpochDay((long) Math.floor(to + 1e-9));
            if (!last.isBefore(first)) {
                timeAxis(time, first, last, day -> at.applyAsDouble(day.toEpochDay()));
            }
            return;
        }
        ToDoubleFunction<String> width = s -> d.width(s, axis);
        ToDoubleFunction<LocalDateTime> place = t -> at.applyAsDouble(t.toEpochSecond(ZoneOffset.UTC) / SECONDS_A_DAY);
        double[] free = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (ClockTicks.Tick t : ClockTicks.between(moment(from), moment(to), r.format(), place, width, 10)) {
            double x = place.applyAsDouble(t.moment());
            timeLabel(x, t.time(), 0, free);
            timeLabel(x, t.day(), 1, free);
        }
    }

    private static LocalDateTime moment(double days) {
        return LocalDateTime.ofEpochSecond(Math.round(days * SECONDS_A_DAY), 0, ZoneOffset.UTC);
    }

    /** Labels at the picture's edges are moved inside; one that would then touch its neighbour is left out. */
    private void timeLabel(double x, String label, int tier, double[] free) {
        double half = d.width(label, axis) / 2;
        double at = inside(x, label);
        if (!label.isEmpty() && at - half >= free[tier]) {
            d.text(at, bottom + 16 + tier * (TIER - 1), label, axis, Anchor.MIDDLE);
            free[tier] = at + half + 3;
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
    void categoryAxis(int count, IntToDoubleFunction centre, double band, IntFunction<String> name) {
        // Where bands are narrow, fewer names that can be read say more than many that are cut.
        double least = band < 40 && count > 1 ? Math.max(34, Math.min(76, longest(count, name) + 8)) : 34;
        int every = (int) Math.max(1, Math.ceil(least / Math.max(band, 0.01)));
        for (int i = 0; i < count; i += every) {
            double x = centre.applyAsDouble(i);
            double room = Math.min(band * every - 8, 2 * Math.min(x, r.width() - x));
            d.text(x, bottom + 16, d.fit(name.apply(i), room, axis), axis, Anchor.MIDDLE);
        }
    }

    private double longest(int count, IntFunction<String> name) {
        double widest = 0;
        for (int i = 0; i < count; i += Math.max(1, count / 40)) {
            widest = Math.max(widest, d.width(name.apply(i), axis));
        }
        return widest;
    }

    /** Round numbers below the plot with what they count in a second line; fewer where they would touch. */
    void numberAxis(Scale x, Unit unit, String title) {
        List<String> labels = labels(x, unit);
        int every = 1;
        while (every < labels.size() && collide(x, labels, every)) {
            every++;
        }
        for (int i = 0; i < labels.size(); i += every) {
            double at = x.at(x.ticks()[i]);
            d.line(
                    at,
                    bottom,
                    at,
                    bottom + 3,
                    Stroke.of(Colors.mix(r.theme().border(), r.theme().secondary(), 0.35), 1));
            d.text(inside(at, labels.get(i)), bottom + 16, labels.get(i), axis, Anchor.MIDDLE);
        }
        d.text(right, bottom + 16 + TIER - 1, d.fit(title, right, axis), axis, Anchor.END);
    }

    private boolean collide(Scale x, List<String> labels, int every) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < labels.size(); i += every) {
            double half = d.width(labels.get(i), axis) / 2;
            double at = inside(x.at(x.ticks()[i]), labels.get(i));
            if (at - half < free) {
                return true;
            }
            free = at + half + 8;
        }
        return false;
    }

    private double inside(double x, String label) {
        double half = d.width(label, axis) / 2;
        return Math.max(half, Math.min(r.width() - half, x));
    }

    /**
     * Adds what the pointer finds in the plot, within the handles that zoom, move and choose.
     *
     * @param x what is in view from left to right
     * @param vertical what is in view from bottom to top, or null where that cannot be changed
     * @param hits groups inside the plot
     */
    void interactive(Window x, @Nullable Window vertical, List<Node> hits, boolean clipped) {
        List<Node> inside = new ArrayList<>();
        inside.add(new Node.Rect(left, top, right - left, bottom - top, 0, null, null));
        inside.addAll(hits);
        Node.Clip clip = clipped ? new Node.Clip(left, top, right - left, bottom - top) : null;
        Node.Group group = new Node.Group(
                "range", 0, 0, clip, null, new Gesture(Gesture.Kind.RANGE_X, "x.range", x.text()), inside);
        group = new Node.Group(
                "view", 0, 0, null, null, new Gesture(Gesture.Kind.VIEW_X, "x", x.text()), List.of(group));
        if (vertical != null) {
            Gesture gesture = new Gesture(Gesture.Kind.VIEW_Y, "y", vertical.text());
            group = new Node.Group("view-y", 0, 0, null, null, gesture, List.of(group));
        }
        d.add(group);
    }
}
