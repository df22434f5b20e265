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
    /** Whether steps stand at numbers. */
    private final boolean numeric;

    private Steps(ChartRequest r, Column column, int[] rows, int[] stepOf, boolean numeric) {
        this.r = r;
        this.column = column;
        this.rows = rows;
        this.stepOf = stepOf;
        this.numeric = numeric;
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

    /** A step for each row; where {@code ordered}, those of time or numbers in their order, without rows that have none. */
    static Steps ofRows(ChartRequest r, Column column, boolean ordered) {
        int n = column.size();
        int[] rows = ordered && isLine(column) ? inOrder(column) : identity(n);
        int[] stepOf = new int[n];
        Arrays.fill(stepOf, -1);
        for (int i = 0; i < rows.length; i++) {
            stepOf[rows[i]] = i;
        }
        return new Steps(r, column, rows, stepOf, ordered && column.type().isNumeric());
    }

    private static boolean isLine(Column column) {
        return column.type().isTemporal() || column.type().isNumeric();
    }

    /**
     * A step for each distinct value: times and numbers in their order, others as they first appear, the unknown as one of
     * them. Where {@code ordered}, times and numbers that are unknown are left out.
     */
    static Steps ofMembers(ChartRequest r, Column column, boolean ordered) {
        int n = column.size();
        boolean sorted = isLine(column);
        int[] order = sorted ? inOrder(column) : identity(n);
        int[] stepOf = new int[n];
        Arrays.fill(stepOf, -1);
        int[] rows = new int[n];
        int count = 0;
        boolean text = column.type() == ColumnType.TEXT;
        int[] byCode = new int[text ? column.dictionary().size() + 1 : 0];
        Arrays.fill(byCode, -1);
        Map<Object, Integer> seen = new HashMap<>();
        int before = -1;
        for (int row : order) {
            int at;
            if (sorted) {
                // They come in order, so that equal ones are neighbours.
                at = before >= 0 && column.doubleAt(before) == column.doubleAt(row) ? count - 1 : count;
                before = row;
            } else if (text) {
                int code = column.codeAt(row) + 1;
                at = byCode[code] < 0 ? count : byCode[code];
                byCode[code] = at;
            } else {
                Integer known = seen.putIfAbsent(column.isNull(row) ? Labels.UNKNOWN : key(column, row), count);
                at = known == null ? count : known;
            }
            if (at == count) {
                rows[count++] = row;
            }
            stepOf[row] = at;
        }
        if (sorted && !ordered) {
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
        return new Steps(
                r,
                column,
                Arrays.copyOf(rows, count),
                stepOf,
                ordered && column.type().isNumeric());
    }

    private static Object key(Column column, int row) {
        return column.longAt(row);
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
            if (Double.isFinite(column.doubleAt(row))) {
                sorted &= n == 0 || column.doubleAt(known[n - 1]) <= column.doubleAt(row);
                known[n++] = row;
            }
        }
        known = Arrays.copyOf(known, n);
        return sorted
                ? known
                : Arrays.stream(known)
                        .boxed()
                        .sorted(java.util.Comparator.comparingDouble(column::doubleAt))
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

    /** Days since 1970 with their fractions, the number, or which step it is. */
    double position(int step) {
        return numeric ? column.doubleAt(rows[step]) : time == null ? step : position(column, rows[step]);
    }

    /** Whether steps stand at numbers. */
    boolean isNumeric() {
        return numeric;
    }

    /** Whether steps are finer than days. */
    boolean isClock() {
        return moments;
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
