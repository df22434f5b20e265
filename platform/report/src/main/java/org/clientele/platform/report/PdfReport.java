package org.clientele.platform.report;

import java.io.IOException;
import java.io.OutputStream;
import org.clientele.platform.charts.pdf.PdfWriter;

/** Writes a report as PDF. */
public final class PdfReport {
    private PdfReport() {}

    /**
     * Writes all pages, with a bookmark for each dashboard.
     *
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(Report report, OutputStream out) throws IOException {
        PdfWriter.write(report.title(), report.description(), ReportPages.of(report), out);
    }
}
