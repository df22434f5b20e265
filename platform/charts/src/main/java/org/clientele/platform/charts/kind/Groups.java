package org.clientele.platform.charts.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.MemberColours;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;

/**
 * Rows by the members of a column, in order of appearance.
 *
 * @param column what splits them
 * @param names for people, by group
 * @param firstRow a row of each group
 * @param groupOf the group of each row
 */
record Groups(Column column, List<String> names, int[] firstRow, int[] groupOf) {
    static Groups of(Column column, ChartRequest r) {
        int n = column.size();
        TimeColumn time = TimeColumn.of(column);
        boolean text = column.type() == ColumnType.TEXT;
        int[] known = new int[text ? column.dictionary().size() : 0];
        Arrays.fill(known, -1);
        Map<String, Integer> byName = new HashMap<>();
        List<String> names = new ArrayList<>();
        int[] first = new int[16];
        int[] groupOf = new int[n];
        for (int row = 0; row < n; row++) {
            int code = text ? column.codeAt(row) : -1;
            if (code >= 0 && known[code] >= 0) {
                groupOf[row] = known[code];
                continue;
            }
            String name = time != null ? time.label(row, r.format()) : Labels.member(column, row, r);
            Integer group = byName.get(name);
            if (group == null) {
                group = names.size();
                byName.put(name, group);
                names.add(name);
                if (group == first.length) {
                    first = Arrays.copyOf(first, group * 2);
                }
                first[group] = row;
            }
            groupOf[row] = group;
            if (code >= 0) {
                known[code] = group;
            }
        }
        return new Groups(column, names, Arrays.copyOf(first, names.size()), groupOf);
    }

    int count() {
        return names.size();
    }

    /** The groups by a weight, the heaviest first; equals stay in order. */
    int[] byWeight(double[] weight) {
        return IntStream.range(0, count())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer g) -> -weight[g]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The same order with what stands for the rest at its end. */
    int[] restLast(int[] order) {
        return IntStream.concat(
                        IntStream.of(order).filter(g -> !Labels.isRest(names.get(g))),
                        IntStream.of(order).filter(g -> Labels.isRest(names.get(g))))
                .toArray();
    }

    /** The colours of the first groups of an order, and behind them that of the rest. */
    int[] colours(ChartRequest r, int[] order, int own) {
        List<String> shown = IntStream.of(order).limit(own).mapToObj(names::get).toList();
        int[] all = Arrays.copyOf(MemberColours.of(r, column.name(), shown), own + 1);
        all[own] = MemberColours.rest(r.theme());
        return all;
    }

    /** How many rows each group has. */
    double[] sizes() {
        double[] sizes = new double[count()];
        for (int g : groupOf) {
            sizes[g]++;
        }
        return sizes;
    }

    /** The rows of each group. */
    int[][] rows() {
        double[] sizes = sizes();
        int[][] rows = new int[count()][];
        for (int g = 0; g < rows.length; g++) {
            rows[g] = new int[(int) sizes[g]];
        }
        int[] at = new int[count()];
        for (int row = 0; row < groupOf.length; row++) {
            int g = groupOf[row];
            rows[g][at[g]++] = row;
        }
        return rows;
    }
}
