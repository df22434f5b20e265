package org.clientele.platform.warehouse.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;

/** The formats that a column may have, by its first values. */
final class FormatCandidates {
    private static final List<String> DATES = List.of(
            "dd.MM.yyyy",
            "MM/dd/yyyy",
            "yyyy/MM/dd",
            "yyyyMMdd",
            "dd.MM.yy",
            "MM/dd/yy",
            "yy-MM-dd",
            "d MMM yyyy",
            "MMM d, yyyy",
            "d MMM yy",
            "MMM d, yy",
            "yyyy MMM d",
            "EEE, d MMM yyyy",
            "EEE, MMM d, yyyy",
            "yyyy-MM",
            "MM/yyyy",
            "MMM yyyy",
            "yyyy-MM-dd hh:mm a",
            "MM/dd/yyyy hh:mm a",
            "dd/MM/yyyy hh:mm a",
            "MM/dd/yy hh:mm a",
            "dd/MM/yy hh:mm a",
            "MMM d, yyyy hh:mm a",
            "d MMM yyyy hh:mm a");
    private static final List<String> MOMENTS = List.of(
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "dd/MM/yyyy HH:mm:ssXXX",
            "MM/dd/yyyy HH:mm:ssXXX",
            FormatSql.UNIX_SECONDS,
            FormatSql.UNIX_MILLIS,
            FormatSql.UNIX_MICROS);
    private static final List<String> NUMBERS = List.of("1,234.56", "1.234,56", "1 234,56", "1'234.56", "1 234.56");
    private static final List<String> WORDS = List.of(
            "ja/nein", "j/n", "wahr/falsch", "oui/non", "o/n", "si/no", "sim/nao", "x/", "on/off", "aktiv/inaktiv");
    private static final Pattern DECORATED = Pattern.compile(
            "[\\s+\\-\\x{2212}(]*([^0-9\\s+\\-\\x{2212}(),.']{0,3}?)[\\s+\\-\\x{2212}]*([0-9][0-9.,'\\x{2019}\\s\\x{00A0}\\x{202F}]*?)"
                    + "[\\s\\-\\x{2212}\\x{00A0}\\x{202F}]*([^0-9\\s+\\-\\x{2212}(),.']{0,3})[)\\s\\-\\x{2212}]*");
    /** A point with three digits behind it may part thousands. */
    private static final Pattern ONE_READING = Pattern.compile("\\s*-?\\d+(\\.(\\d{1,2}|\\d{4,}))?\\s*");
    /** Not what a candidate means by itself; recognised in the plain way. */
    private static final Map<ColumnType, Pattern> PLAIN = Map.of(
            ColumnType.INTEGER, Pattern.compile("\\s*[+-]?\\d+(\\.0{1,2})?\\s*"),
            ColumnType.DOUBLE, Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*"),
            ColumnType.DECIMAL, Pattern.compile("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*"),
            ColumnType.DATE, Pattern.compile("\\s*\\d{4}-\\d{1,2}-\\d{1,2}([ T]0?0:00(:00(\\.0+)?)?)?\\s*"),
            ColumnType.TIMESTAMP,
                    Pattern.compile("\\s*\\d{4}-\\d{1,2}-\\d{1,2}([ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?\\s*"),
            ColumnType.BOOLEAN, Pattern.compile("(?i)\\s*(true|false|t|f|yes|no|y|n|1|0)\\s*"));

    private final FormatSql sql;
    private final Map<String, ValueFormat> known = new HashMap<>();

    FormatCandidates(FormatSql sql) {
        this.sql = sql;
    }

    boolean fits(String value, ColumnSpec spec, String format) {
        if (!format.isEmpty()) {
            return known.computeIfAbsent(spec.type() + format, k -> sql.of(spec, format))
                    .fits(value);
        }
        Pattern plain = PLAIN.get(spec.type());
        return plain == null || plain.matcher(value).matches();
    }

    /** All that there are for a type, dressed as the sample is: its separators, its signs. */
    List<String> all(ColumnSpec spec, List<String> sample) {
        Set<String> all = new LinkedHashSet<>();
        all.add("");
        switch (spec.type()) {
            case DATE, TIMESTAMP -> {
                DateDress dress = DateDress.of(sample);
                DATES.forEach(d -> all.add(dress.on(d)));
                if (spec.type() == ColumnType.TIMESTAMP) {
                    all.addAll(MOMENTS);
                }
                all.add(FormatSql.EXCEL_DAYS);
            }
            case INTEGER, DOUBLE, DECIMAL -> {
                String[] signs = signs(sample);
                if (spec.type() == ColumnType.INTEGER && String.join("", signs).contains("%")) {
                    break;
                }
                NUMBERS.forEach(n -> all.add((signs[0] + n + signs[1]).strip()));
                if (!(signs[0] + signs[1]).isEmpty()) {
                    all.addAll(NUMBERS);
                }
            }
            case BOOLEAN -> all.addAll(WORDS);
            case TEXT -> {}
        }
        return List.copyOf(all);
    }

    /** Those that as many values of the sample fit as any, the likeliest first; the plain one alone where it is clear. */
    List<String> likely(ColumnSpec spec, List<String> sample) {
        List<String> values =
                sample.stream().filter(v -> !v.isBlank()).distinct().toList();
        Map<String, Long> fits = new LinkedHashMap<>();
        for (String format : all(spec, values)) {
            fits.put(format, values.stream().filter(v -> fits(v, spec, format)).count());
        }
        long most = fits.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (most == 0 || fits.getOrDefault("", 0L) == most && clear(spec, values)) {
            return List.of("");
        }
        return fits.entrySet().stream()
                .filter(e -> e.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that every value of the sample fits; the plain one alone where it is clear. */
    private List<String> whole(ColumnSpec spec, List<String> values) {
        List<String> found = all(spec, values).stream()
                .filter(f -> values.stream().allMatch(v -> fits(v, spec, f)))
                .toList();
        return found.contains("") && clear(spec, values) ? List.of("") : found;
    }

    private static boolean clear(ColumnSpec spec, List<String> values) {
        return !spec.type().isNumeric()
                || values.stream().allMatch(v -> ONE_READING.matcher(v).matches());
    }

    /** The share of a sample's values that any of the formats of a type fits best, with that format. */
    Optional<String> best(ColumnSpec spec, List<String> sample) {
        List<String> values = sample.stream().filter(v -> !v.isBlank()).toList();
        return values.isEmpty()
                ? Optional.empty()
                : likely(spec, values).stream()
                        .filter(f ->
                                values.stream().filter(v -> fits(v, spec, f)).count() * 10L >= values.size() * 8L)
                        .findFirst();
    }

    /** What stands before and behind every number of the sample, as part of an example. */
    private static String[] signs(List<String> sample) {
        String[] found = null;
        for (String value : sample) {
            Matcher m = DECORATED.matcher(value.strip());
            if (value.isBlank()) {
                continue;
            }
            if (!m.matches()) {
                return new String[] {"", ""};
            }
            String[] signs = {m.group(1), m.group(3)};
            if (found == null) {
                found = signs;
            } else if (!found[0].equals(signs[0]) || !found[1].equals(signs[1])) {
                return new String[] {"", ""};
            }
        }
        if (found == null) {
            return new String[] {"", ""};
        }
        for (String sign : found) {
            if (!sign.isEmpty()
                    && (!NumberFormat.SIGN.matcher(sign).matches()
                            || sign.matches("[A-Za-z]{3}")
                                    && Lexicon.currency(sign).isEmpty())) {
                return new String[] {"", ""};
            }
        }
        return new String[] {found[0].isEmpty() ? "" : found[0] + " ", found[1].isEmpty() ? "" : " " + found[1]};
    }

    /** The types that an attribute may have, the narrowest first; numbers with leading zeros are codes, and codes are text. */
    static boolean code(String value) {
        return value.strip().matches("[+-]?0\\d.*");
    }

    /** What an attribute may be besides text: type and format, the narrowest first. */
    List<Map.Entry<ColumnType, String>> attribute(String column, List<String> sample) {
        List<String> values =
                sample.stream().filter(v -> !v.isBlank()).distinct().toList();
        List<Map.Entry<ColumnType, String>> found = new ArrayList<>();
        for (ColumnType type : List.of(
                ColumnType.INTEGER, ColumnType.DOUBLE, ColumnType.DATE, ColumnType.TIMESTAMP, ColumnType.BOOLEAN)) {
            ColumnSpec spec = ColumnSpec.of(column, type);
            if (values.isEmpty()) {
                found.add(Map.entry(type, ""));
                continue;
            }
            boolean codes = type.isNumeric()
                    && values.stream().anyMatch(v -> code(v) && !v.strip().matches("[+-]?0+[.,].*|.*[./-]\\d+[./-].*"));
            if (codes || type == ColumnType.BOOLEAN && !values.stream().allMatch(v -> v.matches("(?i)true|false"))) {
                continue;
            }
            for (String format : whole(spec, values)) {
                boolean moment = format.startsWith("unix")
                        || format.equals(FormatSql.EXCEL_DAYS)
                        || format.equals("yyyyMMdd")
                        || format.equals("yy-MM-dd");
                if (!moment) {
                    found.add(Map.entry(type, format));
                }
            }
        }
        return found;
    }
}
