package org.clientele.platform.query.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clientele.platform.query.sql.MetricStatement.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a question, numbered in the order in which they are shown where no metric decides: by the dimensions of time,
 * then by the others, unknown members last.
 *
 * @param members of each dimension, in the question's order
 * @param at for each dimension, the member of each group
 * @param rank for each group, its place in the order of the dimensions as they are asked for
 */
record Groups(List<Members> members, List<int[]> at, int[] rank) {
    /** The groups, and which one each cell of the present and of the base is in. */
    record Found(Groups groups, int[] present, int[] base) {}

    int size() {
        return rank.length;
    }

    static Found of(List<Dimension> dimensions, Cells present, @Nullable Cells base) {
        List<Members> members = new ArrayList<>();
        List<int[]> now = new ArrayList<>();
        List<int[]> before = new ArrayList<>();
        for (Dimension d : dimensions) {
            Members.Coded p = present.along(d.term());
            Members.Coded b = base == null ? null : base.along(d.term());
            Members all = b == null ? p.members() : p.members().with(b.members());
            members.add(all);
            now.add(moved(p, all));
            before.add(b == null ? new int[0] : moved(b, all));
        }
        int[] shown = IntStream.concat(
                        IntStream.range(0, dimensions.size())
                                .filter(i -> dimensions.get(i).ofTime()),
                        IntStream.range(0, dimensions.size())
                                .filter(i -> !dimensions.get(i).ofTime()))
                .toArray();
        long[] keysNow = keys(now, members, shown, present.size());
        long[] keysBefore = keys(before, members, shown, base == null ? 0 : base.size());
        // Without dimensions all lines are one group, also where there is none.
        long[] keys = dimensions.isEmpty()
                ? new long[1]
                : LongStream.concat(Arrays.stream(keysNow), Arrays.stream(keysBefore))
                        .sorted()
                        .distinct()
                        .toArray();
        Map<Long, Integer> numbers = new HashMap<>();
        for (int g = 0; g < keys.length; g++) {
            numbers.put(keys[g], g);
        }
        List<int[]> at = decoded(keys, members, shown);
        int[] asked = IntStream.range(0, dimensions.size()).toArray();
        long[] ranks = keys(at, members, asked, keys.length);
        long[] sorted = ranks.clone();
        Arrays.sort(sorted);
        int[] rank = Arrays.stream(ranks)
                .mapToInt(r -> Arrays.binarySearch(sorted, r))
                .toArray();
        return new Found(new Groups(members, at, rank), numbered(keysNow, numbers), numbered(keysBefore, numbers));
    }

    private static int[] moved(Members.Coded coded, Members all) {
        int[] to = coded.members().within(all);
        return Arrays.stream(coded.at()).map(i -> to[i]).toArray();
    }

    private static int[] numbered(long[] keys, Map<Long, Integer> numbers) {
        return Arrays.stream(keys)
                .mapToInt(k -> Objects.requireNonNull(numbers.get(k)))
                .toArray();
    }

    /** One number for the members of each row, ascending like the members in some order of the dimensions. */
    private static long[] keys(List<int[]> at, List<Members> members, int[] order, int rows) {
        long[] keys = new long[rows];
        for (int d : order) {
            int size = members.get(d).size();
            int[] places = at.get(d);
            for (int row = 0; row < rows; row++) {
                keys[row] = Math.addExact(Math.multiplyExact(keys[row], size), places[row]);
            }
        }
        return keys;
    }

    private static List<int[]> decoded(long[] keys, List<Members> members, int[] order) {
        int[][] at = new int[members.size()][keys.length];
        for (int g = 0; g < keys.length; g++) {
            long rest = keys[g];
            for (int i = order.length - 1; i >= 0; i--) {
                int size = members.get(order[i]).size();
                at[order[i]][g] = (int) (rest % size);
                rest /= size;
            }
        }
        return List.of(at);
    }
}
