package org.clientele.platform.workbench.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.runtime.ImportMode;
import org.clientele.platform.runtime.ProposedTable;
import org.clientele.platform.workbench.page.Figures;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.text.Texts;

/**
 * Numbers and names for people.
 *
 * @param format the session's
 */
public record Words(ValueFormat format) {
    private static final Texts TEXTS = Texts.of(Words.class);
    /** What an import that fills every table, such as the sample's, is said to go to. */
    private static final String ALL_TABLES = "customer model";

    /** "541,909" as the reader's locale writes it. */
    public String count(long n) {
        return figures().count(n);
    }

    private Figures figures() {
        return new Figures(format);
    }

    /** The same as a part of a text, whose plural goes by it. */
    Texts.Count counted(long n) {
        return figures().counted(n);
    }

    /** "CSV", "Excel sheet". */
    static String format(ProposedTable.Format what) {
        return TEXTS.get("format." + what.name().toLowerCase(Locale.ROOT));
    }

    /** "9 Dec 2011". */
    String day(LocalDate day) {
        return figures().day(day);
    }

    /** "4.5" with one digit behind the point, as the reader's locale writes it. */
    String tenths(double value) {
        return figures().tenths(value);
    }

    /** "42" of 0.42. */
    String percent(double ratio) {
        return count(Math.round(ratio * 100));
    }

    /** "1 row", "541,909 rows". */
    public String rows(long n) {
        return TEXTS.get("rows", counted(n));
    }

    /** "1 order line", "541,909 order lines" of a table of the model; rows of one that it does not have. */
    public String rowsOf(long n, String table) {
        return known(table) ? TEXTS.get("count." + table, counted(n)) : rows(n);
    }

    /** What rows of a table are called: "order lines". */
    public static String rowsOf(String table) {
        return known(table) ? TEXTS.get("rows." + table) : table;
    }

    /** What a table is called: "Order line"; what to do where there is none. */
    public static String table(String name) {
        if (known(name)) {
            return TEXTS.get("table." + name);
        }
        return switch (name) {
            case "" -> TEXTS.get("table.none");
            case ALL_TABLES -> TEXTS.get("table.all");
            default -> name;
        };
    }

    private static boolean known(String table) {
        return CustomerModel.standard().tables().stream().anyMatch(t -> t.name().equals(table));
    }

    /** "customers, products and order lines". */
    static String list(List<String> names) {
        List<String> rest = new ArrayList<>(names);
        String last = rest.isEmpty() ? "" : rest.remove(rest.size() - 1);
        return rest.stream()
                .reduce((one, other) -> TEXTS.get("list.more", one, other))
                .map(before -> TEXTS.get("list.pair", before, last))
                .orElse(last);
    }

    /** "customers and products and order lines": each of few is as weighty as the others. */
    static String each(List<String> names) {
        return names.stream()
                .reduce((one, other) -> TEXTS.get("list.pair", one, other))
                .orElse("");
    }

    /** "2 files, 3 doubts". */
    static String facts(List<String> all) {
        return all.stream()
                .reduce((one, other) -> TEXTS.get("list.more", one, other))
                .orElse("");
    }

    /**
     * A sentence about what was assumed, for people: with what can be done about it here instead of in a recipe's file, and
     * without the model's own spelling of its columns.
     *
     * @param headers of the source, which stay as they are
     */
    public static String assumed(String sentence, List<String> headers) {
        return assumed(sentence, headers, TEXTS.get("assumed.advice"));
    }

    /** The same afterwards, when what could have been done before is no advice. */
    static String wasAssumed(String sentence, List<String> headers) {
        return assumed(sentence, headers, "");
    }

    private static String assumed(String sentence, List<String> headers, String advice) {
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
        return (columnFirst ? Character.toUpperCase(said.charAt(0)) + said.substring(1) : said)
                .replace("; give it by a recipe.", advice + ".")
                .replace(" and none for each line; give one by a recipe.", " and none for each line" + advice + ".");
    }

    /** "44.5 MB". */
    public String size(long bytes) {
        double v = bytes;
        int unit = 0;
        while (v >= 1000 && unit < 4) {
            v /= 1000;
            unit++;
        }
        String number = v < 10 ? tenths(v) : count(Math.round(v));
        return switch (unit) {
            case 0 -> TEXTS.get("size.bytes", counted(bytes));
            case 1 -> TEXTS.get("size.kb", number);
            case 2 -> TEXTS.get("size.mb", number);
            case 3 -> TEXTS.get("size.gb", number);
            default -> TEXTS.get("size.tb", number);
        };
    }

    /** What a mode is called. */
    public static String label(ImportMode mode) {
        return switch (mode) {
            case APPEND -> TEXTS.get("mode.append");
            case REPLACE -> TEXTS.get("mode.replace");
            case UPDATE -> TEXTS.get("mode.update");
        };
    }

    /**
     * What a mode does to rows that are there.
     *
     * @param rows what those rows are called, "order lines"
     */
    public static String explanation(ImportMode mode, String rows) {
        return switch (mode) {
            case APPEND -> TEXTS.get("mode.append.means", rows);
            case REPLACE -> TEXTS.get("mode.replace.means", rows);
            case UPDATE -> TEXTS.get("mode.update.means");
        };
    }
}
