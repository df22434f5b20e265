package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.charts.kind.flow.FlowGraph.Link;
import org.clientele.platform.charts.kind.flow.FlowGraph.Node;

/**
 * The same graph in pieces that go from one layer to the next: a flow over several layers gets a bend in each layer between,
 * which takes its room there, so that it passes beside the nodes and not behind them.
 */
final class FlowRoutes {
    /** With more bends than this in one layer, flows are drawn straight through. */
    private static final int MOST_BENDS = 40;

    private final FlowGraph pieces;
    private final int nodes;
    private final List<int[]> chains;

    private FlowRoutes(FlowGraph pieces, int nodes, List<int[]> chains) {
        this.pieces = pieces;
        this.nodes = nodes;
        this.chains = chains;
    }

    static FlowRoutes of(FlowGraph graph) {
        int[] bends = new int[graph.layers()];
        for (Link l : graph.links()) {
            for (int k = layer(graph, l.from()) + 1; k < layer(graph, l.to()); k++) {
                bends[k]++;
            }
        }
        boolean bent = java.util.Arrays.stream(bends).allMatch(n -> n <= MOST_BENDS);
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Link> links = new ArrayList<>();
        List<int[]> chains = new ArrayList<>();
        for (Link l : graph.links()) {
            int from = layer(graph, l.from());
            int length = bent ? layer(graph, l.to()) - from : 1;
            int[] chain = new int[length];
            int at = l.from();
            for (int k = 0; k < length; k++) {
                int next = l.to();
                if (k + 1 < length) {
                    next = nodes.size();
                    nodes.add(new Node("", null, null, from + k + 1, l.value(), l.value()));
                }
                chain[k] = links.size();
                links.add(new Link(at, next, l.value()));
                at = next;
            }
            chains.add(chain);
        }
        return new FlowRoutes(new FlowGraph(nodes, links), graph.nodes().size(), chains);
    }

    private static int layer(FlowGraph graph, int node) {
        return graph.nodes().get(node).layer();
    }

    /** Nodes and bends, and the pieces between them. */
    FlowGraph pieces() {
        return pieces;
    }

    /** Whether a node of the pieces is a bend. */
    boolean isBend(int node) {
        return node >= nodes;
    }

    /** The pieces of a flow of the whole graph, by index, in order. */
    int[] chain(int link) {
        return chains.get(link);
    }
}
