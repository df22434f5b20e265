package org.clientele.platform.warehouse.rejects;

import java.util.Locale;

/** Values as sentences show them: not too long, and with everything in them visible. */
final class Shown {
    /** Characters of a value that a sentence shows. */
    static final int LONGEST = 100;

    private Shown() {}

    /** The value between quotes, shortened to {@value #LONGEST} characters, control characters as pictures. */
    static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        int shown = 0;
        int at = 0;
        while (at < value.length() && shown < LONGEST) {
            int c = value.codePointAt(at);
            append(out, c);
            at += Character.charCount(c);
            shown++;
        }
        return out.append(at < value.length() ? "\u2026\"" : "\"").toString();
    }

    /** One character by its sign and number: {@code "é" (U+00E9)}, or its number alone where it has no sign. */
    static String character(int c) {
        String number = String.format(Locale.ROOT, "U+%04X", c);
        return isVisible(c) ? "\"" + Character.toString(c) + "\" (" + number + ")" : number;
    }

    private static void append(StringBuilder out, int c) {
        if (c < 0x20) {
            out.append((char) (0x2400 + c));
        } else if (c == 0x7f) {
            out.append('\u2421');
        } else if (isVisible(c)) {
            out.appendCodePoint(c);
        } else {
            out.append(String.format(Locale.ROOT, "<U+%04X>", c));
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
