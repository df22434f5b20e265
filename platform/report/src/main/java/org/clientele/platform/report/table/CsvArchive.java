package org.clientele.platform.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientele.platform.report.KeptOpen;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.ReportTable;
import org.clientele.platform.report.Watch;
import org.clientele.sdk.text.Texts;

/** All tables of a report as CSV files in one ZIP, and a text about them. The same report gives the same bytes. */
public final class CsvArchive {
    private static final Texts TEXTS = Texts.of(CsvArchive.class);

    /** The text about the others. */
    public static final String ABOUT = "about.txt";

    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private CsvArchive() {}

    /**
     * Writes the archive; {@code out} stays open.
     *
     * @param mark whether each CSV file starts with a byte order mark
     * @throws IOException if {@code out} cannot be written to
     */
    public static void write(Report report, boolean mark, OutputStream out, Watch watch) throws IOException {
        FileNames names = new FileNames();
        names.next("about", ".txt");
        List<AboutTables.Written> written = new ArrayList<>();
        for (ReportTable table : report.tables()) {
            String chapter = report.chapters().size() == 1
                    ? ""
                    : table.chapter().dashboard().title() + " ";
            written.add(new AboutTables.Written(table, names.next(chapter + table.title(), ".csv")));
        }
        ZipOutputStream zip = new ZipOutputStream(new KeptOpen(out), StandardCharsets.UTF_8);
        entry(zip, ABOUT);
        zip.write(AboutTables.of(report, TEXTS.get("csv.archive.these_files"), written)
                .getBytes(StandardCharsets.UTF_8));
        for (AboutTables.Written each : written) {
            entry(zip, each.file());
            CsvTable.write(each.table().frame(), mark, zip, watch);
        }
        zip.close();
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED);
        zip.putNextEntry(entry);
    }
}
