package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What both directions of bars draw: the measures, how they are laid, and the range of their values with zero in it. */
final class Bars {
    private static final Texts TEXTS = Texts.of(Bars.class);

    /** How a value is drawn. */
    enum Mark {
        BAR,
        LOLLIPOP,
        BULLET
    }

    /** To which parts of a target are told. */
    private static final double STEP = 0.01;

    final ChartRequest r;
    final SeriesTable table;
    final Steps steps;
    final Stack.Mode mode;
    final @Nullable Stack stack;
    final Mark mark;
    final boolean log;
    final Guides guides;
    /** What each step should reach, or null. */
    final double @Nullable [] target;
    /** Ends of the grounds behind a bullet, as parts of its target. */
    final double[] grounds;

    final @Nullable Column label;
    final double low;
    final double high;
    private final boolean open;
    private int notPositive;

    static Bars of(ChartRequest r, SeriesTable.@Nullable Panel panel) {
        return new Bars(r, SeriesTable.of(r, false, panel), panel);
    }

    private Bars(ChartRequest r, SeriesTable table, SeriesTable.@Nullable Panel panel) {
        this.r = r;
        this.table = table;
        steps = table.steps();
        mode = Stack.Mode.of(r.spec());
        stack = mode == Stack.Mode.NONE ? null : Stack.of(table.series(), steps.count(), mode, true);
        log = "log".equals(r.spec().options().get("scale")) && stack == null;
        mark = switch (r.spec().options().getOrDefault("mark", "")) {
            case "lollipop" -> Mark.LOLLIPOP;
            case "bullet" -> Mark.BULLET;
            default -> Mark.BAR;
        };
        List<String> labels = r.spec().columns(Channel.LABEL);
        label = labels.isEmpty() ? null : r.frame().find(labels.get(0)).orElse(null);
        List<String> targets = r.spec().columns(Channel.TARGET);
        target = targets.isEmpty() ? null : targets(r.frame().column(targets.get(0)), panel);
        grounds = mark == Mark.BULLET ? grounds(r) : new double[0];
        guides = new Guides(r, unit());
        open = steps.isTemporal() && Labels.caveat(r.frame(), Caveat.Kind.PERIOD_INCOMPLETE) != null;
        double[] e = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < steps.count(); i++) {
            widen(e, i);
        }
        boolean any = e[0] <= e[1];
        double from = log ? guides.lowAboveZero(e[0]) : Math.min(0, guides.low(e[0]));
        low = any ? from : Double.POSITIVE_INFINITY;
        double to = Math.max(guides.high(e[1]), log ? e[1] : 0);
        high = !any ? Double.NEGATIVE_INFINITY : mode == Stack.Mode.SHARE ? 1 : to;
    }

    private double[] targets(Column c, SeriesTable.@Nullable Panel panel) {
        double[] out = new double[steps.count()];
        java.util.Arrays.fill(out, Double.NaN);
        for (int row = 0; row < c.size(); row++) {
            int step = steps.stepOf(row);
            double v = step < 0 || panel != null && !panel.has(row) ? Double.NaN : c.doubleAt(row);
            if (Double.isFinite(v) && Double.isNaN(out[step])) {
                out[step] = v;
            }
        }
        return out;
    }

    private static double[] grounds(ChartRequest r) {
        String given = r.spec().options().getOrDefault("ranges", "0.6,0.85,1.1");
        String[] parts = given.split(",", -1);
        double[] out = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Double v = Window.number(parts[i]);
            if (v == null || v <= 0) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN, TEXTS.get("bars.chart_option_ranges_is", given));
            }
            out[i] = v;
        }
        java.util.Arrays.sort(out);
        return out;
    }

    private void widen(double[] e, int step) {
        Stack laid = stack;
        for (int k = 0; k < table.series().size(); k++) {
            Series s = table.series().get(k);
            if (laid != null) {
                take(e, laid.lower()[k][step]);
                take(e, laid.upper()[k][step]);
            } else {
                take(e, s.values()[step]);
                take(e, s.low() == null ? Double.NaN : s.low()[step]);
                take(e, s.high() == null ? Double.NaN : s.high()[step]);
            }
        }
        if (mode != Stack.Mode.SHARE) {
            take(e, base(step));
            double goal = target(step);
            take(e, goal);
            if (grounds.length > 0 && goal > 0) {
                take(e, goal * grounds[grounds.length - 1]);
            }
        }
    }

    private void take(double[] e, double v) {
        if (log && v <= 0) {
            notPositive++;
        } else if (!Double.isNaN(v)) {
            e[0] = Math.min(e[0], v);
            e[1] = Math.max(e[1], v);
        }
    }

    Series leading() {
        return table.series().get(0);
    }

    boolean isLone() {
        return table.series().size() == 1 && stack == null;
    }

    Unit unit() {
        return mode == Stack.Mode.SHARE ? Unit.ratio() : leading().column().unit();
    }

    int count() {
        return steps.count();
    }

    /** What a step's only bar says; of several the sum, or NaN where sums say nothing. */
    double total(int step) {
        if (table.series().size() == 1) {
            return leading().values()[step];
        }
        double sum = Double.NaN;
        for (Series s : table.series()) {
            double v = s.values()[step];
            sum = Double.isNaN(v) ? sum : Double.isNaN(sum) ? v : sum + v;
        }
        return leading().isAdditive() ? sum : Double.NaN;
    }

    double base(int step) {
        return table.bases().isEmpty() || table.series().size() > 1
                ? Double.NaN
                : table.bases().get(0).values()[step];
    }

    double target(int step) {
        return target == null ? Double.NaN : target[step];
    }

    String member(int step) {
        return steps.label(step);
    }

    /** The longer name beside the member, or "". */
    String name(int step) {
        int row = steps.row(step);
        return label == null || label.isNull(row) ? "" : Labels.member(label, row, r);
    }

    /** A series' colour, paler for a step of time that has not ended. */
    int colour(int series, int step) {
        boolean rest = isLone() && Labels.isRest(member(step));
        int argb = rest
                ? MemberColours.rest(r.theme())
                : table.series().get(series).argb();
        return open && step == count() - 1 ? Colors.mix(r.theme().surface(), argb, 0.55) : argb;
    }

    /** Whether the marks of a bullet are read from good to poor. */
    private boolean lessIsBetter() {
        MetricDefinition metric = r.metrics().get(leading().column().name());
        return metric != null && metric.direction() == MetricDefinition.Direction.DOWN_IS_GOOD;
    }

    /** What a ground means, counted from where bars start; "" where there are more than have names. */
    private String groundName(int i) {
        List<String> names = grounds.length == 3
                ? List.of(TEXTS.get("bars.poor"), TEXTS.get("bars.fair"), TEXTS.get("bars.good"))
                : grounds.length == 2 ? List.of(TEXTS.get("bars.poor"), TEXTS.get("bars.good")) : List.of();
        return names.isEmpty() ? "" : names.get(lessIsBetter() ? names.size() - 1 - i : i);
    }

    /** The darkest ground is the poorest. */
    int groundColour(int i) {
        int fromBest = lessIsBetter() ? i : grounds.length - 1 - i;
        double strength = Math.min(0.45, 0.12 + 0.12 * fromBest);
        return Colors.mix(r.theme().surface(), r.theme().secondary(), strength);
    }

    /** The ground on which a step's value ends, for people. */
    private String reached(double part) {
        for (int i = 0; i < grounds.length; i++) {
            if (part <= grounds[i]) {
                return groundName(i);
            }
        }
        return grounds.length == 0
                ? ""
                : TEXTS.get("bars.beyond", r.format().tick(grounds[grounds.length - 1], STEP, Unit.ratio()));
    }

    int markerColour() {
        return Colors.mix(r.theme().surface(), r.theme().text(), 0.75);
    }

    List<Plot.Key> keys() {
        List<Plot.Key> keys = new ArrayList<>();
        if (table.series().size() > 1) {
            table.series().stream()
                    .filter(s -> Arrays.stream(s.values()).anyMatch(Double::isFinite))
                    .forEach(s -> keys.add(new Plot.Key(s.label(), s.argb(), Plot.Mark.SQUARE, s.members())));
        } else if (!table.bases().isEmpty()
                && Arrays.stream(table.bases().get(0).values()).anyMatch(Double::isFinite)) {
            keys.add(new Plot.Key(table.bases().get(0).label(), markerColour(), Plot.Mark.LINE));
        }
        if (target != null) {
            Column c = r.frame().column(r.spec().column(Channel.TARGET));
            for (int i = 0; i < grounds.length; i++) {
                String to = r.format().tick(grounds[i], STEP, Unit.ratio());
                String name = groundName(i);
                String label = name.isEmpty() ? TEXTS.get("bars.to", to) : TEXTS.get("bars.to_2", name, to);
                keys.add(new Plot.Key(label, groundColour(i), Plot.Mark.SQUARE));
            }
            keys.add(new Plot.Key(Labels.of(c, r.metrics()), r.theme().text(), Plot.Mark.LINE));
        }
        return keys;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(table.notes());
        if (notPositive > 0) {
            notes.add(TEXTS.get("bars.values_or_less_cannot", Figure.counted(r, notPositive)));
        }
        if (stack != null && stack.leftOut() > 0) {
            notes.add(stack.note());
        }
        return notes;
    }

    /** The part of the picture that answers for a step. */
    Node.Group group(int step, List<Node> children) {
        Gesture select = Marks.select(steps.column.name(), steps.members(step));
        return new Node.Group("bar-" + step, 0, 0, null, datum(step), select, children);
    }

    private Datum datum(int step) {
        String name = name(step);
        String title = name.isEmpty() ? member(step) : member(step) + "  " + name;
        List<Datum.Entry> entries = new ArrayList<>();
        for (int k = 0; k < table.series().size(); k++) {
            entries.add(new Datum.Entry(table.series().get(k).label(), said(k, step)));
        }
        if (table.series().size() > 1 && leading().isAdditive()) {
            entries.add(new Datum.Entry(
                    TEXTS.get("bars.total"),
                    Series.exact(total(step), leading().column().unit(), r)));
        }
        between(entries, 0, step);
        if (table.series().size() == 1) {
            for (Series s : table.bases().subList(0, Math.min(1, table.bases().size()))) {
                entries.add(new Datum.Entry(s.label(), s.exact(step, r)));
                int row = steps.row(step);
                double change = Labels.change(r.frame(), leading().column(), s.column(), row);
                entries.add(new Datum.Entry(TEXTS.get("bars.change"), r.format().change(change)));
            }
        }
        double goal = target(step);
        if (!Double.isNaN(goal)) {
            entries.add(new Datum.Entry(
                    TEXTS.get("bars.target"),
                    Series.exact(goal, leading().column().unit(), r)));
            double reached = goal == 0 ? Double.NaN : total(step) / goal;
            entries.add(new Datum.Entry(TEXTS.get("bars.reached"), Target.share(r, reached)));
            String ground = Double.isNaN(reached) ? "" : reached(reached);
            if (!ground.isEmpty()) {
                entries.add(new Datum.Entry(TEXTS.get("bars.range"), ground));
            }
        }
        Caveat doubt = Labels.caveat(r.frame(), Caveat.Kind.PERIOD_INCOMPLETE);
        if (open && doubt != null && step == count() - 1) {
            entries.add(new Datum.Entry(TEXTS.get("bars.note"), doubt.message()));
        }
        return new Datum(title, entries, steps.members(step));
    }

    private void between(List<Datum.Entry> entries, int k, int step) {
        Series s = table.series().get(k);
        if (table.series().size() == 1
                && s.low() != null
                && s.high() != null
                && !Double.isNaN(s.low()[step])
                && !Double.isNaN(s.high()[step])) {
            Unit unit = s.column().unit();
            entries.add(new Datum.Entry(
                    TEXTS.get("bars.between"),
                    TEXTS.get(
                            "bars.and", Series.exact(s.low()[step], unit, r), Series.exact(s.high()[step], unit, r))));
        }
    }

    private String said(int k, int step) {
        String value = table.series().get(k).exact(step, r);
        Stack laid = stack;
        return mode == Stack.Mode.SHARE && laid != null && !Double.isNaN(laid.part(k, step))
                ? value + " (" + r.format().compact(laid.part(k, step), Unit.ratio()) + ")"
                : value;
    }

    /** The part of a step that answers for one series. */
    Node.Group part(int k, int step, List<Node> children) {
        Series s = table.series().get(k);
        Map<String, @Nullable String> members = new HashMap<>(steps.members(step));
        members.putAll(s.members());
        Datum datum = new Datum(
                member(step) + "  " + s.label(),
                List.of(new Datum.Entry(Labels.of(s.column(), r.metrics()), said(k, step))),
                members);
        Gesture select =
                table.split() == null ? null : Marks.select(table.split().name(), s.members());
        return new Node.Group("bar-" + step + "-" + k, 0, 0, null, datum, select, children);
    }
}
