package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Legend;
import org.clientele.platform.charts.draw.Legible;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.Shades;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where the rectangles of a treemap stand. */
final class TreemapLayout {
    private static final Texts TEXTS = Texts.of(TreemapLayout.class);

    private static final int LEVELS = 3;
    private static final int MOST = 250;
    private static final double LEAST_AREA = 60;
    private static final double HEADER = 19;
    private static final double TRAIL = 22;
    private static final double PAD = 6;
    private static final int LEAST_CUT = 5;
    private static final double KEY = 20;
    private static final double KEYED_FROM = 150;

    private final ChartRequest r;
    private final Hierarchy all;
    private final Part root;
    private Drawing d;
    private final @Nullable Shades shades;
    private final double largest;
    private final List<Legend.Key> unnamed = new ArrayList<>();
    private int merged;

    TreemapLayout(ChartRequest r, Hierarchy all) {
        this.r = r;
        this.all = all;
        root = all.root(r.view().get(TreemapChart.ROOT));
        d = new Drawing(r.text());
        shades = all.base() == null ? null : Shades.ofChanges(r.theme(), changes());
        largest = root.parts().isEmpty() ? root.value() : root.parts().get(0).value();
    }

    private double[] changes() {
        List<Part> leaves = new ArrayList<>(List.of(root));
        for (int level = 0; level < LEVELS; level++) {
            List<Part> next = new ArrayList<>();
            leaves.forEach(p -> next.addAll(p.parts().isEmpty() ? List.of(p) : p.parts()));
            leaves = next;
        }
        return leaves.stream().mapToDouble(Hierarchy::change).toArray();
    }

    private String note() {
        int hidden = all.levels().size() - root.depth() - LEVELS;
        String deeper = hidden <= 0 ? "" : TEXTS.get("treemap.layout.levels_more_are_inside", hidden);
        return (all.leftOutNote(r) + " " + deeper).strip();
    }

    /** Drawn a second time where groups have no room for their names: those stand in a line below. */
    Drawing draw() {
        draw(0);
        if (!unnamed.isEmpty() && r.height() >= KEYED_FROM) {
            d = d.fresh();
            merged = 0;
            unnamed.clear();
            draw(KEY);
        }
        return d;
    }

    private void draw(double keyed) {
        Foot foot = new Foot(r, d, note(), shades, Unit.ratio(), true);
        double top = root == all.whole() || r.height() < 80 ? 0 : TRAIL;
        if (top > 0) {
            trail();
        }
        double h = Math.max(1, r.height() - foot.height() - keyed - top);
        if (root.parts().isEmpty()) {
            leaf(root, r.theme().series().get(0), 0, top, r.width(), h, "part");
        } else {
            nested(root, 0, MemberColours.rest(r.theme()), new double[] {0, top, r.width(), h}, "part");
        }
        if (keyed > 0) {
            Legend.line(d, r, 0, r.width(), unnamed).draw(d, top + h + KEY - 3);
        }
        foot.draw();
    }

    /** A group of the first level that does not say its name; its colour does, unless colours mean something else. */
    private void unnamed(Part p, int colour) {
        if (p.parent() == root
                && shades == null
                && root.depth() + 1 < all.levels().size()) {
            unnamed.add(new Legend.Key(p.name(), colour));
        }
    }

    /** The way from the whole to what is shown; a click goes one part up. */
    private void trail() {
        TextStyle style = Drawing.style(12, Weight.MEDIUM, r.theme().accent());
        Part up = java.util.Objects.requireNonNullElse(root.parent(), all.whole());
        String text = d.fit("‹ " + up.name(), r.width() * 0.4, style);
        double w = d.width(text, style);
        Drawing part = d.fresh();
        part.add(new Node.Rect(0, 0, w + 6, TRAIL - 4, 4, null, null));
        part.text(0, 13, text, style);
        Datum datum = new Datum(TEXTS.get("treemap.layout.back_to", up.name()), all.entries(r, up), java.util.Map.of());
        d.add(Marks.click("up", datum, TreemapChart.ROOT, up.path(), part.nodes()));
        TextStyle here = Drawing.style(12, Weight.MEDIUM, r.theme().text());
        String name =
                root.name() + "  " + r.format().compact(root.value(), all.y().unit());
        d.text(w + 12, 13, d.fit(name, r.width() - w - 12, here), here);
    }

    /** The largest parts of one that have room, the others together. */
    private List<Part> shown(Part p, double area) {
        int most = 0;
        for (Part child : p.parts()) {
            if (most >= MOST || child.value() / p.value() * area < LEAST_AREA) {
                break;
            }
            most++;
        }
        boolean whole = most == p.parts().size();
        List<Part> some = p.largest(r, whole ? most : most + 1);
        merged += whole ? 0 : 1;
        return some;
    }

    private void nested(Part p, int level, int hue, double[] box, String id) {
        List<Part> parts = shown(p, box[2] * box[3]);
        double[] values = parts.stream().mapToDouble(Part::value).toArray();
        int[] own = level == 0 ? Part.colours(r, parts) : new int[0];
        double[][] boxes = Squares.fill(values, box[0], box[1], box[2], box[3]);
        for (int i = 0; i < parts.size(); i++) {
            Part child = parts.get(i);
            double gap = level == 0 ? 3 : 1.5;
            double[] b = inset(boxes[i], box, gap);
            int colour = level == 0 ? own[i] : hue;
            int place = p.parts().indexOf(child);
            String name = id + "-" + (place < 0 ? "others" : String.valueOf(place));
            boolean deep = level + 1 < LEVELS && !child.parts().isEmpty() && b[2] > 34 && b[3] > HEADER + 22;
            if (deep) {
                block(child, level, colour, b, name);
            } else {
                leaf(child, colour, b[0], b[1], b[2], b[3], name);
            }
        }
    }

    /** Gaps are between the parts only, so that the outer edges stay in line with the picture. */
    private static double[] inset(double[] b, double[] around, double gap) {
        double right = around[0] + around[2];
        double bottom = around[1] + around[3];
        double w = b[0] + b[2] < right - 0.5 ? b[2] - gap : b[2];
        double h = b[1] + b[3] < bottom - 0.5 ? b[3] - gap : b[3];
        return new double[] {b[0], b[1], Math.max(0.2, w), Math.max(0.2, h)};
    }

    private void block(Part p, int level, int hue, double[] b, String id) {
        int ground = Colors.mix(r.theme().surface(), hue, shades == null ? 0.16 : 0.001);
        ground = shades == null ? ground : r.theme().border();
        Drawing part = d.fresh();
        part.rect(b[0], b[1], b[2], b[3], 4, Fill.of(ground));
        TextStyle style = Drawing.style(11, level == 0 ? Weight.MEDIUM : Weight.REGULAR, Legible.on(r.theme(), ground));
        String value = value(p);
        double valueWidth = part.width(value, style);
        boolean both = part.width(p.name(), style) + valueWidth + 3 * PAD <= b[2];
        String name = label(part, p.name(), b[2] - 2 * PAD, style);
        part.text(b[0] + PAD, b[1] + 13.5, name, style);
        if (name.isEmpty()) {
            unnamed(p, hue);
        }
        if (both) {
            part.text(b[0] + b[2] - PAD, b[1] + 13.5, value, style, Node.Text.Anchor.END);
        }
        Datum datum = new Datum(p.fullName(), all.entries(r, p), p.members());
        d.add(Marks.click(id, datum, TreemapChart.ROOT, p.path(), part.nodes()));
        double[] inner = {b[0] + 3, b[1] + HEADER, b[2] - 6, b[3] - HEADER - 3};
        nested(p, level + 1, hue, inner, id);
    }

    /** The largest part says the unit for all. */
    private String value(Part p) {
        boolean first = !root.parts().isEmpty() && p == root.parts().get(0);
        return first ? r.format().compact(p.value(), all.y().unit()) : Amounts.onMark(r, all.y(), p.value());
    }

    private int ground(Part p, int hue) {
        Shades s = shades;
        if (s != null) {
            double change = Hierarchy.change(p);
            return Double.isNaN(change) ? r.theme().border() : s.at(change);
        }
        if (p.isOthers()) {
            return Colors.mix(r.theme().surface(), r.theme().secondary(), 0.25);
        }
        if (all.levels().size() == 1) {
            return r.theme().sequential(0.12 + 0.68 * Math.sqrt(p.value() / largest));
        }
        return Colors.mix(r.theme().surface(), hue, 0.42);
    }

    private void leaf(Part p, int hue, double x, double y, double w, double h, String id) {
        int ground = ground(p, hue);
        Drawing part = d.fresh();
        part.rect(x, y, w, h, Math.min(4, Math.min(w, h) / 4), Fill.of(ground));
        int ink = Legible.on(r.theme(), ground);
        if (!texts(part, p, x, y, w, h, ink)) {
            unnamed(p, hue);
        }
        d.add(Marks.group(id, p.fullName(), all.entries(r, p), p.members(), p.column(), part.nodes()));
    }

    /** The name in up to three lines, and below it the value, as far as they fit; false where not even the name does. */
    private boolean texts(Drawing part, Part p, double x, double y, double w, double h, int ink) {
        double size = w * h > 16_000 ? 13 : 11;
        double line = size + 4;
        TextStyle style = Drawing.style(size, Weight.MEDIUM, ink);
        double room = w - 2 * PAD;
        int lines = (int) Math.min(3, Math.floor((h - 6) / line));
        if (room < 26 || lines < 1) {
            return false;
        }
        List<String> name = lines(part, p.name(), room, lines, style);
        if (name.isEmpty()) {
            return false;
        }
        double baseline = y + size + 4;
        for (String text : name) {
            part.text(x + PAD, baseline, text, style);
            baseline += line;
        }
        TextStyle quiet = Drawing.style(size, ink);
        String value = value(p);
        if (all.base() != null) {
            String change = r.format().change(Hierarchy.change(p));
            String both = value + "  " + change;
            value = part.width(both, quiet) <= room ? both : change;
        }
        if (baseline + 4 <= y + h && part.width(value, quiet) <= room) {
            part.text(x + PAD, baseline, value, quiet);
        }
        return true;
    }

    /** Wrapped between words; a word too wide for the room is cut, and the last shown. None if too little is left to tell. */
    private static List<String> lines(Drawing part, String name, double room, int lines, TextStyle style) {
        String shown = name;
        for (String word : name.split(" ")) {
            if (part.width(word, style) > room) {
                String cut = part.fit(word, room, style);
                shown = name.substring(0, name.indexOf(word)) + (cut.length() < LEAST_CUT ? "…" : cut);
                break;
            }
        }
        List<String> out = part.wrap(shown.strip(), room, lines, style);
        return tooShort(String.join(" ", out), name) ? List.of() : out;
    }

    private static String label(Drawing part, String text, double room, TextStyle style) {
        String fitted = part.fit(text, room, style);
        return tooShort(fitted, text) ? "" : fitted;
    }

    /** "Grou…" tells nobody which group it is. */
    private static boolean tooShort(String shown, String name) {
        return shown.endsWith("…") && (name.length() < 10 || shown.length() < LEAST_CUT);
    }

    String description() {
        String together = merged == 0 ? "" : TEXTS.get("treemap.layout.smallest_parts_are_put");
        return all.description(r, root, (note() + " " + together).strip());
    }
}
