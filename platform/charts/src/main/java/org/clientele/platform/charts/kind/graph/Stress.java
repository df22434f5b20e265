package org.clientele.platform.charts.kind.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places of nodes such that their distances are about the number of links between them: stress majorization after E. Gansner,
 * Y. Koren and S. North, "Graph drawing by stress majorization", 2004, with their weights of one over the distance squared,
 * from start places on a sunflower spiral. The same graph gives the same places.
 */
final class Stress {
    private static final int ROUNDS = 90;
    private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

    private Stress() {}

    /** x and y of each node; the unit is one link. */
    static double[][] places(int n, List<Network.Link> links) {
        double[][] distance = distances(n, links);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double radius = 0.6 * Math.sqrt(i);
            x[i] = radius * Math.cos(i * GOLDEN);
            y[i] = radius * Math.sin(i * GOLDEN);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < n; i++) {
                move(i, x, y, distance);
            }
        }
        return new double[][] {x, y};
    }

    /** To where the others want it: the weighted mean of the places at the right distance from each. */
    private static void move(int i, double[] x, double[] y, double[][] distance) {
        double sx = 0;
        double sy = 0;
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            if (k == i) {
                continue;
            }
            double wanted = distance[i][k];
            double w = 1 / (wanted * wanted);
            double dx = x[i] - x[k];
            double dy = y[i] - y[k];
            double now = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
            sx += w * (x[k] + wanted * dx / now);
            sy += w * (y[k] + wanted * dy / now);
            sum += w;
        }
        if (sum > 0) {
            x[i] = sx / sum;
            y[i] = sy / sum;
        }
    }

    /** Links on the shortest way; between parts that are not linked, a little more than the longest of these. */
    private static double[][] distances(int n, List<Network.Link> links) {
        List<List<Integer>> next = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            next.add(new ArrayList<>());
        }
        for (Network.Link l : links) {
            next.get(l.a()).add(l.b());
            next.get(l.b()).add(l.a());
        }
        double[][] distance = new double[n][n];
        double longest = 1;
        for (int i = 0; i < n; i++) {
            Arrays.fill(distance[i], Double.POSITIVE_INFINITY);
            distance[i][i] = 0;
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(i));
            while (!queue.isEmpty()) {
                int at = queue.remove();
                for (int k : next.get(at)) {
                    if (Double.isInfinite(distance[i][k])) {
                        distance[i][k] = distance[i][at] + 1;
                        longest = Math.max(longest, distance[i][k]);
                        queue.add(k);
                    }
                }
            }
        }
        double apart = Math.min(longest + 0.5, Math.max(2, Math.sqrt(n) * 0.7));
        for (double[] row : distance) {
            for (int k = 0; k < n; k++) {
                row[k] = Double.isInfinite(row[k]) ? apart : row[k];
            }
        }
        return distance;
    }
}
