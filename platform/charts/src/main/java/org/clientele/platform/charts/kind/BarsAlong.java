package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.axis.BandScale;
import org.clientele.platform.charts.axis.Window;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Vertical bars on a value axis. */
final class BarsAlong {
    private static final Texts TEXTS = Texts.of(BarsAlong.class);

    private static final double LEAST_BAND = 4;
    private static final double WIDEST = 56;
    private static final double WIDEST_GROUP = 130;

    private final ChartRequest r;
    private final Bars bars;
    private final Picture.@Nullable Shared shared;
    private final Window window;
    /** The first step in view, and how many there is room for. */
    private final int first;

    private final int inView;
    private final int shown;

    BarsAlong(ChartRequest r, Bars bars, Picture.@Nullable Shared shared) {
        this.r = r;
        this.bars = bars;
        this.shared = shared;
        window = Window.of(r.view(), "x");
        int n = bars.count();
        first = (int) Math.min(n - 1.0, Math.floor(window.low() * n + 1e-6));
        inView = Math.max(1, (int) Math.ceil(window.high() * n - 1e-6) - first);
        double taken = shared == null ? 80 : 20;
        shown = (int) Math.max(1, Math.min(inView, Math.floor((r.width() - taken) / LEAST_BAND)));
    }

    List<Node> draw() {
        TimeColumn time = bars.steps.time;
        TextStyle valueStyle =
                Drawing.style(11, TextStyle.Weight.MEDIUM, r.theme().text());
        List<String> values = values(valueStyle);
        // Where each bar says its value, an axis would say it again.
        boolean axis = values.isEmpty();
        Plot plot = room(time, axis).plot();
        bars.guides.behind(plot);
        BandScale bands = new BandScale(shown, plot.left, plot.right);
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen != null) {
            double n = bars.count();
            double from = plot.left + (chosen.low() * n - first) * bands.width();
            Chosen.shade(plot, r, from, from + (chosen.high() - chosen.low()) * n * bands.width());
        }
        plot.grid();
        double widest = bars.isLone() || bars.stack != null ? WIDEST : WIDEST_GROUP;
        double share = bars.isLone() || bars.stack != null ? 0.66 : 0.78;
        double width = Math.max(1, Math.min(widest, bands.width() * share));
        double zero = plot.y.at(bars.log ? plot.y.low() : 0);
        BarPen pen = new BarPen(bars, false, plot.y::at, zero);
        List<Node> groups = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            String value = axis ? "" : values.get(i);
            groups.add(bars.group(first + i, bar(plot, pen, i, bands, width, value, valueStyle)));
        }
        groups.addAll(bars.guides.front(plot, place -> at(place, bands)));
        plot.interactive(window, null, groups, false);
        if (shared == null || shared.axis()) {
            if (time == null) {
                plot.categoryAxis(shown, bands::centre, bands.width(), i -> bars.member(first + i));
            } else {
                timeAxis(plot, time, bands);
            }
        }
        return plot.d.nodes();
    }

    private Room room(@Nullable TimeColumn time, boolean axis) {
        List<String> notes = new ArrayList<>();
        if (shown < inView) {
            notes.add(TEXTS.get("bars.along.more", inView - shown));
        }
        int tiers = time == null ? 1 : Plot.tiers(time.grain());
        if (shared != null) {
            Room room = new Room(r, shared.low(), shared.high())
                    .unit(bars.unit(), "")
                    .below(shared.axis() ? tiers : 0, 2)
                    .log(bars.log)
                    .withoutHead();
            return shared.labelled() ? room : room.withoutLabels();
        }
        notes.addAll(bars.notes());
        Room room = new Room(r, bars.low, bars.high)
                .unit(
                        bars.unit(),
                        bars.mode == Stack.Mode.SHARE
                                ? ""
                                : Labels.unit(bars.leading().column()))
                .keys(bars.keys())
                .below(tiers, axis ? 2 : 0)
                .log(bars.log)
                .note(String.join(". ", notes))
                .readout(readout());
        Room kept = axis ? room : room.withoutAxis();
        bars.guides.reserve(kept);
        return kept;
    }

    private String readout() {
        Window chosen = Window.chosen(r.view(), "x.range");
        if (chosen == null) {
            return "";
        }
        int n = bars.count();
        int from = (int) Math.max(0, Math.ceil(chosen.low() * n - 0.5));
        int to = (int) Math.min(n, Math.max(from, Math.floor(chosen.high() * n + 0.5)));
        return Chosen.said(bars.steps, bars.table.series(), from, to, r);
    }

    /** Values above the bars, where all of them fit and there is one to a step. */
    private List<String> values(TextStyle style) {
        List<String> out = new ArrayList<>();
        Drawing probe = new Drawing(r.text());
        double band = r.width() / shown;
        boolean plain = bars.isLone() && bars.leading().low() == null && bars.mark != Bars.Mark.BULLET && !bars.log;
        if (!plain || shared != null || r.height() < 140) {
            return List.of();
        }
        Unit own = bars.leading().column().unit();
        for (int i = 0; i < shown; i++) {
            String s = r.format().compact(bars.total(first + i), own.isRatio() ? own : Unit.none());
            if (probe.width(s, style) + 8 > band) {
                return List.of();
            }
            out.add(s);
        }
        return out;
    }

    private List<Node> bar(Plot plot, BarPen pen, int i, BandScale bands, double width, String value, TextStyle style) {
        Drawing d = plot.d.fresh();
        double cx = bands.centre(i);
        d.add(new Node.Rect(bands.from(i), plot.top, bands.width(), plot.bottom - plot.top, 0, null, null));
        BarPen.Reach reach = pen.draw(d, first + i, cx, width);
        if (!value.isEmpty()) {
            boolean down = bars.total(first + i) < 0;
            double baseline =
                    down ? Math.min(reach.most() + 13, plot.bottom + 4) : Math.max(reach.least() - 5, plot.top - 5);
            baseline = bars.guides.clear(plot, baseline, down);
            d.text(cx, baseline, value, style, Anchor.MIDDLE);
            plot.claims.takeText(cx - d.width(value, style) / 2, baseline, d.width(value, style), 11);
        }
        return d.nodes();
    }

    private double at(String place, BandScale bands) {
        for (int i = 0; i < shown; i++) {
            LocalDate day = bars.steps.day(first + i);
            boolean here = bars.member(first + i).equals(place)
                    || day != null && day.toString().equals(place);
            if (here) {
                return bands.centre(i);
            }
        }
        return Double.NaN;
    }

    private void timeAxis(Plot plot, TimeColumn time, BandScale bands) {
        LocalDate start = edge(0, 1);
        LocalDate last = edge(shown - 1, -1);
        if (start != null && last != null) {
            plot.timeAxis(time, start, last, day -> centre(day, bands));
        }
    }

    private @Nullable LocalDate edge(int from, int step) {
        for (int i = from; i >= 0 && i < shown; i += step) {
            LocalDate day = bars.steps.day(first + i);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** A day stands at the bar of the last step that has begun. */
    private double centre(LocalDate day, BandScale bands) {
        int at = 0;
        for (int i = 0; i < shown; i++) {
            LocalDate start = bars.steps.day(first + i);
            at = start != null && !start.isAfter(day) ? i : at;
        }
        return bands.centre(at);
    }
}
