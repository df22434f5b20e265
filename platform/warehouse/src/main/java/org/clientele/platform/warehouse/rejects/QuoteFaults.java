package org.clientele.platform.warehouse.rejects;

import java.util.regex.Matcher;
import org.clientele.sdk.text.Texts;

/** What is wrong with quotes. */
final class QuoteFaults {
    private static final Texts TEXTS = Texts.of(QuoteFaults.class);

    private static final int SHOWN = 20;

    private QuoteFaults() {}

    static Finding open(String line) {
        if (line.contains("\\\"")) {
            return LineTrouble.QUOTE_BACKSLASH.with();
        }
        int at = line.lastIndexOf('"');
        String text = line.substring(Math.min(line.length(), at + 1));
        return LineTrouble.QUOTE_NOT_CLOSED.with(text.isBlank() ? TEXTS.get("quote.faults.end") : start(text));
    }

    private static String start(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        int end = line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length())));
        String shown = Shown.quoted(line.substring(0, end));
        return end < line.length() ? shown.substring(0, shown.length() - 1) + "\u2026\"" : shown;
    }

    static Finding textBehind(String line, char delimiter) {
        if (line.contains("\\\"")) {
            return LineTrouble.QUOTE_BACKSLASH.with();
        }
        boolean quoted = false;
        boolean fieldStart = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                i++;
            } else if (quoted && c == '"') {
                quoted = false;
                String rest = line.substring(i + 1);
                String text = rest.stripLeading();
                if (!text.isEmpty() && text.charAt(0) != delimiter && rest.charAt(0) != delimiter) {
                    return behind(rest, text);
                }
                fieldStart = false;
            } else if (!quoted && c == delimiter) {
                fieldStart = true;
            } else if (!quoted && fieldStart && c == '"') {
                quoted = true;
            } else if (c != ' ') {
                fieldStart = false;
            }
        }
        int last = line.lastIndexOf('"');
        return behind(line.substring(last + 1), line.substring(last + 1));
    }

    private static Finding behind(String rest, String text) {
        if (rest.isEmpty()) {
            return LineTrouble.QUOTE_ODD.with(quotes(1));
        }
        int c = rest.codePointAt(0);
        return c != ' '
                        && (Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.getType(c) == Character.FORMAT)
                ? LineTrouble.QUOTE_SPACE_BEHIND.with(Shown.character(c))
                : LineTrouble.QUOTE_TEXT_BEHIND.with(start(text));
    }

    static Finding odd(String line) {
        if (line.contains("\\\"")) {
            return LineTrouble.QUOTE_BACKSLASH.with();
        }
        long quotes = line.chars().filter(c -> c == '"').count();
        Matcher inches = Patterns.matcher("\\d[\\d/.,x ]*\"", line);
        return inches.find()
                ? LineTrouble.QUOTE_INCHES.with(inches.group())
                : LineTrouble.QUOTE_ODD.with(quotes(quotes));
    }

    private static String quotes(long n) {
        return TEXTS.get("quote.faults.quotes", new Texts.Count(n, String.valueOf(n)));
    }
}
