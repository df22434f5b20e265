package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Colors;
import org.clientele.platform.charts.draw.Drawing;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.platform.charts.kind.flow.FlowGraph.Link;
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
import org.clientele.sdk.scene.TextStyle;
import org.clientele.sdk.scene.TextStyle.Weight;
import org.clientele.sdk.text.Texts;

/** Flows between stages: nodes in layers, curves as wide as what flows, in the colour of where it comes from. */
public final class SankeyChart implements ChartType {
    private static final Texts TEXTS = Texts.of(SankeyChart.class);

    private static final double NODE = 10;
    /** Before what all names of a layer may have in common. */
    private static final String DOT = " · ";

    private static final double HEAD = 20;
    private static final double HEADED_FROM = 160;
    private static final double GAP = 7;
    private static final double LAYER = 110;

    @Override
    public String kind() {
        return ChartSpec.SANKEY;
    }

    @Override
    public double minWidth() {
        return 360;
    }

    @Override
    public Scene layout(ChartRequest r) {
        Column from = r.frame().column(r.spec().column(Channel.FROM));
        Column to = r.frame().column(r.spec().column(Channel.TO));
        Column y = r.frame().column(r.spec().column(Channel.Y));
        String title = TEXTS.get("sankey.chart.flow", Labels.of(y, r.metrics()).toLowerCase(java.util.Locale.ROOT));
        Notes notes = new Notes();
        int layers = (int) Math.max(2, Math.floor(r.width() / LAYER));
        int capacity = (int) Math.max(2, Math.floor((r.height() - 26) / (FlowPlaces.LEAST_SLOT + 3)));
        FlowGraph graph = FlowGraph.of(r, from, to, y, layers, capacity, notes);
        if (graph.links().isEmpty()) {
            return Pictures.empty(r, title, notes.after(Pictures.NOTHING));
        }
        Picture picture = new Picture(r, from, to, y, graph, notes);
        picture.draw();
        return Pictures.of(r, picture.d, notes, title, description(r, y, title, graph));
    }

    private static String description(ChartRequest r, Column y, String title, FlowGraph graph) {
        Link first = graph.links().get(0);
        return TEXTS.get(
                "sankey.chart.description",
                title,
                graph.nodes().get(first.from()).name(),
                graph.nodes().get(first.to()).name(),
                Figure.exact(r, first.value(), y.unit()),
                Figure.exact(r, graph.total(), y.unit()),
                Figure.counted(r, graph.layers()));
    }

    /** One picture while it is drawn. */
    private static final class Picture {
        private final ChartRequest r;
        private final Column from;
        private final Column to;
        private final Column y;
        private final FlowGraph graph;
        private final Drawing d;
        private final FlowRoutes routes;
        private final List<List<Integer>> order;
        private final List<String> endings;
        private final FlowPlaces places;
        private final int[] colour;
        private final TextStyle name;
        private final TextStyle value;
        private final double top;
        private final double left;
        private final double right;

        Picture(ChartRequest r, Column from, Column to, Column y, FlowGraph graph, Notes notes) {
            this.r = r;
            this.from = from;
            this.to = to;
            this.y = y;
            this.graph = graph;
            d = new Drawing(r.text());
            name = Drawing.style(12, r.theme().text());
            value = Drawing.style(12, Weight.MEDIUM, r.theme().text());
            routes = FlowRoutes.of(graph);
            List<List<Integer>> withBends = FlowOrder.of(routes.pieces());
            order = withBends.stream()
                    .map(l -> l.stream().filter(n -> !routes.isBend(n)).toList())
                    .toList();
            endings = order.stream().map(this::ending).toList();
            boolean headed = r.height() >= HEADED_FROM && endings.stream().anyMatch(e -> !e.isEmpty());
            top = headed ? 2 + HEAD : 2;
            places = new FlowPlaces(routes, withBends, Math.max(8, r.height() - notes.height() - 4 - top));
            colour = colours();
            left = outside(order.get(0));
            right = r.width() - outside(order.get(order.size() - 1));
        }

        /** What all names of a layer end with after a dot, such as a month: it stands once above them. "" where there is none. */
        private String ending(List<Integer> layer) {
            List<String> endings = layer.stream()
                    .map(graph.nodes()::get)
                    .filter(n -> !n.isRest())
                    .map(n -> n.name().substring(Math.max(0, n.name().lastIndexOf(DOT))))
                    .distinct()
                    .toList();
            return layer.size() > 1 && endings.size() == 1 && endings.get(0).startsWith(DOT) ? endings.get(0) : "";
        }

        private String called(int n, int layer) {
            String whole = graph.nodes().get(n).name();
            String ending = top > HEAD ? endings.get(layer) : "";
            return !ending.isEmpty() && whole.endsWith(ending)
                    ? whole.substring(0, whole.length() - ending.length())
                    : whole;
        }

        private void heads() {
            TextStyle head = Drawing.style(12, Weight.MEDIUM, r.theme().secondary());
            for (int l = 0; l < order.size(); l++) {
                String said = endings.get(l).isEmpty() ? "" : endings.get(l).substring(DOT.length());
                Anchor anchor = l == 0 ? Anchor.END : l == order.size() - 1 ? Anchor.START : Anchor.MIDDLE;
                double x = x(l) + (l == 0 ? NODE : l == order.size() - 1 ? 0 : NODE / 2);
                double room = l == 0 ? x : l == order.size() - 1 ? r.width() - x : LAYER - 8;
                d.text(x, 12, d.fit(said, room, head), head, anchor);
            }
        }

        /** The room for labels beside the first or the last layer. */
        private double outside(List<Integer> layer) {
            double widest = 0;
            for (int n : layer) {
                String said = called(n, graph.nodes().get(n).layer());
                widest = Math.max(widest, d.width(said, name) + 6 + d.width(figure(n), value));
            }
            return Math.min(widest + 0.5, r.width() * (r.width() < 420 || order.size() == 2 ? 0.3 : 0.26)) + GAP;
        }

        private String figure(int n) {
            return r.format().compact(graph.nodes().get(n).value(), Figure.bare(y.unit()));
        }

        /** Each layer counts through the series; where nothing flows on, nodes are grey. */
        private int[] colours() {
            int[] out = new int[graph.nodes().size()];
            int grey = Colors.mix(r.theme().surface(), r.theme().secondary(), 0.75);
            for (List<Integer> layer : order) {
                int next = 0;
                for (int n : layer) {
                    FlowGraph.Node node = graph.nodes().get(n);
                    boolean plain = node.out() == 0 || node.column() == null || node.isRest();
                    out[n] = plain ? grey : r.theme().series().get(next++ % 6);
                }
            }
            return out;
        }

        void draw() {
            double[] outAt = new double[routes.pieces().nodes().size()];
            for (int i = 0; i < outAt.length; i++) {
                outAt[i] = top + places.centre(i) - places.tall(i) / 2;
            }
            double[] inAt = outAt.clone();
            double[] start = stack(outAt, true);
            double[] end = stack(inAt, false);
            for (int i = 0; i < graph.links().size(); i++) {
                link(i, start, end);
            }
            if (top > HEAD) {
                heads();
            }
            for (int l = 0; l < order.size(); l++) {
                for (int n : order.get(l)) {
                    node(n, l);
                }
            }
        }

        /** Where each flow leaves or enters its node: in the order of the nodes at the other ends. */
        private double[] stack(double[] at, boolean leaving) {
            List<Link> pieces = routes.pieces().links();
            List<Integer> byOtherEnd = new ArrayList<>();
            for (int i = 0; i < pieces.size(); i++) {
                byOtherEnd.add(i);
            }
            byOtherEnd.sort(Comparator.comparingDouble(i -> {
                Link l = pieces.get(i);
                return places.centre(leaving ? l.to() : l.from());
            }));
            double[] out = new double[byOtherEnd.size()];
            for (int i : byOtherEnd) {
                Link l = pieces.get(i);
                int n = leaving ? l.from() : l.to();
                out[i] = at[n];
                at[n] += l.value() * places.pixels();
            }
            return out;
        }

        /** The outline of a flow: along its upper edge through all bends, and back along its lower edge. */
        private PathData outline(int i, double[] start, double[] end, double thick) {
            int[] chain = routes.chain(i);
            List<Link> pieces = routes.pieces().links();
            double[][] at = new double[chain.length][];
            for (int k = 0; k < chain.length; k++) {
                Link piece = pieces.get(chain[k]);
                double x0 = x(routes.pieces().nodes().get(piece.from()).layer()) + NODE;
                double x1 = x(routes.pieces().nodes().get(piece.to()).layer());
                at[k] = new double[] {x0, start[chain[k]], x1, end[chain[k]]};
            }
            PathData.Builder path = PathData.builder().move(at[0][0], at[0][1]);
            for (int k = 0; k < at.length; k++) {
                double mid = (at[k][0] + at[k][2]) / 2;
                if (k > 0) {
                    path.line(at[k][0], at[k][1]);
                }
                path.curve(mid, at[k][1], mid, at[k][3], at[k][2], at[k][3]);
            }
            for (int k = at.length - 1; k >= 0; k--) {
                double mid = (at[k][0] + at[k][2]) / 2;
                path.line(at[k][2], at[k][3] + thick);
                path.curve(mid, at[k][3] + thick, mid, at[k][1] + thick, at[k][0], at[k][1] + thick);
            }
            return path.close().build();
        }

        private double x(int layer) {
            double last = Math.max(left, right - NODE);
            return order.size() < 2 ? left : left + (last - left) * layer / (order.size() - 1);
        }

        private void link(int i, double[] start, double[] end) {
            Link l = graph.links().get(i);
            FlowGraph.Node source = graph.nodes().get(l.from());
            FlowGraph.Node sink = graph.nodes().get(l.to());
            double thick = Math.max(0.75, l.value() * places.pixels());
            Drawing part = d.fresh();
            part.fill(
                    outline(i, start, end, thick),
                    Fill.of(Colors.alpha(colour[l.from()], r.theme().isDark() ? 0.42 : 0.36)));
            Map<String, String> members = new HashMap<>();
            String rawFrom = source.raw();
            String rawTo = sink.raw();
            if (rawFrom != null && from.equals(source.column())) {
                members.put(from.name(), rawFrom);
            }
            if (rawTo != null && to.equals(sink.column())) {
                members.put(to.name(), rawTo);
            }
            List<Datum.Entry> entries = List.of(
                    new Datum.Entry(Labels.of(y, r.metrics()), Figure.exact(r, l.value(), y.unit())),
                    new Datum.Entry(
                            TEXTS.get("sankey.chart.text", source.name()), Figure.share(r, l.value() / source.out())),
                    new Datum.Entry(
                            TEXTS.get("sankey.chart.text", sink.name()), Figure.share(r, l.value() / sink.in())));
            d.add(new Node.Group(
                    "flow-" + i,
                    0,
                    0,
                    null,
                    new Datum(TEXTS.get("sankey.chart.to", source.name(), sink.name()), entries, members),
                    Member.select(from, from.equals(source.column()) ? rawFrom : null),
                    part.nodes()));
        }

        private void node(int n, int layer) {
            FlowGraph.Node node = graph.nodes().get(n);
            double tall = places.tall(n);
            double cy = top + places.centre(n);
            double x = x(layer);
            Drawing part = d.fresh();
            part.rect(x, cy - tall / 2, NODE, tall, Math.min(2, tall / 2), Fill.of(colour[n]));
            String figure = figure(n);
            String called = called(n, layer);
            if (layer == 0) {
                double room = x - GAP;
                double used = d.width(figure, value) + 6;
                boolean both = used + Math.min(30, d.width(called, name)) <= room;
                part.text(x - GAP, cy + 4, both ? figure : "", value, Anchor.END);
                double free = both ? room - used : room;
                part.text(x - GAP - (both ? used : 0), cy + 4, d.fit(called, free, name), name, Anchor.END);
            } else {
                boolean last = layer == order.size() - 1;
                double start = x + NODE + GAP;
                double room = last ? r.width() - start : (x(layer + 1) - x - NODE) * 0.8;
                double used = d.width(figure, value) + 6;
                boolean both = used + Math.min(30, d.width(called, name)) <= room;
                String said = d.fit(called, both ? room - used : room, name);
                double width = d.width(said, name);
                if (!last && !said.isEmpty()) {
                    double paper = width + (both ? used : 0) + 6;
                    part.rect(
                            start - 3,
                            cy - 8,
                            paper,
                            16,
                            3,
                            Fill.of(Colors.alpha(r.theme().surface(), 0.72)));
                }
                part.text(start, cy + 4, said, name);
                if (both) {
                    // Beside the last layer the figures stand below each other.
                    double at = last ? r.width() - 0.5 : start + width + used;
                    part.text(at, cy + 4, figure, value, Anchor.END);
                }
            }
            List<Datum.Entry> entries = new ArrayList<>();
            if (node.in() > 0) {
                entries.add(new Datum.Entry(TEXTS.get("sankey.chart.in"), Figure.exact(r, node.in(), y.unit())));
            }
            if (node.out() > 0) {
                entries.add(new Datum.Entry(TEXTS.get("sankey.chart.out"), Figure.exact(r, node.out(), y.unit())));
            }
            entries.add(
                    new Datum.Entry(TEXTS.get("sankey.chart.share"), Figure.share(r, node.value() / graph.total())));
            Column column = node.column();
            String raw = node.raw();
            Map<String, String> members = column == null || raw == null ? Map.of() : Map.of(column.name(), raw);
            d.add(new Node.Group(
                    "node-" + n,
                    0,
                    0,
                    null,
                    new Datum(node.name(), entries, members),
                    column == null ? null : Member.select(column, raw),
                    part.nodes()));
        }
    }
}
