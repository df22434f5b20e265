package org.clientele.platform.report.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clientele.platform.report.Watch;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;

/**
 * A frame as CSV by RFC 4180: UTF-8, commas, lines that end in CR LF, a line of heads first. Numbers, days and flags stand bare
 * and exact; every text stands in quotes, so that a missing value and an empty text differ, and so that a spreadsheet which parts
 * cells elsewhere does not find a formula inside a text. Texts that look like formulas are {@link PlainText#guarded}.
 */
public final class CsvTable {
    private static final String END = "\r\n";

    private CsvTable() {}

    /**
     * Writes the whole table; {@code out} stays open.
     *
     * @param mark whether it starts with a byte order mark, by which spreadsheets know UTF-8
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(Frame frame, boolean mark, OutputStream out, Watch watch) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (mark) {
            text.write('\uFEFF');
        }
        List<Column> columns = frame.columns();
        List<String> heads = ColumnHeads.of(frame);
        for (int i = 0; i < heads.size(); i++) {
            text.write(i == 0 ? "" : ",");
            quoted(heads.get(i), text);
        }
        text.write(END);
        for (int row = 0; row < frame.rowCount(); row++) {
            watch.row();
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    text.write(',');
                }
                String cell = CellText.of(columns.get(i), row);
                if (CellText.isText(columns.get(i), row)) {
                    quoted(cell, text);
                } else {
                    text.write(cell);
                }
            }
            // A line with nothing in it is no row for most readers.
            if (columns.size() == 1 && columns.get(0).isNull(row)) {
                text.write("\"\"");
            }
            text.write(END);
        }
        text.flush();
    }

    private static void quoted(String cell, Writer out) throws IOException {
        out.write('"');
        out.write(PlainText.guarded(PlainText.legal(cell)).replace("\"", "\"\""));
        out.write('"');
    }
}
