package org.clientele.platform.charts.kind.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.LabelRoom;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Lays out one moment of moving bubbles, with its slider. */
final class BubblesPicture {
    private static final Texts TEXTS = Texts.of(BubblesPicture.class);

    /** The view-state parameter that names whose way is drawn. */
    static final String TRAIL = "trail";
    /** Steps of the way that nobody asked for; a longer one is a tangle. */
    private static final int RECENT = 6;

    private static final double SLIDER = 30;

    private final ChartRequest r;
    private final Steps steps;
    private final Moment moment;
    private final Span across;
    private final Span up;
    private final @Nullable Column who;
    private final List<String> notes;
    private final Hues hues;
    private final Drawing d;
    private final TextStyle axis;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final double largest;
    private final double most;
    private final boolean sized;
    private final double foot;

    BubblesPicture(
            ChartRequest r,
            Steps steps,
            Moment moment,
            Span across,
            Span up,
            @Nullable Column who,
            boolean sized,
            List<String> notes) {
        this.r = r;
        this.steps = steps;
        this.moment = moment;
        this.across = across;
        this.up = up;
        this.who = who;
        this.sized = sized;
        this.notes = notes;
        hues = new Hues(r);
        d = new Drawing(r.text());
        axis = Drawing.style(11, r.theme().secondary());
        double widest = 0;
        for (String label : up.labels()) {
            widest = Math.max(widest, d.width(label, axis));
        }
        double shorter = Math.min(r.width(), r.height());
        largest = sized ? Math.max(4, Math.min(28, shorter * 0.075)) : 6;
        most = steps.movers().stream().mapToDouble(Steps.Mover::largest).max().orElse(1);
        foot = r.height() - SLIDER - (notes.isEmpty() || r.height() < 200 ? 0 : 16);
        boolean axes = r.height() >= 160 && r.width() > widest + 120;
        left = (axes ? widest + 8 : 2) + largest * 0.5;
        right = Math.max(left + 10, r.width() - largest * 0.8 - 2);
        top = (r.height() >= 140 ? 22 : 4) + largest * 0.5;
        bottom = Math.max(top + 10, foot - (axes ? 34 : 4) - largest * 0.3);
        grid(axes);
    }

    private double x(double value) {
        return left + across.part(value) * (right - left);
    }

    private double y(double value) {
        return bottom - up.part(value) * (bottom - top);
    }

    private double radius(double size) {
        return sized && most > 0
                ? Math.max(size > 0 ? 1.5 : 0.5, largest * Math.sqrt(size / most))
                : largest * Math.min(1, Math.sqrt(size));
    }

    private void grid(boolean axes) {
        Stroke line = Stroke.of(Colors.mix(r.theme().surface(), r.theme().border(), 0.85), 1);
        double from = left - largest * 0.5;
        double lastAt = Double.POSITIVE_INFINITY;
        for (int i = 0; i < up.ticks().length; i++) {
            double at = Math.round(y(up.ticks()[i])) + 0.5;
            d.line(from, at, r.width(), at, line);
            if (axes && lastAt - at >= 15) {
                d.text(from - 6, at + 4, up.labels().get(i), axis, Anchor.END);
                lastAt = at;
            }
        }
        if (!axes) {
            return;
        }
        double end = Double.NEGATIVE_INFINITY;
        double below = bottom + largest * 0.3;
        for (int i = 0; i < across.ticks().length; i++) {
            double at = x(across.ticks()[i]);
            double half = d.width(across.labels().get(i), axis) / 2;
            double centre = Math.max(half, Math.min(r.width() - half, at));
            d.line(at, below, at, below + 4, line);
            if (centre - half > end + 8) {
                d.text(centre, below + 15, across.labels().get(i), axis, Anchor.MIDDLE);
                end = centre + half;
            }
        }
        TextStyle name = Drawing.style(11, Weight.MEDIUM, r.theme().secondary());
        d.text(r.width(), below + 29, d.fit(across.name(), r.width() * 0.6, name), name, Anchor.END);
    }

    Drawing draw() {
        LabelRoom room = new LabelRoom(left - largest, Math.max(0, top - largest), r.width(), bottom + largest * 0.3);
        head();
        stepName(room);
        List<Mark> marks = marks();
        trails(marks);
        for (Mark m : marks) {
            bubble(m);
        }
        if (who != null) {
            new BubbleLabels(r, d, bottom - top).draw(marks, room);
        }
        if (r.height() >= 110) {
            slider();
        }
        if (foot + SLIDER < r.height()) {
            d.text(0, r.height() - 4, d.fit(String.join(" ", notes), r.width(), axis), axis);
        }
        return d;
    }

    private void head() {
        if (r.height() < 140) {
            return;
        }
        TextStyle name = Drawing.style(11, Weight.MEDIUM, r.theme().secondary());
        String shown = d.fit(up.name(), r.width() * 0.4, name);
        d.text(0, 11, shown, name);
        boolean direct = who != null && who == hues.column() && steps.movers().size() <= BubbleLabels.MOST / 2;
        double free = shown.isEmpty() ? 0 : d.width(shown, name) + 16;
        double end = Hues.area(r, d, free, 11, r.width(), most, largest);
        if (!direct) {
            hues.legend(d, free, 11, end, 0);
        }
    }

    /** Large and quiet, in the corner where the fewest bubbles ever come. */
    private void stepName(LabelRoom room) {
        TextStyle style = Drawing.style(
                Math.max(14, Math.min(44, (bottom - top) * 0.22)),
                Weight.BOLD,
                Colors.mix(r.theme().surface(), r.theme().secondary(), 0.17));
        String text = d.fit(steps.names().get(moment.nearest()), (right - left) * 0.8, style);
        if (text.isEmpty() || bottom - top < style.size() * 1.6) {
            return;
        }
        double w = d.width(text, style);
        double h = style.size();
        double[] best = new double[2];
        int fewest = Integer.MAX_VALUE;
        for (double[] corner :
                new double[][] {{right - w, bottom - h}, {left, top}, {right - w, top}, {left, bottom - h}}) {
            int n = 0;
            for (Steps.Mover m : steps.movers()) {
                for (int i = 0; i < steps.count(); i++) {
                    boolean inside = m.knownAt(i)
                            && x(m.x()[i]) > corner[0] - 8
                            && x(m.x()[i]) < corner[0] + w + 8
                            && y(m.y()[i]) > corner[1] - 8
                            && y(m.y()[i]) < corner[1] + h + 8;
                    n += inside ? 1 : 0;
                }
            }
            if (n < fewest) {
                fewest = n;
                best = corner;
            }
        }
        d.text(best[0], best[1] + h * 0.8, text, style);
        room.take(best[0], best[1], w, h * 1.05);
    }

    record Mark(Steps.Mover mover, double x, double y, double radius, int colour) {}

    private List<Mark> marks() {
        List<Mark> out = new ArrayList<>();
        for (Steps.Mover m : steps.movers()) {
            Moment.Place p = moment.of(m);
            if (p != null) {
                out.add(new Mark(m, x(p.x()), y(p.y()), radius(p.size()), hues.of(m.row())));
            }
        }
        out.sort(Comparator.comparingDouble((Mark m) -> -m.radius()));
        return out;
    }

    private String said() {
        String said = r.view().get(TRAIL);
        return said == null ? r.spec().options().getOrDefault(TRAIL, "") : said;
    }

    private boolean asked() {
        return !said().isEmpty();
    }

    private Set<String> chosen() {
        Set<String> out = new HashSet<>();
        String said = said();
        if (!said.isEmpty()) {
            out.addAll(List.of(said.split("\\|", -1)));
            return out;
        }
        // A tangle of ways shows nothing; that of the largest can be followed.
        steps.movers().stream().limit(1).forEach(m -> out.add(m.name()));
        return out;
    }

    /** The way of the chosen ones up to now, of one that nobody chose the last steps: a line with a small disc for each step. */
    private void trails(List<Mark> marks) {
        Set<String> chosen = chosen();
        for (Mark m : marks) {
            if (!chosen.contains(m.mover().name())) {
                continue;
            }
            PathData.Builder way = PathData.builder();
            int paled = Colors.mix(r.theme().surface(), m.colour(), 0.55);
            for (int i = asked() ? 0 : Math.max(0, moment.from() - RECENT); i <= moment.from(); i++) {
                if (!m.mover().knownAt(i)) {
                    continue;
                }
                double atX = x(m.mover().x()[i]);
                double atY = y(m.mover().y()[i]);
                if (way.isEmpty()) {
                    way.move(atX, atY);
                } else {
                    way.line(atX, atY);
                }
                d.disc(atX, atY, 2, paled);
            }
            if (!way.isEmpty()) {
                d.stroke(way.line(m.x(), m.y()).build(), Stroke.of(paled, 1.2));
            }
        }
    }

    private void bubble(Mark m) {
        int row = m.mover().rows()[moment.nearest()];
        int said = row >= 0 ? row : m.mover().row();
        Drawing shape = d.fresh();
        shape.ring(
                m.x(),
                m.y(),
                m.radius(),
                Colors.alpha(m.colour(), 0.72),
                Colors.mix(m.colour(), r.theme().text(), 0.3),
                1);
        String step = steps.names().get(moment.nearest());
        String title = m.mover().name().isEmpty() ? step : m.mover().name() + ", " + step;
        List<Datum.Entry> entries = new ArrayList<>();
        for (Channel channel : new Channel[] {Channel.X, Channel.Y, Channel.SIZE, Channel.COLOR}) {
            for (String name : r.spec().columns(channel)) {
                Column c = r.frame().column(name);
                if (c != who) {
                    entries.add(new Datum.Entry(Labels.of(c, r.metrics()), Labels.value(c, said, r)));
                }
            }
        }
        Map<String, @Nullable String> members = who == null ? Map.of() : Labels.members(who, said);
        Gesture select = who == null ? null : Marks.select(who.name(), members);
        d.add(new Node.Group(
                "bubble-" + m.mover().row(), 0, 0, null, new Datum(title, entries, members), select, shape.nodes()));
    }

    /** Play, and a slider whose ends are the first and the last step. */
    private void slider() {
        int n = steps.count();
        double cy = foot + SLIDER / 2 + 2;
        TextStyle small = Drawing.style(11, r.theme().secondary());
        String first = d.fit(steps.names().get(0), r.width() * 0.24, small);
        String last = n == 1 ? "" : d.fit(steps.names().get(n - 1), r.width() * 0.24, small);
        double from = 32 + d.width(first, small) + 16;
        double to = r.width() - (last.isEmpty() ? 8 : d.width(last, small) + 16);
        if (n < 2 || to - from < 40) {
            return;
        }
        int accent = r.theme().accent();
        Drawing play = d.fresh();
        play.add(new Node.Circle(11, cy, 10, Fill.of(Colors.mix(r.theme().surface(), accent, 0.12)), null));
        boolean playing = "true".equals(r.view().get(Moment.STEP + ".playing"));
        if (playing) {
            play.rect(7, cy - 5, 3, 10, 1, Fill.of(accent));
            play.rect(12, cy - 5, 3, 10, 1, Fill.of(accent));
        } else {
            PathData.Builder arrow = PathData.builder();
            arrow.move(8, cy - 5).line(16, cy).line(8, cy + 5).close();
            play.fill(arrow.build(), Fill.of(accent));
        }
        Datum what = new Datum(
                playing ? TEXTS.get("bubbles.picture.pause") : TEXTS.get("bubbles.picture.play"),
                List.of(new Datum.Entry(
                        TEXTS.get("bubbles.picture.step"), TEXTS.get("bubbles.picture.text", moment.nearest() + 1, n))),
                Map.of());
        d.add(new Node.Group(
                "play",
                0,
                0,
                null,
                what,
                new Gesture(Gesture.Kind.PLAY, Moment.STEP, (moment.nearest() + 1) + "/" + n),
                play.nodes()));
        d.text(32, cy + 4, first, small);
        d.text(r.width(), cy + 4, last, small, Anchor.END);
        double knob = from + moment.part() * (to - from);
        d.line(from, cy, to, cy, Stroke.of(r.theme().border(), 3));
        d.line(from, cy, knob, cy, Stroke.of(accent, 3));
        if ((to - from) / (n - 1) >= 7) {
            int under = Colors.mix(r.theme().border(), r.theme().secondary(), 0.5);
            for (int i = 0; i < n; i++) {
                double at = from + (to - from) * i / (n - 1);
                d.disc(at, cy, 2, at <= knob + 0.01 ? accent : under);
            }
        }
        d.ring(knob, cy, 7, r.theme().surface(), accent, 2);
        // The group holds nothing but what is exactly as wide as the way from the first step to the last.
        Node grip = new Node.Rect(from, cy - 11, to - from, 22, 0, null, null);
        Datum where = new Datum(
                TEXTS.get("bubbles.picture.step"),
                List.of(new Datum.Entry(
                        TEXTS.get("bubbles.picture.now"), steps.names().get(moment.nearest()))),
                Map.of());
        String part = String.format(java.util.Locale.ROOT, "%.4f", moment.part());
        d.add(new Node.Group(
                "slider", 0, 0, null, where, new Gesture(Gesture.Kind.SLIDE_X, Moment.STEP, part), List.of(grip)));
    }
}
