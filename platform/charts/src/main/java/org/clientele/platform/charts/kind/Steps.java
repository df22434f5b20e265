package org.clientele.platform.charts.kind;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.clientele.platform.charts.draw.Labels;
import org.clientele.platform.charts.draw.TimeColumn;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/** The places along a horizontal axis: steps of time, or members of a category, each with the rows that stand there. */
final class Steps {
    static final double MICROS_A_DAY = 86_400_000_000.0;

    final Column column;
    final @Nullable TimeColumn time;

    private final ChartRequest r;
    /** A row of each step. */
    private final int[] rows;
    /** The step of each row, -1 where it has none. */
    private final int[] stepOf;

    private final boolean moments;

    private Steps(ChartRequest r, Column column, int[] rows, int[] stepOf) {
        this.r = r;
        this.column = column;
        this.rows = rows;
        this.stepOf = stepOf;
        time = TimeColumn.of(column);
        moments = column.type() == ColumnType.TIMESTAMP && hasTimeOfDay(column);
    }

    /** Whether a TIMESTAMP column holds more than days. */
    static boolean hasTimeOfDay(Column column) {
        for (int i = 0; i < column.size(); i++) {
            if (!column.isNull(i) && Math.floorMod(column.longAt(i), (long) MICROS_A_DAY) != 0) {
                return true;
            }
        }
        return false;
    }

    /** A step for each row; those of time in its order where {@code ordered}, without rows that have no time. */
    static Steps ofRows(ChartRequest r, Column column, boolean ordered) {
        int n = column.size();
        int[] rows = ordered && column.type().isTemporal() ? inOrder(column) : identity(n);
        int[] stepOf = new int[n];
        Arrays.fill(stepOf, -1);
        for (int i = 0; i < rows.length; i++) {
            stepOf[rows[i]] = i;
        }
        return new Steps(r, column, rows, stepOf);
    }

    /** A step for each distinct value: times in their order, others as they first appear, the unknown as one of them. */
    static Steps ofMembers(ChartRequest r, Column column, boolean withoutUnknown) {
        int n = column.size();
        int[] order = column.type().isTemporal() ? inOrder(column) : identity(n);
        int[] stepOf = new int[n];
        Arrays.fill(stepOf, -1);
        int[] rows = new int[n];
        int count = 0;
        Map<Object, Integer> seen = new HashMap<>();
        for (int row : order) {
            Object key = column.isNull(row) ? Labels.UNKNOWN : key(column, row);
            Integer at = seen.get(key);
            if (at == null) {
                at = count;
                rows[count++] = row;
                seen.put(key, at);
            }
            stepOf[row] = at;
        }
        if (column.type().isTemporal() && !withoutUnknown) {
            int unknown = -1;
            for (int row = 0; row < n; row++) {
                if (column.isNull(row)) {
                    unknown = unknown < 0 ? count : unknown;
                    rows[unknown] = row;
                    stepOf[row] = unknown;
                }
            }
            count += unknown < 0 ? 0 : 1;
        }
        return new Steps(r, column, Arrays.copyOf(rows, count), stepOf);
    }

    private static Object key(Column column, int row) {
        return switch (column.type()) {
            case TEXT -> column.codeAt(row);
            case DOUBLE -> column.doubleAt(row);
            default -> column.longAt(row);
        };
    }

    private static int[] identity(int n) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        return all;
    }

    private static int[] inOrder(Column column) {
        int[] known = new int[column.size() - column.nullCount()];
        int n = 0;
        boolean sorted = true;
        for (int row = 0; row < column.size(); row++) {
            if (!column.isNull(row)) {
                sorted &= n == 0 || column.longAt(known[n - 1]) <= column.longAt(row);
                known[n++] = row;
            }
        }
        return sorted
                ? known
                : Arrays.stream(known)
                        .boxed()
                        .sorted(java.util.Comparator.comparingLong(column::longAt))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    int count() {
        return rows.length;
    }

    /** A row of a step: the first, for one of several. */
    int row(int step) {
        return rows[step];
    }

    int stepOf(int row) {
        return stepOf[row];
    }

    /** Days since 1970 with their fractions, or the number of the step. */
    double position(int step) {
        return time == null ? step : position(column, rows[step]);
    }

    /** Days since 1970 with their fractions. */
    static double position(Column column, int row) {
        return column.type() == ColumnType.TIMESTAMP ? column.longAt(row) / MICROS_A_DAY : column.longAt(row);
    }

    /** The first step at or after a position, {@link #count} where there is none; for steps in order. */
    int atOrAfter(double position) {
        int low = 0;
        int high = count();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (position(mid) < position) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    @Nullable
    LocalDate day(int step) {
        return time == null ? null : time.day(rows[step]);
    }

    /** For people; the moment where steps are finer than days. */
    String label(int step) {
        int row = rows[step];
        if (moments && !column.isNull(row)) {
            return r.format().exact(column, row);
        }
        return time != null ? time.label(row, r.format()) : Labels.member(column, row, r);
    }

    Map<String, String> members(int step) {
        return Labels.members(column, rows[step]);
    }

    boolean isTemporal() {
        return time != null;
    }
}
