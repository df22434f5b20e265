package org.clientele.platform.warehouse.rejects;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.clientele.sdk.text.Texts;

/** Says what is wrong with a line that could not be parted into the header's columns, and why that probably is so. */
public final class Structure {
    private static final Texts TEXTS = Texts.of(Structure.class);

    /** How much of a long line is looked at. */
    private static final int LOOKED_AT = 1 << 16;

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private Structure() {}

    /** What a strict reader found. */
    public enum Fault {
        /** Another number of columns than the header's. */
        WIDTH,
        /** A quote opens and does not close. */
        QUOTE_OPEN,
        /** Something stands behind a closing quote. */
        TEXT_BEHIND_QUOTE,
        /** An odd number of quotes inside fields. */
        ODD_QUOTES,
        /** A carriage return that ends no line. */
        STRAY_RETURN,
        /** A NUL. */
        NUL,
        /** Bytes that are no UTF-8. */
        NOT_UTF8,
        /** The line is too long. */
        RECORD_TOO_LONG,
        /** A field is too long. */
        FIELD_TOO_LONG,
        /** A control character, or a byte order mark. */
        CONTROL
    }

    /**
     * How the file is parted.
     *
     * @param delimiter the character between columns
     * @param headers the columns' names, in order
     * @param longest the bytes that a record may have
     */
    public record Layout(char delimiter, List<String> headers, int longest) {
        public Layout {
            headers = List.copyOf(headers);
        }

        int width() {
            return headers.size();
        }
    }

    /**
     * Explains a refused line.
     *
     * @param fault what the reader found
     * @param text the line's bytes, without its end
     * @param columns how many columns it has, where the fault is {@link Fault#WIDTH}
     * @param last whether it is the last of the file and has no line end
     */
    public static Finding explain(Fault fault, byte[] text, int columns, Layout layout, boolean last) {
        byte[] start = text.length > LOOKED_AT ? Arrays.copyOf(text, LOOKED_AT) : text;
        String line = new String(start, StandardCharsets.UTF_8);
        return switch (fault) {
            case WIDTH -> width(line, columns, layout, last);
            case QUOTE_OPEN -> QuoteFaults.open(line);
            case TEXT_BEHIND_QUOTE -> QuoteFaults.textBehind(line, layout.delimiter());
            case ODD_QUOTES -> QuoteFaults.odd(line);
            case STRAY_RETURN -> stray(line);
            case NUL, NOT_UTF8 -> ByteFaults.explain(text);
            case RECORD_TOO_LONG -> LineTrouble.RECORD_TOO_LONG.with(size(layout.longest()));
            case FIELD_TOO_LONG -> tooLong(new String(text, StandardCharsets.UTF_8), layout);
            case CONTROL -> control(line, layout);
        };
    }

    private static Finding width(String line, int columns, Layout layout, boolean last) {
        if (line.indexOf('\u001a') >= 0 || line.indexOf('\uFEFF') >= 0) {
            return control(line, layout);
        }
        Finding otherText = LineWords.explain(line, layout);
        if (otherText != null) {
            return otherText;
        }
        for (char other : DELIMITERS) {
            if (other != layout.delimiter()
                    && layout.width() > 1
                    && Fields.part(line, other).size() == layout.width()) {
                return LineTrouble.LINE_OTHER_DELIMITER.with(name(other), name(layout.delimiter()));
            }
        }
        String found = columns(columns);
        if (columns > layout.width()) {
            return WidthCauses.tooMany(line, columns, layout);
        }
        if (last) {
            return LineTrouble.LINE_CUT_SHORT.with(columns, columns(layout.width()));
        }
        return columns == 1
                ? LineTrouble.LINE_ONE_PIECE.with(columns(layout.width()))
                : width(columns, layout.headers());
    }

    /** Too many cells or too few, where nothing is known of the line. */
    public static Finding width(int columns, List<String> headers) {
        return columns > headers.size()
                ? LineTrouble.LINE_TOO_MANY.with(columns(columns), headers.size())
                : LineTrouble.LINE_TOO_FEW.with(columns(columns), headers.size(), missing(columns, headers));
    }

    /** A row of a sheet with a value where no table is. */
    public static Finding leftOfTable(String value, String firstHeader) {
        return LineTrouble.LINE_LEFT_OF_TABLE.with(Shown.quoted(value), Shown.quoted(firstHeader));
    }

    private static String missing(int columns, List<String> headers) {
        int first = Math.max(0, Math.min(columns, headers.size() - 1));
        String header = "\"" + headers.get(first) + "\"";
        return TEXTS.get(first == headers.size() - 1 ? "structure.missing" : "structure.missing_all", header);
    }

    private static Finding stray(String line) {
        String trimmed = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        long returns = trimmed.chars().filter(c -> c == '\r').count();
        int at = Math.max(0, trimmed.indexOf('\r'));
        return returns > 2
                ? LineTrouble.RETURN_ONLY.with(returns)
                : LineTrouble.RETURN_INSIDE.with(behind(trimmed, at));
    }

    private static Finding tooLong(String line, Layout layout) {
        List<String> fields = Fields.part(line, layout.delimiter());
        int longest = 0;
        for (int i = 1; i < fields.size(); i++) {
            longest = fields.get(i).length() > fields.get(longest).length() ? i : longest;
        }
        String header = longest < layout.width()
                ? "\"" + layout.headers().get(longest) + "\""
                : TEXTS.get("structure.column", String.valueOf(longest + 1));
        int bytes = fields.get(longest).getBytes(StandardCharsets.UTF_8).length;
        return LineTrouble.FIELD_TOO_LONG.with(header, String.format(Locale.ROOT, "%,d", bytes));
    }

    private static Finding control(String line, Layout layout) {
        if (line.indexOf('\u001a') >= 0) {
            return LineTrouble.END_MARK.with();
        }
        return line.indexOf('\uFEFF') >= 0
                ? LineTrouble.MARK_IN_MIDDLE.with()
                : LineTrouble.LINE_UNREADABLE.with(columns(layout.width()));
    }

    static String columns(int n) {
        return TEXTS.get("structure.columns", new Texts.Count(n, String.valueOf(n)));
    }

    static String size(int bytes) {
        return bytes % (1 << 20) == 0
                ? TEXTS.get("structure.megabytes", String.valueOf(bytes >> 20))
                : TEXTS.get("structure.bytes", bytes);
    }

    static String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> TEXTS.get("signs.commas");
            case ';' -> TEXTS.get("signs.semicolons");
            case '\t' -> TEXTS.get("signs.tabs");
            case '|' -> TEXTS.get("signs.bars");
            case ' ' -> TEXTS.get("signs.spaces");
            default -> "\"" + delimiter + "\"";
        };
    }

    /** The last characters before a place, in quotes; the start of the line if there are none. */
    static String behind(String line, int at) {
        int from = Math.max(0, at - 20);
        if (from > 0 && Character.isLowSurrogate(line.charAt(from))) {
            from++;
        }
        return at == 0 ? TEXTS.get("structure.start") : Shown.quoted(line.substring(from, at));
    }
}
