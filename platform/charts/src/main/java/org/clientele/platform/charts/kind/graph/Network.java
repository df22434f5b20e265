package org.clientele.platform.charts.kind.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.jspecify.annotations.Nullable;

/**
 * Nodes and undirected links of a frame, reduced to those that a picture can show.
 *
 * @param nodes from the one of greatest weight to that of least
 * @param links from the heaviest to the lightest, between the nodes
 * @param allNodes how many nodes the frame has
 * @param allLinks how many links the frame has
 * @param leftOut rows whose weight is negative, zero or unknown, and those from a node to itself
 */
record Network(List<Vertex> nodes, List<Link> links, int allNodes, int allLinks, int leftOut) {
    /** More nodes than these are not told apart. */
    static final int MOST_NODES = 200;
    /** More links than these are a ball of wool. */
    static final int MOST_LINKS = 600;

    /**
     * A node.
     *
     * @param member what a filter calls it, by the column's name; empty for the unknown one
     * @param group what COLOR says of it, or ""
     * @param weight the sum of its links' weights
     * @param degree how many other nodes it is linked to
     */
    record Vertex(String name, Map<String, String> member, String group, double weight, int degree) {}

    /**
     * A link.
     *
     * @param a index of a node
     * @param b index of another, greater than {@code a}
     */
    record Link(int a, int b, double weight) {}

    /** What is gathered of a node. */
    private static final class Growing {
        private final String name;
        private final Map<String, String> member;
        private final int order;
        private String group = "";
        private double weight;
        private int degree;

        Growing(String name, Map<String, String> member, int order) {
            this.name = name;
            this.member = member;
            this.order = order;
        }
    }

    private record Pair(int a, int b) {}

    static Network of(ChartRequest r) {
        Column from = r.frame().column(r.spec().column(Channel.FROM));
        Column to = r.frame().column(r.spec().column(Channel.TO));
        @Nullable
        Column weight = r.spec().columns(Channel.Y).isEmpty()
                ? null
                : r.frame().column(r.spec().column(Channel.Y));
        @Nullable
        Column color = r.spec().columns(Channel.COLOR).isEmpty()
                ? null
                : r.frame().column(r.spec().column(Channel.COLOR));
        Map<String, Growing> found = new LinkedHashMap<>();
        List<Growing> all = new ArrayList<>();
        Map<Pair, Double> pairs = new LinkedHashMap<>();
        int leftOut = 0;
        for (int row = 0; row < from.size(); row++) {
            Growing a = node(found, all, from, row, r);
            Growing b = node(found, all, to, row, r);
            if (color != null && a.group.isEmpty()) {
                a.group = Labels.member(color, row, r);
            }
            double w = weight == null ? 1 : weight.doubleAt(row);
            if (a == b || !Double.isFinite(w) || w <= 0) {
                leftOut++;
                continue;
            }
            pairs.merge(new Pair(Math.min(a.order, b.order), Math.max(a.order, b.order)), w, Double::sum);
        }
        pairs.forEach((pair, w) -> {
            for (int i : new int[] {pair.a, pair.b}) {
                all.get(i).weight += w;
                all.get(i).degree++;
            }
        });
        return reduced(all, pairs, leftOut);
    }

    private static Growing node(Map<String, Growing> found, List<Growing> all, Column column, int row, ChartRequest r) {
        String label = Labels.member(column, row, r);
        String key = column.isNull(row) ? "" : "=" + label;
        Growing known = found.get(key);
        if (known == null) {
            known = new Growing(label, Labels.members(column, row), all.size());
            found.put(key, known);
            all.add(known);
        }
        return known;
    }

    private static Network reduced(List<Growing> all, Map<Pair, Double> pairs, int leftOut) {
        List<Growing> linked =
                new ArrayList<>(all.stream().filter(g -> g.degree > 0).toList());
        linked.sort(Comparator.<Growing>comparingDouble(g -> -g.weight).thenComparingInt(g -> g.order));
        Map<Integer, Integer> place = new HashMap<>();
        List<Vertex> nodes = new ArrayList<>();
        for (Growing g : linked.subList(0, Math.min(MOST_NODES, linked.size()))) {
            place.put(g.order, nodes.size());
            nodes.add(new Vertex(g.name, g.member, g.group, g.weight, g.degree));
        }
        List<Link> links = new ArrayList<>();
        pairs.forEach((pair, w) -> {
            Integer a = place.get(pair.a);
            Integer b = place.get(pair.b);
            if (a != null && b != null) {
                links.add(new Link(Math.min(a, b), Math.max(a, b), w));
            }
        });
        links.sort(Comparator.<Link>comparingDouble(l -> -l.weight)
                .thenComparingInt(Link::a)
                .thenComparingInt(Link::b));
        List<Link> drawn = List.copyOf(links.subList(0, Math.min(MOST_LINKS, links.size())));
        return new Network(nodes, drawn, linked.size(), pairs.size(), leftOut);
    }

    /** Groups of the nodes in the order of their weight. */
    List<String> groups() {
        Set<String> seen = new HashSet<>();
        return nodes.stream()
                .map(Vertex::group)
                .filter(g -> !g.isEmpty() && seen.add(g))
                .toList();
    }
}
