package org.clientele.plugins.segmentation.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Which segment each cell of the grid of recency by frequency and monetary value is in: exactly one. Written as
 *
 * <pre>
 * Champions: R 5 FM 4-5; Loyal: R 3-4 FM 4-5; Lost: R 1 FM 1-2 or R 2 FM 1; ...
 * </pre>
 *
 * @param text as it was read
 * @param names of the segments, in the order of the text
 * @param cells the place of the segment of each cell, by R - 1, then by FM - 1
 */
record Grid(String text, List<String> names, int[][] cells) {
    /** Scores go from 1 to this. */
    static final int SCORES = 5;

    private static final Texts TEXTS = Texts.of(Grid.class);
    private static final Pattern AREA = Pattern.compile(
            "R\\s*(\\d+)(?:\\s*-\\s*(\\d+))?\\s*,?\\s*FM\\s*(\\d+)(?:\\s*-\\s*(\\d+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OR = Pattern.compile("\\s+or\\s+", Pattern.CASE_INSENSITIVE);

    /** The eleven segments in use everywhere, with the names of this language. */
    static final List<String> USUAL = List.of(
            "champions",
            "loyal",
            "potential",
            "new",
            "promising",
            "attention",
            "sleep",
            "risk",
            "lose",
            "hibernating",
            "lost");

    private static final List<String> AREAS = List.of(
            "R 5 FM 4-5",
            "R 3-4 FM 4-5",
            "R 4-5 FM 2-3",
            "R 5 FM 1",
            "R 4 FM 1",
            "R 3 FM 3",
            "R 3 FM 1-2",
            "R 1-2 FM 3-4",
            "R 1-2 FM 5",
            "R 2 FM 1-2",
            "R 1 FM 1-2");

    /** The text of the usual eleven. */
    static String usual() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < USUAL.size(); i++) {
            text.append(i == 0 ? "" : "; ")
                    .append(TEXTS.get("segment." + USUAL.get(i)))
                    .append(": ")
                    .append(AREAS.get(i));
        }
        return text.toString();
    }

    /** @throws AnalyticsException ARGUMENT_INVALID if a rule cannot be read, or a cell has no segment or two */
    static Grid read(String text) {
        String rules = text.isBlank() ? usual() : text;
        int[][] cells = new int[SCORES][SCORES];
        Arrays.stream(cells).forEach(row -> Arrays.fill(row, -1));
        List<String> names = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String rule : rules.split(";")) {
            if (rule.isBlank()) {
                continue;
            }
            int colon = rule.lastIndexOf(':');
            String name = colon < 0 ? "" : rule.substring(0, colon).strip();
            if (name.isEmpty()) {
                throw invalid("grid.rule", rule.strip());
            }
            if (!known.add(name.toLowerCase(Locale.ROOT))) {
                throw invalid("grid.twice", name);
            }
            names.add(name);
            for (String area : OR.split(rule.substring(colon + 1).strip())) {
                fill(cells, names, area);
            }
        }
        check(cells);
        return new Grid(rules, List.copyOf(names), cells);
    }

    private static void fill(int[][] cells, List<String> names, String area) {
        Matcher m = AREA.matcher(area.strip());
        if (!m.matches()) {
            throw invalid("grid.area", names.get(names.size() - 1), area.strip());
        }
        int[] r = range(m, 1, area);
        int[] fm = range(m, 3, area);
        for (int i = r[0]; i <= r[1]; i++) {
            for (int j = fm[0]; j <= fm[1]; j++) {
                if (cells[i - 1][j - 1] >= 0) {
                    throw invalid("grid.cell.twice", i, j, names.get(cells[i - 1][j - 1]), names.get(names.size() - 1));
                }
                cells[i - 1][j - 1] = names.size() - 1;
            }
        }
    }

    private static int[] range(Matcher m, int group, String area) {
        int from = number(m.group(group));
        String end = m.group(group + 1);
        int to = end == null ? from : number(end);
        if (from < 1 || to > SCORES || from > to) {
            throw invalid("grid.range", area.strip(), SCORES);
        }
        return new int[] {from, to};
    }

    private static int number(String digits) {
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static void check(int[][] cells) {
        for (int r = 0; r < SCORES; r++) {
            for (int fm = 0; fm < SCORES; fm++) {
                if (cells[r][fm] < 0) {
                    throw invalid("grid.cell.none", r + 1, fm + 1);
                }
            }
        }
    }

    private static AnalyticsException invalid(String key, Object... arguments) {
        return new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get(key, arguments));
    }

    /** The place of the segment of a cell. */
    int segment(int r, int fm) {
        return cells[r - 1][fm - 1];
    }

    /** What a segment is known by: the usual word where it has the usual name, else its name in small letters. */
    String key(int segment) {
        String name = names.get(segment);
        return USUAL.stream()
                .filter(key -> TEXTS.get("segment." + key).equalsIgnoreCase(name))
                .findFirst()
                .orElse(name.toLowerCase(Locale.ROOT));
    }

    /** Frequency and monetary value as one score: their mean, a half rounded up. */
    static int fm(int f, int m) {
        return (f + m + 1) / 2;
    }
}
