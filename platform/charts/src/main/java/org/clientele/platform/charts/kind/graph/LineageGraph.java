package org.clientele.platform.charts.kind.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.jspecify.annotations.Nullable;

/** Nodes and directed edges in layers: an edge leads to a later layer, but for the few that close a circle. */
final class LineageGraph {
    /**
     * An edge.
     *
     * @param from index of a node
     * @param to index of another
     */
    record Edge(int from, int to) {}

    private final List<String> names = new ArrayList<>();
    private final List<Map<String, String>> members = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<List<Integer>> next = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Set<Edge> backward = new LinkedHashSet<>();
    private int[] layer = {};

    static LineageGraph of(ChartRequest r) {
        Column from = r.frame().column(r.spec().column(Channel.FROM));
        Column to = r.frame().column(r.spec().column(Channel.TO));
        List<Column> kinds =
                r.spec().columns(Channel.LABEL).stream().map(r.frame()::column).toList();
        LineageGraph g = new LineageGraph();
        Map<String, Integer> found = new HashMap<>();
        for (int row = 0; row < from.size(); row++) {
            int a = g.node(found, from, row, r, kinds.isEmpty() ? null : kinds.get(0));
            int b = g.node(found, to, row, r, kinds.size() < 2 ? null : kinds.get(1));
            if (a != b && g.edges.add(new Edge(a, b))) {
                g.next.get(a).add(b);
                g.before.get(b).add(a);
            }
        }
        g.findBackward();
        g.layers();
        return g;
    }

    private int node(Map<String, Integer> found, Column column, int row, ChartRequest r, @Nullable Column kind) {
        String name = Labels.member(column, row, r);
        Integer known = found.get(name);
        if (known == null) {
            known = names.size();
            found.put(name, known);
            names.add(name);
            members.add(Labels.members(column, row));
            kinds.add("");
            next.add(new ArrayList<>());
            before.add(new ArrayList<>());
        }
        if (kind != null && kinds.get(known).isEmpty() && !kind.isNull(row)) {
            kinds.set(known, Labels.member(kind, row, r));
        }
        return known;
    }

    /** Edges back to a node that the way came through; without them there is no circle. */
    private void findBackward() {
        byte[] state = new byte[count()];
        int[] at = new int[count()];
        for (int start = 0; start < count(); start++) {
            if (state[start] != 0) {
                continue;
            }
            ArrayDeque<Integer> way = new ArrayDeque<>(List.of(start));
            state[start] = 1;
            while (!way.isEmpty()) {
                int node = way.element();
                if (at[node] == next.get(node).size()) {
                    state[node] = 2;
                    way.pop();
                    continue;
                }
                int to = next.get(node).get(at[node]++);
                if (state[to] == 1) {
                    backward.add(new Edge(node, to));
                } else if (state[to] == 0) {
                    state[to] = 1;
                    way.push(to);
                }
            }
        }
    }

    /** The longest way to each node; what comes from nothing stands just before what comes from it. */
    private void layers() {
        layer = new int[count()];
        int[] open = new int[count()];
        for (Edge e : edges) {
            open[e.to] += backward.contains(e) ? 0 : 1;
        }
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        boolean[] source = new boolean[count()];
        for (int i = 0; i < count(); i++) {
            source[i] = open[i] == 0;
            if (source[i]) {
                ready.add(i);
            }
        }
        while (!ready.isEmpty()) {
            int node = ready.remove();
            for (int to : next.get(node)) {
                if (!backward.contains(new Edge(node, to))) {
                    layer[to] = Math.max(layer[to], layer[node] + 1);
                    if (--open[to] == 0) {
                        ready.add(to);
                    }
                }
            }
        }
        for (int i = 0; i < count(); i++) {
            int node = i;
            if (source[i]) {
                layer[i] = next.get(i).stream()
                        .filter(to -> !backward.contains(new Edge(node, to)))
                        .mapToInt(to -> layer[to] - 1)
                        .min()
                        .orElse(0);
            }
        }
        int first = Arrays.stream(layer).min().orElse(0);
        for (int i = 0; i < count(); i++) {
            layer[i] -= first;
        }
    }

    int count() {
        return names.size();
    }

    String name(int node) {
        return names.get(node);
    }

    Map<String, String> member(int node) {
        return members.get(node);
    }

    String kind(int node) {
        return kinds.get(node);
    }

    int layer(int node) {
        return layer[node];
    }

    int layerCount() {
        return Arrays.stream(layer).max().orElse(-1) + 1;
    }

    Set<Edge> edges() {
        return edges;
    }

    boolean isBackward(Edge e) {
        return backward.contains(e);
    }

    List<Integer> next(int node) {
        return next.get(node);
    }

    List<Integer> before(int node) {
        return before.get(node);
    }

    /** The node of a name, or -1. */
    int find(@Nullable String name) {
        return name == null ? -1 : names.indexOf(name);
    }

    /** A node, all that it comes from and all that comes from it. */
    boolean[] related(int node) {
        boolean[] out = new boolean[count()];
        for (List<List<Integer>> direction : List.of(next, before)) {
            boolean[] seen = new boolean[count()];
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(node));
            seen[node] = true;
            while (!queue.isEmpty()) {
                int at = queue.remove();
                out[at] = true;
                for (int to : direction.get(at)) {
                    if (!seen[to]) {
                        seen[to] = true;
                        queue.add(to);
                    }
                }
            }
        }
        return out;
    }
}
