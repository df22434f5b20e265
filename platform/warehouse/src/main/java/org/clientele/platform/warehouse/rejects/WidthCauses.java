package org.clientele.platform.warehouse.rejects;

import java.util.List;
import org.clientele.platform.warehouse.rejects.Structure.Layout;
import org.clientele.sdk.text.Texts;

/** Why a line has more columns than the header. */
final class WidthCauses {
    private static final Texts TEXTS = Texts.of(WidthCauses.class);

    private WidthCauses() {}

    static Finding tooMany(String line, int columns, Layout layout) {
        int width = layout.width();
        char delimiter = layout.delimiter();
        String found = Structure.columns(columns);
        List<String> fields = Fields.part(line, delimiter);
        if (fields.size() > width && fields.stream().skip(width).allMatch(String::isBlank)) {
            int extra = columns - width;
            return LineTrouble.LINE_TRAILING_DELIMITERS.with(
                    TEXTS.get("width.causes.delimiters", new Texts.Count(extra, String.valueOf(extra))));
        }
        if (line.contains("\\" + delimiter)) {
            return LineTrouble.LINE_ESCAPED_DELIMITER.with();
        }
        String quoted = between(line, delimiter, "'", "'");
        if (quoted != null) {
            return LineTrouble.LINE_SINGLE_QUOTES.with(quoted);
        }
        quoted = between(line, delimiter, "[\u201c\u201d\u201e\u00ab]", "[\u201c\u201d\u00bb]");
        if (quoted != null) {
            return LineTrouble.LINE_CURLY_QUOTES.with(quoted);
        }
        if (width > 2 && (columns == 2 * width || columns == 2 * width - 1)) {
            return LineTrouble.LINE_TWO_RECORDS.with(found, width);
        }
        for (int i = 0; i + 1 < fields.size(); i++) {
            String pair = Shown.quoted(fields.get(i) + delimiter + fields.get(i + 1));
            String left = fields.get(i).strip();
            String right = fields.get(i + 1).strip();
            if (delimiter == ','
                    && columns == width + 1
                    && left.matches("[-+\u20ac$\u00a3 ]*\\d{1,3}")
                    && right.matches("\\d{3}(\\.\\d+)?")) {
                return LineTrouble.LINE_THOUSANDS_COMMA.with(found, width, pair);
            }
        }
        for (int i = 0; i + 1 < fields.size(); i++) {
            String right = fields.get(i + 1);
            String pair = Shown.quoted(fields.get(i) + delimiter + right);
            boolean text = hasLetter(fields.get(i)) && hasLetter(right);
            if (text && (right.startsWith(" ") || right.strip().matches("\\p{Ll}.*"))) {
                return LineTrouble.LINE_DELIMITER_IN_TEXT.with(found, width, pair);
            }
        }
        String decimal = delimiter == ',' ? decimal(fields) : "";
        return decimal.isEmpty()
                ? LineTrouble.LINE_TOO_MANY.with(found, width)
                : LineTrouble.LINE_DECIMAL_COMMA.with(found, width, Shown.quoted(decimal));
    }

    /** The last two fields that look like one number, two digits behind the comma before one; "" if there are none. */
    private static String decimal(List<String> fields) {
        for (String digits : new String[] {"2", "1"}) {
            for (int i = fields.size() - 2; i >= 0; i--) {
                String pair = fields.get(i) + "," + fields.get(i + 1);
                if (pair.matches("[-+\u20ac$\u00a3 ]*\\d+,\\d{" + digits + "}[\u20ac ]*")) {
                    return pair;
                }
            }
        }
        return "";
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static @org.jspecify.annotations.Nullable String between(
            String line, char delimiter, String open, String close) {
        String d = java.util.regex.Pattern.quote(String.valueOf(delimiter));
        java.util.regex.Matcher m = Patterns.matcher(
                "(?:^|" + d + ") ?(" + open + "[^'\"]{0,200}" + d + "[^'\"]{0,200}" + close + ") ?(?:$|" + d + ")",
                line);
        return m.find() ? Shown.quoted(m.group(1).substring(1, m.group(1).length() - 1)) : null;
    }
}
