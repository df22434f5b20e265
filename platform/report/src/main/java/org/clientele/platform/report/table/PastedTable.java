package org.clientele.platform.report.table;

import java.util.List;
import org.clientele.platform.report.ExportNotes;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;

/**
 * A frame as text that spreadsheets take from the clipboard: tabs between cells, exact values, ISO days; below an empty line,
 * which ends the table for a spreadsheet, what goes with it.
 */
public final class PastedTable {
    private static final Texts TEXTS = Texts.of(PastedTable.class);

    private PastedTable() {}

    /** The table and its notes. */
    public static String of(Frame frame, ExportNotes notes) {
        StringBuilder s = new StringBuilder();
        List<String> heads = ColumnHeads.of(frame);
        for (int i = 0; i < heads.size(); i++) {
            s.append(i == 0 ? "" : "\t").append(text(heads.get(i)));
        }
        s.append('\n');
        for (int row = 0; row < frame.rowCount(); row++) {
            for (int i = 0; i < heads.size(); i++) {
                Column column = frame.columns().get(i);
                String cell = CellText.of(column, row);
                s.append(i == 0 ? "" : "\t").append(CellText.isText(column, row) ? text(cell) : cell);
            }
            s.append('\n');
        }
        s.append('\n');
        for (ExportNotes.Line line : notes.lines()) {
            s.append(text(line.label())).append('\t').append(text(line.value())).append('\n');
        }
        for (Caveat caveat : frame.caveats()) {
            s.append(TEXTS.get("bear.in.mind"))
                    .append('\t')
                    .append(text(caveat.message()))
                    .append('\n');
        }
        return s.toString();
    }

    private static String text(String cell) {
        return PlainText.guarded(
                PlainText.legal(cell).replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
    }
}
