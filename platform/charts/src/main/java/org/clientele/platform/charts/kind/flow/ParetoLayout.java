package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** Places the bars of a Pareto chart, its line of running shares, and the point of 80 %. */
final class ParetoLayout {
    private static final Texts TEXTS = Texts.of(ParetoLayout.class);

    private static final double VITAL = 0.8;
    private static final double LEAST_BAND = 5;
    private static final double WIDEST = 56;
    private static final double NAMED_BAND = 50;
    private static final double LINE = 13;
    private static final double OTHERS = 0.22;
    private static final int INTERVALS = 5;
    private static final double[] MANTISSAS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    private final ChartRequest r;
    private final Column x;
    private final Column y;
    private final List<Member> members;
    private final double total;
    private final Drawing d;
    private final TextStyle axis;
    private final double[] running;
    private final int vital;
    private final int shown;
    private final boolean named;
    private final double bottom;
    private final double top;
    private double left;
    private double right;
    private double bars;

    ParetoLayout(ChartRequest r, Column x, Column y, List<Member> members, double total, Notes notes) {
        this.r = r;
        this.x = x;
        this.y = y;
        this.members = members;
        this.total = total;
        d = new Drawing(r.text());
        axis = Grid.axis(r.theme());
        running = new double[members.size()];
        double sum = 0;
        int first = members.size();
        for (int i = 0; i < running.length; i++) {
            sum += members.get(i).value();
            running[i] = sum / total;
            if (running[i] >= VITAL - 1e-12 && first == members.size()) {
                first = i + 1;
            }
        }
        vital = first;
        double width = Math.max(40, r.width() - 110);
        boolean all = members.size() * LEAST_BAND <= width;
        shown = all ? members.size() : (int) Math.max(1, Math.floor(width * (1 - OTHERS) / (LEAST_BAND + 1)));
        if (!all) {
            notes.add(TEXTS.get(
                    "pareto.layout.bars_for_largest",
                    Figure.counted(r, shown),
                    Figure.counted(r, members.size()),
                    noun()));
        }
        named = all && width / shown >= NAMED_BAND;
        top = r.height() > 110 ? 30 : 10;
        double foot = named && r.height() >= 160 ? 2 * LINE : LINE;
        bottom = Math.max(top + 4, r.height() - notes.height() - foot - 8);
    }

    Drawing drawing() {
        return d;
    }

    /** How many of the largest make 80 %: "41 of 60 make 80 %". */
    String vital() {
        return TEXTS.get(
                "pareto.layout.make",
                Figure.counted(r, vital),
                Figure.counted(r, members.size()),
                noun(),
                percent(VITAL));
    }

    private String noun() {
        return Labels.plural(x, r.metrics());
    }

    private String percent(double part) {
        return r.format().tick(part, 1.0 / INTERVALS, Unit.ratio());
    }

    void draw() {
        double high = niceTop(
                Math.max(members.get(0).value(), members.get(members.size() - 1).value()));
        LinearScale scale = scale(high);
        double share = d.width(percent(1), axis) + Grid.GAP;
        left = Grid.room(r, d, scale, y.unit());
        right = r.width() - share;
        boolean axes = r.height() >= 90 && right - left > 80 && left < r.width() * 0.4;
        if (!axes) {
            left = 2;
            right = r.width() - 2;
        }
        bars = shown == members.size() ? right : left + (right - left) * (1 - OTHERS);
        if (axes) {
            Grid.draw(r, d, scale, y.unit(), left, right);
            double pitch = (bottom - top) / INTERVALS;
            int every = pitch >= 14 ? 1 : INTERVALS;
            for (int i = 0; i <= INTERVALS; i += every) {
                double at = Math.round(scale.at(scale.ticks()[i]) - 0.5) + 0.5;
                d.text(right + Grid.GAP, at + 4, percent((double) i / INTERVALS), axis);
            }
        } else {
            d.line(left, bottom + 0.5, right, bottom + 0.5, Grid.zero(r.theme()));
        }
        head(axes);
        others();
        double band = (bars - left) / shown;
        for (int i = 0; i < shown; i++) {
            bar(i, band, scale);
        }
        line(band);
        mark(band);
        names(band);
    }

    private void head(boolean axes) {
        if (r.height() <= 110) {
            return;
        }
        String unit = axes ? Labels.unit(y) : "";
        d.text(0, 11, d.fit(unit, r.width() * 0.35, axis), axis);
        String said = TEXTS.get("pareto.layout.running_share");
        if (d.width(said, axis) < r.width() * 0.4) {
            d.text(r.width(), 11, said, axis, Anchor.END);
            d.line(
                    r.width() - d.width(said, axis) - 22,
                    7.5,
                    r.width() - d.width(said, axis) - 6,
                    7.5,
                    Stroke.of(line(), 2));
        }
    }

    private int line() {
        return r.theme().series().get(5);
    }

    /** Five equal steps, so that both axes share one grid. */
    private LinearScale scale(double high) {
        double[] ticks = new double[INTERVALS + 1];
        for (int i = 0; i <= INTERVALS; i++) {
            ticks[i] = high * i / INTERVALS;
        }
        return new LinearScale(0, high, ticks, high / INTERVALS, Math.round(bottom) + 0.5, Math.round(top) + 0.5);
    }

    private static double niceTop(double value) {
        double step = value / INTERVALS;
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double m : MANTISSAS) {
            if (m * power >= step * (1 - 1e-9)) {
                return m * power * INTERVALS;
            }
        }
        return 10 * power * INTERVALS;
    }

    private void others() {
        if (shown == members.size()) {
            return;
        }
        Drawing part = d.fresh();
        part.rect(
                bars,
                top,
                right - bars,
                bottom - top,
                0,
                org.clientele.sdk.scene.Fill.of(
                        Colors.mix(r.theme().surface(), r.theme().border(), 0.4)));
        double rest = total * (1 - running[shown - 1]);
        String name = Labels.others(r, members.size() - shown);
        List<Datum.Entry> entries = List.of(
                new Datum.Entry(Labels.of(y, r.metrics()), Figure.exact(r, rest, y.unit())),
                new Datum.Entry(TEXTS.get("pareto.layout.share"), Figure.share(r, rest / total)));
        part.text((bars + right) / 2, bottom + 16, d.fit(name, right - bars, axis), axis, Anchor.MIDDLE);
        d.add(Node.Group.of("others", new Datum(name, entries, java.util.Map.of()), part.nodes()));
    }

    private void bar(int i, double band, LinearScale scale) {
        Member m = members.get(i);
        Drawing part = d.fresh();
        double from = left + i * band;
        double width = Math.max(1, Math.min(WIDEST, band * (band > 12 ? 0.68 : 0.8)));
        part.add(new Node.Rect(from, top, band, bottom - top, 0, null, null));
        double dy = scale.at(m.value()) - scale.at(0);
        if (m.value() > 0) {
            boolean rest = Labels.isRest(m.name());
            int full = rest ? MemberColours.rest(r.theme()) : r.theme().accent();
            int colour = i < vital || rest ? full : Colors.mix(r.theme().surface(), full, 0.55);
            part.barAlong(from + (band - width) / 2, scale.at(0), Math.min(dy, -1), width, colour);
        }
        Unit unit = y.unit();
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(new Datum.Entry(Labels.of(y, r.metrics()), Figure.exact(r, m.value(), unit)));
        entries.add(new Datum.Entry(TEXTS.get("pareto.layout.share"), Figure.share(r, m.value() / total)));
        entries.add(new Datum.Entry(TEXTS.get("pareto.layout.running_share"), Figure.share(r, running[i])));
        entries.add(new Datum.Entry(
                TEXTS.get("pareto.layout.rank"),
                TEXTS.get("pareto.layout.text", Figure.counted(r, i + 1), Figure.counted(r, members.size()))));
        d.add(new Node.Group(
                "bar-" + i, 0, 0, null, new Datum(m.title(), entries, m.members(x)), m.select(x), part.nodes()));
    }

    private double shareAt(double part) {
        return Math.round(bottom) + 0.5 - part * (Math.round(bottom) - Math.round(top));
    }

    /** Where the line stands after so many members; those without bars of their own share the room at the right. */
    private double across(int count, double band) {
        return count <= shown
                ? left + (count - 0.5) * band
                : bars + (right - bars) * (count - shown) / (members.size() - shown);
    }

    private void line(double band) {
        PathData.Builder path = PathData.builder();
        path.move(across(1, band), shareAt(running[0]));
        int step = Math.max(1, (members.size() - shown) / 64);
        for (int n = 2; n <= members.size(); n++) {
            if (n <= shown || n == members.size() || (n - shown) % step == 0) {
                path.line(across(n, band), shareAt(running[n - 1]));
            }
        }
        if (members.size() == 1) {
            d.disc(across(1, band), shareAt(1), 3, line());
        } else {
            d.stroke(path.build(), Stroke.of(line(), 2));
        }
        if (band >= 16) {
            for (int i = 0; i < shown; i++) {
                d.ring(across(i + 1, band), shareAt(running[i]), 3, r.theme().surface(), line(), 1.75);
            }
        }
    }

    /** The point from which on the rest makes less than 20 %. */
    private void mark(double band) {
        double px = across(vital, band);
        double py = shareAt(VITAL);
        Drawing part = d.fresh();
        int quiet = Colors.mix(r.theme().surface(), r.theme().text(), 0.55);
        part.line(px, bottom, px, shareAt(running[vital - 1]), new Stroke(quiet, 1, 3));
        part.line(px, py, right, py, new Stroke(quiet, 1, 3));
        part.disc(px, shareAt(running[vital - 1]), 4, line());
        String said = vital();
        TextStyle style = Drawing.style(11, Weight.MEDIUM, r.theme().text());
        double width = d.width(said, style);
        double roomRight = right - px - 14;
        double base = py + 22;
        if (bottom - top > 60) {
            if (width <= roomRight) {
                part.text(px + 10, base, said, style);
            } else if (width <= px - left - 14) {
                // To the left the line rises from below: above it is free.
                double above = Math.max(top + 9, shareAt(running[vital - 1]) - 10);
                part.text(px - 10, above, said, style, Anchor.END);
            }
        }
        Datum datum = new Datum(
                said,
                List.of(
                        new Datum.Entry(
                                TEXTS.get("pareto.layout.all", noun()),
                                Figure.share(r, (double) vital / members.size())),
                        new Datum.Entry(TEXTS.get("pareto.layout.running_share"), Figure.share(r, running[vital - 1]))),
                java.util.Map.of());
        d.add(Node.Group.of("vital", datum, part.nodes()));
    }

    private void names(double band) {
        if (named) {
            for (int i = 0; i < shown; i++) {
                Member m = members.get(i);
                String name = m.label().isEmpty() ? m.name() : m.label();
                double line = bottom + 16;
                for (String s : Names.lines(d, name, band - 6, r.height() >= 160 ? 2 : 1, axis)) {
                    d.text(left + (i + 0.5) * band, line, s, axis, Anchor.MIDDLE);
                    line += LINE;
                }
            }
            return;
        }
        // Ranks instead of names that nobody could read.
        int every = 1;
        double least = d.width(Figure.count(r, shown), axis) + 14;
        for (int step : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
            every = step;
            if (step * band >= least) {
                break;
            }
        }
        String first = TEXTS.get("pareto.layout.rank_2");
        d.text(left, bottom + 16, first, axis);
        double free = left + d.width(first, axis) + 8;
        for (int n = every == 1 ? 2 : every; n <= shown; n += every) {
            String text = Figure.count(r, n);
            double cx = across(n, band);
            double half = d.width(text, axis) / 2;
            if (cx - half >= free && cx + half <= bars) {
                d.text(cx, bottom + 16, text, axis, Anchor.MIDDLE);
                free = cx + half + 8;
            }
        }
    }
}
