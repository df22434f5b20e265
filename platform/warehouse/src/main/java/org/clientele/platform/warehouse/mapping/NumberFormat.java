package org.clientele.platform.warehouse.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;

/**
 * Numbers by an example: {@code 1.234,56}, {@code 1'234.56}, {@code € 1,234.56}, {@code 12,5 %}. Groups of thousands may be
 * missing, never misplaced; minus may lead or trail, or brackets stand for it; a sign of the example stands at every value.
 * Percent are divided by a hundred.
 */
final class NumberFormat implements ValueFormat {
    private static final Pattern EXAMPLE =
            Pattern.compile("([^0-9]*)([0-9](?:[0-9.,'\u2019 \u00a0\u202f]*[0-9])?)([^0-9]*)");
    /** What may stand before or behind a number; nothing else comes into SQL. */
    static final Pattern SIGN = Pattern.compile("[\\p{Sc}%]|[A-Za-z]{3}|kr\\.?|R\\$|US\\$|Fr\\.|zł|Kč|Ft|lei|лв");

    private static final String BLANKS = " \u00a0\u202f\u2009";
    private static final String BLANK = "[ \\x{00A0}\\x{202F}\\x{2009}]";

    private final String cast;
    private final String group;
    private final char decimal;
    private final String prefix;
    private final String suffix;
    private final String regex;
    private final Pattern compiled;

    private NumberFormat(ColumnSpec spec, String group, char decimal, String prefix, String suffix) {
        this.cast = FormatSql.sqlType(spec);
        this.group = group;
        this.decimal = decimal;
        this.prefix = prefix;
        this.suffix = suffix;
        String parted = parted(group);
        String digits = parted.isEmpty() ? "[0-9]+" : "(?:" + parted + "|[0-9]+)";
        String point = decimal == '.' ? "\\." : ",";
        boolean whole = spec.type() == ColumnType.INTEGER;
        String number = whole
                ? digits + "(?:" + point + "0{1,2})?"
                : "(?:" + digits + "(?:" + point + "[0-9]*)?|" + point + "[0-9]+)";
        String minus = "[+\\-\\x{2212}]?" + BLANK + "*";
        // On either side of the prefix, but once: --5 is no number.
        String front = prefix.isEmpty() ? minus : "(?:" + minus + sign(prefix) + "|" + sign(prefix) + minus + ")";
        String signed = front + number + sign(suffix);
        String signs = "(?:" + signed + "|" + sign(prefix) + number + BLANK + "*[\\-\\x{2212}]" + sign(suffix) + "|"
                + sign(prefix) + number + sign(suffix) + "[\\-\\x{2212}]|\\(" + sign(prefix) + number + sign(suffix)
                + "\\))";
        this.regex = BLANK + "*" + signs + BLANK + "*";
        this.compiled = Pattern.compile(regex);
    }

    private static String parted(String group) {
        return switch (group) {
            case "" -> "";
            case "," -> "[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}";
            case "." -> "[0-9]{1,3}(?:\\.[0-9]{3})+";
            case "'" -> "[0-9]{1,3}(?:[\\x{0027}\\x{2019}][0-9]{3})+";
            default -> "[0-9]{1,3}(?:" + BLANK + "[0-9]{3})+";
        };
    }

    private static String sign(String sign) {
        return sign.isEmpty() ? "" : BLANK + "*" + sign.replaceAll("([$.])", "\\\\$1") + BLANK + "*";
    }

    /** The format that an example means, or nothing if it is none. */
    static Optional<NumberFormat> of(String example, ColumnSpec spec) {
        Matcher m = EXAMPLE.matcher(example);
        if (!m.matches()) {
            return Optional.empty();
        }
        String before = m.group(1).strip();
        String behind = m.group(3).strip();
        for (String sign : new String[] {before, behind}) {
            if (!sign.isEmpty() && !SIGN.matcher(sign).matches()) {
                return Optional.empty();
            }
        }
        String core = m.group(2);
        String marks = core.replaceAll("[0-9]", "");
        for (char c : BLANKS.toCharArray()) {
            marks = marks.replace(c, ' ');
        }
        marks = marks.replace('\u2019', '\'');
        int last = core.length();
        while (last > 0 && Character.isDigit(core.charAt(last - 1))) {
            last--;
        }
        boolean thousands = core.length() - last == 3 && last > 0 && last <= 4;
        char end = marks.isEmpty() ? '.' : marks.charAt(marks.length() - 1);
        String group;
        char decimal;
        if (marks.isEmpty()) {
            group = "";
            decimal = '.';
        } else if (end == ' ' || end == '\'' || (marks.chars().distinct().count() == 1 && thousands)) {
            group = String.valueOf(end);
            decimal = end == '.' ? ',' : '.';
        } else {
            decimal = end;
            group = marks.length() > 1 ? String.valueOf(marks.charAt(0)) : "";
        }
        if (spec.type() == ColumnType.INTEGER && (before + behind).contains("%")) {
            return Optional.empty();
        }
        boolean known = ",.' ".contains(group) && (decimal == '.' || decimal == ',') && !group.equals("" + decimal);
        return known ? Optional.of(new NumberFormat(spec, group, decimal, before, behind)) : Optional.empty();
    }

    private boolean percent() {
        return prefix.equals("%") || suffix.equals("%");
    }

    @Override
    public boolean fits(String text) {
        return compiled.matcher(text).matches();
    }

    @Override
    public String sql(String raw) {
        // Deletes every other character that the shape lets through; the decimal mark becomes a point.
        String others = (group.isEmpty() ? "" : group) + BLANKS + "+-\u2212()\u2019'" + prefix + suffix;
        others = others.replace(String.valueOf(decimal), "").replaceAll("[0-9]", "");
        String bare = "translate(" + raw + ", '" + (decimal + others).replace("'", "''") + "', '.')";
        String minus = "CASE WHEN regexp_matches(" + raw + ", '[\\-\\x{2212}(]') THEN '-' ELSE '' END || ";
        String value = "try_cast(" + minus + bare + " AS " + (percent() ? "DOUBLE" : cast) + ")";
        if (percent()) {
            value = "try_cast(" + value + " / 100 AS " + cast + ")";
        }
        return "CASE WHEN regexp_full_match(" + raw + ", '" + regex + "') THEN " + value + " END";
    }
}
