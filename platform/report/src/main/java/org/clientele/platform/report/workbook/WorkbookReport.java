package org.clientele.platform.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.report.KeptOpen;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.ReportTable;
import org.clientele.platform.report.Watch;
import org.clientele.platform.report.table.PlainText;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a report as an XLSX workbook: a sheet for each table, of several with the sheet About before them. Numbers, days and
 * flags are cells of their types in the formats of their units; every text is a shared string with the format Text, so that it is
 * no formula when the file is opened and none when a person edits the cell.
 */
public final class WorkbookReport {
    private static final Texts TEXTS = Texts.of(WorkbookReport.class);

    private static final String APPLICATION = "Clientele";
    /** Of the application, in the only form that the format allows; it says nothing to people. */
    private static final String VERSION = "1.0000";

    private WorkbookReport() {}

    /**
     * Writes the whole workbook; {@code out} stays open.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if a table has more columns than a sheet can hold; CANCELLED
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(Report report, OutputStream out, Watch watch) throws IOException {
        write(report, out, watch, TableSheet.MOST_ROWS);
    }

    /** @param most rows on a sheet; longer tables go on on the next one */
    static void write(Report report, OutputStream out, Watch watch, int most) throws IOException {
        List<ReportTable> tables = report.tables();
        tables.forEach(WorkbookReport::check);
        Losses losses = new Losses();
        SheetNames names = new SheetNames();
        names.next(AboutSheet.NAME);
        Workbook book = new Workbook(new KeptOpen(out), APPLICATION, VERSION);
        book.setGlobalDefaultFont(Looks.FONT, 11);
        book.properties().setTitle(PlainText.legal(report.title())).setSubject(PlainText.legal(report.facts()));
        boolean cover = tables.size() != 1;
        AboutSheet about = cover ? new AboutSheet(book.newWorksheet(AboutSheet.NAME), losses) : null;
        List<AboutSheet.Placed> placed = new ArrayList<>();
        for (ReportTable table : tables) {
            int rows = table.frame().rowCount();
            int from = 0;
            do {
                int to = Math.min(rows, from + most);
                String name = names.next(
                        report.chapters().size() > 1
                                ? table.title() + " "
                                        + table.chapter().dashboard().title()
                                : table.title());
                Worksheet sheet = book.newWorksheet(name);
                new TableSheet(sheet, losses, table.frame()).write(table, report.notes(), from, to, watch);
                sheet.finish();
                placed.add(new AboutSheet.Placed(table, name));
                from = to;
            } while (from < rows);
        }
        watch.check();
        (about == null ? new AboutSheet(book.newWorksheet(AboutSheet.NAME), losses) : about).write(report, placed);
        book.finish();
    }

    private static void check(ReportTable table) {
        int columns = table.frame().columns().size();
        if (columns > Worksheet.MAX_COLS) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("workbook.report.has_columns_and_sheet", table.title(), columns, Worksheet.MAX_COLS));
        }
    }
}
