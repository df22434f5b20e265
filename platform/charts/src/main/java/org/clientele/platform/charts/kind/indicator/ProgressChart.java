package org.clientele.platform.charts.kind.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;

/** How far a value is on its way to the target, and which milestones it has passed. */
public final class ProgressChart implements ChartType {
    private static final Texts TEXTS = Texts.of(ProgressChart.class);

    private static final double BAR = 14;
    private static final double LABELS = 36;
    private static final double GAP = 16;
    private static final double LEAST_NAME = 34;

    /** A point on the way. */
    private record Milestone(String name, double value) {}

    @Override
    public String kind() {
        return ChartSpec.PROGRESS;
    }

    @Override
    public double minWidth() {
        return 200;
    }

    @Override
    public Scene layout(ChartRequest r) {
        List<Milestone> milestones = milestones(r);
        Reading scale = Reading.of(r);
        Target target = scale.target();
        double last = milestones.isEmpty()
                ? Double.NaN
                : milestones.get(milestones.size() - 1).value();
        double goal = target == null || Double.isNaN(target.value()) ? last : target.value();
        if (target == null && milestones.isEmpty() && !r.spec().options().containsKey("to")) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN, TEXTS.get("progress.chart.chart_kind_progress_needs"));
        }
        double far = Double.isNaN(last) ? goal : Math.max(goal, last);
        ChartSpec spec = r.spec();
        if (!spec.options().containsKey("to") && far > scale.from() && Double.isFinite(far)) {
            spec = spec.option("to", Double.toString(far));
        }
        if (!spec.options().containsKey("from")) {
            spec = spec.option("from", Double.toString(Math.min(0, scale.from())));
        }
        ChartRequest own = new ChartRequest(
                spec,
                r.frame(),
                r.trend(),
                r.metrics(),
                r.view(),
                r.theme(),
                r.width(),
                r.height(),
                r.text(),
                r.format());
        return Reading.scene(own, (reading, notes) -> draw(reading, notes, milestones, goal));
    }

    /** By value; those without one are not on the way. */
    private static List<Milestone> milestones(ChartRequest r) {
        List<Milestone> out = new ArrayList<>();
        List<String> names = r.spec().columns(Channel.X);
        List<String> values = r.spec().columns(Channel.LOW);
        if (names.isEmpty() || values.isEmpty()) {
            return out;
        }
        Column name = r.frame().column(names.get(0));
        Column value = r.frame().column(values.get(0));
        for (int row = 0; row < value.size(); row++) {
            double v = value.doubleAt(row);
            if (Double.isFinite(v)) {
                out.add(new Milestone(Labels.member(name, row, r), v));
            }
        }
        out.sort(Comparator.comparingDouble(Milestone::value));
        return out;
    }

    private static Drawing draw(Reading reading, Notes notes, List<Milestone> all, double goal) {
        ChartRequest r = reading.r();
        Drawing d = new Drawing(r.text());
        List<Milestone> milestones = all.stream()
                .filter(m -> m.value() > reading.from() && m.value() <= reading.to())
                .toList();
        int shown = (int) Math.max(1, Math.floor(r.width() / 14));
        List<Milestone> marked = thinned(milestones, shown);
        if (marked.size() < milestones.size()) {
            notes.add(TEXTS.get(
                    "progress.chart.milestones_are_marked",
                    Figure.counted(r, marked.size()),
                    Figure.counted(r, milestones.size())));
        }
        double height = r.height() - notes.height();
        double labels = marked.isEmpty() ? 20 : LABELS;
        double scale = GAP + BAR + 8 + labels;
        Drawing value = d.fresh();
        if (height < scale + 28) {
            value.add(new Node.Rect(0, 0, r.width(), height, 0, null, null));
            Headline.alone(reading, value, height);
            d.add(Node.Group.of("value", reading.datum(), value.nodes()));
            return d;
        }
        Headline head =
                new Headline(reading, r.width() * 0.6, height - scale, Math.min(36, Math.max(20, height * 0.22)));
        double top = Math.max(0, (height - head.height() - scale) / 2);
        double bar = top + head.height() + GAP;
        double left = BAR / 2;
        double width = Math.max(1, r.width() - BAR);
        value.add(new Node.Rect(0, bar, r.width(), BAR, BAR / 2, Fill.of(Quiet.track(r.theme())), null));
        double reached = left + width * reading.part(reading.value());
        double start = left + width * reading.part(Math.max(0, reading.from()));
        double from = Math.min(start, reached) - BAR / 2;
        value.rect(
                from,
                bar,
                Math.abs(reached - start) + BAR,
                BAR,
                BAR / 2,
                Fill.of(r.theme().accent()));
        head.draw(value, 0, top, false);
        share(reading, value, top, head, goal);
        d.add(Node.Group.of("value", reading.datum(), value.nodes()));
        milestones(reading, d, marked, left, width, bar);
        if (marked.isEmpty()) {
            TextStyle axis = Drawing.style(11, r.theme().secondary());
            d.text(0, bar + BAR + 17, d.fit(reading.tick(reading.from()), r.width() * 0.45, axis), axis);
            String end = d.fit(reading.tick(reading.to()), r.width() * 0.45, axis);
            d.text(r.width(), bar + BAR + 17, end, axis, Anchor.END);
        }
        return d;
    }

    private static List<Milestone> thinned(List<Milestone> all, int most) {
        int every = (all.size() + most - 1) / Math.max(1, most);
        List<Milestone> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (every <= 1 || (all.size() - 1 - i) % every == 0) {
                out.add(all.get(i));
            }
        }
        return out;
    }

    private static void share(Reading reading, Drawing d, double top, Headline head, double goal) {
        ChartRequest r = reading.r();
        if (!(goal > 0)) {
            return;
        }
        TextStyle style = Drawing.style(15, TextStyle.Weight.MEDIUM, r.theme().text());
        String text = Target.share(r, reading.value() / goal);
        if (d.width(text, style) <= r.width() - head.width() - 16) {
            d.text(r.width(), top + head.height() - 5, text, style, Anchor.END);
        }
    }

    private static void milestones(
            Reading reading, Drawing d, List<Milestone> marked, double left, double width, double bar) {
        ChartRequest r = reading.r();
        TextStyle name = Drawing.style(11, r.theme().text());
        TextStyle quiet = Drawing.style(11, r.theme().secondary());
        double cy = bar + BAR / 2;
        double free = 0;
        for (int i = 0; i < marked.size(); i++) {
            Milestone m = marked.get(i);
            boolean passed = reading.value() >= m.value();
            double at = left + width * reading.part(m.value());
            Drawing part = d.fresh();
            int edge = passed
                    ? r.theme().surface()
                    : Colors.mix(r.theme().surface(), r.theme().secondary(), 0.9);
            part.ring(at, cy, 4, passed ? r.theme().surface() : Quiet.track(r.theme()), edge, 1.5);
            double end = i + 1 < marked.size()
                    ? (at + left + width * reading.part(marked.get(i + 1).value())) / 2 - 3
                    : r.width();
            double half = Math.min(at - free, Math.max(end, at) - at);
            // At the ends of the bar a name is set flush with it.
            boolean flush = at + 30 > r.width();
            double room = flush ? at + BAR / 2 - free : 2 * half;
            String said = room >= LEAST_NAME ? part.fit(m.name(), room, name) : "";
            if (!said.isEmpty()) {
                Anchor anchor = flush ? Anchor.END : Anchor.MIDDLE;
                double x = flush ? r.width() : at;
                part.text(x, bar + BAR + 17, said, name, anchor);
                String figure = reading.tick(m.value());
                if (part.width(figure, quiet) <= room) {
                    part.text(x, bar + BAR + 32, figure, quiet, anchor);
                }
                free = flush ? r.width() : at + room / 2 + 6;
            }
            List<Datum.Entry> entries = List.of(
                    new Datum.Entry(
                            reading.title(),
                            Figure.exact(r, m.value(), reading.y().unit())),
                    new Datum.Entry(
                            TEXTS.get("progress.chart.passed"),
                            passed ? TEXTS.get("progress.chart.yes") : TEXTS.get("progress.chart.no")));
            d.add(Node.Group.of("milestone-" + i, new Datum(m.name(), entries, Map.of()), part.nodes()));
        }
        double target = reading.targetPart();
        if (!Double.isNaN(target)
                && reading.target() != null
                && reading.target().value() < reading.to()) {
            double at = left + width * target;
            Drawing mark = d.fresh();
            mark.line(at, bar - 4, at, bar + BAR + 4, Stroke.of(r.theme().text(), 2.5));
            d.add(Node.Group.of("target", reading.targetDatum(), mark.nodes()));
        }
    }
}
