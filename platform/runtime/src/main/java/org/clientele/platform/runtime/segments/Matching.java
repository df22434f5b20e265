package org.clientele.platform.runtime.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clientele.platform.runtime.segments.PublishedSegmentation.Segment;

/** Which segments of two versions are the same. */
final class Matching {
    private Matching() {}

    /** @param counts how many customers a segment of the first and one of the second share */
    static List<Integer> of(List<Segment> first, List<Segment> second, List<List<Long>> counts) {
        List<Integer> named = named(first, second);
        long known = named.stream().filter(j -> j >= 0).count();
        return known == Math.min(first.size(), second.size()) ? named : shared(counts, first.size(), second.size());
    }

    private static List<Integer> named(List<Segment> first, List<Segment> second) {
        List<Integer> places = new ArrayList<>();
        for (Segment s : first) {
            int same = -1;
            for (int j = 0; j < second.size(); j++) {
                Segment other = second.get(j);
                same = other.key().equals(s.key()) && other.former().equals(s.former()) ? j : same;
            }
            places.add(same);
        }
        return places;
    }

    /**
     * The pairs that share most customers in all, each segment in one pair at most: the Hungarian method with potentials (Kuhn 1955, Munkres 1957), in
     * the cube of the number of segments.
     */
    private static List<Integer> shared(List<List<Long>> counts, int rows, int columns) {
        int n = Math.max(rows, columns);
        long[] byRow = new long[n + 1];
        long[] byColumn = new long[n + 1];
        int[] rowOf = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            int[] from = new int[n + 1];
            long[] least = new long[n + 1];
            boolean[] used = new boolean[n + 1];
            Arrays.fill(least, Long.MAX_VALUE / 2);
            rowOf[0] = row;
            int column = 0;
            while (rowOf[column] != 0) {
                used[column] = true;
                int at = rowOf[column];
                long delta = Long.MAX_VALUE;
                int next = 0;
                for (int j = 1; j <= n; j++) {
                    if (used[j]) {
                        continue;
                    }
                    boolean there = at <= rows && j <= columns;
                    long cost = (there ? -counts.get(at - 1).get(j - 1) : 0) - byRow[at] - byColumn[j];
                    if (cost < least[j]) {
                        least[j] = cost;
                        from[j] = column;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (used[j]) {
                        byRow[rowOf[j]] += delta;
                        byColumn[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            }
            while (column != 0) {
                rowOf[column] = rowOf[from[column]];
                column = from[column];
            }
        }
        Integer[] same = new Integer[rows];
        Arrays.fill(same, -1);
        for (int j = 1; j <= columns; j++) {
            if (rowOf[j] <= rows && counts.get(rowOf[j] - 1).get(j - 1) > 0) {
                same[rowOf[j] - 1] = j - 1;
            }
        }
        return List.of(same);
    }
}
