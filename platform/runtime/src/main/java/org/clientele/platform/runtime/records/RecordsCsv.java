package org.clientele.platform.runtime.records;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;

/**
 * A list of records as CSV by RFC 4180, read and written in pieces, so that its length does not matter: UTF-8, commas, lines that
 * end in CR LF, a line of heads first. Numbers, days and flags stand bare and exact, texts in quotes; a text that a spreadsheet
 * might run as a formula has an apostrophe in front.
 */
public final class RecordsCsv {
    private static final int PIECE = 5_000;
    private static final String END = "\r\n";

    private RecordsCsv() {}

    /**
     * Writes all rows of a list; {@code out} stays open.
     *
     * @param columns those of the list that are written, in order
     * @return how many rows were written
     * @throws IOException if {@code out} cannot be written to
     * @throws org.clientele.sdk.AnalyticsException CANCELLED; DATA_VALUE_INVALID if the data changed meanwhile
     */
    public static long write(
            RecordsView.Reader rows, List<String> columns, OutputStream out, Progress progress, CancelSignal cancel)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        text.write('\uFEFF');
        long count = rows.count();
        for (long from = 0; from < Math.max(1, count); from += PIECE) {
            Frame piece = rows.read(from, PIECE, cancel);
            List<Column> written = columns.stream().map(piece::column).toList();
            if (from == 0) {
                heads(written, text);
            }
            for (int row = 0; row < piece.rowCount(); row++) {
                row(written, row, text);
            }
            progress.report(
                    count == 0 ? 1 : Math.min(1, (double) (from + PIECE) / count),
                    String.format(Locale.ENGLISH, "%,d of %,d rows", Math.min(count, from + PIECE), count));
        }
        text.flush();
        return count;
    }

    private static void heads(List<Column> columns, Writer out) throws IOException {
        String between = "";
        for (Column c : columns) {
            out.write(between);
            String unit = c.unit().toString();
            quoted(unit.isEmpty() ? c.spec().label() : c.spec().label() + " (" + unit + ")", out);
            between = ",";
        }
        out.write(END);
    }

    private static void row(List<Column> columns, int row, Writer out) throws IOException {
        String between = "";
        for (Column c : columns) {
            out.write(between);
            between = ",";
            if (c.isNull(row)) {
                continue;
            }
            if (c.type() == ColumnType.TEXT) {
                quoted(text(c, row), out);
            } else {
                out.write(text(c, row));
            }
        }
        out.write(END);
    }

    /** A value in full, as programs read it; "" where it is missing. */
    public static String text(Column column, int row) {
        Object value = column.valueAt(row);
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal n) {
            return n.signum() == 0 ? "0" : n.stripTrailingZeros().toPlainString();
        }
        return value instanceof LocalDateTime t ? t.toString().replace('T', ' ') : value.toString();
    }

    /** A text with an apostrophe in front where a spreadsheet might run it as a formula. */
    public static String guarded(String text) {
        String rest = text.stripLeading();
        boolean formula = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0
                || !rest.isEmpty() && "=+-@".indexOf(rest.charAt(0)) >= 0;
        return formula || text.startsWith("'") ? "'" + text : text;
    }

    private static void quoted(String cell, Writer out) throws IOException {
        out.write('"');
        out.write(guarded(cell).replace("\"", "\"\""));
        out.write('"');
    }
}
