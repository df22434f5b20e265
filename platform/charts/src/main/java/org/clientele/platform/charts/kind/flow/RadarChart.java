package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Legend;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.extension.ChartType;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Values on spokes, one outline for each series. Option "scale": "own" gives each spoke a scale of its own. */
public final class RadarChart implements ChartType {
    private static final Texts TEXTS = Texts.of(RadarChart.class);

    private static final double HEAD = 24;
    private static final double LABEL = 8;
    private static final int OWN_RINGS = 4;

    @Override
    public String kind() {
        return ChartSpec.RADAR;
    }

    @Override
    public double minWidth() {
        return 260;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column x = r.frame().column(r.spec().column(Channel.X));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        Column color = Pictures.optional(r, Channel.COLOR);
        String title = Pictures.title(r, y, x);
        Notes notes = new Notes();
        Spokes spokes = Spokes.of(r, x, y, color, notes);
        if (spokes == null) {
            return Pictures.empty(r, title, Pictures.NOTHING);
        }
        int n = spokes.spokes.size();
        if (n < 3) {
            return Pictures.empty(r, title, TEXTS.get("radar.chart.radar_needs_at_least", n));
        }
        Picture picture = new Picture(r, x, y, color, spokes, notes);
        picture.draw();
        return Pictures.of(r, picture.d, notes, title, description(r, y, title, spokes));
    }

    private static String description(ChartRequest r, Column y, String title, Spokes spokes) {
        StringBuilder s = new StringBuilder(title).append(':');
        for (int i = 0; i < spokes.series.size(); i++) {
            int high = -1;
            int low = -1;
            for (int k = 0; k < spokes.spokes.size(); k++) {
                double v = spokes.values[i][k];
                if (!Double.isNaN(v)) {
                    high = high < 0 || v > spokes.values[i][high] ? k : high;
                    low = low < 0 || v < spokes.values[i][low] ? k : low;
                }
            }
            if (high >= 0) {
                s.append(' ')
                        .append(TEXTS.get(
                                "radar.chart.ends",
                                spokes.series.get(i).text(),
                                spokes.spokes.get(high).text(),
                                Figure.exact(r, spokes.values[i][high], y.unit()),
                                spokes.spokes.get(low).text(),
                                Figure.exact(r, spokes.values[i][low], y.unit())));
            }
        }
        return s.toString();
    }

    /** One picture while it is drawn. */
    private static final class Picture {
        private final ChartRequest r;
        private final Column x;
        private final Column y;
        private final @Nullable Column color;
        private final Spokes spokes;
        private final int[] colours;
        private final Drawing d;
        private final double top;
        private final double bottom;
        private final double cx;
        private final double cy;
        private final double radius;

        Picture(ChartRequest r, Column x, Column y, @Nullable Column color, Spokes spokes, Notes notes) {
            this.r = r;
            this.x = x;
            this.y = y;
            this.color = color;
            this.spokes = spokes;
            colours = color == null
                    ? new int[0]
                    : MemberColours.of(
                            r,
                            color.name(),
                            spokes.series.stream().map(Spokes.Name::text).toList());
            d = new Drawing(r.text());
            boolean head = r.height() >= 170;
            top = head ? HEAD + legend().more() : 0;
            bottom = r.height() - notes.height();
            double tall = (bottom - top) / 2 - 22;
            TextStyle name = Drawing.style(12, r.theme().text());
            double widest = 0;
            for (int k = 0; k < spokes.spokes.size(); k++) {
                double beyond = Math.abs(Math.cos(angle(k))) > 0.15 ? d.width(said(k), name) : 0;
                widest = Math.max(widest, beyond);
            }
            double wide = r.width() / 2 - LABEL - 2 - Math.min(widest, r.width() * 0.26);
            radius = Math.max(20, Math.min(220, Math.min(tall, wide)));
            cx = r.width() / 2;
            cy = (top + bottom) / 2;
        }

        private double angle(int spoke) {
            return 2 * Math.PI * spoke / spokes.spokes.size() - Math.PI / 2;
        }

        private double px(int spoke, double part) {
            return cx + radius * part * Math.cos(angle(spoke));
        }

        private double py(int spoke, double part) {
            return cy + radius * part * Math.sin(angle(spoke));
        }

        void draw() {
            if (top > 0) {
                head();
            }
            web();
            // Larger outlines first, so that smaller ones are not covered.
            for (int i = 0; i < spokes.series.size(); i++) {
                outline(i);
            }
            for (int i = 0; i < spokes.series.size(); i++) {
                points(i);
            }
            labels();
        }

        private void head() {
            TextStyle axis = Grid.axis(r.theme());
            d.text(0, 11, unit(axis), axis);
            legend().draw(d, 11.5);
        }

        private String unit(TextStyle axis) {
            return d.fit(Labels.unit(y), r.width() * 0.4, axis);
        }

        private Legend legend() {
            List<Legend.Key> keys = new ArrayList<>();
            for (int i = 0; color != null && i < spokes.series.size(); i++) {
                keys.add(new Legend.Key(spokes.series.get(i).text(), colour(i)));
            }
            TextStyle axis = Grid.axis(r.theme());
            String unit = unit(axis);
            return Legend.of(d, r, unit.isEmpty() ? 0 : d.width(unit, axis) + 16, r.width(), keys);
        }

        private int colour(int series) {
            return color == null ? r.theme().accent() : colours[series];
        }

        private void web() {
            int rings = spokes.own() ? OWN_RINGS : spokes.rings.length - 1;
            for (int ring = 1; ring <= rings; ring++) {
                d.stroke(ring((double) ring / rings), Grid.line(r.theme()));
            }
            for (int k = 0; k < spokes.spokes.size(); k++) {
                d.line(cx, cy, px(k, 1), py(k, 1), Grid.line(r.theme()));
            }
            if (!spokes.own() && spokes.rings[0] < 0) {
                d.stroke(ring(spokes.part(0, 0)), Grid.zero(r.theme()));
            }
        }

        private PathData ring(double part) {
            PathData.Builder path = PathData.builder().move(px(0, part), py(0, part));
            for (int k = 1; k < spokes.spokes.size(); k++) {
                path.line(px(k, part), py(k, part));
            }
            return path.close().build();
        }

        private void outline(int i) {
            double[] v = spokes.values[i];
            int n = v.length;
            boolean whole = java.util.Arrays.stream(v).noneMatch(Double::isNaN);
            PathData.Builder path = PathData.builder();
            for (int k = 0; k < n; k++) {
                int next = (k + 1) % n;
                if (!Double.isNaN(v[k]) && !Double.isNaN(v[next])) {
                    path.move(px(k, spokes.part(k, v[k])), py(k, spokes.part(k, v[k])));
                    path.line(px(next, spokes.part(next, v[next])), py(next, spokes.part(next, v[next])));
                }
            }
            Drawing part = d.fresh();
            if (whole) {
                PathData.Builder area = PathData.builder();
                for (int k = 0; k < n; k++) {
                    double at = spokes.part(k, v[k]);
                    if (k == 0) {
                        area.move(px(k, at), py(k, at));
                    } else {
                        area.line(px(k, at), py(k, at));
                    }
                }
                double strength = spokes.series.size() == 1 ? 0.18 : 0.09;
                part.fill(area.close().build(), Fill.of(Colors.alpha(colour(i), strength)));
            }
            part.stroke(path.build(), Stroke.of(colour(i), 2));
            Spokes.Name name = spokes.series.get(i);
            List<Datum.Entry> entries = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                entries.add(new Datum.Entry(spokes.spokes.get(k).text(), Figure.exact(r, v[k], y.unit())));
            }
            Column own = color;
            String raw = name.raw();
            Map<String, String> members = own == null || raw == null ? Map.of() : Map.of(own.name(), raw);
            d.add(new Node.Group(
                    "series-" + i,
                    0,
                    0,
                    null,
                    new Datum(name.text(), entries, members),
                    own == null ? null : Member.select(own, raw),
                    part.nodes()));
        }

        private void points(int i) {
            double[] v = spokes.values[i];
            for (int k = 0; k < v.length; k++) {
                if (Double.isNaN(v[k])) {
                    continue;
                }
                Drawing part = d.fresh();
                double at = spokes.part(k, v[k]);
                part.ring(px(k, at), py(k, at), 3.5, colour(i), r.theme().surface(), 1);
                Map<String, String> members = new HashMap<>();
                String raw = spokes.spokes.get(k).raw();
                String own = spokes.series.get(i).raw();
                if (raw != null) {
                    members.put(x.name(), raw);
                }
                if (color != null && own != null) {
                    members.put(color.name(), own);
                }
                String title = color == null
                        ? spokes.spokes.get(k).text()
                        : spokes.series.get(i).text() + ", "
                                + spokes.spokes.get(k).text();
                d.add(new Node.Group(
                        "point-" + i + "-" + k,
                        0,
                        0,
                        null,
                        new Datum(
                                title,
                                List.of(new Datum.Entry(Labels.of(y, r.metrics()), Figure.exact(r, v[k], y.unit()))),
                                members),
                        Member.select(x, raw),
                        part.nodes()));
            }
        }

        /** A spoke's name, and the end of its scale where that is its own. */
        private String said(int k) {
            String text = spokes.spokes.get(k).text();
            return spokes.own() ? text + "  " + r.format().compact(spokes.end(k), Figure.bare(y.unit())) : text;
        }

        private void labels() {
            TextStyle name = Drawing.style(12, r.theme().text());
            TextStyle axis = Grid.axis(r.theme());
            // The head's line is left to the head.
            Boxes boxes = new Boxes(r.width(), bottom);
            for (int k = 0; k < spokes.spokes.size(); k++) {
                double cos = Math.cos(angle(k));
                double sin = Math.sin(angle(k));
                Anchor anchor = cos > 0.15 ? Anchor.START : cos < -0.15 ? Anchor.END : Anchor.MIDDLE;
                double lx = cx + (radius + LABEL) * cos;
                double base = cy + (radius + LABEL) * sin + 4 + (sin < -0.9 ? -2 : sin > 0.9 ? 6 : 0);
                if (base - 10 < top) {
                    continue;
                }
                String text = spokes.spokes.get(k).text();
                String own =
                        spokes.own() ? text + "  " + r.format().compact(spokes.end(k), Figure.bare(y.unit())) : text;
                boxes.text(d, lx, base, own, name, anchor, 20);
            }
            if (spokes.own() || radius < 56) {
                return;
            }
            int rings = spokes.rings.length - 1;
            for (int ring = 1; ring <= rings; ring++) {
                String text = r.format().tick(spokes.rings[ring], spokes.step, y.unit());
                Drawing said = d.fresh();
                double baseline = cy - radius * ring / rings + 11;
                if (boxes.text(said, cx + 4, baseline, text, axis, Anchor.START, 1000)) {
                    // Outlines run below the numbers; a ground of the surface keeps them legible.
                    int paper = Colors.alpha(r.theme().surface(), 0.8);
                    d.rect(cx + 2, baseline - 9.5, d.width(text, axis) + 4, 12, 2, Fill.of(paper));
                    said.nodes().forEach(d::add);
                }
            }
        }
    }
}
