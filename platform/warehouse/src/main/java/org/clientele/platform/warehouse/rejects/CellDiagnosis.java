package org.clientele.platform.warehouse.rejects;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** What is wrong with a value whatever its column's type: strange characters, placeholders, a spreadsheet's leftovers. */
final class CellDiagnosis {
    private static final Texts TEXTS = Texts.of(CellDiagnosis.class);

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LONGEST_TEXT = 1 << 16;

    private static final Map<String, CellTrouble> SHEET_ERRORS = Map.ofEntries(
            Map.entry("#N/A", CellTrouble.SHEET_NOT_AVAILABLE),
            Map.entry("#NV", CellTrouble.SHEET_NOT_AVAILABLE),
            Map.entry("#REF!", CellTrouble.SHEET_REFERENCE),
            Map.entry("#BEZUG!", CellTrouble.SHEET_REFERENCE),
            Map.entry("#DIV/0!", CellTrouble.SHEET_DIVISION),
            Map.entry("#VALUE!", CellTrouble.SHEET_VALUE),
            Map.entry("#WERT!", CellTrouble.SHEET_VALUE),
            Map.entry("#NAME?", CellTrouble.SHEET_NAME),
            Map.entry("#NUM!", CellTrouble.SHEET_NUMBER),
            Map.entry("#ZAHL!", CellTrouble.SHEET_NUMBER),
            Map.entry("#NULL!", CellTrouble.SHEET_NULL),
            Map.entry("#SPILL!", CellTrouble.SHEET_SPILL),
            Map.entry("#\u00dcBERLAUF!", CellTrouble.SHEET_SPILL),
            Map.entry("#GETTING_DATA", CellTrouble.SHEET_BUSY),
            Map.entry("#BUSY!", CellTrouble.SHEET_BUSY),
            Map.entry("LOADING...", CellTrouble.SHEET_BUSY),
            Map.entry("#CALC!", CellTrouble.SHEET_OTHER),
            Map.entry("#FIELD!", CellTrouble.SHEET_OTHER),
            Map.entry("#BLOCKED!", CellTrouble.SHEET_OTHER),
            Map.entry("#CONNECT!", CellTrouble.SHEET_OTHER),
            Map.entry("#UNKNOWN!", CellTrouble.SHEET_OTHER),
            Map.entry("#ERROR!", CellTrouble.SHEET_OTHER));

    private CellDiagnosis() {}

    static @Nullable Finding beforeType(ColumnSpec column, Expected expected, String raw, int longest) {
        Finding found = characters(expected, raw);
        if (found != null) {
            return found;
        }
        String value = raw.strip();
        String shown = Shown.quoted(raw);
        int bytes = raw.length() > LONGEST_TEXT / 4 ? raw.getBytes(StandardCharsets.UTF_8).length : 0;
        if (bytes > LONGEST_TEXT) {
            return CellTrouble.TEXT_TOO_LONG.with(shown, String.format(Locale.ROOT, "%,d", bytes));
        }
        if (raw.length() > longest) {
            return expected.type() == ColumnType.TEXT
                    ? CellTrouble.TEXT_NOT_TAKEN.with(shown, named(column))
                    : CellTrouble.LONG_TEXT.with(
                            shown, String.format(Locale.ROOT, "%,d", raw.length()), expected.wanted());
        }
        if (isHeader(column, expected, value)) {
            return CellTrouble.HEADER_IN_CELL.with(shown);
        }
        CellTrouble sheet = SHEET_ERRORS.get(value.toUpperCase(Locale.ROOT));
        if (sheet != null) {
            return sheet.with(shown);
        }
        if (Patterns.fits("#{3,}", value)) {
            return CellTrouble.SHEET_HASHES.with(shown);
        }
        Finding empty = placeholder(expected, value, shown);
        return empty != null ? empty : leftover(expected, value, shown);
    }

    private static boolean isHeader(ColumnSpec column, Expected expected, String value) {
        String plain = letters(value);
        return !plain.isEmpty()
                && (plain.equals(letters(expected.header()))
                        || expected.type() != ColumnType.TEXT && plain.equals(letters(column.name())));
    }

    private static String letters(String s) {
        return s.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static String named(ColumnSpec column) {
        return "\"" + column.label() + "\"";
    }

    private static @Nullable Finding characters(Expected expected, String raw) {
        String shown = Shown.quoted(raw);
        boolean blank = true;
        int strange = -1;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            blank &= isSpace(c) || Character.getType(c) == Character.FORMAT;
            if (strange < 0 && c != ' ' && (isSpace(c) || !isPlain(c))) {
                strange = c;
            }
        }
        if (blank) {
            return CellTrouble.ONLY_SPACES.with(
                    strange < 0
                            ? TEXTS.get("signs.spaces")
                            : TEXTS.get("cell.diagnosis.space", Shown.character(strange)),
                    expected.wanted());
        }
        if (raw.indexOf(0) >= 0) {
            return CellTrouble.NUL_CHARACTER.with(shown);
        }
        if (raw.indexOf('\uFFFD') >= 0) {
            return CellTrouble.LOST_CHARACTER.with(shown);
        }
        String inner = raw.strip();
        if (expected.type() != ColumnType.TEXT && (inner.indexOf('\n') >= 0 || inner.indexOf('\r') >= 0)) {
            return CellTrouble.LINE_BREAK_INSIDE.with(shown, expected.wanted());
        }
        if (strange < 0 || isLineSpace(strange)) {
            return null;
        }
        String number = Shown.character(strange);
        if (Character.getType(strange) == Character.CONTROL) {
            return CellTrouble.CONTROL_CHARACTER.with(shown, number);
        }
        String without = Shown.quoted(without(raw));
        return isSpace(strange)
                ? CellTrouble.SPECIAL_SPACE.with(shown, number, without)
                : CellTrouble.INVISIBLE_CHARACTER.with(shown, number, without);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x2800 || c == 0x3164;
    }

    private static boolean isLineSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    private static String without(String raw) {
        StringBuilder out = new StringBuilder();
        raw.codePoints().filter(c -> isPlain(c) && !isSpace(c) || c == ' ').forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    private static @Nullable Finding placeholder(Expected expected, String value, String shown) {
        String wanted = expected.wanted();
        if (Patterns.fits("null|nil|none|undefined|\\\\N|nat|nan-nan-nan|invalid date|<na>|<null>|dbnull", value)) {
            return CellTrouble.PLACEHOLDER_PROGRAM.with(shown, wanted);
        }
        if (Patterns.fits(
                "n\\s*[./]?\\s*[av]\\.?|not available|nicht verf\u00fcgbar|not applicable|k\\.?\\s?a\\.?", value)) {
            return CellTrouble.PLACEHOLDER_NOT_AVAILABLE.with(shown, wanted);
        }
        if (Patterns.fits("[-\u2010-\u2015\u2212_.?*~/\\\\#\u2026]{1,5}|x{1,4}", value)
                && (expected.type() != ColumnType.BOOLEAN || !Patterns.fits("x", value))) {
            return CellTrouble.PLACEHOLDER_MARK.with(shown, wanted);
        }
        if (Patterns.fits(
                "unknown|tb[dac]|missing|empty|no data|keine?|keine angabe|unbekannt|fehlt|offen|leer|inconnu|desconocido"
                        + "|pending|to be (determined|confirmed|announced)",
                value)) {
            return CellTrouble.PLACEHOLDER_WORD.with(shown, wanted);
        }
        if (Patterns.fits("\\((blank|leer|vide|empty|en blanco)\\)", value)) {
            return CellTrouble.PIVOT_BLANK.with(shown, wanted);
        }
        return Patterns.fits("\\[object \\w+\\]|system\\.\\w+(\\.\\w+)*|<built-in .*>|<\\w+ object at 0x\\w+>", value)
                ? CellTrouble.OBJECT_TEXT.with(shown)
                : null;
    }

    private static @Nullable Finding leftover(Expected expected, String value, String shown) {
        if (Patterns.fits(
                "[=+@-].*\\|.*!.*|[=+@-]\\s*(cmd|powershell|msexcel|rundll32)\\b.*|=.*(hyperlink|webservice)\\(.*",
                value)) {
            return CellTrouble.FORMULA_COMMAND.with(shown);
        }
        if (Patterns.fits("=.+|@\\w+\\(.*|[+-]\\s*\\p{L}[\\p{L}.]*\\(.*\\)", value)) {
            return CellTrouble.FORMULA_TEXT.with(shown);
        }
        if (expected.type() == ColumnType.TEXT) {
            return null;
        }
        if (Patterns.fits(
                "(sub|grand )?totals?:?|(end|zwischen|gesamt)?summe:?|gesamt:?|sum:?|average:?|mittelwert:?", value)) {
            return CellTrouble.TOTAL_IN_CELL.with(shown);
        }
        if (Patterns.fits("'[^']+", value)) {
            return CellTrouble.APOSTROPHE_BEFORE.with(
                    shown, Shown.quoted(value.substring(1).strip()));
        }
        if (Patterns.fits(
                "[\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019].+[\"'\u201c\u201d\u00ab\u00bb\u2018\u2019]", value)) {
            return CellTrouble.QUOTES_LEFT.with(
                    shown, value.substring(1, value.length() - 1).strip());
        }
        if (Patterns.fits("(\\\\x[0-9A-F]{2})+.*|0x[0-9A-F]{17,}", value)) {
            return CellTrouble.BINARY.with(shown, expected.wanted());
        }
        if (Patterns.fits("\\[.*\\]", value)) {
            return CellTrouble.NESTED_LIST.with(shown);
        }
        if (Patterns.fits("\\{.*\\}", value)) {
            return CellTrouble.NESTED_STRUCTURE.with(shown);
        }
        Matcher entity = Patterns.matcher("&(#\\d+|#x[0-9a-f]+|[a-z]{2,8});", value);
        if (entity.find()) {
            return CellTrouble.HTML_ENTITY.with(shown, Shown.quoted(entity.group()));
        }
        if (Patterns.matcher("</?[a-z][^<>]*>", value).find()) {
            return CellTrouble.HTML_TAG.with(shown);
        }
        return misread(value, shown);
    }

    private static @Nullable Finding misread(String value, String shown) {
        Matcher pair = Patterns.matcher(
                "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2013-\u203a\u20ac\u2122]"
                        + "|\u00e2[\u0080-\u009f\u20ac\u201a][\u0080-\u00bf\u0152\u0153\u201c\u201d\u2122\u2020-\u2022\u00ac]",
                value);
        if (!pair.find()) {
            return null;
        }
        String read = new String(pair.group().getBytes(WINDOWS), StandardCharsets.UTF_8);
        return read.indexOf('\uFFFD') >= 0 || read.length() != 1
                ? null
                : CellTrouble.MISREAD_LETTERS.with(shown, pair.group(), read);
    }
}
