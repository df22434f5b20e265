package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * The distinct members of a column: texts as they come, weekdays, numbers and days in
 * their order, the unknown one last.
 *
 * @param column where they are from
 * @param indexOf the member of each row
 * @param labels for people
 * @param raw as a filter names them; null for the unknown one
 */
public record Members(Column column, int[] indexOf, List<String> labels, List<@Nullable String> raw) {
    /** The members of a column. */
    public static Members of(Column column, ChartRequest r) {
        int n = column.size();
        Map<Object, Integer> found = new HashMap<>();
        List<Integer> rows = new ArrayList<>();
        int[] first = new int[n];
        int unknown = -1;
        for (int row = 0; row < n; row++) {
            Object key = key(column, row);
            if (key == null) {
                unknown = unknown < 0 ? row : unknown;
                first[row] = -1;
                continue;
            }
            Integer known = found.get(key);
            if (known == null) {
                known = rows.size();
                found.put(key, known);
                rows.add(row);
            }
            first[row] = known;
        }
        Integer[] order = new Integer[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (isOrdered(column)) {
            java.util.Arrays.sort(order, Comparator.comparingDouble(i -> column.doubleAt(rows.get(i))));
        } else if (column.type() == ColumnType.TEXT && order.length <= 7) {
            int[] days = Weekdays.places(
                    rows.stream().map(row -> Labels.member(column, row, r)).toList(), r.format());
            if (days != null) {
                java.util.Arrays.sort(order, Comparator.comparingInt(i -> days[i]));
            }
        }
        int[] place = new int[order.length];
        List<String> labels = new ArrayList<>();
        List<@Nullable String> raw = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        TimeColumn time = TimeColumn.of(column);
        for (Integer i : order) {
            int row = rows.get(i);
            labels.add(time == null ? Labels.member(column, row, r) : time.label(row, r.format()));
            raw.add(String.valueOf(column.valueAt(row)));
        }
        if (unknown >= 0) {
            labels.add(Labels.UNKNOWN);
            raw.add(null);
        }
        int[] indexOf = new int[n];
        for (int row = 0; row < n; row++) {
            indexOf[row] = first[row] < 0 ? order.length : place[first[row]];
        }
        return new Members(column, indexOf, labels, raw);
    }

    /** Whether members have an order of their own. */
    public static boolean isOrdered(Column column) {
        return column.type() != ColumnType.TEXT && column.type() != ColumnType.BOOLEAN;
    }

    private static @Nullable Object key(Column column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        Object value = column.valueAt(row);
        return value instanceof String s ? (s.isBlank() ? null : s.strip()) : value;
    }

    /** How many there are. */
    public int count() {
        return labels.size();
    }

    /** What a filter calls a member, by the column's name; null for the unknown one. */
    public Map<String, @Nullable String> member(int i) {
        return Labels.member(column, raw.get(i));
    }
}
