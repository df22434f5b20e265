package org.clientele.platform.report.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clientele.platform.report.table.CellText;
import org.clientele.platform.report.table.PlainText;
import org.clientele.sdk.data.Column;
import org.dhatim.fastexcel.Worksheet;

/** Writes values as cells of their types. Whatever is text stays text: nothing here writes a formula. Not thread-safe. */
final class Cells {
    private static final int LONGEST_TEXT = 32_767;
    private static final int EXACT_DIGITS = 15;
    /** Excel takes 1900 for a leap year, so that days before are off by one. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    /** Programs read it as the character of that number, so that it needs to be told from a text that only looks like it. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Worksheet sheet;
    private final Losses losses;
    private final List<int[]> instead = new ArrayList<>();

    Cells(Worksheet sheet, Losses losses) {
        this.sheet = sheet;
        this.losses = losses;
    }

    /** A value of a frame; nothing where it is missing. */
    void value(int row, int place, Column column, int from) {
        Object value = column.valueAt(from);
        if (value == null) {
            return;
        }
        if (value instanceof String text) {
            text(row, place, text);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, place, flag);
        } else if (value instanceof LocalDate day) {
            if (counted(day)) {
                sheet.value(row, place, day);
            } else {
                losses.dayAsText();
                instead(row, place, day.toString());
            }
        } else if (value instanceof LocalDateTime moment) {
            if (counted(moment.toLocalDate())) {
                sheet.value(row, place, moment);
            } else {
                losses.dayAsText();
                instead(row, place, CellText.of(column, from));
            }
        } else if (value instanceof Double number && number.isInfinite()) {
            losses.infinity();
            instead(row, place, CellText.of(column, from));
        } else {
            number(row, place, (Number) value);
        }
    }

    /** A text in a column of something else, which has another format. */
    private void instead(int row, int place, String text) {
        text(row, place, text);
        instead.add(new int[] {row, place});
    }

    /** Gives texts in columns of something else the format of texts; once all formats of those columns are set. */
    void settle() {
        for (int[] place : instead) {
            sheet.style(place[0], place[1]).format(CellFormat.TEXT).set();
        }
        instead.clear();
    }

    private void number(int row, int place, Number value) {
        BigDecimal exact = value instanceof BigDecimal decimal
                ? decimal
                : value instanceof Long whole ? BigDecimal.valueOf(whole) : null;
        if (exact != null && exact.stripTrailingZeros().precision() > EXACT_DIGITS) {
            losses.roundedNumber();
        }
        sheet.value(row, place, value);
    }

    private static boolean counted(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** A text, whatever it looks like. */
    void text(int row, int place, String text) {
        String legal = PlainText.legal(text);
        if (!legal.equals(text)) {
            losses.replacedCharacters();
        }
        sheet.value(row, place, escaped(shortened(legal)));
    }

    private String shortened(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        losses.cutText();
        int end = LONGEST_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** XML makes a line feed of a carriage return, so that it goes by its number, as Excel writes it. */
    private static String escaped(String text) {
        String told = text.indexOf("_x") < 0 ? text : ESCAPE.matcher(text).replaceAll("_x005F_");
        return told.replace("\r", "_x000D_");
    }
}
