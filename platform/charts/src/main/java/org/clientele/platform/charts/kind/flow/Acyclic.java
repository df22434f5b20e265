package org.clientele.platform.charts.kind.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Takes links one after the other and refuses those that would close a circle. It keeps a topological order up to date: D. J.
 * Pearce and P. H. J. Kelly, "A dynamic topological sort algorithm for directed acyclic graphs", 2006.
 */
final class Acyclic {
    private final List<List<Integer>> out = new ArrayList<>();
    private final List<List<Integer>> in = new ArrayList<>();
    private final int[] place;
    private final boolean[] seen;

    /** Nodes in an order to start from: the fewer links lead back in it, the less is to be reordered. */
    Acyclic(int[] order) {
        place = new int[order.length];
        seen = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
            out.add(new ArrayList<>());
            in.add(new ArrayList<>());
        }
    }

    /** Whether the link was taken. */
    boolean add(int from, int to) {
        if (from == to) {
            return false;
        }
        if (place[from] > place[to]) {
            List<Integer> after = reach(out, to, place[from], true);
            boolean circle = seen[from];
            after.forEach(n -> seen[n] = false);
            if (circle) {
                return false;
            }
            List<Integer> before = reach(in, from, place[to], false);
            before.forEach(n -> seen[n] = false);
            reorder(before, after);
        }
        out.get(from).add(to);
        in.get(to).add(from);
        return true;
    }

    /** The nodes that can be reached without passing {@code limit} in the order; they stay marked as seen. */
    private List<Integer> reach(List<List<Integer>> links, int start, int limit, boolean upTo) {
        List<Integer> found = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int node = open.pop();
            found.add(node);
            for (int next : links.get(node)) {
                if (!seen[next] && (upTo ? place[next] <= limit : place[next] >= limit)) {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        return found;
    }

    private void reorder(List<Integer> before, List<Integer> after) {
        before.sort(java.util.Comparator.comparingInt(n -> place[n]));
        after.sort(java.util.Comparator.comparingInt(n -> place[n]));
        List<Integer> nodes = new ArrayList<>(before);
        nodes.addAll(after);
        int[] places = nodes.stream().mapToInt(n -> place[n]).sorted().toArray();
        for (int i = 0; i < places.length; i++) {
            place[nodes.get(i)] = places[i];
        }
    }

    /** How many links lead to each node at most, one after the other. */
    int[] layers() {
        Integer[] order = new Integer[place.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, java.util.Comparator.comparingInt(n -> place[n]));
        int[] layer = new int[place.length];
        for (int node : order) {
            for (int next : out.get(node)) {
                layer[next] = Math.max(layer[next], layer[node] + 1);
            }
        }
        return layer;
    }
}
