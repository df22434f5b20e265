package org.clientele.platform.warehouse.csv;

import java.util.List;

/** Finds the delimiter on the first lines of a text. */
final class Delimiters {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int LINES = 60;

    private Delimiters() {}

    /**
     * The candidate that parts most lines into the most columns, under a first line that looks like headers, and whose
     * fields are numbers and dates rather than bits of them; comma in doubt.
     */
    static char find(TextRows text, int from) {
        char best = ',';
        double bestScore = 0;
        for (char c : CANDIDATES) {
            double score = score(text.read(from, 1, c, 0, LINES).stream()
                    .map(TextRows.Row::cells)
                    .toList());
            if (score > bestScore) {
                best = c;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(List<List<String>> rows) {
        int width = HeaderFinder.usualWidth(rows);
        if (width < 2) {
            // A header of several columns over rows that are all broken is still a header.
            return rows.isEmpty() || rows.get(0).size() < 2
                    ? 0
                    : 0.1 * rows.get(0).size() / rows.size();
        }
        HeaderFinder.Found found = HeaderFinder.find(rows, width);
        List<List<String>> table =
                rows.subList(Math.max(0, found.header() < 0 ? found.first() : found.header()), rows.size());
        int lines = 0;
        int agreeing = 0;
        int typed = 0;
        int filled = 0;
        for (List<String> row : table) {
            lines += row.size() == 1 && row.get(0).isEmpty() ? 0 : 1;
            agreeing += row.size() == width ? 1 : 0;
            for (String cell : row) {
                CellKind kind = CellKind.of(cell);
                typed += kind.isTyped() ? 1 : 0;
                filled += kind == CellKind.EMPTY ? 0 : 1;
            }
        }
        double share = agreeing / (double) Math.max(1, lines);
        double start =
                (found.header() < 0 ? 0.5 : table.get(0).size() == width ? 1 : 0.3) * (found.skipped() > 0 ? 0.6 : 1);
        return width * share * share * start * (0.25 + 0.75 * typed / Math.max(1, filled));
    }
}
