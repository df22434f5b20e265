package org.clientele.platform.report.workbook;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** Colours and paper of all sheets. */
final class Looks {
    static final String FONT = "Calibri";
    static final String HEAD = "EEF1F6";
    static final String INK = "1B2330";
    static final String QUIET = "667085";
    static final String LINE = "98A2B3";

    private Looks() {}

    /** A4 lying, as many pages down as there are rows, one across. */
    static void page(Worksheet sheet) {
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }
}
