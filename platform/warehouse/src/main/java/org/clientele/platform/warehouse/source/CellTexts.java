package org.clientele.platform.warehouse.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a number in a cell means as text: a number as it was typed, or a date, as the cell's format says. */
final class CellTexts {
    private static final double SECONDS = 86_400;
    /** 31 December 9999. */
    private static final double LAST_DAY = 2_958_466;
    /** A day that never was, kept for the sake of an older program. */
    private static final int FALSE_LEAP_DAY = 60;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Map<Integer, String> formats = new HashMap<>();
    private final Set<Integer> dateStyles = new HashSet<>();
    private final Set<Integer> timeStyles = new HashSet<>();
    private boolean from1904;

    void countFrom1904() {
        from1904 = true;
    }

    /** Hears of a format of the workbook's own. */
    void format(int id, String code) {
        formats.put(id, code);
    }

    /** Hears which format a style has. */
    void style(int style, int format) {
        String letters = letters(formats.getOrDefault(format, builtIn(format)));
        boolean elapsed = letters.contains("[");
        boolean day = !elapsed && (letters.contains("y") || letters.contains("d"));
        boolean time = letters.contains("h") || letters.contains("s") || elapsed;
        if (day || !time && letters.contains("m")) {
            dateStyles.add(style);
        } else if (time) {
            timeStyles.add(style);
        }
    }

    private static String builtIn(int id) {
        if (id >= 14 && id <= 17 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58) {
            return "yyyy-mm-dd";
        }
        if (id == 22) {
            return "m/d/yy h:mm";
        }
        return id >= 18 && id <= 21 || id >= 32 && id <= 35 || id >= 45 && id <= 47 ? "h:mm:ss" : "General";
    }

    /** The letters of a format that stand for parts of a date, and [ for elapsed time. */
    private static String letters(String code) {
        if (code.equalsIgnoreCase("General")) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        String lower = code.toLowerCase(Locale.ROOT);
        int section = lower.indexOf(';');
        int end = section < 0 ? lower.length() : section;
        for (int i = 0; i < end; i++) {
            char c = lower.charAt(i);
            if (c == '"') {
                int close = lower.indexOf('"', i + 1);
                i = close < 0 ? end : close;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '[') {
                int close = lower.indexOf(']', i);
                String inside = close < 0 ? "" : lower.substring(i + 1, close);
                out.append(inside.matches("h+|m+|s+") ? "[" : "");
                i = close < 0 ? end : close;
            } else if (c == 'e' && i + 1 < end && (lower.charAt(i + 1) == '+' || lower.charAt(i + 1) == '-')) {
                i++;
            } else if ("ymdhs".indexOf(c) >= 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** @param raw as the file has it */
    String number(String raw, int style) {
        if (raw.isEmpty()) {
            return raw;
        }
        boolean date = dateStyles.contains(style);
        boolean time = timeStyles.contains(style);
        if (!date && !time && isPlainInteger(raw)) {
            return raw;
        }
        double value;
        try {
            value = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        if (!Double.isFinite(value)) {
            return raw;
        }
        if (time && value >= 0 && value < LAST_DAY) {
            return elapsed(value);
        }
        return date && value >= 0 && value < LAST_DAY ? date(value) : plain(value);
    }

    private static boolean isPlainInteger(String raw) {
        int from = raw.charAt(0) == '-' ? 1 : 0;
        if (raw.length() == from || raw.length() > 18) {
            return false;
        }
        for (int i = from; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** With the 15 digits that Excel shows: a sum of 0.1 and 0.2 is 0.3. */
    private static String plain(double value) {
        BigDecimal decimal = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
        return Math.abs(decimal.scale()) > 40
                ? decimal.toString()
                : decimal.signum() == 0 ? "0" : decimal.toPlainString();
    }

    private static String elapsed(double days) {
        long seconds = Math.round(days * SECONDS);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private String date(double value) {
        if (!from1904 && value < 1) {
            return elapsed(value);
        }
        if (!from1904 && (int) value == FALSE_LEAP_DAY) {
            return "1900-02-29";
        }
        LocalDate zero = from1904
                ? LocalDate.of(1904, 1, 1)
                : value < FALSE_LEAP_DAY ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        long millis = Math.round(value * SECONDS * 1000);
        long seconds = Math.round(value * SECONDS);
        if (Math.abs(millis - seconds * 1000) <= 5) {
            millis = seconds * 1000;
        }
        LocalDateTime at =
                zero.atStartOfDay().plusNanos(millis % 86_400_000 * 1_000_000).plusDays(millis / 86_400_000);
        if (millis % 86_400_000 == 0) {
            return at.toLocalDate().toString();
        }
        return at.format(millis % 1000 == 0 ? TIME : MILLIS);
    }
}
