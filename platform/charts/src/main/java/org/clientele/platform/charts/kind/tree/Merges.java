package org.clientele.platform.charts.kind.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.text.Texts;

/**
 * Merges of clusters: nodes are leaves or merges, and a merge comes after what it merges. Heights never fall on the way up:
 * where a linkage inverts, a merge is as high as the highest below it.
 */
final class Merges {
    private static final Texts TEXTS = Texts.of(Merges.class);

    private final List<String> names = new ArrayList<>();
    private final List<Map<String, String>> members = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Double> heights = new ArrayList<>();
    private final List<Integer> leaves = new ArrayList<>();
    private int[] parent = {};

    /**
     * The merges of a request.
     *
     * @throws AnalyticsException DATA_VALUE_INVALID if a row names a merge that is not before it, or something twice
     */
    static Merges of(ChartRequest r) {
        Column from = r.frame().column(r.spec().column(Channel.FROM));
        Column to = r.frame().column(r.spec().column(Channel.TO));
        Column height = r.frame().column(r.spec().column(Channel.Y));
        Merges m = new Merges();
        Map<String, Integer> leafOf = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        int[] mergeOf = new int[from.size()];
        for (int row = 0; row < from.size(); row++) {
            int a = m.node(from, row, r, leafOf, mergeOf);
            int b = m.node(to, row, r, leafOf, mergeOf);
            for (int node : new int[] {a, b}) {
                if (!used.add(node)) {
                    throw new AnalyticsException(
                            ErrorCode.DATA_VALUE_INVALID,
                            TEXTS.get("merges.row_merges_names_which", row + 1, m.names.get(node)));
                }
            }
            double h = height.doubleAt(row);
            double least = Math.max(m.heights.get(a), m.heights.get(b));
            mergeOf[row] = m.add("#" + (row + 1), Map.of(), a, b, Double.isFinite(h) ? Math.max(h, least) : least);
        }
        m.parent = new int[m.names.size()];
        Arrays.fill(m.parent, -1);
        for (int i = 0; i < m.names.size(); i++) {
            if (!m.isLeaf(i)) {
                m.parent[m.left.get(i)] = i;
                m.parent[m.right.get(i)] = i;
            }
        }
        return m;
    }

    private int node(Column column, int row, ChartRequest r, Map<String, Integer> leafOf, int[] mergeOf) {
        String name = Labels.member(column, row, r);
        if (name.length() > 1 && name.charAt(0) == '#' && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9')) {
            int k = name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name.substring(1));
            if (k < 1 || k > row) {
                throw new AnalyticsException(
                        ErrorCode.DATA_VALUE_INVALID, TEXTS.get("merges.row_merges_names_merge", row + 1, name));
            }
            return mergeOf[k - 1];
        }
        if (column.isNull(row)) {
            return add(name, Map.of(), -1, -1, 0);
        }
        Integer known = leafOf.get(name);
        if (known == null) {
            known = add(name, Labels.members(column, row), -1, -1, 0);
            leafOf.put(name, known);
        }
        return known;
    }

    private int add(String name, Map<String, String> member, int a, int b, double height) {
        names.add(name);
        members.add(member);
        left.add(a);
        right.add(b);
        heights.add(height);
        leaves.add(a < 0 ? 1 : leaves.get(a) + leaves.get(b));
        return names.size() - 1;
    }

    int count() {
        return names.size();
    }

    boolean isLeaf(int node) {
        return left.get(node) < 0;
    }

    String name(int node) {
        return names.get(node);
    }

    Map<String, String> member(int node) {
        return members.get(node);
    }

    int left(int node) {
        return left.get(node);
    }

    int right(int node) {
        return right.get(node);
    }

    double height(int node) {
        return heights.get(node);
    }

    /** How many leaves are below a node, itself if it is one. */
    int leaves(int node) {
        return leaves.get(node);
    }

    /** The merge that a node is part of, -1 for a root. */
    int parent(int node) {
        return parent[node];
    }

    /** Nodes that nothing merges, those of most leaves first. */
    List<Integer> roots() {
        List<Integer> roots = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            if (parent[i] < 0) {
                roots.add(i);
            }
        }
        roots.sort((a, b) -> leaves.get(b) - leaves.get(a));
        return roots;
    }

    /** The largest height. */
    double highest() {
        return heights.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** The cluster of each node below a cut, counted from 0 from the first root on; -1 for the merges above. */
    int[] clusters(double cut) {
        int[] cluster = new int[count()];
        Arrays.fill(cluster, -1);
        int next = 0;
        for (int node : order()) {
            if (heights.get(node) <= cut) {
                int up = parent[node];
                cluster[node] = up >= 0 && heights.get(up) <= cut ? cluster[up] : next++;
            }
        }
        return cluster;
    }

    /** All nodes, each after what merges it, the left part of a merge before the right. */
    int[] order() {
        int[] out = new int[count()];
        int n = 0;
        java.util.ArrayDeque<Integer> stack = new java.util.ArrayDeque<>(roots());
        while (!stack.isEmpty()) {
            int node = stack.pop();
            out[n++] = node;
            if (!isLeaf(node)) {
                stack.push(right.get(node));
                stack.push(left.get(node));
            }
        }
        return out;
    }

    /** The middle of the widest gap between heights that leaves two to twelve clusters. */
    double naturalCut() {
        double[] h = new double[count()];
        int n = 0;
        for (int i = 0; i < count(); i++) {
            if (!isLeaf(i)) {
                h[n++] = heights.get(i);
            }
        }
        double[] sorted = Arrays.copyOf(h, n);
        Arrays.sort(sorted);
        double best = highest() / 2;
        double widest = 0;
        for (int k = 1; k <= Math.min(11, n); k++) {
            double upper = sorted[n - k];
            double lower = n - k - 1 < 0 ? 0 : sorted[n - k - 1];
            if (upper - lower > widest) {
                widest = upper - lower;
                best = (upper + lower) / 2;
            }
        }
        return best;
    }
}
