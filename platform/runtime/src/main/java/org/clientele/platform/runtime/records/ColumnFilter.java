package org.clientele.platform.runtime.records;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;

/**
 * What a person types above a column to see fewer rows.
 *
 * <p>Texts: {@code chair} holds it, in any case; {@code = Chair} is it; {@code <> chair} does not hold it. Numbers: {@code > 100},
 * {@code 10..20}, {@code 5}. Days: {@code 2011}, {@code 2011-11}, {@code 2011-11-05}, {@code >= 2011-11}, {@code 2011-01..2011-03}.
 * Flags: {@code yes}, {@code no}. All: {@code =} alone for what is missing, {@code <>} alone for what is not.
 */
public final class ColumnFilter {
    private static final Texts TEXTS = Texts.of(ColumnFilter.class);

    private static final Pattern WISH = Pattern.compile("\\s*(<>|!=|<=|>=|<|>|=)?\\s*(.*?)\\s*", Pattern.DOTALL);

    private ColumnFilter() {}

    /**
     * The filter of a text; none for a blank one.
     *
     * @throws AnalyticsException ARGUMENT_INVALID with what would be understood
     */
    public static Optional<Filter> of(RecordColumn column, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Matcher m = WISH.matcher(text);
        m.matches();
        String sign = m.group(1) == null ? "" : m.group(1).replace("!=", "<>");
        String value = m.group(2);
        String name = name(column.name());
        if (value.isEmpty()) {
            return switch (sign) {
                case "=" -> where(name + " is null");
                case "<>" -> where(name + " is not null");
                default -> throw unclear(column, text);
            };
        }
        return switch (column.type()) {
            case TEXT -> where(text(column, name, sign, value, text));
            case BOOLEAN -> where(flag(column, name, sign, value, text));
            case DATE, TIMESTAMP -> where(days(column, name, sign, value, text));
            default -> where(numbers(column, name, sign, value, text));
        };
    }

    private static Optional<Filter> where(String condition) {
        return Optional.of(Filter.where(condition));
    }

    /** How filters of a column can be written, for a person: the last sentence of each refusal. */
    public static String help(RecordColumn column) {
        return switch (column.type()) {
            case TEXT -> TEXTS.get("column.filter.write_part_text_for_whole");
            case BOOLEAN -> TEXTS.get("column.filter.write_yes_no_for_missing");
            case DATE, TIMESTAMP -> TEXTS.get("column.filter.write_2011_2011_11_2011");
            default -> TEXTS.get("column.filter.write_number_with_before_range");
        };
    }

    private static AnalyticsException unclear(RecordColumn column, String text) {
        return new AnalyticsException(
                ErrorCode.ARGUMENT_INVALID,
                TEXTS.get("column.filter.is_no_filter", text.strip(), column.label(), help(column)));
    }

    private static String text(RecordColumn column, String name, String sign, String value, String text) {
        String quoted = "'" + value.replace("'", "''") + "'";
        String part =
                "lower(" + name + ") like '%" + value.toLowerCase(Locale.ROOT).replace("'", "''") + "%'";
        return switch (sign) {
            case "" -> part;
            case "=" -> name + " = " + quoted;
            case "<>" -> name + " is null or not (" + part + ")";
            default -> throw unclear(column, text);
        };
    }

    private static String flag(RecordColumn column, String name, String sign, String value, String text) {
        boolean yes = value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("true");
        boolean no = value.equalsIgnoreCase("no") || value.equalsIgnoreCase("false");
        if (!yes && !no || !sign.isEmpty() && !sign.equals("=")) {
            throw unclear(column, text);
        }
        return name + " = " + yes;
    }

    private static String numbers(RecordColumn column, String name, String sign, String value, String text) {
        int range = value.indexOf("..");
        if (range >= 0 && sign.isEmpty()) {
            return name + " between " + number(column, value.substring(0, range), text) + " and "
                    + number(column, value.substring(range + 2), text);
        }
        return name + " " + (sign.isEmpty() ? "=" : sign) + " " + number(column, value, text);
    }

    private static String number(RecordColumn column, String value, String text) {
        String plain = value.strip().replace(",", "").replace('−', '-');
        try {
            return new BigDecimal(plain).toPlainString();
        } catch (NumberFormatException e) {
            throw unclear(column, text);
        }
    }

    /** Days from one to another, both included. */
    private record Days(LocalDate first, LocalDate last) {}

    private static String days(RecordColumn column, String name, String sign, String value, String text) {
        int range = value.indexOf("..");
        Days from = day(column, range >= 0 ? value.substring(0, range) : value, text);
        Days to = range >= 0 ? day(column, value.substring(range + 2), text) : from;
        if (range >= 0 && !sign.isEmpty()) {
            throw unclear(column, text);
        }
        String first = "'" + from.first() + "'";
        String after = "'" + to.last().plusDays(1) + "'";
        return switch (sign) {
            case "<" -> name + " < " + first;
            case "<=" -> name + " < " + after;
            case ">" -> name + " >= " + after;
            case ">=" -> name + " >= " + first;
            case "<>" -> name + " < " + first + " or " + name + " >= " + after;
            default -> name + " >= " + first + " and " + name + " < " + after;
        };
    }

    private static Days day(RecordColumn column, String value, String text) {
        String v = value.strip();
        try {
            if (v.matches("\\d{4}")) {
                return new Days(LocalDate.of(Integer.parseInt(v), 1, 1), LocalDate.of(Integer.parseInt(v), 12, 31));
            }
            if (v.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(v);
                return new Days(month.atDay(1), month.atEndOfMonth());
            }
            LocalDate day = LocalDate.parse(v);
            return new Days(day, day);
        } catch (DateTimeException e) {
            throw unclear(column, text);
        }
    }

    /** A column's name in the formula language. */
    private static String name(String column) {
        return Arrays.stream(column.split("\\.", 2))
                .map(part -> part.matches("[a-z_][a-z0-9_]*") ? part : '"' + part + '"')
                .collect(Collectors.joining("."));
    }
}
