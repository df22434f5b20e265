package org.clientele.platform.charts.kind.flow;

import java.util.List;
import org.clientele.platform.charts.kind.flow.FlowGraph.Link;

/** How high each node is and where it stands: near what it is linked with, in the order of its layer, apart. */
final class FlowPlaces {
    /** What a node takes at least, so that its label has room. */
    static final double LEAST_SLOT = 15;

    private static final int ROUNDS = 32;

    private final FlowRoutes routes;
    private final FlowGraph graph;
    private final List<List<Integer>> order;
    private final double height;
    private final double[] centre;
    private final double scale;
    private final double gap;
    private final double bendGap;

    FlowPlaces(FlowRoutes routes, List<List<Integer>> order, double height) {
        this.routes = routes;
        this.graph = routes.pieces();
        this.order = order;
        this.height = height;
        centre = new double[graph.nodes().size()];
        int most = 1;
        int bends = 1;
        for (List<Integer> layer : order) {
            int own = (int) layer.stream().filter(routes::isBend).count();
            most = Math.max(most, layer.size() - own);
            bends = Math.max(bends, own);
        }
        double spare = Math.max(0, height - LEAST_SLOT * most);
        gap = Math.min(16, spare * 0.45 / most);
        bendGap = Math.min(Math.min(5, gap), spare * 0.1 / bends);
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
        double own = graph.nodes().get(node).value() * scale;
        return routes.isBend(node) ? own : Math.max(1, own);
    }

    private double slot(int node, double pixels) {
        double own = graph.nodes().get(node).value() * pixels;
        return routes.isBend(node) ? own : Math.max(LEAST_SLOT, own);
    }

    private double slot(int node) {
        return slot(node, scale);
    }

    /** The room between two neighbours. */
    private double gap(int a, int b) {
        return routes.isBend(a) || routes.isBend(b) ? bendGap : gap;
    }

    /** The height of a whole layer. */
    private double sum(List<Integer> layer, double pixels) {
        double sum = 0;
        for (int i = 0; i < layer.size(); i++) {
            sum += slot(layer.get(i), pixels) + (i == 0 ? 0 : gap(layer.get(i - 1), layer.get(i)));
        }
        return sum;
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
                fits &= sum(layer, mid) <= height;
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
            double y = Math.max(0, (height - sum(layer, scale)) / 2);
            for (int i = 0; i < layer.size(); i++) {
                int n = layer.get(i);
                y += i == 0 ? 0 : gap(layer.get(i - 1), n);
                centre[n] = y + slot(n) / 2;
                y += slot(n);
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
        for (int i = 0; i < layer.size(); i++) {
            int n = layer.get(i);
            free += i == 0 ? 0 : gap(layer.get(i - 1), n);
            centre[n] = Math.max(centre[n], free + slot(n) / 2);
            free = centre[n] + slot(n) / 2;
        }
        double end = height;
        for (int i = layer.size() - 1; i >= 0; i--) {
            int n = layer.get(i);
            end -= i == layer.size() - 1 ? 0 : gap(n, layer.get(i + 1));
            centre[n] = Math.min(centre[n], end - slot(n) / 2);
            end = centre[n] - slot(n) / 2;
        }
    }
}
