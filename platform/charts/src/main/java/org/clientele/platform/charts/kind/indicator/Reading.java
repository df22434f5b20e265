package org.clientele.platform.charts.kind.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.clientele.platform.charts.axis.RoundTicks;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.draw.Notice;
import org.clientele.platform.charts.draw.Status;
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
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The first row's value, its target, and the scale it stands on.
 *
 * @param value NaN where it is not known
 * @param target null where the chart has none
 * @param from the low end of the scale
 * @param to the high end
 */
record Reading(
        ChartRequest r, Column y, double value, @Nullable Target target, double from, double to) {
    private static final Texts TEXTS = Texts.of(Reading.class);

    /** A stretch of the scale that has one status. */
    record Band(double from, double to, Status status) {}

    /** Above the target there is to be room, so that its mark does not stand at the end. */
    private static final double HEADROOM = 1.2;

    /**
     * Reads a request.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if the options "from" and "to" are no scale
     */
    static Reading of(ChartRequest r) {
        Column y = r.frame().column(r.spec().column(Channel.Y));
        double value = y.size() == 0 ? Double.NaN : y.doubleAt(0);
        value = Double.isFinite(value) ? value : Double.NaN;
        Target target = Target.of(r, y);
        double goal = target == null || Double.isNaN(target.value()) ? 0 : target.value();
        double v = Double.isNaN(value) ? 0 : value;
        double low = Math.min(0, Math.min(v, goal < 0 ? goal * HEADROOM : goal));
        double high = Math.max(0, Math.max(v, goal > 0 ? goal * HEADROOM : goal));
        double[] ends = {low, high};
        if (y.unit().isRatio() && low >= 0 && Math.max(v, goal) <= 1 && Math.max(v, goal) > 0.4) {
            ends[1] = 1;
        } else {
            double[] ticks = RoundTicks.covering(low, high).values();
            ends[0] = ticks[0];
            ends[1] = ticks[ticks.length - 1];
        }
        double from = Target.option(r, "from", ends[0]);
        double beyond = r.spec().options().containsKey("from") ? from + Math.max(1, Math.abs(from)) : ends[1];
        double to = Target.option(r, "to", Math.max(ends[1], beyond));
        if (!(from < to)) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN,
                    TEXTS.get(
                            "reading.scale_chart_kind_goes",
                            r.spec().kind(),
                            Figure.exact(r, from, Unit.none()),
                            Figure.exact(r, to, Unit.none())));
        }
        return new Reading(r, y, value, target, from, to);
    }

    /** A picture of the value, drawn by {@code layout}, which adds what is to be noted; the calm one where there is no value. */
    static Scene scene(ChartRequest r, BiFunction<Reading, Notes, Drawing> layout) {
        Reading reading = of(r);
        String title = reading.title();
        if (Double.isNaN(reading.value)) {
            Drawing d = new Drawing(r.text());
            String sentence = TEXTS.get("reading.no_values_to_show");
            Notice.draw(d, r.theme(), r.width(), r.height(), Notice.Shape.RING, sentence, "");
            return new Scene(r.width(), r.height(), title, title + ": " + sentence, Node.Group.at(0, 0, d.nodes()));
        }
        Notes notes = new Notes();
        if (reading.value > reading.to) {
            notes.add(TEXTS.get("reading.value_is_above_scale"));
        } else if (reading.value < reading.from) {
            notes.add(TEXTS.get("reading.value_is_below_scale"));
        }
        Drawing d = layout.apply(reading, notes);
        notes.draw(d, r);
        String said = reading.datum().sentence();
        return new Scene(
                r.width(),
                r.height(),
                title,
                notes.after(said.endsWith(".") ? said : said + "."),
                Node.Group.at(0, 0, d.nodes()));
    }

    String title() {
        return Labels.of(y, r.metrics());
    }

    Status status() {
        return target == null ? Status.UNKNOWN : target.status(value);
    }

    /** Where a number stands on the scale, from 0 to 1. */
    double part(double v) {
        // Each end is divided first: their difference may be more than a double holds.
        double span = to / 2 - from / 2;
        return Math.max(0, Math.min(1, (v / 2 - from / 2) / span));
    }

    /** The target's place, or NaN where there is none on the scale. */
    double targetPart() {
        return target == null || !(target.value() >= from && target.value() <= to) ? Double.NaN : part(target.value());
    }

    /** The stretches of the scale by status; empty without a target. */
    List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        Target t = target;
        if (t == null || Double.isNaN(t.value())) {
            return bands;
        }
        if (t.up()) {
            add(bands, from, t.bad(), Status.BAD);
            add(bands, t.bad(), t.warning(), Status.WARNING);
            add(bands, t.warning(), to, Status.GOOD);
        } else {
            add(bands, from, t.warning(), Status.GOOD);
            add(bands, t.warning(), t.bad(), Status.WARNING);
            add(bands, t.bad(), to, Status.BAD);
        }
        return bands;
    }

    private void add(List<Band> bands, double low, double high, Status status) {
        double a = Math.max(from, low);
        double b = Math.min(to, high);
        if (a < b) {
            bands.add(new Band(a, b, status));
        }
    }

    /** The value as it is read from afar. */
    String figure() {
        return r.format().compact(value, y.unit());
    }

    /** A number of the scale. */
    String tick(double v) {
        return r.format().compact(v, Figure.bare(y.unit()));
    }

    /** The value, its target, its status and where all that comes from. */
    Datum datum() {
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(new Datum.Entry(TEXTS.get("reading.exact"), Labels.value(y, 0, r)));
        if (target != null) {
            entries.add(new Datum.Entry(TEXTS.get("reading.target"), target.exact(r, y.unit())));
            entries.add(new Datum.Entry(TEXTS.get("reading.status"), target.words(value)));
            if (target.value() > 0) {
                entries.add(new Datum.Entry(TEXTS.get("reading.target_2"), Target.share(r, value / target.value())));
            }
        }
        entries.add(new Datum.Entry(TEXTS.get("reading.scale"), TEXTS.get("reading.to", tick(from), tick(to))));
        MetricDefinition metric = r.metrics().get(y.name());
        if (metric != null && !metric.description().isEmpty()) {
            entries.add(new Datum.Entry(TEXTS.get("reading.definition"), metric.description()));
        }
        for (Caveat caveat : r.frame().caveats()) {
            entries.add(new Datum.Entry(TEXTS.get("reading.note"), caveat.message()));
        }
        return new Datum(title(), entries, Map.of());
    }

    /** What a stretch of the scale says. */
    Datum datum(Band band) {
        String word = switch (band.status()) {
            case GOOD -> TEXTS.get("reading.on_target");
            case WARNING ->
                target != null && !target.up() ? TEXTS.get("reading.above_target") : TEXTS.get("reading.below_target");
            default ->
                target != null && !target.up()
                        ? TEXTS.get("reading.far_above_target")
                        : TEXTS.get("reading.far_below_target");
        };
        return new Datum(
                word,
                List.of(new Datum.Entry(
                        TEXTS.get("reading.from"),
                        TEXTS.get(
                                "reading.to",
                                Figure.exact(r, band.from(), y.unit()),
                                Figure.exact(r, band.to(), y.unit())))),
                Map.of());
    }

    /** The target alone. */
    Datum targetDatum() {
        return new Datum(
                TEXTS.get("reading.target"),
                target == null ? List.of() : List.of(new Datum.Entry(title(), target.exact(r, y.unit()))),
                Map.of());
    }
}
