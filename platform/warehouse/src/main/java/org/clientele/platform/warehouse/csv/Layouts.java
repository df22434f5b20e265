package org.clientele.platform.warehouse.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.jspecify.annotations.Nullable;

/** Finds by its first lines how a text parts into columns. */
public final class Layouts {
    private static final int LINES = 200;
    private static final int FEWEST_BASKETS = 10;
    private static final double MOST = 0.9;

    private Layouts() {}

    /** @param whole whether the text ends at {@code size} */
    public static Layout find(byte[] text, int size, boolean whole, @Nullable Character delimiter) {
        TextRows rows = new TextRows(text, size, whole);
        char by = delimiter == null ? Delimiters.find(rows, 0) : delimiter;
        List<List<String>> cells = cells(rows, by);
        int width = HeaderFinder.usualWidth(cells);
        long agreeing = cells.stream().filter(r -> r.size() == width).count();
        if (delimiter == null && (width < 2 || by == ',' && commasAreDecimal(cells)) && isParted(text, size)) {
            return Layout.WHITESPACE;
        }
        if (delimiter == null && areBlankBaskets(text, size)) {
            return Layout.BASKETS;
        }
        List<List<String>> baskets = cells(rows, delimiter == null ? basketDelimiter(rows) : delimiter);
        boolean uneven = areBaskets(baskets) && agreeing < 0.7 * cells.size();
        return uneven || arePadded(baskets) ? Layout.BASKETS : Layout.DELIMITED;
    }

    /** The candidate that parts the first lines into the most fields. */
    public static char basketDelimiter(byte[] text, int size, boolean whole) {
        return areBlankBaskets(text, size) ? ' ' : basketDelimiter(new TextRows(text, size, whole));
    }

    private static char basketDelimiter(TextRows rows) {
        char best = ',';
        long most = 0;
        for (char c : new char[] {',', ';', '\t', '|'}) {
            long fields = cells(rows, c).stream().mapToLong(List::size).sum();
            if (fields > most) {
                best = c;
                most = fields;
            }
        }
        return best;
    }

    private static List<List<String>> cells(TextRows rows, char delimiter) {
        return rows.read(0, 1, delimiter, 0, LINES).stream()
                .map(TextRows.Row::cells)
                .filter(r -> HeaderFinder.filled(r) > 0)
                .toList();
    }

    private static boolean commasAreDecimal(List<List<String>> cells) {
        for (List<String> row : cells.subList(Math.min(1, cells.size()), cells.size())) {
            for (int i = 1; i < row.size(); i++) {
                if (!row.get(i - 1).matches("(?s)(.*\\s)?-?\\d+") || !row.get(i).matches("(?s)\\d+(\\s.*)?")) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether blanks part most lines into one number of columns, and numbers or alignment show that it is no prose. */
    private static boolean isParted(byte[] text, int size) {
        List<List<String>> rows = new ArrayList<>();
        int aligned = 0;
        int typed = 0;
        for (String line : lines(text, size)) {
            List<String> fields = List.of(line.strip().split("\\s+"));
            rows.add(fields);
            aligned += line.strip().contains("  ") || line.startsWith(" ") ? 1 : 0;
            typed += fields.stream().map(CellKind::of).filter(CellKind::isTyped).count() * 2 >= fields.size() ? 1 : 0;
        }
        int width = HeaderFinder.usualWidth(rows);
        long agreeing = rows.stream().filter(r -> r.size() == width).count();
        if (rows.size() < 3 || width < 2 || agreeing < MOST * rows.size() - 1 || areTimes(rows, width)) {
            return false;
        }
        return typed >= MOST * rows.size() - 1 && (width > 2 || aligned > 0 || typed == rows.size());
    }

    private static boolean areTimes(List<List<String>> rows, int width) {
        List<String> last = rows.get(rows.size() - 1);
        return width == 2
                && last.size() == 2
                && CellKind.of(last.get(0)) == CellKind.DATE
                && last.get(1).contains(":");
    }

    private static List<String> lines(byte[] text, int size) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < size && lines.size() < LINES && i - start < CsvStager.LONGEST_FIELD; i++) {
            if (text[i] == '\n' || i == size - 1) {
                String line = new String(text, start, i + (text[i] == '\n' ? 0 : 1) - start, StandardCharsets.UTF_8);
                start = i + 1;
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** Lines of nothing but whole numbers between blanks, in very different counts. */
    private static boolean areBlankBaskets(byte[] text, int size) {
        List<List<String>> rows = new ArrayList<>();
        Set<String> distinct = new HashSet<>();
        Set<Integer> widths = new HashSet<>();
        int cells = 0;
        for (String line : lines(text, size)) {
            if (!line.strip().matches("\\d{1,18}(?: +\\d{1,18}){0,9999}")) {
                return false;
            }
            List<String> row = List.of(line.strip().split(" +"));
            rows.add(row);
            distinct.addAll(row);
            widths.add(row.size());
            cells += row.size();
        }
        int usual = HeaderFinder.usualWidth(rows);
        long agreeing = rows.stream().filter(r -> r.size() == usual).count();
        return rows.size() >= FEWEST_BASKETS
                && widths.size() > 3
                && agreeing < 0.7 * rows.size()
                && distinct.size() < 0.9 * cells;
    }

    /** Baskets that were filled up with empty fields to one width: things of which most stand in several columns. */
    private static boolean arePadded(List<List<String>> rows) {
        List<List<String>> cut = new ArrayList<>();
        Map<String, Set<Integer>> columns = new HashMap<>();
        for (List<String> row : rows) {
            int width = row.size();
            while (width > 0 && row.get(width - 1).isBlank()) {
                width--;
            }
            for (int i = 0; i < width; i++) {
                if (row.get(i).isBlank()) {
                    return false;
                }
                columns.computeIfAbsent(row.get(i), v -> new HashSet<>()).add(i);
            }
            cut.add(row.subList(0, width));
        }
        long several = columns.values().stream().filter(c -> c.size() > 1).count();
        return areBaskets(cut) && several > 0.5 * columns.size();
    }

    /** Lists of things of which each occurs in many lines, in lines of very different lengths. */
    private static boolean areBaskets(List<List<String>> rows) {
        if (rows.size() < FEWEST_BASKETS) {
            return false;
        }
        Set<Integer> widths = new HashSet<>();
        Set<String> distinct = new HashSet<>();
        int cells = 0;
        int texts = 0;
        for (List<String> row : rows) {
            widths.add(row.size());
            for (String cell : row) {
                distinct.add(cell);
                cells++;
                texts += CellKind.of(cell) == CellKind.TEXT ? 1 : 0;
            }
        }
        return widths.size() > 3 && texts >= MOST * cells && distinct.size() < 0.7 * cells;
    }
}
