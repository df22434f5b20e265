package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clientele.platform.charts.axis.RoundTicks;
import org.clientele.platform.charts.draw.Amounts;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Foot;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Marks;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.scene.Fill;
import org.clientele.sdk.scene.Gesture;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Node.Text.Anchor;
import org.clientele.sdk.scene.PathData;
import org.clientele.sdk.scene.Stroke;
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where the branches of a dendrogram stand. */
final class DendrogramLayout {
    private static final Texts TEXTS = Texts.of(DendrogramLayout.class);

    private static final double LEAST_ROW = 14;
    private static final double MOST_ROW = 26;
    private static final double HEAD = 20;
    private static final double AXIS = 20;
    private static final double LEFT = 8;

    private final ChartRequest r;
    private final Merges m;
    private final Column y;
    private final Drawing d;
    private final TextStyle label;
    private final double high;
    private final double cut;
    private final int[] clusters;
    private final int count;
    private final boolean[] open;
    private final List<Integer> rows = new ArrayList<>();
    private final double[] py;
    private final String note;
    private double right;

    DendrogramLayout(ChartRequest r, Merges m) {
        this.r = r;
        this.m = m;
        y = r.frame().column(r.spec().column(Channel.Y));
        d = new Drawing(r.text());
        label = Drawing.style(11, r.theme().text());
        high = m.highest() > 0 ? m.highest() : 1;
        Double part = part(r.view().get(DendrogramChart.CUT));
        cut = part == null ? given() : high * (1 - part);
        clusters = m.clusters(cut);
        count = Arrays.stream(clusters).max().orElse(-1) + 1;
        open = new boolean[m.count()];
        py = new double[m.count()];
        int room = (int) Math.max(1, Math.floor((r.height() - HEAD - AXIS - 20) / LEAST_ROW));
        List<Integer> roots = m.roots();
        int hidden = Math.max(0, roots.size() - room);
        List<Integer> drawn = roots.subList(0, roots.size() - hidden);
        open(drawn, room);
        int wedges = (int) rows.stream().filter(n -> !m.isLeaf(n)).count();
        String together = wedges == 0 ? "" : TEXTS.get("dendrogram.layout.wedge_is_several_leaves");
        note = hidden == 0
                ? together
                : (TEXTS.get("dendrogram.layout.hidden", Figure.counted(r, hidden)) + " " + together).strip();
    }

    private static @Nullable Double part(@Nullable String value) {
        try {
            double v = value == null ? Double.NaN : Double.parseDouble(value.strip());
            return Double.isNaN(v) ? null : Double.valueOf(Math.max(0, Math.min(1, v)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Where the data are cut, or where they fall apart most plainly. */
    private double given() {
        List<String> named = r.spec().columns(Channel.TARGET);
        double at = named.isEmpty() || r.frame().rowCount() == 0
                ? Double.NaN
                : r.frame().column(named.get(0)).doubleAt(0);
        return Double.isNaN(at) ? m.naturalCut() : Math.min(high, at);
    }

    /** Opens the highest merges until the rows have no more room, and puts the rows in order. */
    private void open(List<Integer> roots, int room) {
        PriorityQueue<Integer> queue =
                new PriorityQueue<>(Comparator.<Integer>comparingDouble(n -> m.isLeaf(n) ? -1 : m.height(n))
                        .reversed()
                        .thenComparing(Comparator.reverseOrder()));
        queue.addAll(roots);
        while (queue.size() < room && !m.isLeaf(queue.element())) {
            int node = queue.remove();
            open[node] = true;
            queue.add(m.left(node));
            queue.add(m.right(node));
        }
        boolean[] row = new boolean[m.count()];
        queue.forEach(n -> row[n] = true);
        for (int node : m.order()) {
            if (row[node]) {
                rows.add(node);
            }
        }
    }

    private double x(double height) {
        return right - height / high * (right - LEFT);
    }

    Drawing draw() {
        Foot foot = new Foot(r, d, note, null, Unit.none(), false);
        double axis = r.height() >= 110 ? AXIS : 0;
        double room = Math.max(1, r.height() - HEAD - axis - foot.height());
        double pitch = Math.min(MOST_ROW, room / rows.size());
        boolean named = pitch >= 12.5;
        double widest = 0;
        for (int node : rows) {
            widest = Math.max(widest, d.width(text(node), label));
        }
        double names = named ? Math.min(widest, r.width() * 0.4) : 0;
        right = Math.max(LEFT + 10, r.width() - names - (named ? 18 : 8));
        double bottom = HEAD + pitch * rows.size();
        for (int i = 0; i < rows.size(); i++) {
            py[rows.get(i)] = HEAD + (i + 0.5) * pitch;
        }
        for (int node = 0; node < m.count(); node++) {
            if (open[node]) {
                py[node] = (py[m.left(node)] + py[m.right(node)]) / 2;
            }
        }
        slider(bottom);
        if (axis > 0) {
            axis(bottom);
        }
        for (int node = m.count() - 1; node >= 0; node--) {
            if (open[node]) {
                branch(node);
            }
        }
        for (int node : rows) {
            row(node, pitch, named ? names : 0);
        }
        cutLine(bottom);
        foot.draw();
        return d;
    }

    private String text(int node) {
        return m.isLeaf(node) ? m.name(node) : TEXTS.get("dendrogram.layout.leaves", Figure.counted(r, m.leaves(node)));
    }

    private int colour(int node) {
        int c = clusters[node];
        List<Integer> series = r.theme().series();
        return c < 0 ? Colors.mix(r.theme().surface(), r.theme().secondary(), 0.7) : series.get(c % series.size());
    }

    /** Beneath everything, so that branches and leaves still answer. */
    private void slider(double bottom) {
        Gesture slide = new Gesture(
                Gesture.Kind.SLIDE_X,
                DendrogramChart.CUT,
                String.valueOf(Math.round(1000 * (1 - cut / high)) / 1000.0));
        Node.Rect plot = new Node.Rect(LEFT, 0, right - LEFT, bottom, 0, null, null);
        List<Node> nodes = new ArrayList<>();
        nodes.add(plot);
        choices(bottom, nodes);
        d.add(new Node.Group("cut", 0, 0, null, null, slide, nodes));
    }

    /** What a cut means: over each stretch between two merges, how many clusters one chooses there. */
    private void choices(double bottom, List<Node> nodes) {
        String parameter = r.spec().options().get(DendrogramChart.CHOOSES);
        if (parameter == null) {
            return;
        }
        int most = Math.max(2, Integer.parseInt(r.spec().options().getOrDefault(DendrogramChart.MOST, "20")));
        double[] heights = IntStream.range(0, m.count())
                .filter(node -> !m.isLeaf(node))
                .mapToDouble(m::height)
                .sorted()
                .toArray();
        double from = LEFT;
        for (int k = 2; k <= Math.min(most, heights.length + 1); k++) {
            boolean last = k == Math.min(most, heights.length + 1);
            double to = last ? right : x(heights[heights.length - k]);
            if (to > from) {
                Map<String, String> chosen = new TreeMap<>(Map.of(parameter, String.valueOf(k)));
                String other = r.spec().options().get(DendrogramChart.INSTEAD_OF);
                if (other != null) {
                    chosen.put(other, "0");
                }
                nodes.addAll(Marks.choosing(chosen, List.of(new Node.Rect(from, 0, to - from, bottom, 0, null, null))));
            }
            from = Math.max(from, to);
        }
    }

    private void axis(double bottom) {
        TextStyle style = Drawing.style(11, r.theme().secondary());
        RoundTicks ticks = RoundTicks.covering(0, high);
        double end = r.width() + 100;
        for (double value : ticks.values()) {
            double px = x(value);
            if (value > high * (1 + 1e-9)) {
                continue;
            }
            d.line(px, HEAD, px, bottom, Stroke.of(r.theme().border(), 1));
            String text = r.format().tick(value, ticks.step(), y.unit());
            double w = d.width(text, style);
            double middle = Math.max(w / 2, Math.min(r.width() - w / 2, px));
            if (middle + w / 2 + 6 <= end) {
                d.text(middle, bottom + 14, text, style, Anchor.MIDDLE);
                end = middle - w / 2;
            }
        }
        String title = Labels.of(y, r.metrics());
        if (d.width(title, style) + 8 <= end) {
            d.text(0, bottom + 14, title, style);
        }
    }

    private List<Datum.Entry> entries(int node) {
        List<Datum.Entry> out = new ArrayList<>();
        if (!m.isLeaf(node)) {
            out.add(new Datum.Entry(Labels.of(y, r.metrics()), Amounts.exact(r, y, m.height(node))));
            out.add(new Datum.Entry(TEXTS.get("dendrogram.layout.leaves_2"), Figure.count(r, m.leaves(node))));
        }
        if (clusters[node] >= 0) {
            out.add(new Datum.Entry(TEXTS.get("dendrogram.layout.cluster"), Figure.count(r, clusters[node] + 1)));
        }
        return out;
    }

    private void branch(int node) {
        double px = x(m.height(node));
        int a = m.left(node);
        int b = m.right(node);
        Drawing part = d.fresh();
        part.add(new Node.Rect(px - 3, Math.min(py[a], py[b]), 6, Math.abs(py[b] - py[a]), 0, null, null));
        part.stroke(
                PathData.builder()
                        .move(x(height(a)), py[a])
                        .line(px, py[a])
                        .line(px, py[b])
                        .line(x(height(b)), py[b])
                        .build(),
                Stroke.of(colour(node), 1.5));
        Datum datum = new Datum(
                TEXTS.get("dendrogram.layout.merge_leaves", Figure.counted(r, m.leaves(node))),
                entries(node),
                Map.of());
        d.add(Node.Group.of("merge-" + node, datum, part.nodes()));
    }

    private double height(int node) {
        return m.isLeaf(node) ? 0 : m.height(node);
    }

    private void row(int node, double pitch, double names) {
        Drawing part = d.fresh();
        double at = py[node];
        part.add(new Node.Rect(right + 2, at - pitch / 2, r.width() - right - 2, pitch, 0, null, null));
        if (m.isLeaf(node)) {
            part.disc(right + 5, at, Math.min(3, pitch / 3), colour(node));
        } else {
            double half = Math.max(1, pitch / 2 - 2);
            PathData wedge = PathData.builder()
                    .move(x(m.height(node)), at)
                    .line(right, at - half)
                    .line(right, at + half)
                    .close()
                    .build();
            int fill = Colors.mix(r.theme().surface(), colour(node), 0.3);
            part.add(new Node.Path(wedge, Fill.of(fill), Stroke.of(colour(node), 1)));
        }
        if (names > 0) {
            part.text(right + 14, at + 4, part.fit(text(node), names + 0.01, label), label);
        }
        String title = m.isLeaf(node)
                ? m.name(node)
                : TEXTS.get("dendrogram.layout.cluster_leaves", Figure.counted(r, m.leaves(node)));
        d.add(Marks.group(
                "leaf-" + node, title, entries(node), m.member(node), r.spec().column(Channel.FROM), part.nodes()));
    }

    private void cutLine(double bottom) {
        double px = x(Math.max(0, Math.min(high, cut)));
        d.add(new Node.Path(
                PathData.builder().move(px, HEAD - 4).line(px, bottom).build(),
                null,
                new Stroke(r.theme().accent(), 1.5, 4)));
        d.disc(px, HEAD - 5, 4.5, r.theme().accent());
        TextStyle style = Drawing.style(12, Weight.MEDIUM, r.theme().accent());
        String text = TEXTS.get("dendrogram.layout.clusters", Figure.counted(r, count));
        double w = d.width(text, style);
        boolean after = px + 10 + w <= r.width();
        if (after || px - 10 - w >= 0) {
            d.text(after ? px + 10 : px - 10, 12, text, style, after ? Anchor.START : Anchor.END);
        }
    }

    String description(String title) {
        String said = TEXTS.get(
                "dendrogram.layout.said",
                title,
                Figure.counted(r, count),
                Amounts.exact(r, y, cut),
                Amounts.exact(r, y, m.highest()));
        return (said + " " + note).strip();
    }
}
