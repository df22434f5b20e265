package org.clientele.platform.warehouse.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges one line, or several lines taken as one record, by the strict grammar that the warehouse reads: fields between
 * delimiters; a field that starts with a quote (behind blanks, perhaps) ends with one and holds quotes doubled; any
 * other field is literal.
 */
final class LineParser {
    /** A quoted field is still open at the end. */
    static final int OPEN = -1;
    /** Something stands behind a closing quote. */
    static final int AFTER_QUOTE = -2;
    /** An odd number of quotes inside fields that do not start with one. */
    static final int ODD_QUOTES = -3;
    /** A carriage return that ends no line. */
    static final int STRAY_RETURN = -4;

    private final byte delimiter;
    private int longest;
    private int columns;
    private int loose;
    private int openStart;

    LineParser(byte delimiter) {
        this.delimiter = delimiter;
    }

    /** How many columns {@code buf[from, to)} has, or one of the negative constants. */
    int columns(byte[] buf, int from, int to) {
        return walk(buf, from, to, null, null);
    }

    /** The same; says where the fields end, as far as there is room. */
    int columns(byte[] buf, int from, int to, int[] ends) {
        return walk(buf, from, to, null, ends);
    }

    /** How many bytes the longest field had that {@link #columns} saw last. */
    int longest() {
        return longest;
    }

    /** The fields of a record that {@link #columns} accepts, without their quotes, trimmed. */
    List<String> fields(byte[] buf, int from, int to) {
        List<String> fields = new ArrayList<>();
        walk(buf, from, to, fields, null);
        return fields;
    }

    /**
     * Goes on with a record of the same buffer that was {@link #OPEN} at the end of the line before, so that a record of
     * many lines is read once.
     *
     * @param ends which the line before was given too
     * @return as {@link #columns}, of the whole record
     */
    int resume(byte[] buf, int from, int to, int[] ends) {
        return walk(buf, from, to, true, null, ends);
    }

    private int walk(byte[] buf, int from, int to, @Nullable List<String> fields, int @Nullable [] ends) {
        columns = 1;
        loose = 0;
        longest = 0;
        return walk(buf, from, to, false, fields, ends);
    }

    private int walk(byte[] buf, int from, int to, boolean open, @Nullable List<String> fields, int @Nullable [] ends) {
        int i = from;
        boolean inside = open;
        while (true) {
            int start = inside ? openStart : i;
            int quote = inside ? i - 1 : skipBlanks(buf, i, to);
            boolean quoted = inside || quote < to && buf[quote] == '"';
            inside = false;
            if (quoted) {
                i = closing(buf, quote + 1, to);
                if (i < 0) {
                    openStart = start;
                    return OPEN;
                }
                i = skipBlanks(buf, i, to);
                if (i < to && buf[i] != delimiter) {
                    return AFTER_QUOTE;
                }
            } else {
                while (i < to && buf[i] != delimiter) {
                    if (buf[i] == '"') {
                        loose++;
                    } else if (buf[i] == '\r') {
                        return STRAY_RETURN;
                    }
                    i++;
                }
            }
            longest = Math.max(longest, i - start);
            if (ends != null && columns <= ends.length) {
                ends[columns - 1] = i;
            }
            if (fields != null) {
                fields.add(text(buf, start, i, quoted));
            }
            if (i >= to) {
                return (loose & 1) == 0 ? columns : ODD_QUOTES;
            }
            columns++;
            i++;
        }
    }

    private static int skipBlanks(byte[] buf, int from, int to) {
        int i = from;
        while (i < to && buf[i] == ' ') {
            i++;
        }
        return i;
    }

    private static int closing(byte[] buf, int from, int to) {
        int i = from;
        while (i < to) {
            if (buf[i] == '"') {
                if (i + 1 < to && buf[i + 1] == '"') {
                    i++;
                } else {
                    return i + 1;
                }
            }
            i++;
        }
        return -1;
    }

    private static String text(byte[] buf, int from, int to, boolean quoted) {
        String field = new String(buf, from, to - from, StandardCharsets.UTF_8).strip();
        return quoted
                ? field.substring(1, field.length() - 1).replace("\"\"", "\"").strip()
                : field;
    }
}
