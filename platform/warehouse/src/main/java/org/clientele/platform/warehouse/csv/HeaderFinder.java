package org.clientele.platform.warehouse.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the row of headers among the first rows of a table, whose titles may stand above it, or finds that there is none.
 * A header is told by what it is not: it does not look like the values below it.
 */
public final class HeaderFinder {
    private static final int MOST_ABOVE = 30;
    private static final double MOST = 0.8;

    private HeaderFinder() {}

    /**
     * Where the table starts.
     *
     * @param header number of the header's row among those given, from 0; -1 if there is none
     * @param first number of the first row of values
     * @param skipped rows with something in them above the header
     */
    public record Found(int header, int first, int skipped) {}

    /**
     * @param rows the first rows, trimmed; a row that does not parse has no cells, an empty one only empty cells
     * @param width how many columns most rows have
     */
    public static Found find(List<List<String>> rows, int width) {
        int top = 0;
        while (top < rows.size() && filled(rows.get(top)) == 0) {
            top++;
        }
        int start = top;
        int skipped = 0;
        while (start < rows.size() && start - top <= MOST_ABOVE && isAbove(rows.get(start), width)) {
            skipped += filled(rows.get(start)) > 0 ? 1 : 0;
            start++;
        }
        boolean usable = start < rows.size() && start - top <= MOST_ABOVE;
        boolean plausible = usable && (looksLikeHeader(rows.get(start)) || blankBetween(rows, top, start));
        if (skipped > 0 && !plausible) {
            start = top;
            skipped = 0;
        }
        if (start >= rows.size()) {
            return new Found(Math.max(0, Math.min(top, rows.size() - 1)), Math.min(top + 1, rows.size()), 0);
        }
        boolean none = looksLikeValues(rows.get(start), rows.subList(start + 1, rows.size()));
        return none ? new Found(-1, start, skipped) : new Found(start, start + 1, skipped);
    }

    /** The number of columns that most of the rows have; of two equally frequent the greater; 0 without rows. */
    public static int usualWidth(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<String> row : rows) {
            if (filled(row) > 0) {
                counts.merge(row.size(), 1, Integer::sum);
            }
        }
        int best = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
            if (e.getValue() > most || e.getValue() == most && e.getKey() > best) {
                best = e.getKey();
                most = e.getValue();
            }
        }
        return best;
    }

    /** What to call columns without headers: as chosen, then by number. */
    public static List<String> names(List<String> chosen, int width) {
        List<String> names = new ArrayList<>(chosen.subList(0, Math.min(width, chosen.size())));
        for (int i = names.size(); i < width; i++) {
            names.add("column_" + (i + 1));
        }
        return names;
    }

    /** How many cells hold something. */
    public static int filled(List<String> row) {
        int n = 0;
        for (String cell : row) {
            n += cell.isBlank() ? 0 : 1;
        }
        return n;
    }

    /** A title or remark: much narrower than the table, or one cell where the table has several. */
    private static boolean isAbove(List<String> row, int width) {
        int filled = filled(row);
        if (filled == 0) {
            return true;
        }
        if (width < 2 || filled >= width) {
            return false;
        }
        boolean narrow = row.size() == 1 || row.size() * 2 < width;
        boolean padded =
                row.size() >= width && width > 2 && filled == 1 && !row.get(0).isBlank();
        return narrow
                || padded
                || width > 4 && filled * 3 < width && !row.get(0).isBlank();
    }

    private static boolean blankBetween(List<List<String>> rows, int from, int to) {
        return rows.subList(from, to).stream().anyMatch(r -> filled(r) == 0);
    }

    private static boolean looksLikeHeader(List<String> row) {
        int filled = filled(row);
        boolean typed = row.stream().map(CellKind::of).anyMatch(CellKind::isTyped);
        return filled > 1 && !typed && filled * 2 >= row.size();
    }

    private static boolean looksLikeValues(List<String> row, List<List<String>> below) {
        List<List<String>> rows = below.stream()
                .filter(r -> r.size() == row.size() && filled(r) > 0 && !r.equals(row))
                .toList();
        if (rows.isEmpty() || isSequence(row)) {
            return false;
        }
        boolean typed = false;
        boolean repeated = false;
        for (int c = 0; c < row.size(); c++) {
            String cell = row.get(c);
            CellKind kind = CellKind.of(cell);
            if (kind == CellKind.EMPTY) {
                continue;
            }
            int values = 0;
            int alike = 0;
            int same = 0;
            for (List<String> other : rows) {
                CellKind its = CellKind.of(other.get(c));
                values += its == CellKind.EMPTY ? 0 : 1;
                alike += its.isTyped() ? 1 : 0;
                same += other.get(c).equals(cell) ? 1 : 0;
            }
            boolean typedColumn = values > 0 && alike >= MOST * values;
            if (kind.isTyped() != typedColumn && values > 0 && (typedColumn || alike == 0)) {
                return false;
            }
            typed |= kind.isTyped() && typedColumn;
            repeated |= same > 1;
        }
        return typed || repeated;
    }

    /** Years or months across the top are headers although they are numbers. */
    private static boolean isSequence(List<String> row) {
        long last = Long.MIN_VALUE;
        int steps = 0;
        for (String cell : row) {
            if (CellKind.of(cell) == CellKind.DATE) {
                return false;
            }
            if (cell.matches("\\d{1,9}")) {
                long value = Long.parseLong(cell);
                if (last != Long.MIN_VALUE && value != last + 1) {
                    return false;
                }
                steps += last == Long.MIN_VALUE ? 0 : 1;
                last = value;
            } else if (CellKind.of(cell) == CellKind.NUMBER) {
                return false;
            }
        }
        return steps > 0;
    }
}
