package org.clientele.platform.charts.kind.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clientele.platform.charts.kind.flow.FlowGraph.Link;

/**
 * Orders the nodes within their layers so that few flows cross, with what stands for the rest at the lower end: the barycentre method, K. Sugiyama, S. Tagawa and M. Toda,
 * "Methods for visual understanding of hierarchical system structures", 1981.
 */
final class FlowOrder {
    private static final int SWEEPS = 12;
    /** Beyond this many pairs the last order is taken without counting. */
    private static final int MOST_COUNTED = 2_000;

    private FlowOrder() {}

    /** The nodes of each layer from top to bottom. */
    static List<List<Integer>> of(FlowGraph graph) {
        List<List<Integer>> layers = new ArrayList<>();
        for (int l = 0; l < graph.layers(); l++) {
            layers.add(new ArrayList<>());
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            layers.get(graph.nodes().get(i).layer()).add(i);
        }
        double[] place = new double[graph.nodes().size()];
        layers.forEach(l -> number(l, place));
        List<List<Integer>> best = copy(layers);
        double least = crossings(graph, place);
        for (int sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
            boolean right = sweep % 2 == 0;
            for (int k = 1; k < layers.size(); k++) {
                List<Integer> layer = layers.get(right ? k : layers.size() - 1 - k);
                double[] centre = centres(graph, layer, place, right);
                layer.sort(
                        Comparator.comparing((Integer n) -> graph.nodes().get(n).isRest())
                                .thenComparingDouble(n -> centre[n]));
                number(layer, place);
            }
            double now = crossings(graph, place);
            if (now < least || graph.links().size() > MOST_COUNTED) {
                least = now;
                best = copy(layers);
            }
        }
        return best;
    }

    private static void number(List<Integer> layer, double[] place) {
        for (int i = 0; i < layer.size(); i++) {
            place[layer.get(i)] = (i + 0.5) / layer.size();
        }
    }

    private static List<List<Integer>> copy(List<List<Integer>> layers) {
        List<List<Integer>> out = new ArrayList<>();
        layers.forEach(l -> out.add(new ArrayList<>(l)));
        return out;
    }

    /** The mean place of what flows into each node, or out of it; its own where nothing does. */
    private static double[] centres(FlowGraph graph, List<Integer> layer, double[] place, boolean incoming) {
        double[] sum = new double[place.length];
        double[] weight = new double[place.length];
        for (Link l : graph.links()) {
            int here = incoming ? l.to() : l.from();
            int there = incoming ? l.from() : l.to();
            sum[here] += l.value() * place[there];
            weight[here] += l.value();
        }
        double[] centre = new double[place.length];
        for (int n : layer) {
            centre[n] = weight[n] > 0 ? sum[n] / weight[n] : place[n];
        }
        return centre;
    }

    /** How much flow crosses other flow: for each crossing the smaller of the two. */
    static double crossings(FlowGraph graph, double[] place) {
        List<Link> links = graph.links();
        if (links.size() > MOST_COUNTED) {
            return Double.MAX_VALUE;
        }
        double sum = 0;
        for (int i = 0; i < links.size(); i++) {
            Link a = links.get(i);
            int layer = graph.nodes().get(a.from()).layer();
            for (int k = i + 1; k < links.size(); k++) {
                Link b = links.get(k);
                if (graph.nodes().get(b.from()).layer() == layer
                        && (place[a.from()] - place[b.from()]) * (place[a.to()] - place[b.to()]) < 0) {
                    sum += b.value();
                }
            }
        }
        return sum;
    }
}
