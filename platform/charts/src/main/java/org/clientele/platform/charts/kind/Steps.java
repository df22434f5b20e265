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
    private final int count;
    /** A row of each step; null where each row is a step, in order. */
    private final int @Nullable [] rows;
    /** The step of each row, -1 where it has none; null where each row is a step, in order. */
    private final int @Nullable [] stepOf;

    private final boolean moments;
    /** Whether steps stand at numbers. */
    private final boolean numeric;

    private Steps(
            ChartRequest r, Column column, int count, int @Nullable [] rows, int @Nullable [] stepOf, boolean numeric) {
        this.r = r;
        this.column = column;
        this.count = count;
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
        boolean numeric = ordered && column.type().isNumeric();
        int n = column.size();
        if (!ordered || !isLine(column) || isRising(column)) {
            return new Steps(r, column, n, null, null, numeric);
        }
        int[] rows = Places.of(column).inOrder();
        int[] stepOf = new int[n];
        Arrays.fill(stepOf, -1);
        for (int i = 0; i < rows.length; i++) {
            stepOf[rows[i]] = i;
        }
        return new Steps(r, column, rows.length, rows, stepOf, numeric);
    }

    /** Whether all values are known and none is less than the one before it. */
    private static boolean isRising(Column column) {
        if (column.nullCount() > 0) {
            return false;
        }
        double before = -Double.MAX_VALUE;
        for (int row = 0; row < column.size(); row++) {
            double v = column.doubleAt(row);
            if (!(v >= before)) {
                return false;
            }
            before = v;
        }
        return before <= Double.MAX_VALUE;
    }

    private static boolean isLine(Column column) {
        return column.type().isTemporal() || column.type().isNumeric();
    }

    /**
     * A step for each distinct value: times and numbers in their order, others as they first appear, the unknown as one of
     * them. Where {@code ordered}, times and numbers that are unknown are left out.
     */
    static Steps ofMembers(ChartRequest r, Column column, boolean ordered) {
        return isLine(column) ? ofPlaces(r, column, ordered) : ofNames(r, column);
    }

    private static Steps ofPlaces(ChartRequest r, Column column, boolean ordered) {
        Places places = Places.of(column);
        int count = places.values().length;
        int[] stepOf = places.placeOf();
        int[] rows = new int[count + 1];
        Arrays.fill(rows, -1);
        for (int row = 0; row < stepOf.length; row++) {
            if (!ordered && column.isNull(row)) {
                stepOf[row] = count;
            }
            if (stepOf[row] >= 0 && rows[stepOf[row]] < 0) {
                rows[stepOf[row]] = row;
            }
        }
        int all = rows[count] < 0 ? count : count + 1;
        boolean numeric = ordered && column.type().isNumeric();
        return new Steps(r, column, all, Arrays.copyOf(rows, all), stepOf, numeric);
    }

    private static Steps ofNames(ChartRequest r, Column column) {
        int n = column.size();
        int[] stepOf = new int[n];
        int[] rows = new int[n];
        int count = 0;
        boolean text = column.type() == ColumnType.TEXT;
        int[] byCode = new int[text ? column.dictionary().size() + 1 : 0];
        Arrays.fill(byCode, -1);
        Map<Object, Integer> seen = new HashMap<>();
        for (int row = 0; row < n; row++) {
            int at;
            if (text) {
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
        return new Steps(r, column, count, Arrays.copyOf(rows, count), stepOf, false);
    }

    private static Object key(Column column, int row) {
        return column.longAt(row);
    }

    int count() {
        return count;
    }

    /** A row of a step: the first, for one of several. */
    int row(int step) {
        return rows == null ? step : rows[step];
    }

    int stepOf(int row) {
        return stepOf == null ? row : stepOf[row];
    }

    /** Whether each row is a step, in order. */
    boolean areRows() {
        return rows == null;
    }

    /** Days since 1970 with their fractions, the number, or which step it is. */
    double position(int step) {
        return numeric ? column.doubleAt(row(step)) : time == null ? step : position(column, row(step));
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
        return time == null ? null : time.day(row(step));
    }

    /** For people; the moment where steps are finer than days. */
    String label(int step) {
        int row = row(step);
        if (moments && !column.isNull(row)) {
            return r.format().exact(column, row);
        }
        return time != null ? time.label(row, r.format()) : Labels.member(column, row, r);
    }

    Map<String, @Nullable String> members(int step) {
        return Labels.members(column, row(step));
    }

    boolean isTemporal() {
        return time != null;
    }
}
