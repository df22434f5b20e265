package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Target;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The lines below a figure's value: how it stands to its target, in words and by shape, and its change against a second base.
 * Where there is no target it says where to set one.
 */
record KpiLines(
        ChartRequest r,
        Column y,
        @Nullable Target target,
        @Nullable Column second) {
    private static final Texts TEXTS = Texts.of(KpiLines.class);

    static final double LINE = 19;
    private static final double SHAPE = 10;

    static KpiLines of(ChartRequest r, Column y) {
        List<String> targets = r.spec().columns(Channel.TARGET);
        boolean there = !targets.isEmpty() && r.frame().has(targets.get(0));
        List<String> bases = r.spec().columns(Channel.BASE);
        Column second = bases.size() < 2
                ? null
                : r.frame().find(bases.get(1)).filter(c -> c.type().isNumeric()).orElse(null);
        return new KpiLines(r, y, there ? Target.of(r, y) : null, second);
    }

    /** Whether the figure has a target that is known. */
    boolean hasStatus() {
        return target != null && !Double.isNaN(target.value());
    }

    /** The height of all lines. */
    double height() {
        return LINE * ((target == null ? 0 : 1) + (hasSecond() ? 1 : 0));
    }

    private boolean hasSecond() {
        return Double.isFinite(change());
    }

    private double headline() {
        double v = r.frame().rowCount() == 0 ? Double.NaN : y.doubleAt(0);
        return Double.isFinite(v) ? v : Double.NaN;
    }

    /** Reckoned here: the frame's own column of changes is that of the first base. */
    private double change() {
        if (second == null || r.frame().rowCount() == 0) {
            return Double.NaN;
        }
        double base = second.doubleAt(0);
        Column first = Labels.base(r);
        if (first != null && first.doubleAt(0) == base) {
            return Double.NaN; // of twelve months the period before is the year before
        }
        return base == 0 ? Double.NaN : (headline() - base) / Math.abs(base);
    }

    /** Draws them from {@code top} down, as many as there is room for above {@code bottom}; answers where the last one ends. */
    double draw(Drawing d, double top, double bottom, double width) {
        double y = top;
        if (target != null && y + LINE <= bottom) {
            status(d, target, y, width);
            y += LINE;
        }
        if (hasSecond() && y + LINE <= bottom) {
            second(d, y, width);
            y += LINE;
        }
        return y;
    }

    private void status(Drawing d, Target known, double top, double width) {
        TextStyle quiet = Drawing.style(12, r.theme().secondary());
        if (!hasStatus()) {
            d.text(0, top + 13, d.fit(TEXTS.get("kpi.lines.no_target"), width, quiet), quiet);
            return;
        }
        double value = headline();
        known.status(value).draw(d, r.theme(), SHAPE / 2 + 0.5, top + 9, SHAPE);
        String words = capitalised(known.words(value));
        TextStyle strong = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        double left = SHAPE + 7;
        String shown = d.fit(words, width - left, strong);
        d.text(left, top + 13, shown, strong);
        double after = left + d.width(shown, strong) + 6;
        String reached = Target.share(r, ofTarget());
        String of = r.format().compact(known.value(), y.unit());
        List.of(TEXTS.get("kpi.lines.text", reached, of), reached).stream()
                .filter(s -> after + d.width(s, quiet) <= width)
                .findFirst()
                .ifPresent(s -> d.text(after, top + 13, s, quiet));
    }

    private double ofTarget() {
        double due = Objects.requireNonNull(target).value();
        return due == 0 ? Double.NaN : headline() / due;
    }

    private void second(Drawing d, double top, double width) {
        String text = r.format().change(change());
        int sign = text.startsWith("+") ? 1 : text.startsWith("−") ? -1 : 0;
        int colour = KpiChart.colour(r, sign);
        TextStyle style = Drawing.style(12, Weight.MEDIUM, colour);
        TextStyle quiet = Drawing.style(12, r.theme().secondary());
        if (sign != 0) {
            d.triangle(SHAPE / 2 + 0.5, top + 9, 7, sign > 0, colour);
        }
        double left = SHAPE + 7;
        d.text(left, top + 13, text, style);
        double after = left + d.width(text, style) + 6;
        String against = Labels.against(Objects.requireNonNull(second).name());
        d.text(after, top + 13, d.fit(against, width - after, quiet), quiet);
    }

    /** What a tooltip and an explanation say of them. */
    List<Datum.Entry> entries() {
        List<Datum.Entry> entries = new ArrayList<>();
        if (target == null) {
            return entries;
        }
        String rule = rule();
        if (hasStatus() || rule.isEmpty()) {
            entries.add(new Datum.Entry(TEXTS.get("kpi.lines.target"), target.exact(r, y.unit())));
            if (Double.isFinite(ofTarget())) {
                entries.add(new Datum.Entry(TEXTS.get("kpi.lines.target_2"), Target.share(r, ofTarget())));
            }
            entries.add(new Datum.Entry(TEXTS.get("kpi.lines.status"), target.words(headline())));
        }
        if (!rule.isEmpty()) {
            entries.add(new Datum.Entry(
                    hasStatus() ? TEXTS.get("kpi.lines.how_target_comes_about") : TEXTS.get("kpi.lines.target"), rule));
        }
        return entries;
    }

    /** The second base and its change, for a tooltip. */
    List<Datum.Entry> compared() {
        if (second == null || !hasSecond()) {
            return List.of();
        }
        String what = Labels.base(second.name());
        return List.of(
                new Datum.Entry(what, Labels.value(second, 0, r)),
                new Datum.Entry(TEXTS.get("kpi.lines.change"), r.format().change(change())));
    }

    private String rule() {
        Column rule = r.frame().find(y.name() + "_target_rule").orElse(null);
        String said = rule == null || rule.size() == 0 ? null : rule.textAt(0);
        return said == null ? "" : said;
    }

    private static String capitalised(String s) {
        return s.isEmpty() ? s : Character.toUpperCase(s.charAt(0)) + s.substring(1);
    }
}
