package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.platform.charts.draw.Figure;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.Notes;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Nodes in layers and the flows between them, none of which leads back. */
final class FlowGraph {
    private static final Texts TEXTS = Texts.of(FlowGraph.class);

    /**
     * A node.
     *
     * @param column which dimension its member belongs to, and {@code raw} the member; null where it stands for several
     * @param layer counted from 0 at the left
     * @param in what comes
     * @param out what goes on
     */
    record Node(
            String name, @Nullable Column column, @Nullable String raw, int layer, double in, double out) {
        double value() {
            return Math.max(in, out);
        }

        /** Whether it stands for what is left beside the others of its layer. */
        boolean isRest() {
            return Labels.isRest(name);
        }
    }

    /** A flow between two nodes, by index. */
    record Link(int from, int to, double value) {}

    private record Pair(int from, int to) {}

    private final List<Node> nodes;
    private final List<Link> links;

    FlowGraph(List<Node> nodes, List<Link> links) {
        this.nodes = nodes;
        this.links = links;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** From the largest. */
    List<Link> links() {
        return links;
    }

    /** How many layers there are. */
    int layers() {
        return nodes.stream().mapToInt(Node::layer).max().orElse(-1) + 1;
    }

    /** What comes from nowhere: the sum of the flow. */
    double total() {
        return nodes.stream().filter(n -> n.in() == 0).mapToDouble(Node::out).sum();
    }

    /** Reads links; at most {@code layers} layers of at most {@code capacity} nodes each. */
    static FlowGraph of(ChartRequest r, Column from, Column to, Column y, int layers, int capacity, Notes notes) {
        Map<String, Integer> index = new LinkedHashMap<>();
        List<@Nullable Column> columns = new ArrayList<>();
        List<@Nullable String> raws = new ArrayList<>();
        Map<Pair, Double> sums = new LinkedHashMap<>();
        int negative = 0;
        for (int row = 0; row < y.size(); row++) {
            double v = y.doubleAt(row);
            if (v < 0) {
                negative++;
            }
            if (!(v > 0) || Double.isInfinite(v)) {
                continue;
            }
            int a = node(index, columns, raws, Labels.member(from, row, r), from, row);
            int b = node(index, columns, raws, Labels.member(to, row, r), to, row);
            sums.merge(new Pair(a, b), v, Double::sum);
        }
        if (negative > 0) {
            notes.add(TEXTS.get("flow.graph.negative_flows_are_left", Figure.counted(r, negative)));
        }
        List<Link> all = new ArrayList<>();
        sums.forEach((pair, v) -> all.add(new Link(pair.from(), pair.to(), v)));
        all.sort(Comparator.comparingDouble((Link l) -> -l.value()));
        Acyclic acyclic = new Acyclic(sourcesFirst(index.size(), all));
        List<Link> kept = new ArrayList<>();
        double back = 0;
        int backward = 0;
        for (Link l : all) {
            if (acyclic.add(l.from(), l.to())) {
                kept.add(l);
            } else {
                back += l.value();
                backward++;
            }
        }
        if (backward > 0) {
            notes.add(TEXTS.get(
                    "flow.graph.flows_lead_back_and", Figure.counted(r, backward), Figure.exact(r, back, y.unit())));
        }
        int[] layer = acyclic.layers();
        int deep = 0;
        for (int i = 0; i < layer.length; i++) {
            layer[i] = Math.min(layer[i], layers - 1);
        }
        List<Link> flat = new ArrayList<>();
        for (Link l : kept) {
            if (layer[l.from()] < layer[l.to()]) {
                flat.add(l);
            } else {
                deep++;
            }
        }
        if (deep > 0) {
            notes.add(
                    TEXTS.get("flow.graph.flows_beyond_stage_are", Figure.counted(r, deep), Figure.counted(r, layers)));
        }
        return merged(r, new ArrayList<>(index.keySet()), columns, raws, layer, flat, capacity, notes);
    }

    /** Nodes by the part of their flow that goes out, from those where all does. */
    private static int[] sourcesFirst(int nodes, List<Link> links) {
        double[] out = new double[nodes];
        double[] sum = new double[nodes];
        for (Link l : links) {
            out[l.from()] += l.value();
            sum[l.from()] += l.value();
            sum[l.to()] += l.value();
        }
        return java.util.stream.IntStream.range(0, nodes)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -out[i] / sum[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    private static int node(
            Map<String, Integer> index,
            List<@Nullable Column> columns,
            List<@Nullable String> raws,
            String name,
            Column column,
            int row) {
        Integer known = index.get(name);
        if (known != null) {
            return known;
        }
        index.put(name, columns.size());
        columns.add(column);
        raws.add(Member.raw(column, row));
        return columns.size() - 1;
    }

    /** Puts the smallest nodes of a full layer together, and drops nodes that no flow touches. */
    private static FlowGraph merged(
            ChartRequest r,
            List<String> names,
            List<@Nullable Column> columns,
            List<@Nullable String> raws,
            int[] layer,
            List<Link> links,
            int capacity,
            Notes notes) {
        double[] in = new double[names.size()];
        double[] out = new double[names.size()];
        for (Link l : links) {
            out[l.from()] += l.value();
            in[l.to()] += l.value();
        }
        Map<Integer, List<Integer>> byLayer = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (in[i] > 0 || out[i] > 0) {
                byLayer.computeIfAbsent(layer[i], n -> new ArrayList<>()).add(i);
            }
        }
        int[] target = new int[names.size()];
        List<Node> shells = new ArrayList<>();
        long together = 0;
        for (int l = 0; l <= byLayer.keySet().stream().mapToInt(n -> n).max().orElse(-1); l++) {
            List<Integer> own = new ArrayList<>(byLayer.getOrDefault(l, List.of()));
            own.sort(Comparator.comparing((Integer i) -> Labels.isRest(names.get(i)))
                    .thenComparingDouble(i -> -Math.max(in[i], out[i])));
            int alone = own.size() <= capacity ? own.size() : capacity - 1;
            for (int k = 0; k < own.size(); k++) {
                int i = own.get(k);
                if (k < alone) {
                    target[i] = shells.size();
                    shells.add(new Node(names.get(i), columns.get(i), raws.get(i), l, 0, 0));
                } else {
                    if (k == alone) {
                        shells.add(new Node(Labels.others(r, own.size() - alone), null, null, l, 0, 0));
                        together += own.size() - alone;
                    }
                    target[i] = shells.size() - 1;
                }
            }
        }
        if (together > 0) {
            notes.add(TEXTS.get("flow.graph.smallest_nodes_are_put", Figure.counted(r, together)));
        }
        Map<Pair, Double> sums = new HashMap<>();
        links.forEach(l -> sums.merge(new Pair(target[l.from()], target[l.to()]), l.value(), Double::sum));
        List<Link> merged = new ArrayList<>();
        sums.forEach((pair, v) -> merged.add(new Link(pair.from(), pair.to(), v)));
        merged.sort(Comparator.comparingDouble((Link l) -> -l.value())
                .thenComparingInt(Link::from)
                .thenComparingInt(Link::to));
        double[] sumIn = new double[shells.size()];
        double[] sumOut = new double[shells.size()];
        merged.forEach(l -> {
            sumOut[l.from()] += l.value();
            sumIn[l.to()] += l.value();
        });
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < shells.size(); i++) {
            Node n = shells.get(i);
            nodes.add(new Node(n.name(), n.column(), n.raw(), n.layer(), sumIn[i], sumOut[i]));
        }
        return new FlowGraph(nodes, merged);
    }
}
