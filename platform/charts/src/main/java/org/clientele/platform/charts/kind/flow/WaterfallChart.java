package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.axis.LinearScale;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Legend;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.platform.charts.kind.flow.Steps.Kind;
import org.clientele.platform.charts.kind.flow.Steps.Step;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** How steps add up from a start to an end: bars between levels, joined by thin lines; signs say which way. */
public final class WaterfallChart implements ChartType {
    private static final Texts TEXTS = Texts.of(WaterfallChart.class);

    private static final double LEAST_BAND = 48;
    private static final double WIDE_BAND = 92;
    private static final double WIDEST = 64;
    private static final double HEAD = 24;
    private static final double LINE = 13;

    @Override
    public String kind() {
        return ChartSpec.WATERFALL;
    }

    @Override
    public double minWidth() {
        return 320;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column x = r.frame().column(r.spec().column(Channel.X));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        String title = Pictures.title(r, y, x);
        Notes notes = new Notes();
        int capacity = (int) Math.max(4, Math.floor((r.width() - 40) / band(r, x)));
        List<Step> steps = Steps.of(r, x, y, capacity, notes);
        if (steps.isEmpty()) {
            return Pictures.empty(r, title, Pictures.NOTHING);
        }
        Drawing d = new Drawing(r.text());
        draw(r, d, x, y, steps, notes);
        return Pictures.of(r, d, notes, title, description(r, y, title, steps));
    }

    /** The narrowest band in which most names are still names: two lines of a mean name. */
    private static double band(ChartRequest r, Column x) {
        Drawing probe = new Drawing(r.text());
        int n = Math.min(x.size(), 40);
        double sum = 0;
        for (int row = 0; row < n; row++) {
            sum += probe.width(Labels.member(x, row, r), Grid.axis(r.theme()));
        }
        return Math.max(LEAST_BAND, Math.min(WIDE_BAND, n == 0 ? 0 : sum / n * 0.6 + 8));
    }

    private static void draw(ChartRequest r, Drawing d, Column x, Column y, List<Step> steps, Notes notes) {
        TextStyle figure = Drawing.style(11, Weight.MEDIUM, r.theme().text());
        TextStyle axis = Grid.axis(r.theme());
        List<String> values = values(r, d, y, steps, figure);
        boolean labelled = !values.isEmpty();
        boolean head = r.height() > 110;
        double pad = labelled ? 16 : 6;
        double top = (head ? HEAD : 0) + pad;
        LinearScale flat = scale(steps, r.height() - notes.height() - 40, top);
        double below = labelled && under(steps, flat) ? 16 : 4;
        double left = labelled || r.height() < 90 ? 2 : Grid.room(r, d, flat, y.unit());
        double band = (r.width() - left - 2) / steps.size();
        List<List<String>> names = new ArrayList<>();
        int lines = 1;
        for (Step s : steps) {
            List<String> name = Names.lines(d, s.name(), band - 6, r.height() < 160 ? 1 : 2, axis);
            names.add(name);
            lines = Math.max(lines, name.size());
        }
        double bottom = Math.max(top + 4, r.height() - notes.height() - 7 - lines * LINE - below);
        LinearScale scale = scale(steps, Math.round(bottom) + 0.5, Math.round(top) + 0.5);
        if (head) {
            head(r, d, y, steps);
        }
        if (labelled) {
            double zero = Math.round(scale.at(0) - 0.5) + 0.5;
            d.line(left, zero, r.width() - 2, zero, Grid.zero(r.theme()));
        } else if (left > 2) {
            Grid.draw(r, d, scale, y.unit(), left, r.width() - 2);
        }
        double width = Math.min(WIDEST, band * 0.64);
        int joint = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.55);
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            double cx = left + (i + 0.5) * band;
            if (i + 1 < steps.size()) {
                double level = Math.round(scale.at(s.to()) - 0.5) + 0.5;
                d.line(
                        cx + width / 2,
                        level,
                        cx + band - width / 2,
                        level,
                        new org.clientele.sdk.scene.Stroke(joint, 1, 2));
            }
            Drawing bar = d.fresh();
            bar.add(new Node.Rect(cx - band / 2, top - pad, band, bottom - top + pad + below, 0, null, null));
            double a = scale.at(s.from());
            double b = scale.at(s.to());
            double upper = Math.min(a, b);
            bar.rect(
                    cx - width / 2,
                    upper,
                    width,
                    Math.max(1.5, Math.abs(a - b)),
                    2,
                    org.clientele.sdk.scene.Fill.of(colour(r, s.kind())));
            if (labelled) {
                double base = isUnder(s) ? Math.max(a, b) + 13 : upper - 5;
                bar.text(cx, base, values.get(i), figure, Anchor.MIDDLE);
            }
            double line = bottom + below + 12;
            for (String name : names.get(i)) {
                bar.text(cx, line, name, axis, Anchor.MIDDLE);
                line += LINE;
            }
            d.add(new Node.Group("step-" + i, 0, 0, null, datum(r, x, y, s), Member.select(x, s.raw()), bar.nodes()));
        }
    }

    /** Whether a bar's figure stands at its lower end. */
    private static boolean isUnder(Step s) {
        return s.kind() == Kind.DOWN || (s.kind() == Kind.TOTAL && s.value() < 0);
    }

    /** Whether such a figure would reach below the plot. */
    private static boolean under(List<Step> steps, LinearScale scale) {
        return steps.stream().anyMatch(s -> isUnder(s) && scale.at(Math.min(s.from(), s.to())) + 24 > scale.start());
    }

    private static LinearScale scale(List<Step> steps, double start, double end) {
        double low = 0;
        double high = 0;
        for (Step s : steps) {
            low = Math.min(low, Math.min(s.from(), s.to()));
            high = Math.max(high, Math.max(s.from(), s.to()));
        }
        return LinearScale.covering(low, high, start, end);
    }

    private static void head(ChartRequest r, Drawing d, Column y, List<Step> steps) {
        TextStyle axis = Grid.axis(r.theme());
        String unit = d.fit(Labels.unit(y), r.width() * 0.4, axis);
        d.text(0, 11, unit, axis);
        List<Legend.Key> keys = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (steps.stream().anyMatch(s -> s.kind() == kind)) {
                keys.add(new Legend.Key(said(kind), colour(r, kind)));
            }
        }
        Legend.line(d, r, unit.isEmpty() ? 0 : d.width(unit, axis) + 16, r.width(), keys)
                .draw(d, 11.5);
    }

    private static String said(Kind kind) {
        return switch (kind) {
            case UP -> TEXTS.get("waterfall.chart.increase");
            case DOWN -> TEXTS.get("waterfall.chart.decrease");
            case TOTAL -> TEXTS.get("waterfall.chart.total");
        };
    }

    private static int colour(ChartRequest r, Kind kind) {
        return switch (kind) {
            case UP -> r.theme().series().get(0);
            case DOWN -> r.theme().series().get(5);
            case TOTAL -> Colors.mix(r.theme().surface(), r.theme().secondary(), 0.8);
        };
    }

    /** What each bar says; empty where not all have room for it. */
    private static List<String> values(ChartRequest r, Drawing d, Column y, List<Step> steps, TextStyle style) {
        double band = (r.width() - 4) / steps.size();
        List<String> out = new ArrayList<>();
        for (Step s : steps) {
            String text = s.kind() == Kind.TOTAL
                    ? r.format().compact(s.value(), Figure.bare(y.unit()))
                    : Figure.signed(r, s.value(), Figure.bare(y.unit()));
            if (d.width(text, style) + 4 > band || r.height() < 130) {
                return List.of();
            }
            out.add(text);
        }
        return out;
    }

    private static Datum datum(ChartRequest r, Column x, Column y, Step s) {
        List<Datum.Entry> entries = new ArrayList<>();
        String measure = Labels.of(y, r.metrics());
        if (s.kind() == Kind.TOTAL) {
            entries.add(new Datum.Entry(measure, Figure.exact(r, s.value(), y.unit())));
        } else {
            String exact = Figure.exact(r, s.value(), y.unit());
            entries.add(new Datum.Entry(
                    s.kind() == Kind.UP ? TEXTS.get("waterfall.chart.increase") : TEXTS.get("waterfall.chart.decrease"),
                    s.value() > 0 ? "+" + exact : exact));
            entries.add(
                    new Datum.Entry(TEXTS.get("waterfall.chart.before", measure), Figure.exact(r, s.from(), y.unit())));
            entries.add(
                    new Datum.Entry(TEXTS.get("waterfall.chart.after", measure), Figure.exact(r, s.to(), y.unit())));
        }
        String raw = s.raw();
        return new Datum(s.name(), entries, raw == null ? Map.of() : Map.of(x.name(), raw));
    }

    private static String description(ChartRequest r, Column y, String title, List<Step> steps) {
        Step last = steps.get(steps.size() - 1);
        List<String> said = new ArrayList<>();
        steps.stream()
                .filter(t -> t.kind() == Kind.UP)
                .max(java.util.Comparator.comparingDouble(Step::value))
                .ifPresent(t -> said.add(
                        TEXTS.get("waterfall.chart.largest_increase", t.name(), Figure.exact(r, t.value(), y.unit()))));
        steps.stream()
                .filter(t -> t.kind() == Kind.DOWN)
                .min(java.util.Comparator.comparingDouble(Step::value))
                .ifPresent(t -> said.add(
                        TEXTS.get("waterfall.chart.largest_decrease", t.name(), Figure.exact(r, t.value(), y.unit()))));
        said.add(TEXTS.get("waterfall.chart.end", Figure.exact(r, last.to(), y.unit())));
        return Phrases.of(title, Phrases.end(Phrases.list(said)));
    }
}
