package org.clientele.platform.charts.kind.tree;

import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Phrases;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** Where the rings of a sunburst stand. */
final class SunburstLayout {
    private static final Texts TEXTS = Texts.of(SunburstLayout.class);

    private static final int RINGS = 3;
    private static final double LEAST_ARC = 3;
    private static final double KEY_ROW = 22;
    private static final int MOST = 300;

    private final ChartRequest r;
    private final Hierarchy all;
    private final Part root;
    private final Drawing d;
    private final int rings;
    private boolean merged;
    private double cx;
    private double cy;
    private double hole;
    private double thick;

    SunburstLayout(ChartRequest r, Hierarchy all) {
        this.r = r;
        this.all = all;
        root = all.root(r.view().get(TreemapChart.ROOT));
        d = new Drawing(r.text());
        rings = Math.max(1, Math.min(RINGS, all.levels().size() - root.depth()));
    }

    private String note() {
        int hidden = all.levels().size() - root.depth() - RINGS;
        String deeper = hidden <= 0 ? "" : TEXTS.get("sunburst.layout.deeper", Phrases.plain(hidden));
        return (all.leftOutNote(r) + " " + deeper).strip();
    }

    Drawing draw() {
        Foot foot = new Foot(r, d, note(), null, Unit.none(), false);
        double h = Math.max(8, r.height() - foot.height());
        boolean listed = r.width() >= h + 190 && h >= 3 * KEY_ROW;
        double room = listed ? Math.min(r.width() - 180, h * 1.1) : r.width();
        double radius = Math.min(room, h) / 2;
        cx = listed ? radius : r.width() / 2;
        cy = h / 2;
        hole = radius * (rings == 1 ? 0.56 : rings == 2 ? 0.42 : 0.34);
        thick = (radius - hole) / rings;
        List<Part> first = shown(root, 2 * Math.PI, 0);
        ring(root, 0, 2 * Math.PI, 0, MemberColours.rest(r.theme()), "part");
        middle();
        if (listed) {
            double left = 2 * radius + 32;
            list(first, left, Math.min(r.width() - left, 380), h);
        }
        foot.draw();
        return d;
    }

    /** The parts that are wide enough to be seen, the others together. */
    private List<Part> shown(Part p, double angle, int ring) {
        double radius = hole + (ring + 1) * thick;
        int most = 0;
        for (Part child : p.parts()) {
            if (most >= MOST || child.value() / p.value() * angle * radius < LEAST_ARC) {
                break;
            }
            most++;
        }
        boolean whole = most == p.parts().size();
        merged |= !whole;
        return p.largest(r, whole ? most : most + 1);
    }

    private void ring(Part p, double from, double angle, int ring, int hue, String id) {
        if (ring >= rings || angle * (hole + ring * thick) < LEAST_ARC / 2) {
            return;
        }
        double at = from;
        List<Part> parts = shown(p, angle, ring);
        int[] colours = ring == 0 ? Part.colours(r, parts) : new int[0];
        for (int i = 0; i < parts.size(); i++) {
            Part child = parts.get(i);
            double wide = child.value() / p.value() * angle;
            String own = id + "-" + (p.parts().contains(child) ? String.valueOf(i) : "others");
            int colour = ring == 0 ? colours[i] : child.isOthers() ? MemberColours.rest(r.theme()) : hue;
            piece(child, new Arc(at, at + wide, hole + ring * thick, hole + (ring + 1) * thick), ring, colour, own);
            ring(child, at, wide, ring + 1, colour, own);
            at += wide;
        }
    }

    private int colour(int hue, int ring) {
        return Colors.mix(r.theme().surface(), hue, ring == 0 ? 0.92 : ring == 1 ? 0.6 : 0.36);
    }

    private void piece(Part p, Arc arc, int ring, int hue, String id) {
        int ground = colour(hue, ring);
        boolean full = arc.to() - arc.from() > 2 * Math.PI - 1e-6;
        double edge = (arc.to() - arc.from()) * arc.outer() > 6 ? 1.5 : 0.5;
        Drawing part = d.fresh();
        part.add(new Node.Path(
                arc.path(cx, cy),
                Fill.of(ground),
                full ? null : Stroke.of(r.theme().surface(), edge)));
        label(part, p, arc, ground);
        String path = p.path();
        if (p.parts().isEmpty()) {
            d.add(Marks.group(id, p.fullName(), all.entries(r, p), p.members(), p.column(), part.nodes()));
        } else {
            Datum datum = new Datum(p.fullName(), all.entries(r, p), p.members());
            d.add(Marks.click(id, datum, TreemapChart.ROOT, path, part.nodes()));
        }
    }

    private void label(Drawing part, Part p, Arc arc, int ground) {
        TextStyle style = Drawing.style(11, Weight.MEDIUM, Legible.on(r.theme(), ground));
        TextStyle quiet = Drawing.style(11, Legible.on(r.theme(), ground));
        double mx = arc.middleX(cx);
        double my = arc.middleY(cy);
        String share = Amounts.share(r, p.value(), root.value());
        double shareWidth = part.width(share, quiet);
        double whole = part.width(p.name(), style) + 4;
        if (!arc.holds(whole, 15) && twoLines(part, p.name(), arc, style)) {
            return;
        }
        for (double room : new double[] {160, 96, 72, 54, 42}) {
            String name = part.fit(p.name(), room, style);
            double w = part.width(name, style) + 4;
            if (name.isEmpty()
                    || name.endsWith("…")
                            && (p.name().length() < 9
                                    || name.length() < p.name().length() * 0.6)) {
                return;
            }
            if (arc.holds(Math.max(w, shareWidth + 4), 30)) {
                part.text(mx, my - 3, name, style, Anchor.MIDDLE);
                part.text(mx, my + 11, share, quiet, Anchor.MIDDLE);
                return;
            }
            if (arc.holds(w, 15)) {
                part.text(mx, my + 4, name, style, Anchor.MIDDLE);
                return;
            }
        }
    }

    /** Whether a name of several words stands whole in two lines; it is drawn then. */
    private boolean twoLines(Drawing part, String name, Arc arc, TextStyle style) {
        for (int at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
            String first = name.substring(0, at).strip();
            String second = name.substring(at + 1).strip();
            double w = Math.max(part.width(first, style), part.width(second, style)) + 4;
            if (Math.min(first.length(), second.length()) > 1 && arc.holds(w, 26)) {
                part.text(arc.middleX(cx), arc.middleY(cy) - 3, first, style, Anchor.MIDDLE);
                part.text(arc.middleX(cx), arc.middleY(cy) + 11, second, style, Anchor.MIDDLE);
                return true;
            }
        }
        return false;
    }

    /** The total and what it is of; a click goes one part up. */
    private void middle() {
        Drawing part = d.fresh();
        part.add(
                new Node.Circle(cx, cy, Math.max(1, hole - 2), Fill.of(r.theme().surface()), null));
        double room = hole * 1.6;
        String value = r.format().compact(root.value(), all.y().unit());
        double size = Math.min(28, hole * 0.36);
        size *= Math.min(1, room / part.width(value, Drawing.style(size, Weight.MEDIUM, 0)));
        TextStyle big = Drawing.style(size, Weight.MEDIUM, r.theme().text());
        TextStyle quiet = Drawing.style(11, r.theme().secondary());
        boolean up = root != all.whole();
        if (size >= 9) {
            part.text(cx, cy + size * 0.36, value, big, Anchor.MIDDLE);
            String name = part.fit(root.name(), hole * 1.3, quiet);
            if (hole >= 34) {
                part.text(cx, cy - size * 0.36 - 8, name, quiet, Anchor.MIDDLE);
            }
            if (up && hole >= 44) {
                TextStyle link = Drawing.style(11, Weight.MEDIUM, r.theme().accent());
                String text = part.fit("‹ " + parent().name(), hole * 1.2, link);
                part.text(cx, cy + size * 0.36 + 19, text, link, Anchor.MIDDLE);
            }
        }
        Datum datum = new Datum(up ? root.fullName() : root.name(), all.entries(r, root), Map.of());
        d.add(
                up
                        ? Marks.click("middle", datum, TreemapChart.ROOT, parent().path(), part.nodes())
                        : Node.Group.of("middle", datum, part.nodes()));
    }

    private Part parent() {
        return java.util.Objects.requireNonNullElse(root.parent(), all.whole());
    }

    /** Names, values and shares of the innermost ring, beside it. */
    private void list(List<Part> parts, double left, double width, double h) {
        int rows = (int) Math.min(parts.size(), Math.floor(h / KEY_ROW));
        double top = (h - rows * KEY_ROW) / 2;
        int[] colours = Part.colours(r, parts);
        TextStyle name = Drawing.style(12, r.theme().text());
        TextStyle quiet = Drawing.style(12, r.theme().secondary());
        double shares = d.width("100.0 %", quiet);
        double values = 0;
        for (int i = 0; i < rows; i++) {
            values = Math.max(
                    values, d.width(Amounts.onMark(r, all.y(), parts.get(i).value()), name));
        }
        boolean both = width - values - shares - 60 >= 60;
        double names = width - shares - (both ? values + 16 : 0) - 16 - 12;
        for (int i = 0; i < rows; i++) {
            double y = top + i * KEY_ROW + 15;
            Part p = parts.get(i);
            boolean last = i + 1 == rows && rows < parts.size();
            if (last) {
                d.text(
                        left + 16,
                        y,
                        d.fit(TEXTS.get("sunburst.layout.more", Figure.counted(r, parts.size() - i)), names, quiet),
                        quiet);
                return;
            }
            d.add(new Node.Rect(left, y - 9, 9, 9, 2, Fill.of(colour(colours[i], 0)), null));
            d.text(left + 16, y, d.fit(p.name(), names, name), name);
            if (both) {
                d.text(left + width - shares - 16, y, Amounts.onMark(r, all.y(), p.value()), name, Anchor.END);
            }
            d.text(left + width, y, Amounts.share(r, p.value(), root.value()), quiet, Anchor.END);
        }
    }

    String description() {
        return all.description(r, root, merged ? (note() + " " + TEXTS.get("sunburst.layout.merged")).strip() : note());
    }
}
