package org.clientele.platform.charts.kind.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** Where the boxes of a lineage graph stand. */
final class LineageLayout {
    private static final Texts TEXTS = Texts.of(LineageLayout.class);

    private static final double LEAST_BOX = 84;
    private static final double MOST_BOX = 190;
    private static final double GAP = 10;
    private static final double SMALL = 22;
    private static final double LARGE = 38;
    private static final double KEY = 24;
    private static final int MOST_EDGES = 500;

    /**
     * A box.
     *
     * @param node of the graph, or -1 where it stands for several
     * @param several how many it stands for, or 0
     */
    private record Box(int node, int several, int layer) {}

    private final ChartRequest r;
    private final LineageGraph g;
    private final Drawing d;
    private final int focus;
    private final boolean[] related;
    private final List<String> kinds;
    private final List<Box> boxes = new ArrayList<>();
    private final List<int[]> edges = new ArrayList<>();
    private final List<Boolean> backward = new ArrayList<>();
    private final int firstLayer;
    private final int shownLayers;
    private final double between;
    private final double width;
    private final String note;
    private double height;

    LineageLayout(ChartRequest r, LineageGraph g) {
        this.r = r;
        this.g = g;
        d = new Drawing(r.text());
        focus = g.find(r.view().get(LineageChart.FOCUS));
        related = focus < 0 ? new boolean[g.count()] : g.related(focus);
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < g.count(); i++) {
            found.add(g.kind(i));
        }
        found.remove("");
        kinds = List.copyOf(found);
        int all = g.layerCount();
        double least = Math.max(26, Math.min(44, r.width() * 0.045));
        int fits = (int) Math.max(1, Math.floor((r.width() + least) / (LEAST_BOX + least)));
        shownLayers = Math.min(all, fits);
        int wanted = focus < 0 ? all : g.layer(focus) + shownLayers / 2 + 1;
        firstLayer = Math.max(0, Math.min(all - shownLayers, wanted - shownLayers));
        width = Math.min(MOST_BOX, (r.width() - (shownLayers - 1) * least) / shownLayers);
        between = shownLayers < 2 ? least : Math.min(160, (r.width() - shownLayers * width) / (shownLayers - 1));
        int[] boxOf = boxes();
        int lost = edges(boxOf);
        note = note(all, lost);
    }

    private double top() {
        return kinds.isEmpty() || r.height() < 120 ? 0 : KEY;
    }

    /** The nodes of each shown layer that have room, the others together; which box each node is in, or -1. */
    private int[] boxes() {
        int[] boxOf = new int[g.count()];
        java.util.Arrays.fill(boxOf, -1);
        List<List<Integer>> layers = new ArrayList<>();
        for (int k = 0; k < shownLayers; k++) {
            layers.add(new ArrayList<>());
        }
        for (int node = 0; node < g.count(); node++) {
            int k = g.layer(node) - firstLayer;
            if (k >= 0 && k < shownLayers) {
                layers.get(k).add(node);
            }
        }
        int fits = (int) Math.max(1, Math.floor((r.height() - top() - 20 + 4) / (SMALL + 4)));
        for (int k = 0; k < shownLayers; k++) {
            List<Integer> layer = layers.get(k);
            List<Integer> byWeight = new ArrayList<>(layer);
            byWeight.sort(Comparator.<Integer>comparingInt(n -> n == focus ? 0 : related[n] ? 1 : 2)
                    .thenComparingInt(n -> -g.next(n).size() - g.before(n).size()));
            Set<Integer> own = new LinkedHashSet<>(byWeight.subList(0, layer.size() <= fits ? layer.size() : fits - 1));
            for (int node : layer) {
                if (own.contains(node)) {
                    boxOf[node] = boxes.size();
                    boxes.add(new Box(node, 0, k));
                }
            }
            if (own.size() < layer.size()) {
                for (int node : layer) {
                    boxOf[node] = own.contains(node) ? boxOf[node] : boxes.size();
                }
                boxes.add(new Box(-1, layer.size() - own.size(), k));
            }
        }
        return boxOf;
    }

    /** Edges between boxes, each once; how many have no room. */
    private int edges(int[] boxOf) {
        Map<Long, Integer> known = new HashMap<>();
        int lost = 0;
        for (LineageGraph.Edge e : g.edges()) {
            int a = boxOf[e.from()];
            int b = boxOf[e.to()];
            if (a < 0 || b < 0 || boxes.get(a).layer() == boxes.get(b).layer()) {
                continue;
            }
            boolean back = boxes.get(a).layer() > boxes.get(b).layer();
            int[] edge = back ? new int[] {b, a} : new int[] {a, b};
            if (known.putIfAbsent((long) edge[0] << 32 | edge[1], edges.size()) == null) {
                if (edges.size() >= MOST_EDGES) {
                    lost++;
                } else {
                    edges.add(edge);
                    backward.add(back);
                }
            }
        }
        return lost;
    }

    private String note(int all, int lost) {
        int left = firstLayer;
        int right = all - firstLayer - shownLayers;
        List<String> said = new ArrayList<>();
        if (left > 0) {
            said.add(TEXTS.get("lineage.layout.left", Figure.counted(r, left)));
        }
        if (right > 0) {
            said.add(TEXTS.get("lineage.layout.right", Figure.counted(r, right)));
        }
        if (lost > 0) {
            said.add(TEXTS.get("lineage.layout.lost", Figure.counted(r, lost)));
        }
        return String.join(" ", said);
    }

    Drawing draw() {
        Foot foot = new Foot(r, d, note, null, Unit.none(), false);
        int[] layerOf = boxes.stream().mapToInt(Box::layer).toArray();
        int[] counts = new int[shownLayers];
        int most = 1;
        for (int k : layerOf) {
            most = Math.max(most, ++counts[k]);
        }
        // Boxes that have room for their kind need no key.
        double top = (r.height() - foot.height() + 4) / most >= LARGE + 8 ? 0 : top();
        double bottom = Math.max(top + SMALL, r.height() - foot.height());
        double pitch = (bottom - top + 4) / most;
        height = pitch >= LARGE + 8 ? LARGE : Math.min(SMALL, bottom - top);
        Layers layers = new Layers(layerOf, edges);
        layers.place(top, bottom, height, Math.max(2, Math.min(GAP * 1.6, pitch - height)));
        if (top > 0) {
            key();
        }
        for (boolean on : new boolean[] {false, true}) {
            for (int i = 0; i < edges.size(); i++) {
                if (on(edges.get(i)) == on) {
                    edge(layers, i, on);
                }
            }
        }
        for (int i = 0; i < boxes.size(); i++) {
            box(boxes.get(i), layers.y(i));
        }
        foot.draw();
        return d;
    }

    private boolean on(int[] edge) {
        return focus >= 0 && on(boxes.get(edge[0])) && on(boxes.get(edge[1]));
    }

    private boolean on(Box b) {
        return b.node() >= 0 && related[b.node()];
    }

    private double x(int layer) {
        return layer * (width + between);
    }

    private void edge(Layers layers, int i, boolean on) {
        int[] way = layers.way(i);
        int first = boxes.get(edges.get(i)[0]).layer();
        double strength = on ? 1 : focus >= 0 ? 0.25 : 0.6;
        int ink = Colors.mix(
                r.theme().surface(), on ? r.theme().accent() : r.theme().secondary(), strength);
        PathData.Builder b = PathData.builder();
        b.move(x(first) + width, layers.y(way[0]));
        for (int k = 1; k < way.length; k++) {
            double from = x(first + k - 1) + width;
            double to = x(first + k);
            double bend = (to - from) / 2;
            double y0 = layers.y(way[k - 1]);
            double y1 = layers.y(way[k]);
            b.curve(from + bend, y0, to - bend, y1, to, y1);
            if (k + 1 < way.length) {
                b.line(to + width, y1);
            }
        }
        boolean back = backward.get(i);
        d.stroke(b.build(), new Stroke(ink, on ? 1.75 : 1.25, back ? 4 : 0));
        int end = back ? way[0] : way[way.length - 1];
        double tip = back ? x(first) + width : x(first + way.length - 1);
        double s = back ? 1 : -1;
        d.fill(
                PathData.builder()
                        .move(tip, layers.y(end))
                        .line(tip + s * 6, layers.y(end) - 3.5)
                        .line(tip + s * 6, layers.y(end) + 3.5)
                        .close()
                        .build(),
                Fill.of(ink));
    }

    private int colour(String kind) {
        List<Integer> series = r.theme().series();
        int i = kinds.indexOf(kind);
        return i < 0 ? r.theme().secondary() : series.get(Math.min(i, series.size() - 1));
    }

    private void key() {
        TextStyle style = Drawing.style(11, r.theme().secondary());
        double x = 0;
        for (String kind :
                kinds.subList(0, Math.min(kinds.size(), r.theme().series().size()))) {
            String name = d.fit(kind, 120, style);
            double w = d.width(name, style);
            if (name.isEmpty() || x + 13 + w > r.width()) {
                return;
            }
            d.rect(x, 3, 8, 8, 2, Fill.of(colour(kind)));
            d.text(x + 13, 11, name, style);
            x += 13 + w + 16;
        }
    }

    private void box(Box box, double middle) {
        double x = x(box.layer());
        double y = middle - height / 2;
        boolean faded = focus >= 0 && !on(box);
        boolean here = box.node() >= 0 && box.node() == focus;
        Drawing part = d.fresh();
        int ground = Colors.mix(r.theme().surface(), r.theme().accent(), here ? 0.14 : 0.0);
        int edge = here || focus >= 0 && !faded
                ? r.theme().accent()
                : Colors.mix(r.theme().border(), r.theme().secondary(), 0.25);
        Stroke line = new Stroke(edge, here ? 2 : 1, box.several() > 0 ? 3 : 0);
        part.add(new Node.Rect(x + 0.5, y + 0.5, width - 1, Math.max(0, height - 1), 5, Fill.of(ground), line));
        String kind = box.node() < 0 ? "" : g.kind(box.node());
        String name = box.node() < 0 ? Labels.others(r, box.several()) : g.name(box.node());
        if (!kind.isEmpty()) {
            int strip = Colors.mix(r.theme().surface(), colour(kind), faded ? 0.4 : 1);
            part.rect(x + 5, y + 5, 3, Math.max(1, height - 10), 1.5, Fill.of(strip));
        }
        TextStyle style = Drawing.style(
                12,
                here ? Weight.MEDIUM : Weight.REGULAR,
                faded ? r.theme().secondary() : r.theme().text());
        double room = width - 13 - 8;
        boolean two = !kind.isEmpty() && height >= LARGE;
        part.text(x + 13, middle + (two ? -2 : 4), part.fit(name, room, style), style);
        if (two) {
            TextStyle quiet = Drawing.style(11, r.theme().secondary());
            part.text(x + 13, middle + 12, part.fit(kind, room, quiet), quiet);
        }
        if (box.node() < 0) {
            d.add(Node.Group.of("others-" + box.layer(), new Datum(name, List.of(), Map.of()), part.nodes()));
            return;
        }
        List<Datum.Entry> entries = new ArrayList<>();
        if (!kind.isEmpty()) {
            entries.add(new Datum.Entry(TEXTS.get("lineage.layout.kind"), kind));
        }
        entries.add(new Datum.Entry(
                TEXTS.get("lineage.layout.comes_from"),
                Figure.count(r, g.before(box.node()).size())));
        entries.add(new Datum.Entry(
                TEXTS.get("lineage.layout.goes_to"),
                Figure.count(r, g.next(box.node()).size())));
        Datum datum = new Datum(name, entries, g.member(box.node()));
        d.add(Marks.click("box-" + box.node(), datum, LineageChart.FOCUS, here ? "" : name, part.nodes()));
    }

    String title() {
        return TEXTS.get("lineage.layout.title", Figure.counted(r, g.count()));
    }

    String description() {
        int sources = 0;
        int ends = 0;
        for (int i = 0; i < g.count(); i++) {
            sources += g.before(i).isEmpty() ? 1 : 0;
            ends += g.next(i).isEmpty() ? 1 : 0;
        }
        StringBuilder s = new StringBuilder(TEXTS.get(
                "lineage.layout.said",
                title(),
                Figure.counted(r, g.layerCount()),
                Figure.counted(r, sources),
                Figure.counted(r, ends)));
        if (focus >= 0) {
            int others = -1;
            for (boolean one : related) {
                others += one ? 1 : 0;
            }
            s.append(' ').append(TEXTS.get("lineage.layout.related", g.name(focus), Figure.counted(r, others)));
        }
        return (s + " " + note).strip();
    }
}
