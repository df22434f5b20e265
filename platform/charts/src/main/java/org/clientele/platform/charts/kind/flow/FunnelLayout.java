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
import org.clientele.platform.charts.draw.Legible;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.kind.flow.Stages.Stage;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Places the stages of a funnel: names at the left, bars in the middle, figures at the right. */
final class FunnelLayout {
    private static final Texts TEXTS = Texts.of(FunnelLayout.class);

    static final double HEAD = 24;

    private static final double GAP = 12;
    private static final double RATE_ROOM = 20;
    private static final double MOST_PITCH = 84;

    private final ChartRequest r;
    private final Column x;
    private final Column y;
    private final @Nullable Column color;
    private final Stages stages;
    private final int[] colours;
    private final Drawing d;
    private final TextStyle name;
    private final TextStyle value;
    private final TextStyle quiet;
    private final double top;
    private final double pitch;
    private final double gap;
    private final double nameWidth;
    private final double valueWidth;
    private final double shareWidth;

    FunnelLayout(ChartRequest r, Column x, Column y, @Nullable Column color, Stages stages, Notes notes) {
        this.r = r;
        this.x = x;
        this.y = y;
        this.color = color;
        this.stages = stages;
        colours = color == null
                ? new int[0]
                : MemberColours.of(
                        r,
                        color.name(),
                        stages.segments().stream().map(Stages.Segment::name).toList());
        d = new Drawing(r.text());
        name = Drawing.style(12, r.theme().text());
        value = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        quiet = Drawing.style(12, r.theme().secondary());
        double names = 0;
        double values = 0;
        double shares = 0;
        for (Stage s : stages.all()) {
            names = Math.max(names, d.width(s.name(), name));
            values = Math.max(values, d.width(figure(s), value));
            shares = Math.max(shares, d.width(Figure.share(r, s.of(stages.all().get(0))), quiet));
        }
        nameWidth = Math.min(names, r.width() * 0.28);
        valueWidth = Math.min(values, r.width() * 0.3);
        double least = r.width() - nameWidth - valueWidth - 2 * GAP - 60;
        shareWidth = shares + GAP <= least && r.width() > 280 ? shares : 0;
        boolean head = r.height() >= 150;
        top = head ? HEAD + legend().more() : 0;
        double room = r.height() - top - notes.height();
        pitch = Math.min(MOST_PITCH, room / stages.all().size());
        gap = pitch >= 40 ? RATE_ROOM : Math.min(4, pitch * 0.15);
    }

    private String figure(Stage s) {
        return r.format().compact(s.sum(), Figure.bare(y.unit()));
    }

    Drawing draw() {
        double left = nameWidth + GAP;
        double right = r.width() - valueWidth - GAP - (shareWidth > 0 ? shareWidth + GAP : 0);
        double centre = (left + right) / 2;
        double widest = Math.max(8, right - left);
        double scale = stages.most() > 0 ? widest / stages.most() : 0;
        if (top > 0) {
            head();
        }
        for (int i = 0; i < stages.all().size(); i++) {
            stage(i, centre, scale, right);
        }
        return d;
    }

    private void head() {
        TextStyle axis = Grid.axis(r.theme());
        String said = TEXTS.get("funnel.layout.first");
        if (shareWidth > 0 && d.width(said, axis) <= shareWidth + GAP) {
            d.text(r.width(), 11, said, axis, Anchor.END);
        }
        d.text(0, 11, unit(axis), axis);
        legend().draw(d, 11.5);
    }

    private String unit(TextStyle axis) {
        return d.fit(Labels.unit(y), r.width() * 0.3, axis);
    }

    private Legend legend() {
        TextStyle axis = Grid.axis(r.theme());
        double share = Math.max(shareWidth, d.width(TEXTS.get("funnel.layout.first"), axis)) + 2 * GAP;
        List<Legend.Key> keys = new ArrayList<>();
        for (int i = 0; color != null && i < stages.segments().size(); i++) {
            keys.add(new Legend.Key(stages.segments().get(i).name(), colour(i)));
        }
        String unit = unit(axis);
        double left = unit.isEmpty() ? 0 : d.width(unit, axis) + 16;
        return Legend.of(d, r, left, r.width() - (shareWidth > 0 ? share : 0), keys);
    }

    private int colour(int segment) {
        return color == null ? r.theme().accent() : colours[segment];
    }

    private void stage(int i, double centre, double scale, double right) {
        Stage s = stages.all().get(i);
        Stage first = stages.all().get(0);
        double y0 = top + i * pitch;
        double height = Math.max(2, pitch - gap);
        double width = s.sum() * scale;
        if (i + 1 < stages.all().size() && pitch >= 24) {
            between(s, stages.all().get(i + 1), i, centre, scale, y0 + height);
        }
        Drawing row = d.fresh();
        row.add(new Node.Rect(0, y0, r.width(), height, 4, null, null));
        double base = y0 + height / 2 + 4;
        row.text(0, base, d.fit(s.name(), nameWidth + 0.01, name), name);
        double end = r.width();
        if (shareWidth > 0) {
            row.text(end, base, Figure.share(r, s.of(first)), quiet, Anchor.END);
            end -= shareWidth + GAP;
        }
        row.text(end, base, d.fit(figure(s), valueWidth + 0.01, value), value, Anchor.END);
        if (color == null) {
            row.rect(centre - width / 2, y0, Math.max(1, width), height, Math.min(3, width / 2), Fill.of(colour(0)));
        }
        d.add(new Node.Group("stage-" + i, 0, 0, null, datum(i), Member.select(x, s.raw()), row.nodes()));
        if (color != null) {
            segments(i, centre - width / 2, y0, height, scale);
        }
    }

    private void segments(int i, double from, double y0, double height, double scale) {
        Stage s = stages.all().get(i);
        double at = from;
        for (int k = 0; k < s.parts().length; k++) {
            double width = s.parts()[k] * scale;
            if (!(width > 0)) {
                continue;
            }
            Drawing part = d.fresh();
            // A hair of surface between neighbours tells them apart without their colours.
            part.rect(at, y0, Math.max(0.5, width - (width > 3 ? 1 : 0)), height, 0, Fill.of(colour(k)));
            String share = Figure.share(r, s.parts()[k] / s.sum());
            int ink = Legible.on(r.theme(), colour(k));
            TextStyle inside = Drawing.style(11, Weight.MEDIUM, ink);
            if (height >= 16
                    && part.width(share, inside) + 8 <= width
                    && Legible.contrast(colour(k), ink) >= Legible.ENOUGH) {
                part.text(at + width / 2, y0 + height / 2 + 4, share, inside, Anchor.MIDDLE);
            }
            List<Datum.Entry> entries = List.of(
                    new Datum.Entry(Labels.of(y, r.metrics()), Figure.exact(r, s.parts()[k], y.unit())),
                    new Datum.Entry(TEXTS.get("funnel.layout.share_stage"), share));
            Map<String, String> members = new HashMap<>();
            String raw = s.raw();
            if (raw != null) {
                members.put(x.name(), raw);
            }
            Stages.Segment segment = stages.segments().get(k);
            String rawSegment = segment.raw();
            if (color != null && rawSegment != null) {
                members.put(color.name(), rawSegment);
            }
            d.add(new Node.Group(
                    "stage-" + i + "-" + k,
                    0,
                    0,
                    null,
                    new Datum(s.name() + ", " + segment.name(), entries, members),
                    Member.select(x, raw),
                    part.nodes()));
            at += width;
        }
    }

    private void between(Stage s, Stage next, int i, double centre, double scale, double y0) {
        Drawing part = d.fresh();
        double a = s.sum() * scale / 2;
        double b = next.sum() * scale / 2;
        double y1 = y0 + gap;
        int pale = Colors.mix(r.theme().surface(), r.theme().border(), 0.6);
        part.fill(
                PathData.builder()
                        .move(centre - a, y0)
                        .line(centre + a, y0)
                        .line(centre + b, y1)
                        .line(centre - b, y1)
                        .close()
                        .build(),
                Fill.of(pale));
        double rate = next.of(s);
        if (gap >= RATE_ROOM) {
            TextStyle style = Drawing.style(11, r.theme().text());
            String said = Figure.share(r, rate);
            double width = part.width(said, style);
            boolean up = rate > 1;
            int arrow = up ? r.theme().text() : r.theme().secondary();
            part.triangle(centre - width / 2 - 4, y0 + gap / 2, 7, up, arrow);
            part.text(centre + 5, y0 + gap / 2 + 4, said, style, Anchor.MIDDLE);
        }
        Datum datum = new Datum(
                TEXTS.get("funnel.layout.to", s.name(), next.name()),
                List.of(
                        new Datum.Entry(TEXTS.get("funnel.layout.rate"), Figure.share(r, rate)),
                        new Datum.Entry(
                                next.sum() > s.sum()
                                        ? TEXTS.get("funnel.layout.gained")
                                        : TEXTS.get("funnel.layout.lost"),
                                Figure.exact(r, Math.abs(next.sum() - s.sum()), y.unit()))),
                Map.of());
        d.add(Node.Group.of("rate-" + i, datum, part.nodes()));
    }

    private Datum datum(int i) {
        Stage s = stages.all().get(i);
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(new Datum.Entry(Labels.of(y, r.metrics()), Figure.exact(r, s.sum(), y.unit())));
        if (i > 0) {
            Stage before = stages.all().get(i - 1);
            entries.add(new Datum.Entry(TEXTS.get("funnel.layout.text", before.name()), Figure.share(r, s.of(before))));
            entries.add(new Datum.Entry(
                    TEXTS.get("funnel.layout.text", stages.all().get(0).name()),
                    Figure.share(r, s.of(stages.all().get(0)))));
        }
        String raw = s.raw();
        return new Datum(s.name(), entries, raw == null ? Map.of() : Map.of(x.name(), raw));
    }
}
