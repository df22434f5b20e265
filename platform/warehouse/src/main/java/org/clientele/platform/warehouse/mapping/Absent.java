package org.clientele.platform.warehouse.mapping;

import java.util.List;
import java.util.Set;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;

/** Words that systems write where they have nothing: NULL, N/A, \N. */
public final class Absent {
    /** Nobody writes these for anything else; Null is a surname. */
    private static final Set<String> EVERYWHERE =
            Set.of("NULL", "null", "(null)", "<null>", "\\N", "N/A", "n/a", "#N/A", "#NULL!", "NaN", "nan", "k.A.");
    /** In text these may be Namibia, a dash that means something, or a word. */
    private static final Set<String> AMONG_NUMBERS =
            Set.of("NA", "None", "none", "-", "--", "?", ".", "Unknown", "unknown", "NaT");

    private Absent() {}

    /** Whether a value says that there is none, wherever it stands. */
    static boolean is(String value) {
        return value.isBlank() || EVERYWHERE.contains(value.strip());
    }

    /** Whether a value among numbers or moments says that there is none. */
    public static boolean isAmongNumbers(String value) {
        return is(value) || AMONG_NUMBERS.contains(value.strip());
    }

    /** Whether an unmistakable word for nothing occurs anywhere. */
    public static boolean occurs(List<List<String>> sample) {
        return sample.stream().flatMap(List::stream).anyMatch(v -> EVERYWHERE.contains(v.strip()));
    }

    /**
     * SQL of a column in which such words are missing values.
     *
     * @param column SQL of the column
     * @param at its place in the rows, from 0
     * @param type what it is for, or null if that is open
     * @param sample the first rows
     * @param everywhere whether any of them has an unmistakable one, see {@link #occurs}
     * @return the column itself if the first rows have no such word in it, and none of them an unmistakable one
     */
    public static String sql(
            String column, int at, @Nullable ColumnType type, List<List<String>> sample, boolean everywhere) {
        boolean typed = type != null && type != ColumnType.TEXT;
        boolean here = typed
                && sample.stream()
                        .anyMatch(r -> at < r.size()
                                && AMONG_NUMBERS.contains(r.get(at).strip()));
        if (!everywhere && !here) {
            return column;
        }
        StringBuilder words = new StringBuilder();
        EVERYWHERE.stream().sorted().forEach(w -> words.append(", '").append(w).append('\''));
        if (here) {
            AMONG_NUMBERS.stream()
                    .sorted()
                    .forEach(w -> words.append(", '").append(w).append('\''));
        }
        return "(CASE WHEN trim(" + column + ") NOT IN (" + words.substring(2) + ") THEN " + column + " END)";
    }
}
