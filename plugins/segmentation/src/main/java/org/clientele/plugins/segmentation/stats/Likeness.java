package org.clientele.plugins.segmentation.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Brings alike things next to one another. */
final class Likeness {
    private Likeness() {}

    /** Numbers of the columns of a matrix of coefficients, in the order of an average-linkage tree over 1 - |r|. */
    static int[] order(double[][] r) {
        List<List<Integer>> clusters = new ArrayList<>();
        List<Integer> silent = new ArrayList<>();
        for (int i = 0; i < r.length; i++) {
            if (Double.isNaN(r[i][i])) {
                silent.add(i);
            } else {
                clusters.add(new ArrayList<>(List.of(i)));
            }
        }
        while (clusters.size() > 1) {
            int a = 0;
            int b = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    double d = distance(clusters.get(i), clusters.get(j), r);
                    if (d < least) {
                        least = d;
                        a = i;
                        b = j;
                    }
                }
            }
            List<Integer> merged = joined(clusters.get(a), clusters.get(b), r);
            clusters.remove(b);
            clusters.set(a, merged);
        }
        List<Integer> all = clusters.isEmpty() ? new ArrayList<>() : new ArrayList<>(clusters.get(0));
        all.addAll(silent);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> joined(List<Integer> left, List<Integer> right, double[][] r) {
        double best = Double.POSITIVE_INFINITY;
        List<Integer> joined = List.of();
        for (int turn = 0; turn < 4; turn++) {
            List<Integer> a = turned(left, (turn & 1) == 1);
            List<Integer> b = turned(right, (turn & 2) == 2);
            double gap = 1 - Math.abs(r[a.get(a.size() - 1)][b.get(0)]);
            if (gap < best) {
                best = gap;
                joined = new ArrayList<>(a);
                joined.addAll(b);
            }
        }
        return joined;
    }

    private static List<Integer> turned(List<Integer> leaves, boolean turn) {
        List<Integer> copy = new ArrayList<>(leaves);
        if (turn) {
            Collections.reverse(copy);
        }
        return copy;
    }

    private static double distance(List<Integer> a, List<Integer> b, double[][] r) {
        double sum = 0;
        for (int i : a) {
            for (int j : b) {
                sum += 1 - Math.abs(r[i][j]);
            }
        }
        return sum / a.size() / b.size();
    }
}
