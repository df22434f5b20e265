package org.clientele.platform.charts.kind.flow;

import java.util.List;
import org.clientele.platform.charts.kind.flow.FlowGraph.Link;

/** How high each node is and where it stands: near what it is linked with, in the order of its layer, apart. */
final class FlowPlaces {
    /** What a node takes at least, so that its label has room. */
    static final double LEAST_SLOT = 15;

    private static final double LEAST_GAP = 3;
    private static final int ROUNDS = 32;

    private final FlowGraph graph;
    private final List<List<Integer>> order;
    private final double height;
    private final double[] centre;
    private final double scale;
    private final double gap;

    FlowPlaces(FlowGraph graph, List<List<Integer>> order, double height) {
        this.graph = graph;
        this.order = order;
        this.height = height;
        centre = new double[graph.nodes().size()];
        int most = order.stream().mapToInt(List::size).max().orElse(1);
        gap = Math.max(LEAST_GAP, Math.min(16, (height / most - LEAST_SLOT) * 0.45));
        scale = scale();
        place();
    }

    /** Pixels for each unit of flow. */
    double pixels() {
        return scale;
    }

    /** The middle of a node. */
    double centre(int node) {
        return centre[node];
    }

    /** The height of a node. */
    double tall(int node) {
        return Math.max(1, graph.nodes().get(node).value() * scale);
    }

    private double slot(int node) {
        return Math.max(LEAST_SLOT, graph.nodes().get(node).value() * scale);
    }

    /** The largest at which each layer fits, by halving. */
    private double scale() {
        double total = order.stream()
                .mapToDouble(l -> l.stream()
                        .mapToDouble(n -> graph.nodes().get(n).value())
                        .sum())
                .max()
                .orElse(1);
        double low = 0;
        double high = height / total;
        for (int i = 0; i < 50; i++) {
            double mid = (low + high) / 2;
            boolean fits = true;
            for (List<Integer> layer : order) {
                double sum = gap * (layer.size() - 1);
                for (int n : layer) {
                    sum += Math.max(LEAST_SLOT, graph.nodes().get(n).value() * mid);
                }
                fits &= sum <= height;
            }
            if (fits) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private void place() {
        for (List<Integer> layer : order) {
            double sum = gap * (layer.size() - 1);
            for (int n : layer) {
                sum += slot(n);
            }
            double y = Math.max(0, (height - sum) / 2);
            for (int n : layer) {
                centre[n] = y + slot(n) / 2;
                y += slot(n) + gap;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            double pull = Math.pow(0.97, round);
            boolean right = round % 2 == 0;
            for (int k = 1; k < order.size(); k++) {
                List<Integer> layer = order.get(right ? k : order.size() - 1 - k);
                pull(layer, right, pull);
                apart(layer);
            }
        }
    }

    private void pull(List<Integer> layer, boolean incoming, double strength) {
        double[] sum = new double[centre.length];
        double[] weight = new double[centre.length];
        for (Link l : graph.links()) {
            int here = incoming ? l.to() : l.from();
            int there = incoming ? l.from() : l.to();
            sum[here] += l.value() * centre[there];
            weight[here] += l.value();
        }
        for (int n : layer) {
            if (weight[n] > 0) {
                centre[n] += (sum[n] / weight[n] - centre[n]) * strength;
            }
        }
    }

    private void apart(List<Integer> layer) {
        double free = 0;
        for (int n : layer) {
            centre[n] = Math.max(centre[n], free + slot(n) / 2);
            free = centre[n] + slot(n) / 2 + gap;
        }
        double end = height;
        for (int i = layer.size() - 1; i >= 0; i--) {
            int n = layer.get(i);
            centre[n] = Math.min(centre[n], end - slot(n) / 2);
            end = centre[n] - slot(n) / 2 - gap;
        }
    }
}
