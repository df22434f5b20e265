package org.clientele.platform.report.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.ReportTable;
import org.clientele.platform.report.Watch;
import org.clientele.platform.report.table.CellText;
import org.clientele.platform.report.table.ColumnHeads;
import org.clientele.platform.report.table.PlainText;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.text.Texts;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table on a sheet: heads in the first row, which stays in view, the rows below, and after an empty row, where spreadsheets end
 * a table, what goes with it.
 */
final class TableSheet {
    private static final Texts TEXTS = Texts.of(TableSheet.class);

    /** Of data, so that heads and notes find room as well. */
    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1_000;

    private static final int CHUNK = 5_000;
    private static final int SAMPLE = 400;
    private static final double NARROWEST = 9;
    private static final double WIDEST = 60;
    private static final double HEAD_LINE = 15;
    private static final double MOST_HEAD_LINES = 4;
    private static final int LONGEST_FOOT = 45;
    private static final int FOOT_SIZE = 9;

    private final Worksheet sheet;
    private final Cells cells;
    private final Frame frame;

    TableSheet(Worksheet sheet, Losses losses, Frame frame) {
        this.sheet = sheet;
        this.cells = new Cells(sheet, losses);
        this.frame = frame;
    }

    /**
     * Writes rows of the table, and what goes with it.
     *
     * @param from the first row
     * @param to the row after the last
     */
    void write(ReportTable table, ExportNotes notes, int from, int to, Watch watch) throws IOException {
        List<Column> columns = frame.columns();
        head(columns);
        // A sheet says how it is printed before its rows.
        print(table, notes);
        List<String> formats = columns.stream().map(CellFormat::of).toList();
        for (int start = from; start < to; start += CHUNK) {
            int end = Math.min(to, start + CHUNK);
            for (int row = start; row < end; row++) {
                watch.row();
                for (int i = 0; i < columns.size(); i++) {
                    cells.value(1 + row - from, i, columns.get(i), row);
                }
            }
            for (int i = 0; i < columns.size(); i++) {
                StyleSetter style =
                        sheet.range(1 + start - from, i, end - from, i).style();
                if (columns.get(i).type().isTemporal()) {
                    style.horizontalAlignment("left");
                }
                if (!formats.get(i).isEmpty()) {
                    style.format(formats.get(i));
                }
                style.set();
            }
            cells.settle();
            sheet.flush();
        }
        below(table, notes, to - from + 2);
    }

    private void head(List<Column> columns) {
        List<String> heads = ColumnHeads.of(frame);
        double lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            boolean number = columns.get(i).type().isNumeric();
            cells.text(0, i, heads.get(i));
            sheet.style(0, i)
                    .bold()
                    .format(CellFormat.TEXT)
                    .fillColor(Looks.HEAD)
                    .fontColor(Looks.INK)
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                    .borderColor(BorderSide.BOTTOM, Looks.LINE)
                    .horizontalAlignment(number ? "right" : "left")
                    .verticalAlignment("center")
                    .wrapText(true)
                    .set();
            double width = width(columns.get(i), heads.get(i));
            sheet.width(i, width);
            lines = Math.max(lines, Math.ceil(1.05 * heads.get(i).length() / width));
        }
        sheet.rowHeight(0, Math.min(MOST_HEAD_LINES, lines) * HEAD_LINE + 3);
        sheet.freezePane(0, 1);
    }

    /** As wide as the first values need, within limits; heads may take two lines. */
    private static double width(Column column, String head) {
        double longest = Math.max(NARROWEST, Math.min(head.length(), Math.max(16, head.length() / 2.0 + 4)));
        for (int row = 0; row < Math.min(SAMPLE, column.size()); row++) {
            int length = CellText.of(column, row).length();
            if (column.type() == ColumnType.DECIMAL || column.type() == ColumnType.INTEGER) {
                length += length / 3 + (column.unit().countsMoney() ? 4 : 0);
            } else if (column.type() == ColumnType.DOUBLE) {
                length = Math.min(length, 14);
            }
            longest = Math.max(longest, length);
        }
        return Math.min(WIDEST, longest + 2);
    }

    private void below(ReportTable table, ExportNotes notes, int row) {
        List<String> lines = new ArrayList<>();
        table.doubts().forEach(doubt -> lines.add(TEXTS.get("table.sheet.to_bear_in_mind", doubt)));
        notes.and(table.chapter().narrowed(table.tile()))
                .lines()
                .forEach(line -> lines.add(line.label() + ": " + line.value()));
        for (int i = 0; i < lines.size(); i++) {
            cells.text(row + i, 0, lines.get(i));
            sheet.style(row + i, 0)
                    .italic()
                    .format(CellFormat.TEXT)
                    .fontColor(Looks.QUIET)
                    .set();
        }
    }

    private void print(ReportTable table, ExportNotes notes) {
        Looks.page(sheet);
        sheet.repeatRows(0);
        sheet.header(foot(table.title()), Position.LEFT, Looks.FONT, FOOT_SIZE);
        sheet.footer(foot(notes.workspace()), Position.LEFT, Looks.FONT, FOOT_SIZE);
        sheet.footer(foot(notes.age()), Position.CENTER, Looks.FONT, FOOT_SIZE);
        sheet.footer(TEXTS.get("table.sheet.page_p_n"), Position.RIGHT, Looks.FONT, FOOT_SIZE);
    }

    /** In a foot & begins a command, and all three parts with their fonts have 255 characters. */
    private static String foot(String text) {
        StringBuilder s = new StringBuilder();
        PlainText.legal(text)
                .codePoints()
                .takeWhile(c -> s.length() < LONGEST_FOOT)
                .forEach(c -> s.append(c == '&' ? "&&" : Character.toString(c)));
        return s.toString();
    }
}
