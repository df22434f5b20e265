package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** The state of laying out lines for one request. */
final class LineLayout implements Picture {
    private static final Texts TEXTS = Texts.of(LineLayout.class);

    private static final double DIRECT_FROM = 420;

    private final ChartRequest r;
    private final SeriesTable table;
    private final Steps steps;
    private final Stack.Mode mode;
    private final @Nullable Stack stack;
    private final boolean area;
    private final boolean log;
    private final Window window;
    private final LineAxis axis;
    private final @Nullable OpenDays days;
    private final Guides guides;
    private final @Nullable String rightColumn;
    /** The steps in view, from the first to behind the last, and with one more at each side for lines that cross. */
    private final int first;

    private final int behind;
    private final int drawnFirst;
    private final int drawnBehind;
    private final double[] left;
    private final double[] right;
    private int notPositive;

    LineLayout(ChartRequest r, SeriesTable.@Nullable Panel panel) {
        this.r = r;
        table = SeriesTable.of(r, true, panel);
        steps = table.steps();
        mode = Stack.Mode.of(r.spec());
        area = r.spec().is("area");
        log = "log".equals(r.spec().options().get("scale")) && mode == Stack.Mode.NONE;
        stack = mode == Stack.Mode.NONE ? null : Stack.of(table.series(), steps.count(), mode, false);
        window = Window.of(r.view(), "x");
        axis = new LineAxis(r, steps, window);
        days = stack == null ? OpenDays.of(steps) : null;
        rightColumn =
                mode == Stack.Mode.NONE && panel == null ? r.spec().options().get("right") : null;
        guides = new Guides(r, unit());
        if (window.isWhole() || steps.count() < 2) {
            first = 0;
            behind = steps.count();
        } else {
            first = steps.atOrAfter(axis.from());
            behind = Math.max(first, steps.atOrAfter(Math.nextUp(axis.to())));
        }
        drawnFirst = Math.max(0, first - 1);
        drawnBehind = Math.min(steps.count(), behind + 1);
        left = extent(false);
        right = extent(true);
    }

    private boolean isRight(Series s) {
        return s.column().name().equals(rightColumn);
    }

    /** Lowest and highest of what is drawn on an axis; from infinity to minus infinity where nothing is. */
    private double[] extent(boolean atRight) {
        double[] e = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        boolean inView = behind > first;
        int a = inView ? first : drawnFirst;
        int b = inView ? behind : drawnBehind;
        Stack laid = stack;
        for (int k = 0; laid != null && k < table.series().size(); k++) {
            widen(e, laid.lower()[k], laid.lower()[k], a, b);
            widen(e, laid.upper()[k], laid.upper()[k], a, b);
        }
        for (Series s : laid == null ? table.all() : table.bases()) {
            if (isRight(s) == atRight && (mode != Stack.Mode.SHARE || !s.base())) {
                widen(e, s.values(), s.values(), a, b);
                widen(e, s.low(), s.values(), a, b);
                widen(e, s.high(), s.values(), a, b);
            }
        }
        return e;
    }

    /** Takes in the ends, if there are any, of those values that are known. */
    private void widen(double[] extent, double @Nullable [] ends, double[] values, int from, int to) {
        double low = extent[0];
        double high = extent[1];
        for (int i = from; ends != null && i < to; i++) {
            double v = ends[i];
            if (log && v <= 0 && !Double.isNaN(values[i])) {
                notPositive++;
            } else if (!Double.isNaN(values[i])) {
                low = v < low ? v : low;
                high = v > high ? v : high;
            }
        }
        extent[0] = low;
        extent[1] = high;
    }

    @Override
    public boolean isEmpty() {
        return left[0] > left[1] && right[0] > right[1];
    }

    @Override
    public double low() {
        return left[0];
    }

    @Override
    public double high() {
        return left[1];
    }

    @Override
    public double weight() {
        return table.series().stream().mapToDouble(Series::weight).sum();
    }

    @Override
    public Unit unit() {
        return mode == Stack.Mode.SHARE ? Unit.ratio() : leading().column().unit();
    }

    /** The first series of the left axis. */
    private Series leading() {
        return table.series().stream()
                .filter(s -> !isRight(s))
                .findFirst()
                .orElse(table.series().get(0));
    }

    @Override
    public boolean isLog() {
        return log;
    }

    @Override
    public String unitText() {
        return mode == Stack.Mode.SHARE ? "" : Labels.unit(leading().column());
    }

    @Override
    public int tiers() {
        return axis.tiers();
    }

    @Override
    public List<Plot.Key> keys() {
        List<Plot.Key> keys = new ArrayList<>();
        if (table.all().size() > 1) {
            Plot.Mark mark = stack == null ? Plot.Mark.LINE : Plot.Mark.SQUARE;
            table.all()
                    .forEach(s ->
                            keys.add(new Plot.Key(s.label(), s.argb(), s.base() ? Plot.Mark.DASH : mark, s.members())));
        }
        return keys;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(table.notes());
        if (notPositive > 0) {
            notes.add(TEXTS.get("line.layout.values_or_less_cannot", Figure.counted(r, notPositive)));
        }
        if (stack != null && stack.leftOut() > 0) {
            notes.add(stack.note());
        }
        if (days != null && !days.note().isEmpty()) {
            notes.add(days.note());
        }
        return notes;
    }

    /** The ends of a value axis: zero is shown unless that would waste most of the picture. */
    private double[] domain(double[] extent) {
        double low = extent[0];
        double high = extent[1];
        boolean filled = area || stack != null;
        if (log) {
            return new double[] {guides.lowAboveZero(low), Math.max(low, guides.high(high))};
        }
        low = guides.low(low);
        high = guides.high(high);
        if (low >= 0 && (filled || low < 0.65 * high)) {
            low = 0;
        } else if (high <= 0 && (filled || high > 0.65 * low)) {
            high = 0;
        }
        return new double[] {low, mode == Stack.Mode.SHARE ? 1 : high};
    }

    @Override
    public double gutter(double low, double high) {
        double[] ends = domain(new double[] {low, high});
        return new Room(r, ends[0], ends[1]).unit(unit(), "").log(log).plot().left - 2;
    }

    @Override
    public List<Node> draw(ChartRequest sized, @Nullable Shared shared) {
        boolean named = table.all().size() > 1;
        TextStyle end = Drawing.style(12, r.theme().secondary());
        Drawing probe = new Drawing(r.text());
        double widest = 0;
        for (Series s : table.all()) {
            widest = Math.max(widest, probe.width(s.label(), end));
        }
        boolean dual = rightColumn != null && right[0] <= right[1] && left[0] <= left[1];
        boolean direct = named
                && !dual
                && shared == null
                && sized.width() >= DIRECT_FROM
                && widest < sized.width() * 0.22
                && sized.height() > 120 + table.all().size() * 16;
        double[] ends =
                domain(shared != null ? new double[] {shared.low(), shared.high()} : left[0] <= left[1] ? left : right);
        TimeColumn t = steps.time;
        Room room = new Room(sized, ends[0], ends[1])
                .unit(unit(), unitText())
                .keys(direct ? List.of() : keys())
                .below(shared != null && !shared.axis() ? 0 : tiers(), t == null ? 16 : Plot.overhang(t.grain()))
                .gutter(direct ? widest + 12 : 0)
                .log(log)
                .snug()
                .note(shared == null ? String.join(" ", notes()) : "")
                .readout(readout());
        if (shared != null) {
            room.below(shared.axis() ? tiers() : 0, 2).withoutHead();
            if (!shared.labelled()) {
                room.withoutLabels();
            }
        }
        if (dual) {
            dual(room);
        }
        if (shared == null) {
            guides.reserve(room);
        }
        Plot plot = room.plot();
        draw(plot, sized, shared, direct, end);
        return plot.d.nodes();
    }

    private void dual(Room room) {
        double[] ends = domain(right);
        Series second = table.all().stream().filter(this::isRight).findFirst().orElseThrow();
        room.unit(unit(), titled(leading()));
        room.right(
                new Room.Right(ends[0], ends[1], second.column().unit(), titled(second), second.argb()),
                leading().argb());
    }

    private static String titled(Series s) {
        String unit = Labels.unit(s.column());
        return Labels.measured(s.label(), unit);
    }

    private void draw(Plot plot, ChartRequest sized, @Nullable Shared shared, boolean direct, TextStyle end) {
        guides.behind(plot);
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen != null && steps.count() > 1) {
            double a = steps.position(0);
            double b = steps.position(steps.count() - 1);
            Chosen.shade(plot, r, axis.x(plot, chosen.from(a, b)), axis.x(plot, chosen.to(a, b)));
        }
        plot.grid();
        if (shared == null || shared.axis()) {
            axis.draw(plot, first, behind);
        }
        Track track = axis.track(plot);
        LineMarks marks = new LineMarks(r, plot, track, drawnFirst, drawnBehind, steps.count());
        marks.incomplete = Labels.caveat(r.frame(), Caveat.Kind.PERIOD_INCOMPLETE) != null;
        marks.days = days;
        marks.loose = table.split() != null && steps.isClock() && stack == null;
        Drawing inside = window.isWhole() ? plot.d : plot.d.fresh();
        if (stack != null) {
            marks.stacked(inside, table.series(), stack, area);
            table.bases().stream().filter(s -> mode == Stack.Mode.TOTAL).forEach(s -> marks.line(inside, s, plot.y));
        } else {
            lines(plot, marks, inside);
        }
        if (!window.isWhole()) {
            Node.Clip clip = new Node.Clip(plot.left, plot.top - 4, plot.right - plot.left, plot.bottom - plot.top + 8);
            plot.d.add(new Node.Group("", 0, 0, clip, null, null, inside.nodes()));
        }
        LineTips tips = new LineTips(r, table, stack, mode);
        List<Node> hits = new ArrayList<>(tips.bands(plot, track, first, behind));
        if (direct) {
            marks.directLabels(table, stack, end);
        }
        if (stack == null) {
            guides.below((left, top, right, bottom) ->
                    table.all().stream().anyMatch(s -> marks.meets(s, scale(plot, s), left, top, right, bottom)));
        }
        hits.addAll(guides.front(plot, place -> axis.at(plot, place)));
        plot.interactive(window, null, hits, false);
    }

    private void lines(Plot plot, LineMarks marks, Drawing inside) {
        List<Series> all = table.all();
        boolean lone = table.series().size() == 1;
        for (Series s : table.series()) {
            if (area) {
                marks.area(inside, s, scale(plot, s), lone);
            }
            marks.doubt(inside, s, scale(plot, s));
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            marks.line(inside, all.get(i), scale(plot, all.get(i)));
        }
    }

    private Scale scale(Plot plot, Series s) {
        Scale second = plot.y2;
        return second != null && isRight(s) ? second : plot.y;
    }

    private String readout() {
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen == null || steps.count() < 2) {
            return "";
        }
        double a = steps.position(0);
        double b = steps.position(steps.count() - 1);
        int low = steps.atOrAfter(chosen.from(a, b));
        int high = Math.max(low, steps.atOrAfter(Math.nextUp(chosen.to(a, b))));
        return Chosen.said(steps, table.series(), low, high, r);
    }

    @Override
    public String title() {
        String measure = table.split() == null
                ? table.series().get(0).label()
                : Labels.of(table.series().get(0).column(), r.metrics());
        return TEXTS.get(
                "line.layout.title",
                measure,
                Labels.of(steps.column, r.metrics()).toLowerCase(Locale.ROOT));
    }

    @Override
    public String description() {
        StringBuilder said = new StringBuilder(LineWords.of(r, table));
        notes().forEach(n -> said.append(' ').append(n));
        return said.toString();
    }
}
