package org.clientele.platform.workbench.imports;

import java.util.List;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.CustomerModel;

/**
 * Numbers and names for people.
 *
 * @param format the session's
 */
public record Words(ValueFormat format) {
    /** What can be done before an import about what its files do not say. */
    static final String ADVICE = "; add one under \"Every row gets\"";

    private static final String[] SIZES = {"bytes", "kB", "MB", "GB", "TB"};

    /** "541,909" as the reader's locale writes it. */
    public String count(long n) {
        Column.Builder one = Column.builder(ColumnSpec.of("n", ColumnType.INTEGER));
        one.addLong(n);
        return format.exact(one.build(), 0);
    }

    /** "1 row", "541,909 rows". */
    public String rows(long n) {
        return several(n, "row");
    }

    /** "1 file", "3 files". */
    public String several(long n, String noun) {
        return n == 1 ? "1 " + noun : count(n) + " " + plural(noun);
    }

    /**
     * A sentence about what was assumed, for people: with what can be done about it here instead of in a recipe's file, and
     * without the model's own spelling of its columns.
     *
     * @param headers of the source, which stay as they are
     */
    public static String assumed(String sentence, List<String> headers) {
        String said = sentence;
        boolean columnFirst = false;
        for (CustomerModel.Table table : CustomerModel.standard().tables()) {
            for (ColumnSpec column : table.columns()) {
                columnFirst |= sentence.startsWith(column.name() + " ");
                if (column.name().contains("_")
                        && said.contains(column.name())
                        && headers.stream().noneMatch(column.name()::equalsIgnoreCase)) {
                    said = said.replaceAll(
                            "\\b" + column.name() + "\\b", column.name().replace('_', ' '));
                }
            }
        }
        // Other small words at the start are names of files, which stay as they are.
        return (columnFirst ? capital(said) : said)
                .replace("; give it by a recipe.", ADVICE + ".")
                .replace(" and none for each line; give one by a recipe.", " and none for each line" + ADVICE + ".");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What rows of a table are called: "order lines". */
    public static String rowsOf(CustomerModel.Table table) {
        return plural(table.label().equals("feedback") ? "row of feedback" : table.label());
    }

    private static String plural(String noun) {
        int of = noun.indexOf(" of ");
        if (of > 0) {
            return plural(noun.substring(0, of)) + noun.substring(of);
        }
        return noun.endsWith("y") && !noun.endsWith("ay") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    /** "44.5 MB". */
    public static String size(long bytes) {
        double v = bytes;
        int unit = 0;
        while (v >= 1000 && unit < SIZES.length - 1) {
            v /= 1000;
            unit++;
        }
        String number =
                unit == 0 ? String.valueOf(bytes) : String.format(java.util.Locale.UK, v < 10 ? "%.1f" : "%.0f", v);
        return number + " " + SIZES[unit];
    }

    /** What a mode is called. */
    public static String label(ImportMode mode) {
        return switch (mode) {
            case APPEND -> "Add to what is there";
            case REPLACE -> "Replace what is there";
            case UPDATE -> "Update by key";
        };
    }

    /**
     * What a mode does to rows that are there.
     *
     * @param table what those rows are called, "all order lines"
     */
    public static String explanation(ImportMode mode, String table) {
        return switch (mode) {
            case APPEND ->
                capital(table) + " stay. Content that is there already is not loaded twice, and a customer or"
                        + " product of the same key takes the old one's place.";
            case REPLACE ->
                capital(table)
                        + " go, with what was derived from them, and these come in their place. An undo brings the old"
                        + " ones back.";
            case UPDATE ->
                "Rows of the same key are replaced by these; columns that the file lacks keep their values, and all"
                        + " other rows stay.";
        };
    }
}
