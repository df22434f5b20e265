package org.clientele.platform.charts.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartRequest;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.scene.Datum;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** Names for people: of columns, members and comparisons. */
public final class Labels {
    private static final Texts TEXTS = Texts.of(Labels.class);

    /** A member that the data does not know. */
    public static final String UNKNOWN = TEXTS.get("unknown");

    private static final Pattern REST = Pattern.compile("(?i)others?|([0-9][0-9.,\\s\u00a0\u202f]* )others?");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,'’\\s\u00a0\u202f]*");
    private static final double LEAST_CELL = 0.001;
    private static final String MARK = "\u0000";
    private static final String YEAR_BEFORE = "_year_before";
    private static final String PREVIOUS = "_previous";
    private static final String CHANGE = "_change";

    private Labels() {}

    /** Whether a name stands for what is left beside those that are named: "Others", "12 others". */
    public static boolean isRest(String name) {
        if (REST.matcher(name).matches() || name.equalsIgnoreCase(TEXTS.get("rest"))) {
            return true;
        }
        String[] around = TEXTS.get("others", new Texts.Count(2, MARK)).split(MARK, 2);
        return around.length == 2
                && name.length() > around[0].length() + around[1].length()
                && name.startsWith(around[0])
                && name.endsWith(around[1])
                && NUMBER.matcher(name.substring(around[0].length(), name.length() - around[1].length()))
                        .matches();
    }

    /** What is left beside those that are named: "12 others". */
    public static String others(ChartRequest r, long n) {
        return TEXTS.get("others", Figure.counted(r, n));
    }

    /** What a column is called: its metric's label, its own, or its name in words. */
    public static String of(Column column, Map<String, MetricDefinition> metrics) {
        String name = column.name();
        if (name.endsWith(YEAR_BEFORE)) {
            return TEXTS.get("labels.year_before");
        }
        if (name.endsWith(PREVIOUS)) {
            return TEXTS.get("labels.period_before");
        }
        if (name.endsWith(CHANGE)) {
            return TEXTS.get("labels.change");
        }
        if (name.endsWith("_target")) {
            return TEXTS.get("labels.target");
        }
        MetricDefinition metric = metrics.get(name);
        if (metric != null) {
            return metric.label();
        }
        String label = column.spec().label();
        return label.isEmpty() || label.equals(name) ? words(name) : label;
    }

    /** "vs year before", for the change against a base column. */
    public static String against(String baseColumn) {
        return baseColumn.endsWith(YEAR_BEFORE)
                ? TEXTS.get("labels.vs_year_before")
                : baseColumn.endsWith(PREVIOUS)
                        ? TEXTS.get("labels.vs_period_before")
                        : TEXTS.get("labels.vs", words(baseColumn).toLowerCase(Locale.ROOT));
    }

    /** What a base column is, at the beginning of a line: "Year before". */
    public static String base(String baseColumn) {
        return baseColumn.endsWith(YEAR_BEFORE)
                ? TEXTS.get("labels.year_before")
                : baseColumn.endsWith(PREVIOUS) ? TEXTS.get("labels.period_before") : words(baseColumn);
    }

    /** The ending that says what a base column compares with, for example "_year_before". */
    public static String ending(String baseColumn) {
        return baseColumn.endsWith(YEAR_BEFORE) ? YEAR_BEFORE : baseColumn.endsWith(PREVIOUS) ? PREVIOUS : "";
    }

    /** Whether a column holds relative changes. */
    public static boolean isChange(Column column) {
        return column.name().endsWith(CHANGE) && column.type().isNumeric();
    }

    private static String words(String name) {
        String spaced = name.replace('_', ' ').replace('-', ' ').strip();
        return spaced.isEmpty() ? name : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** A member of a dimension, or the step of time, for people. */
    public static String member(Column column, int row, ChartRequest r) {
        TimeColumn time = TimeColumn.of(column);
        if (time != null) {
            return time.label(row, r.format());
        }
        if (column.isNull(row)) {
            return UNKNOWN;
        }
        String text = column.type() == ColumnType.TEXT
                ? column.textAt(row)
                : r.format().exact(column, row);
        return text == null || text.isBlank() ? UNKNOWN : text.strip();
    }

    /** A number for people: exact, or as a signed change. */
    public static String value(Column column, int row, ChartRequest r) {
        if (column.type().isTemporal()) {
            return member(column, row, r);
        }
        return isChange(column)
                ? r.format().change(column.doubleAt(row))
                : r.format().exact(column, row);
    }

    /**
     * A number in a table: one that rounds to nothing beside 1, or with the digits of its column, is "< 0.001", since a power
     * of ten reads as a large number. Numbers of something keep their digits.
     */
    public static String cell(Column column, int row, Decimals decimals, ChartRequest r) {
        double v = column.type() == ColumnType.DOUBLE && column.unit().equals(Unit.none()) && !isChange(column)
                ? column.doubleAt(row)
                : 0;
        double least = decimals.alike() ? Math.max(LEAST_CELL, decimals.least()) : LEAST_CELL;
        if (v == 0 || !(Math.abs(v) < least)) {
            return v != 0 && Double.isFinite(v) && decimals.alike() ? decimals.write(r, v) : value(column, row, r);
        }
        String bound = Figure.exact(r, least, Unit.none());
        return v > 0 ? TEXTS.get("labels.below", bound) : TEXTS.get("labels.above", bound);
    }

    /** What member a row stands for: the raw value of a column by its name; null where it is unknown. */
    public static Map<String, @Nullable String> members(Column column, int row) {
        Object value = column.valueAt(row);
        return member(column, value == null ? null : value.toString());
    }

    /** A member by the name of its column; null for the unknown one. */
    public static Map<String, @Nullable String> member(Column column, @Nullable String raw) {
        Map<String, @Nullable String> one = new HashMap<>();
        one.put(column.name(), raw);
        return Collections.unmodifiableMap(one);
    }

    /** Measure, base and change of a row, as tooltip lines. */
    public static List<Datum.Entry> compared(
            ChartRequest r, Frame frame, Column y, @Nullable Column base, int row, boolean withChange) {
        List<Datum.Entry> entries = new ArrayList<>();
        entries.add(new Datum.Entry(of(y, r.metrics()), value(y, row, r)));
        if (base != null) {
            entries.add(new Datum.Entry(of(base, r.metrics()), value(base, row, r)));
            if (withChange) {
                entries.add(
                        new Datum.Entry(TEXTS.get("labels.change"), r.format().change(change(frame, y, base, row))));
            }
        }
        return entries;
    }

    /** The relative change of a row: the frame's own column where it has one, else reckoned; NaN where unknown. */
    public static double change(Frame frame, Column y, Column base, int row) {
        Column own = frame.find(y.name() + CHANGE).orElse(null);
        if (own != null && own.type().isNumeric()) {
            return own.doubleAt(row);
        }
        double b = base.doubleAt(row);
        return b == 0 ? Double.NaN : (y.doubleAt(row) - b) / Math.abs(b);
    }

    /** The base column of a spec, where the frame has it. */
    public static @Nullable Column base(ChartRequest r) {
        List<String> names = r.spec().columns(Channel.BASE);
        Column c = names.isEmpty() ? null : r.frame().find(names.get(0)).orElse(null);
        return c != null && c.type().isNumeric() ? c : null;
    }

    /** The noun of a dimension's members: "countries" of "Country", for a count beside it. */
    public static String plural(Column column, Map<String, MetricDefinition> metrics) {
        String one = of(column, metrics).toLowerCase(Locale.ROOT);
        if (one.endsWith("s") || one.indexOf(' ') >= 0) {
            return one.endsWith("s") ? one : TEXTS.get("labels.members");
        }
        if (!Texts.locale().getLanguage().equals("en")) {
            return one; // how a plural is made is known of English names only
        }
        boolean vowel = one.length() > 1 && "aeiou".indexOf(one.charAt(one.length() - 2)) >= 0;
        return one.endsWith("y") && !vowel ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }

    /** What a row of raw values is, in the plural: option "rows" says so, else it is a value. */
    public static String rows(ChartRequest r) {
        return r.spec().options().getOrDefault("rows", TEXTS.get("labels.values"));
    }

    /** The doubt of that kind about a frame, or null. */
    public static @Nullable Caveat caveat(Frame frame, Caveat.Kind kind) {
        return frame.caveats().stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /** A name with its unit, "Sales, GBP"; the name alone where it says the unit itself, as "Days since the last order" does. */
    public static String measured(String label, String unit) {
        return says(label, unit) ? label : label + ", " + unit;
    }

    /** Whether a name needs no unit beside it: there is none, or it is one of the name's words. */
    public static boolean says(String label, String unit) {
        String words = " " + label.toLowerCase(Locale.ROOT) + " ";
        return unit.isEmpty() || words.contains(" " + unit.toLowerCase(Locale.ROOT) + " ");
    }

    /** A unit for the head of an axis: "GBP", "orders", "GBP per order"; "" for shares and unknown currencies. */
    public static String unit(Column y) {
        String text = y.unit().isRatio() ? "" : y.unit().words();
        return y.unit().equals(org.clientele.sdk.data.Unit.money()) ? "" : text;
    }
}
