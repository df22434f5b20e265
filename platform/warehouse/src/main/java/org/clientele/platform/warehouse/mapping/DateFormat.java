package org.clientele.platform.warehouse.mapping;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;

/**
 * Dates by the letters of {@link java.time.format.DateTimeFormatter}. Any of {@code . - /} and blank stands for each other
 * within a date, a time of day may always follow, seconds and their fractions may be missing, names of months are English
 * or German, and years of two digits end twenty years from today.
 */
final class DateFormat implements ValueFormat {
    private static final int YEARS_AHEAD = 20;
    private static final String SEPARATOR = "\\s*[./\\-\\s]\\s*";
    private static final String DAY = "(0?[1-9]|[12][0-9]|3[01])";
    private static final String MONTH = "(0?[1-9]|1[0-2])";
    private static final String NAME = "(jan|feb|mar|mae|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*";
    private static final String CLOCK = "([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9](?:[.,][0-9]{1,9})?))?";
    private static final String HALF_CLOCK = "(0?[0-9]|1[0-2]):([0-5][0-9])(?::([0-5][0-9]))?\\s*([ap])\\.?m\\.?";
    private static final String ZONE = "\\s*(?:z|utc|gmt|(?:utc|gmt)?[+-][0-9]{2}:?(?:[0-9]{2})?)";

    private final String pattern;
    private final ColumnSpec spec;
    private final LocalDate today;
    private final ZoneId zone;
    private final String regex;
    private final Pattern compiled;
    private final List<Character> order;
    private final boolean named;
    private final boolean shortYear;
    private final boolean half;
    private final boolean zoned;

    private DateFormat(
            String pattern,
            ColumnSpec spec,
            LocalDate today,
            ZoneId zone,
            String date,
            List<Character> order,
            boolean named,
            boolean shortYear) {
        this.pattern = pattern;
        this.spec = spec;
        this.today = today;
        this.zone = zone;
        this.order = order;
        this.named = named;
        this.shortYear = shortYear;
        this.half = bare(pattern).contains("a");
        this.zoned = bare(pattern).matches(".*[XxZzVO].*");
        String clock = "(?:(?:\\s*[t,]\\s*|\\s+)" + (half ? HALF_CLOCK : CLOCK) + (zoned ? ZONE : "") + ")";
        this.regex = "\\s*" + date + clock + (zoned ? "" : "?") + "\\s*";
        this.compiled = Pattern.compile(regex);
    }

    /** The format that these letters mean, or nothing if they are no date. */
    static Optional<DateFormat> of(String pattern, ColumnSpec spec, LocalDate today, ZoneId zone) {
        String letters = bare(pattern);
        int end = letters.length();
        for (int i = 0; i < end; i++) {
            if ("HhmsSaXxZzVOk".indexOf(letters.charAt(i)) >= 0) {
                end = i;
            }
        }
        StringBuilder date = new StringBuilder();
        List<Character> order = new ArrayList<>();
        boolean named = letters.contains("MMM");
        boolean shortYear = false;
        boolean apart = false;
        for (int i = 0; i < end; ) {
            char c = letters.charAt(i) == 'u' ? 'y' : letters.charAt(i);
            int from = i;
            while (i < end && (letters.charAt(i) == letters.charAt(from))) {
                i++;
            }
            int length = i - from;
            if ("./- ,".indexOf(c) >= 0) {
                apart = true;
                continue;
            }
            if (c == 'E') {
                date.append("(?:[a-z]{2,10}[.,]*\\s+)?");
                continue;
            }
            if ("yMd".indexOf(c) < 0 || order.contains(c) || length > 4) {
                return Optional.empty();
            }
            boolean name = c == 'M' && length >= 3;
            if (!order.isEmpty()) {
                date.append(!apart ? "" : named ? "[./\\-\\s,]*" : SEPARATOR);
            }
            boolean fixed = !order.isEmpty() && !apart || i < end && "yMd".indexOf(letters.charAt(i)) >= 0;
            order.add(c);
            shortYear |= c == 'y' && length == 2;
            date.append(
                    switch (c) {
                        case 'y' -> length == 2 ? "([0-9]{2})" : "([12][0-9]{3})";
                        case 'M' -> name ? NAME : fixed ? "(0[1-9]|1[0-2])" : MONTH;
                        default -> fixed ? "(0[1-9]|[12][0-9]|3[01])" : DAY + (named ? "(?:st|nd|rd|th)?" : "");
                    });
            apart = false;
        }
        boolean enough = order.contains('y') && order.contains('M') && order.size() >= 2;
        return enough
                ? Optional.of(new DateFormat(pattern, spec, today, zone, date.toString(), order, named, shortYear))
                : Optional.empty();
    }

    private static String bare(String pattern) {
        return pattern.replaceAll("'[^']*'", " ").strip();
    }

    @Override
    public boolean fits(String text) {
        return compiled.matcher(plain(text)).matches();
    }

    private String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return named ? lower.replace('ä', 'a') : lower;
    }

    @Override
    public boolean withZone() {
        return zoned;
    }

    @Override
    public String sql(String raw) {
        boolean plain = !named && !half && !zoned;
        String text = named ? "strip_accents(lower(" + raw + "))" : plain ? raw : "lower(" + raw + ")";
        String shape = "'" + (plain ? regex.replace("[t,]", "[Tt,]") : regex) + "'";
        String value = shortYear ? century(moment(text, shape)) : moment(text, shape);
        if (zoned) {
            value = FormatSql.local("(" + value + " - to_minutes(" + offset(text) + "))", zone);
        }
        String fits = "regexp_full_match(" + text + ", " + shape + ")";
        if (spec.type() == ColumnType.DATE) {
            // A time of day has no place in a day; only midnight may be dropped.
            return "CASE WHEN " + fits + " AND " + value + " = date_trunc('day', " + value + ") THEN CAST(" + value
                    + " AS DATE) END";
        }
        return "CASE WHEN " + fits + " THEN " + value + " END";
    }

    /** The text in ISO order, cast; the groups of the time follow those of the date. */
    private String moment(String text, String shape) {
        String year = (shortYear ? "20" : "") + group('y');
        String date = year + "-" + group('M') + "-" + (order.contains('d') ? group('d') : "01");
        int n = order.size();
        String iso = "regexp_replace(" + text + ", '^" + shape.substring(1, shape.length() - 1) + "$', '" + date + " \\"
                + (n + 1) + ":\\" + (n + 2) + ":\\" + (n + 3) + (half ? " \\" + (n + 4) + "m" : "") + "')";
        if (named) {
            for (String[] month : new String[][] {
                {"-mai-", "-may-"}, {"-okt-", "-oct-"}, {"-dez-", "-dec-"}, {"-mae-", "-mar-"}, {"-mrz-", "-mar-"}
            }) {
                iso = "replace(" + iso + ", '" + month[0] + "', '" + month[1] + "')";
            }
        }
        String trimmed = "rtrim(" + iso + ", '" + (half ? " :m" : " :") + "')";
        if (!named && !half) {
            return "try_cast(replace(" + trimmed + ", ',', '.') AS TIMESTAMP)";
        }
        String day = named ? "%Y-%b-%d" : "%Y-%m-%d";
        String clock = half ? "%I:%M:%S %p" : "%H:%M:%S";
        String brief = half ? "%I:%M: %p" : "%H:%M";
        // rtrim took the m of am and pm away too; it comes back where there is a time.
        String whole = half
                ? "CASE WHEN contains(" + trimmed + ", ':') THEN " + trimmed + " || 'm' ELSE " + trimmed + " END"
                : trimmed;
        return "try_strptime(" + whole + ", ['" + day + " " + clock + "', '" + day + " " + brief + "', '" + day + "'])";
    }

    private String group(char part) {
        return "\\" + (order.indexOf(part) + 1);
    }

    private String century(String value) {
        int last = today.getYear() + (spec.name().startsWith("birth") ? 0 : YEARS_AHEAD);
        return "(CASE WHEN year(" + value + ") > " + last + " THEN " + value + " - INTERVAL 100 YEAR ELSE " + value
                + " END)";
    }

    private static String offset(String text) {
        String parts = "regexp_extract(" + text + ", '([+-])([0-9]{2}):?([0-9]{2})?\\s*$', ";
        return "coalesce(try_cast(" + parts + "1) || '1' AS INTEGER) * (60 * try_cast(" + parts
                + "2) AS INTEGER) + coalesce(try_cast(" + parts + "3) AS INTEGER), 0)), 0)";
    }

    @Override
    public String toString() {
        return pattern;
    }

    static String fixedOffset(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset offset ? String.valueOf(offset.getTotalSeconds()) : "";
    }
}
