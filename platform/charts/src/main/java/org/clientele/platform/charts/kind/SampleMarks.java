package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.axis.Scale;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Draws boxes and violins, whichever way values run. */
final class SampleMarks {
    private static final Texts TEXTS = Texts.of(SampleMarks.class);

    private static final double WIDEST = 48;
    private static final double WIDEST_VIOLIN = 120;
    /** Outliers nearer than this to their neighbour are not drawn. */
    private static final double THIN = 2.5;

    private final ChartRequest r;
    private final Column y;
    private final boolean across;
    private final Scale scale;
    private final boolean log;
    private final double peak;

    /**
     * A pen.
     *
     * @param across whether values run from left to right
     * @param log whether densities are those of the logarithms
     * @param peak the greatest density of all violins, 0 for boxes
     */
    SampleMarks(ChartRequest r, Column y, boolean across, Scale scale, boolean log, double peak) {
        this.r = r;
        this.y = y;
        this.across = across;
        this.scale = scale;
        this.log = log;
        this.peak = peak;
    }

    void draw(Drawing d, Sample s, double centre, double band) {
        if (s.sorted().length == 0) {
            return;
        }
        Quartiles q = Quartiles.of(s.sorted());
        if (peak > 0 && s.isSpread(log)) {
            violin(d, s, q, centre, Math.max(4, Math.min(WIDEST_VIOLIN, band * 0.86)));
        } else {
            box(d, q, centre, Math.max(4, Math.min(WIDEST, band * 0.6)));
        }
    }

    private void box(Drawing d, Quartiles q, double centre, double width) {
        int argb = r.theme().accent();
        Stroke line = Stroke.of(Colors.mix(r.theme().surface(), argb, 0.8), 1.5);
        line(d, q.low(), q.q1(), centre, line);
        line(d, q.q3(), q.high(), centre, line);
        tick(d, q.low(), centre, width / 5, line);
        tick(d, q.high(), centre, width / 5, line);
        Fill fill = Fill.of(Colors.mix(r.theme().surface(), argb, r.theme().isDark() ? 0.42 : 0.3));
        rect(d, q.q1(), q.q3(), centre, width, fill, Stroke.of(argb, 1.2));
        tick(d, q.median(), centre, width / 2, Stroke.of(argb, 2.5));
        double last = Double.NaN;
        double[] beyond = q.outliers();
        for (int i = 0; i < beyond.length; i++) {
            double at = scale.at(beyond[i]);
            // The outermost ones always stand; of those between that would lie upon each other only some.
            if (i == 0 || i == beyond.length - 1 || !(Math.abs(at - last) < THIN)) {
                Stroke ring = Stroke.of(Colors.alpha(argb, 0.75), 1);
                d.add(new Node.Circle(across ? at : centre, across ? centre : at, 2.2, null, ring));
                last = at;
            }
        }
    }

    private void violin(Drawing d, Sample s, Quartiles q, double centre, double width) {
        Density density = s.density(log);
        PathData.Builder path = PathData.builder();
        int n = density.at().length;
        for (int i = 0; i < 2 * n; i++) {
            int k = i < n ? i : 2 * n - 1 - i;
            double place = scale.at(log ? Math.exp(density.at()[k]) : density.at()[k]);
            double aside = centre + (i < n ? 1 : -1) * Math.max(0.4, density.density()[k] / peak * width / 2);
            double x = across ? place : aside;
            double yy = across ? aside : place;
            if (i == 0) {
                path.move(x, yy);
            } else {
                path.line(x, yy);
            }
        }
        int argb = r.theme().accent();
        Fill fill = Fill.of(Colors.mix(r.theme().surface(), argb, r.theme().isDark() ? 0.4 : 0.28));
        d.add(new Node.Path(path.close().build(), fill, Stroke.of(argb, 1.2)));
        int ink = Colors.mix(r.theme().surface(), r.theme().text(), 0.8);
        line(d, q.low(), q.high(), centre, Stroke.of(ink, 1));
        rect(d, q.q1(), q.q3(), centre, Math.min(8, width / 4), Fill.of(ink), null);
        double at = scale.at(q.median());
        d.ring(across ? at : centre, across ? centre : at, 3, r.theme().surface(), ink, 1.5);
    }

    private void rect(
            Drawing d, double from, double to, double centre, double width, Fill fill, @Nullable Stroke edge) {
        double a = Math.min(scale.at(from), scale.at(to));
        double length = Math.max(1, Math.abs(scale.at(to) - scale.at(from)));
        d.add(
                across
                        ? new Node.Rect(a, centre - width / 2, length, width, 2, fill, edge)
                        : new Node.Rect(centre - width / 2, a, width, length, 2, fill, edge));
    }

    private void line(Drawing d, double from, double to, double centre, Stroke stroke) {
        double a = scale.at(from);
        double b = scale.at(to);
        if (across) {
            d.line(a, centre, b, centre, stroke);
        } else {
            d.line(centre, a, centre, b, stroke);
        }
    }

    private void tick(Drawing d, double value, double centre, double half, Stroke stroke) {
        double at = scale.at(value);
        if (across) {
            d.line(at, centre - half, at, centre + half, stroke);
        } else {
            d.line(centre - half, at, centre + half, at, stroke);
        }
    }

    /** The part of the picture that answers for a sample. */
    Node.Group group(int i, Sample s, @Nullable Groups groups, List<Node> children) {
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(new Datum.Entry(TEXTS.get("sample.marks.values"), Figure.count(r, s.sorted().length)));
        if (s.sorted().length > 0) {
            Quartiles q = Quartiles.of(s.sorted());
            entry(entries, TEXTS.get("sample.marks.greatest"), s.sorted()[s.sorted().length - 1]);
            entry(entries, TEXTS.get("sample.marks.upper_whisker"), q.high());
            entry(entries, TEXTS.get("sample.marks.upper_quartile"), q.q3());
            entry(entries, TEXTS.get("sample.marks.median"), q.median());
            entry(entries, TEXTS.get("sample.marks.lower_quartile"), q.q1());
            entry(entries, TEXTS.get("sample.marks.lower_whisker"), q.low());
            entry(entries, TEXTS.get("sample.marks.least"), s.sorted()[0]);
            entries.add(new Datum.Entry(TEXTS.get("sample.marks.outliers"), Figure.count(r, q.outliers().length)));
        }
        Map<String, @Nullable String> members = groups == null || s.group() < 0
                ? Map.of()
                : Labels.members(groups.column(), groups.firstRow()[s.group()]);
        Gesture select = groups == null ? null : Marks.select(groups.column().name(), members);
        return new Node.Group("sample-" + i, 0, 0, null, new Datum(s.name(), entries, members), select, children);
    }

    private void entry(List<Datum.Entry> entries, String label, double value) {
        entries.add(new Datum.Entry(label, Series.exact(value, y.unit(), r)));
    }
}
