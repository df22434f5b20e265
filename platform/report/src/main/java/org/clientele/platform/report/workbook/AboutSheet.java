package org.clientele.platform.report.workbook;

import java.util.List;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.ExportNotes;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.ReportTable;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.text.Texts;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that says what the others are: whose data, of which days, narrowed how, how old, how sure. */
final class AboutSheet {
    private static final Texts TEXTS = Texts.of(AboutSheet.class);

    static final String NAME = TEXTS.get("about.sheet.name");

    private static final double LABEL = 34;
    private static final double WIDE = 44;
    private static final double NUMBER = 12;

    private final Worksheet sheet;
    private final Losses losses;
    private final Cells cells;
    private int row;

    AboutSheet(Worksheet sheet, Losses losses) {
        this.sheet = sheet;
        this.losses = losses;
        this.cells = new Cells(sheet, losses);
    }

    /** A table and the sheet that it is on. */
    record Placed(ReportTable table, String sheet) {}

    void write(Report report, List<Placed> tables) {
        sheet.width(0, LABEL);
        sheet.width(1, WIDE);
        sheet.width(2, WIDE);
        sheet.width(3, NUMBER);
        cells.text(row, 0, report.title());
        sheet.style(row, 0)
                .bold()
                .fontSize(16)
                .format(CellFormat.TEXT)
                .fontColor(Looks.INK)
                .set();
        row += 2;
        for (Chapter chapter : report.chapters()) {
            if (report.isCalled(chapter) && !chapter.dashboard().description().isBlank()) {
                pair(TEXTS.get("about.sheet.shows"), chapter.dashboard().description());
            }
        }
        for (ExportNotes.Line line : report.notes().lines()) {
            pair(line.label(), line.value());
        }
        row++;
        index(report, tables);
        doubts(report);
        absences(report);
        heading(TEXTS.get("about.sheet.how_values_are_kept"));
        line(TEXTS.get("about.sheet.text_rule"));
        // Written last, when all cells have been.
        losses.sentences().forEach(this::line);
        Looks.page(sheet);
    }

    private void index(Report report, List<Placed> tables) {
        if (tables.isEmpty()) {
            return;
        }
        head(
                TEXTS.get("about.sheet.sheet"),
                TEXTS.get("about.sheet.shows"),
                TEXTS.get("about.sheet.filters_its_own"),
                TEXTS.get("about.sheet.rows"));
        for (Placed placed : tables) {
            ReportTable table = placed.table();
            cells.text(row, 0, placed.sheet());
            String shows = report.isCalled(table.chapter())
                    ? table.title()
                    : table.chapter().dashboard().title() + ": " + table.title();
            String filters = String.join("; ", table.chapter().narrowed(table.tile()));
            cells.text(row, 1, shows);
            cells.text(row, 2, filters);
            sheet.range(row, 0, row, 2)
                    .style()
                    .format(CellFormat.TEXT)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            sheet.value(row, 3, table.frame().rowCount());
            sheet.style(row, 3).format("#,##0").verticalAlignment("top").set();
            height(Math.max(shows.length(), filters.length()), WIDE);
            row++;
        }
        row++;
    }

    private void doubts(Report report) {
        boolean any = false;
        for (Chapter chapter : report.chapters()) {
            for (String doubt : chapter.doubts(chapter.dashboard().tiles())) {
                if (!any) {
                    heading(TEXTS.get("about.sheet.what_to_bear_in"));
                    any = true;
                }
                line(report.chapters().size() > 1 ? chapter.dashboard().title() + ", " + doubt : doubt);
            }
        }
        row += any ? 1 : 0;
    }

    private void absences(Report report) {
        boolean any = false;
        for (Chapter chapter : report.chapters()) {
            for (TileSpec tile : chapter.dashboard().tiles()) {
                String absence = chapter.absence(tile);
                if (!absence.isEmpty()) {
                    if (!any) {
                        heading(TEXTS.get("about.sheet.what_has_no_sheet"));
                        any = true;
                    }
                    line(chapter.dashboard().title() + ", " + tile.title() + ": " + absence);
                }
            }
        }
        row += any ? 1 : 0;
    }

    private void head(String... titles) {
        for (int i = 0; i < titles.length; i++) {
            cells.text(row, i, titles[i]);
            sheet.style(row, i)
                    .bold()
                    .fillColor(Looks.HEAD)
                    .fontColor(Looks.INK)
                    .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                    .borderColor(BorderSide.BOTTOM, Looks.LINE)
                    .horizontalAlignment(i == 3 ? "right" : "left")
                    .set();
        }
        row++;
    }

    private void heading(String text) {
        cells.text(row, 0, text);
        sheet.style(row, 0).bold().fontColor(Looks.INK).set();
        row++;
    }

    private void pair(String label, String value) {
        cells.text(row, 0, label);
        sheet.style(row, 0).fontColor(Looks.QUIET).verticalAlignment("top").set();
        cells.text(row, 1, value);
        sheet.range(row, 1, row, 3).merge();
        sheet.style(row, 1).format(CellFormat.TEXT).wrapText(true).set();
        height(value.length(), 2 * WIDE + NUMBER);
        row++;
    }

    /** A sentence over the whole width; as high as it needs, which spreadsheets do not work out for merged cells. */
    private void line(String text) {
        cells.text(row, 0, text);
        sheet.range(row, 0, row, 3).merge();
        sheet.style(row, 0)
                .format(CellFormat.TEXT)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        height(text.length(), LABEL + 2 * WIDE + NUMBER);
        row++;
    }

    /** Makes room for wrapped text; letters are narrower than digits, which widths count. */
    private void height(int letters, double width) {
        double lines = Math.ceil(letters / (1.15 * width));
        if (lines > 1) {
            sheet.rowHeight(row, Math.min(Worksheet.MAX_ROW_HEIGHT, 15 * lines));
        }
    }
}
