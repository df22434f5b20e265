package org.clientele.platform.charts.kind.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Order and places of nodes in layers: long edges get a bend in each layer they cross, crossings are taken out by sweeps of
 * barycentres, and places are the weighted means of the neighbours' kept apart by isotonic regression. After K. Sugiyama, S.
 * Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures", 1981.
 */
final class Layers {
    private static final int SWEEPS = 12;
    private static final int ROUNDS = 10;

    private final List<List<Integer>> layers = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final List<List<Integer>> next = new ArrayList<>();
    private final List<int[]> ways = new ArrayList<>();
    private final int nodes;
    private int[] position;
    private double[] y;

    /**
     * Orders the nodes.
     *
     * @param layerOf the layer of each node, from 0
     * @param edges pairs of nodes, from an earlier layer to a later
     */
    Layers(int[] layerOf, List<int[]> edges) {
        nodes = layerOf.length;
        int count = Arrays.stream(layerOf).max().orElse(-1) + 1;
        for (int i = 0; i < count; i++) {
            layers.add(new ArrayList<>());
        }
        for (int node = 0; node < nodes; node++) {
            slot(layerOf[node]);
        }
        for (int[] e : edges) {
            int span = layerOf[e[1]] - layerOf[e[0]];
            int[] way = new int[span + 1];
            way[0] = e[0];
            way[span] = e[1];
            for (int k = 1; k < span; k++) {
                way[k] = slot(layerOf[e[0]] + k);
            }
            for (int k = 0; k < span; k++) {
                next.get(way[k]).add(way[k + 1]);
                before.get(way[k + 1]).add(way[k]);
            }
            ways.add(way);
        }
        position = new int[next.size()];
        y = new double[next.size()];
        order();
    }

    private int slot(int layer) {
        int slot = next.size();
        layers.get(layer).add(slot);
        next.add(new ArrayList<>());
        before.add(new ArrayList<>());
        return slot;
    }

    /** The slots that an edge passes: its nodes first and last, bends between. */
    int[] way(int edge) {
        return ways.get(edge);
    }

    /** The middle of a slot. */
    double y(int slot) {
        return y[slot];
    }

    private void number() {
        for (List<Integer> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                position[layer.get(i)] = i;
            }
        }
    }

    private void order() {
        number();
        long best = crossings();
        List<List<Integer>> kept = copy();
        for (int sweep = 0; sweep < SWEEPS && best > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int k = 1; k < layers.size(); k++) {
                int at = down ? k : layers.size() - 1 - k;
                sort(layers.get(at), down ? before : next);
            }
            long now = crossings();
            if (now < best) {
                best = now;
                kept = copy();
            }
        }
        for (int k = 0; k < layers.size(); k++) {
            layers.set(k, kept.get(k));
        }
        number();
    }

    private List<List<Integer>> copy() {
        List<List<Integer>> out = new ArrayList<>();
        layers.forEach(l -> out.add(new ArrayList<>(l)));
        return out;
    }

    private void sort(List<Integer> layer, List<List<Integer>> neighbours) {
        double[] wanted = new double[position.length];
        for (int slot : layer) {
            wanted[slot] = neighbours.get(slot).stream()
                    .mapToInt(n -> position[n])
                    .average()
                    .orElse(position[slot]);
        }
        layer.sort(Comparator.comparingDouble(slot -> wanted[slot]));
        for (int i = 0; i < layer.size(); i++) {
            position[layer.get(i)] = i;
        }
    }

    /** Pairs of edges between neighbouring layers that cross: inversions, counted with a Fenwick tree. */
    private long crossings() {
        long sum = 0;
        for (int k = 0; k + 1 < layers.size(); k++) {
            int[] tree = new int[layers.get(k + 1).size() + 1];
            int seen = 0;
            for (int slot : layers.get(k)) {
                int[] ends = next.get(slot).stream().mapToInt(n -> position[n]).toArray();
                for (int end : ends) {
                    int before = 0;
                    for (int i = end + 1; i > 0; i -= i & -i) {
                        before += tree[i];
                    }
                    sum += seen - before;
                }
                for (int end : ends) {
                    for (int i = end + 1; i < tree.length; i += i & -i) {
                        tree[i]++;
                    }
                    seen++;
                }
            }
        }
        return sum;
    }

    /**
     * Finds places.
     *
     * @param height of a node
     * @param gap between two slots, less where there is no room
     */
    void place(double top, double bottom, double height, double gap) {
        for (List<Integer> layer : layers) {
            double[] offsets = offsets(layer, top, bottom, height, gap);
            double spare = bottom - top - offsets[offsets.length - 1] - height;
            for (int i = 0; i < layer.size(); i++) {
                y[layer.get(i)] = top + height / 2 + Math.max(0, spare) / 2 + offsets[i];
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean down = round % 2 == 0;
            for (int k = 0; k < layers.size(); k++) {
                List<Integer> layer = layers.get(down ? k : layers.size() - 1 - k);
                settle(layer, offsets(layer, top, bottom, height, gap), top, bottom, height, down ? before : next);
            }
        }
        centre(top, bottom, height);
    }

    /** Neighbours pull each other along, so that the whole may have wandered off. */
    private void centre(double top, double bottom, double height) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double one : y) {
            low = Math.min(low, one);
            high = Math.max(high, one);
        }
        double by = Math.max(top + height / 2 - low, (top + bottom - low - high) / 2);
        for (int i = 0; i < y.length; i++) {
            y[i] += by;
        }
    }

    /** How far each slot must be below the first at least. */
    private double[] offsets(List<Integer> layer, double top, double bottom, double height, double gap) {
        double boxes = 0;
        for (int i = 1; i < layer.size(); i++) {
            boxes += (size(layer.get(i - 1), height) + size(layer.get(i), height)) / 2;
        }
        double room = bottom - top - height - boxes;
        double between = layer.size() < 2 ? 0 : Math.max(0, Math.min(gap, room / (layer.size() - 1)));
        double[] out = new double[Math.max(1, layer.size())];
        for (int i = 1; i < layer.size(); i++) {
            out[i] = out[i - 1] + (size(layer.get(i - 1), height) + size(layer.get(i), height)) / 2 + between;
        }
        return out;
    }

    private double size(int slot, double height) {
        return slot < nodes ? height : 0;
    }

    private void settle(
            List<Integer> layer,
            double[] offsets,
            double top,
            double bottom,
            double height,
            List<List<Integer>> neighbours) {
        int n = layer.size();
        double[] mean = new double[n];
        double[] weight = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            int slot = layer.get(i);
            double wanted = neighbours.get(slot).stream()
                    .mapToDouble(k -> y[k])
                    .average()
                    .orElse(y[slot]);
            mean[blocks] = wanted - offsets[i];
            // Bends weigh more, so that long edges run straight.
            weight[blocks] = slot < nodes ? 1 : 3;
            size[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                double both = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * weight[blocks - 2] + mean[blocks - 1] * weight[blocks - 1]) / both;
                weight[blocks - 2] = both;
                size[blocks - 2] += size[blocks - 1];
                blocks--;
            }
        }
        double low = top + height / 2;
        double high = Math.max(low, bottom - height / 2 - offsets[n - 1]);
        int i = 0;
        for (int b = 0; b < blocks; b++) {
            for (int k = 0; k < size[b]; k++, i++) {
                y[layer.get(i)] = Math.max(low, Math.min(high, mean[b])) + offsets[i];
            }
        }
    }
}
