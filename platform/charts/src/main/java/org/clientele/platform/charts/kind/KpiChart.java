package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Target;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** A value that reads at arm's length, its status by target, its change against a named comparison, and a spark line. */
public final class KpiChart implements ChartType {
    private static final Texts TEXTS = Texts.of(KpiChart.class);

    private static final double CHIP = 20;
    private static final double TALL = 104;
    private static final double VALUE_BOX = 34;
    private static final double SHAPE = 12;
    /** The least height that a spark line is worth. */
    private static final double SPARK = 22;
    /** From the value's end to the far side of its status. */
    private static final double SHAPE_ROOM = 24;

    @Override
    public String kind() {
        return ChartSpec.KPI;
    }

    @Override
    public double minWidth() {
        return 208;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column y = r.frame().column(r.spec().column(Channel.Y));
        Comparison comparison = Comparison.of(r, y);
        Drawing d = new Drawing(r.text());
        d.add(new Node.Rect(0, 0, r.width(), r.height(), 0, null, null));
        String value = r.frame().rowCount() == 0 ? "–" : r.format().compact(finite(y, 0), y.unit());
        boolean tall = r.height() >= TALL;
        boolean withChip = r.height() >= VALUE_BOX + 4 + CHIP;
        TextStyle style = Drawing.style(28, Weight.MEDIUM, r.theme().text());
        KpiLines lines = KpiLines.of(r, y);
        boolean lined = lines.height() > 0 && tall;
        Target target = lines.target();
        boolean shaped = target != null && !lined && (lines.hasStatus() || !ruled(r, y));
        double room = r.width() - (shaped ? SHAPE_ROOM : 0);
        while (style.size() > 15 && d.width(value, style) > room) {
            style = Drawing.style(style.size() - 1, Weight.MEDIUM, r.theme().text());
        }
        String shown = d.fit(value, room, style);
        d.text(0, 27, shown, style);
        double taken = d.width(shown, style);
        if (shaped && target != null) {
            target.status(headline(r, y)).draw(d, r.theme(), taken + SHAPE_ROOM - SHAPE / 2, 17.5, SHAPE);
            taken += SHAPE_ROOM;
        }
        double chipTop = lined ? VALUE_BOX + 3 : tall ? VALUE_BOX + 6 : Math.min(VALUE_BOX + 8, r.height() - CHIP);
        if (withChip) {
            chip(d, r, comparison, chipTop);
        }
        if (lined) {
            double top = chipTop + CHIP + 2;
            double end = lines.draw(d, top, r.height(), r.width());
            if (r.height() - end >= SPARK) {
                double high = Math.max(SPARK, r.height() - end - 6);
                spark(d, r, 0, r.height() - high, r.width(), high);
            } else if (r.width() - taken - 14 >= 48) {
                double width = Math.min(120, r.width() - taken - 14);
                spark(d, r, r.width() - width, 1, width, VALUE_BOX);
            }
        } else if (tall) {
            double top = chipTop + CHIP + 14;
            spark(d, r, 0, top, r.width(), r.height() - top);
        } else {
            beside(d, r, comparison, r.width() - taken - 14, withChip);
        }
        Datum datum = datum(r, y, comparison, lines);
        return new Scene(
                r.width(),
                r.height(),
                Labels.of(y, r.metrics()),
                datum.sentence().endsWith(".") ? datum.sentence() : datum.sentence() + ".",
                Node.Group.at(0, 0, List.of(Node.Group.of("value", datum, d.nodes()))));
    }

    /** Whether somebody looked for a target, and says why there is none. */
    private static boolean ruled(ChartRequest r, Column y) {
        return r.frame().has(y.name() + "_target_rule");
    }

    private static double headline(ChartRequest r, Column y) {
        return r.frame().rowCount() == 0 ? Double.NaN : finite(y, 0);
    }

    /** The spark line at the right: over the whole height where that leaves room for the chip, else beside the value. */
    private static void beside(Drawing d, ChartRequest r, Comparison comparison, double free, boolean withChip) {
        // A chip's width at its widest, so that tiles in a row get the same picture.
        TextStyle chip = Drawing.style(12, Weight.MEDIUM, 0);
        double chipRow =
                d.width("+888.8 %", chip) + 36 + d.width(comparison.captions().get(0), Drawing.style(12, 0));
        double below = r.width() - chipRow - 14;
        if (withChip && Math.min(free, below) >= 84) {
            double width = Math.min(200, Math.min(free, below));
            spark(d, r, r.width() - width, 2, width, r.height() - 4);
        } else {
            double width = Math.min(free, Math.max(64, Math.min(180, r.width() * 0.36)));
            if (width >= 40) {
                spark(d, r, r.width() - width, 1, width, VALUE_BOX);
            }
        }
    }

    private static double finite(Column c, int row) {
        double v = c.doubleAt(row);
        return Double.isFinite(v) ? v : Double.NaN;
    }

    /** What the value is compared with, and where that comes from. */
    private record Comparison(double ratio, List<String> captions, String base, String period, String value) {
        static Comparison of(ChartRequest r, Column y) {
            List<String> names = r.spec().columns(Channel.BASE);
            if (names.isEmpty()) {
                return new Comparison(Double.NaN, List.of(""), "", "", "");
            }
            String against = Labels.against(names.get(0));
            Column base = Labels.base(r);
            if (base != null && r.frame().rowCount() > 0) {
                double ratio = Labels.change(r.frame(), y, base, 0);
                if (Double.isFinite(ratio)) {
                    return new Comparison(ratio, List.of(against), Labels.value(base, 0, r), "", "");
                }
            }
            Comparison last = ofLastStep(r, names.get(0), against);
            return last != null
                    ? last
                    : new Comparison(Double.NaN, List.of(TEXTS.get("kpi.chart.no_comparison")), "–", "", "");
        }

        /** The newest step of the trend against its own base, where the whole period has none. */
        private static @Nullable Comparison ofLastStep(ChartRequest r, String baseName, String against) {
            Frame trend = r.trend();
            if (trend == null || trend.rowCount() == 0) {
                return null;
            }
            Column y = trendColumn(r, trend);
            Column base = y == null
                    ? null
                    : trend.find(y.name() + Labels.ending(baseName)).orElse(null);
            TimeColumn time = timeOf(trend);
            if (y == null
                    || base == null
                    || time == null
                    || base == y
                    || !base.type().isNumeric()) {
                return null;
            }
            int row = trend.rowCount() - 1;
            double ratio = Labels.change(trend, y, base, row);
            java.time.LocalDate day = time.day(row);
            if (!Double.isFinite(ratio) || day == null) {
                return null;
            }
            String step = time.grain() == org.clientele.sdk.query.Grain.MONTH
                            || time.grain() == org.clientele.sdk.query.Grain.QUARTER
                    ? r.format().tick(day, time.grain())
                    : r.format().period(day, time.grain());
            String full = time.label(row, r.format());
            List<String> captions = new ArrayList<>();
            java.time.LocalDate end =
                    trend.dataAsOf().map(java.time.LocalDateTime::toLocalDate).orElse(null);
            boolean partial = Labels.caveat(trend, Caveat.Kind.PERIOD_INCOMPLETE) != null
                    && end != null
                    && time.grain() == org.clientele.sdk.query.Grain.MONTH
                    && time.grain().floor(end).equals(day);
            if (partial && end != null) {
                captions.add(TEXTS.get("kpi.chart.first_days", step, end.getDayOfMonth(), against));
                captions.add(TEXTS.get("kpi.chart.first_days_alone", step, end.getDayOfMonth()));
                full = TEXTS.get("kpi.chart.to", end.getDayOfMonth(), full);
            } else {
                captions.add(step + " " + against);
            }
            return new Comparison(ratio, captions, Labels.value(base, row, r), full, Labels.value(y, row, r));
        }
    }

    private static @Nullable TimeColumn timeOf(Frame trend) {
        return trend.columns().stream()
                .map(TimeColumn::of)
                .filter(t -> t != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Column trendColumn(ChartRequest r, Frame trend) {
        List<String> names = r.spec().columns(Channel.TREND);
        String name = names.isEmpty() ? r.spec().column(Channel.Y) : names.get(0);
        return trend.find(name).filter(c -> c.type().isNumeric()).orElse(null);
    }

    private static void chip(Drawing d, ChartRequest r, Comparison c, double top) {
        TextStyle quiet = Drawing.style(12, r.theme().secondary());
        if (!Double.isFinite(c.ratio())) {
            d.text(0, top + 14, d.fit(c.captions().get(0), r.width(), quiet), quiet);
            return;
        }
        String text = r.format().change(c.ratio());
        int sign = text.startsWith("+") ? 1 : text.startsWith("−") ? -1 : 0;
        int colour = colour(r, sign);
        int paper = Colors.mix(r.theme().surface(), colour, r.theme().isDark() ? 0.16 : 0.10);
        TextStyle style = Drawing.style(12, Weight.MEDIUM, colour);
        double arrow = sign == 0 ? 0 : 12;
        double width = Math.min(r.width(), d.width(text, style) + 16 + arrow);
        d.rect(0, top, width, CHIP, CHIP / 2, Fill.of(paper));
        if (sign != 0) {
            d.triangle(12, top + CHIP / 2, 7, sign > 0, colour);
        }
        d.text(8 + arrow, top + 14.2, d.fit(text, width - 12 - arrow, style), style);
        double room = r.width() - width - 8;
        String caption = c.captions().stream()
                .filter(s -> d.width(s, quiet) <= room)
                .findFirst()
                .orElseGet(() -> d.fit(c.captions().get(c.captions().size() - 1), room, quiet));
        d.text(width + 8, top + 14.2, caption, quiet);
    }

    /** The colour of a change: whether it is good is the metric's to say. */
    static int colour(ChartRequest r, int sign) {
        MetricDefinition metric = r.metrics().get(r.spec().column(Channel.Y));
        MetricDefinition.Direction direction = metric == null ? MetricDefinition.Direction.NEUTRAL : metric.direction();
        int good = direction == MetricDefinition.Direction.DOWN_IS_GOOD ? -sign : sign;
        if (sign == 0 || direction == MetricDefinition.Direction.NEUTRAL) {
            return r.theme().secondary();
        }
        return good > 0 ? r.theme().good() : r.theme().bad();
    }

    private static void spark(Drawing d, ChartRequest r, double left, double top, double width, double height) {
        Frame trend = r.trend();
        Column y = trend == null ? null : trendColumn(r, trend);
        if (trend == null || y == null || height < 12) {
            return;
        }
        int n = y.size();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double v = y.doubleAt(i);
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        double[] px = new double[n];
        double[] py = new double[n];
        for (int i = 0; i < n; i++) {
            double v = finite(y, i);
            px[i] = left + 3 + (n < 2 ? 0.5 : i / (n - 1.0)) * (width - 6);
            double share = high > low ? (v - low) / (high - low) : (Double.isNaN(v) ? Double.NaN : 0.5);
            py[i] = top + 3 + (1 - share) * (height - 8);
        }
        boolean open = Labels.caveat(trend, Caveat.Kind.PERIOD_INCOMPLETE) != null;
        int accent = r.theme().accent();
        Fill fade = new Fill(Colors.alpha(accent, r.theme().isDark() ? 0.30 : 0.22), Colors.alpha(accent, 0.0));
        for (Polyline line : Polyline.of(px, py)) {
            int last = line.size() - 1;
            boolean end = line.lastStep() == n - 1;
            if (last > 0) {
                d.fill(line.area(top + height), fade);
                Polyline solid = end && open ? line.withoutLast() : line;
                if (solid.size() > 1) {
                    d.stroke(solid.path(), Stroke.of(accent, 1.75));
                }
                if (end && open) {
                    d.line(
                            line.x()[last - 1],
                            line.y()[last - 1],
                            line.x()[last],
                            line.y()[last],
                            new Stroke(accent, 1.75, 3));
                }
            }
            if (end && open) {
                d.ring(line.x()[last], line.y()[last], 2.5, r.theme().surface(), accent, 1.5);
            } else if (end || last == 0) {
                d.disc(line.x()[last], line.y()[last], 2.5, accent);
            }
        }
    }

    private static Datum datum(ChartRequest r, Column y, Comparison c, KpiLines lines) {
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(
                new Datum.Entry(TEXTS.get("kpi.chart.exact"), r.frame().rowCount() == 0 ? "–" : Labels.value(y, 0, r)));
        entries.addAll(lines.entries());
        if (!c.base().isEmpty()) {
            boolean part = !c.period().isEmpty();
            // What is compared is then another number than the headline, so it is shown too.
            if (!c.value().isEmpty()) {
                entries.add(new Datum.Entry(
                        Character.toUpperCase(c.period().charAt(0)) + c.period().substring(1), c.value()));
            }
            List<String> bases = r.spec().columns(Channel.BASE);
            String label = Labels.base(bases.get(0));
            String change = TEXTS.get("kpi.chart.change");
            entries.add(new Datum.Entry(part ? TEXTS.get("kpi.chart.aside", label, c.period()) : label, c.base()));
            entries.add(new Datum.Entry(
                    part ? TEXTS.get("kpi.chart.aside", change, c.period()) : change,
                    r.format().change(c.ratio())));
        }
        entries.addAll(lines.compared());
        period(r).ifPresent(p -> entries.add(new Datum.Entry(TEXTS.get("kpi.chart.period"), p)));
        MetricDefinition metric = r.metrics().get(y.name());
        if (metric != null && !metric.description().isEmpty()) {
            entries.add(new Datum.Entry(TEXTS.get("kpi.chart.definition"), metric.description()));
        }
        for (Caveat caveat : r.frame().caveats()) {
            entries.add(new Datum.Entry(TEXTS.get("kpi.chart.note"), caveat.message()));
        }
        return new Datum(Labels.of(y, r.metrics()), entries, Map.of());
    }

    private static java.util.Optional<String> period(ChartRequest r) {
        Frame trend = r.trend();
        TimeColumn time = trend == null || trend.rowCount() == 0 ? null : timeOf(trend);
        if (trend == null || time == null) {
            return java.util.Optional.empty();
        }
        String first = time.label(0, r.format());
        String last = time.label(trend.rowCount() - 1, r.format());
        return java.util.Optional.of(first.equals(last) ? first : first + " – " + last);
    }
}
