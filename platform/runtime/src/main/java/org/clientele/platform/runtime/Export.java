package org.clientele.platform.runtime;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.clientele.platform.charts.pdf.PdfWriter;
import org.clientele.platform.report.Chapter;
import org.clientele.platform.report.HtmlReport;
import org.clientele.platform.report.PdfReport;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.ReportTable;
import org.clientele.platform.report.Watch;
import org.clientele.platform.report.table.AboutTables;
import org.clientele.platform.report.table.CsvArchive;
import org.clientele.platform.report.table.CsvTable;
import org.clientele.platform.report.table.FileNames;
import org.clientele.platform.report.workbook.WorkbookReport;
import org.clientele.platform.runtime.sets.CustomerSet;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.scene.Scene;
import org.clientele.sdk.text.Texts;

/**
 * A tile, a dashboard or a report as it was when it was asked for, ready to be written as files. Each file says whose data it
 * shows, of which days, with which filters, how old and how sure. Immutable and thread-safe.
 *
 * <pre>{@code
 * view.export(ExportRequest.page(Theme.LIGHT, 1280)).write(FileFormat.XLSX, file, ExportOptions.standard(), progress, cancel);
 * }</pre>
 */
public final class Export {
    private static final Texts TEXTS = Texts.of(Export.class);

    private final Scope scope;
    private final Report report;
    private final Supplier<Scene> picture;

    /** What is exported. */
    enum Scope {
        TILE(FileFormat.XLSX, FileFormat.CSV, FileFormat.HTML, FileFormat.PDF, FileFormat.PNG, FileFormat.SVG),
        PAGE(FileFormat.XLSX, FileFormat.ZIP, FileFormat.HTML, FileFormat.PDF, FileFormat.PNG, FileFormat.SVG),
        LIST(FileFormat.XLSX, FileFormat.CSV),
        REPORT(FileFormat.HTML, FileFormat.PDF, FileFormat.XLSX, FileFormat.ZIP);

        final List<FileFormat> formats;

        Scope(FileFormat... formats) {
            this.formats = List.of(formats);
        }
    }

    Export(Scope scope, Report report, Supplier<Scene> picture) {
        this.scope = scope;
        this.report = report;
        this.picture = picture;
    }

    /**
     * The customers of a set as a list, ready to be written. Blocks.
     *
     * @throws AnalyticsException RESOURCE_EXHAUSTED if there are more than three million; DATA_VALUE_INVALID if the data changed meanwhile; CANCELLED
     */
    public static Export ofMembers(Session session, CustomerSet set, CancelSignal cancel) {
        return session.call(cancel, either -> MembersExport.of(session, set, either));
    }

    /** The formats that a single tile can be written as, the most wanted first. */
    public static List<FileFormat> ofTiles() {
        return Scope.TILE.formats;
    }

    /** The formats that a dashboard can be written as, the most wanted first. */
    public static List<FileFormat> ofPages() {
        return Scope.PAGE.formats;
    }

    /** The formats that a list of records can be written as, the most wanted first. */
    public static List<FileFormat> ofRecords() {
        return Scope.LIST.formats;
    }

    /** The formats that a report of several dashboards can be written as, the most wanted first. */
    public static List<FileFormat> ofReports() {
        return Scope.REPORT.formats;
    }

    /** The formats that a list of customers can be written as, the most wanted first. */
    public static List<FileFormat> ofLists() {
        return Scope.LIST.formats;
    }

    /** What it is called. */
    public String title() {
        return report.title();
    }

    /** A file's name for a title, without ending: "revenue-by-month". */
    public static String fileName(String title) {
        return FileNames.of(title);
    }

    /** The formats that it can be written as, the most wanted first. */
    public List<FileFormat> formats() {
        return scope.formats;
    }

    /** The picture with its foot; for reports, none. */
    Scene picture() {
        return picture.get();
    }

    /**
     * Writes it: wholly, or nothing. Blocks.
     *
     * @param target the file; folders are made
     * @param progress hears how many of the rows are written
     * @return the files, the target first: a CSV file comes with a text about it
     * @throws AnalyticsException ARGUMENT_INVALID if it cannot be written in that format or has no data for it; CANCELLED;
     *     RESOURCE_EXHAUSTED if the file cannot be written
     */
    public List<Path> write(
            FileFormat format, Path target, ExportOptions options, Progress progress, CancelSignal cancel) {
        check(format);
        Watch watch = new Watch(target.getFileName().toString(), report.rows(), progress, cancel);
        WholeFile.write(
                target, TEXTS.get("export.elsewhere"), out -> write(format, options, stoppable(out, watch), watch));
        List<Path> written = new ArrayList<>(List.of(target));
        if (format == FileFormat.CSV) {
            String name = target.getFileName().toString();
            Path about = beside(target, AboutTables.first(name));
            String text = AboutTables.of(report, name, List.of(new AboutTables.Written(table(), name)));
            WholeFile.write(
                    about, TEXTS.get("export.elsewhere"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            written.add(about);
        }
        return written;
    }

    private void write(FileFormat format, ExportOptions options, OutputStream out, Watch watch) throws IOException {
        switch (format) {
            case XLSX -> WorkbookReport.write(report, out, watch);
            case CSV -> CsvTable.write(table().frame(), options.mark(), out, watch);
            case ZIP -> CsvArchive.write(report, options.mark(), out, watch);
            case HTML -> HtmlReport.write(report, out, watch);
            case PDF -> {
                if (scope == Scope.TILE) {
                    PdfWriter.write(picture.get(), out);
                } else {
                    PdfReport.write(report, out);
                }
            }
            case PNG -> PictureFormat.PNG.write(picture.get(), options.scale(), out);
            case SVG -> PictureFormat.SVG.write(picture.get(), 1, out);
        }
    }

    private void check(FileFormat format) {
        if (!scope.formats.contains(format)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(
                            "export.cannot_file_can",
                            title(),
                            format.extension(),
                            String.join(
                                    ", ",
                                    scope.formats.stream()
                                            .map(f -> "." + f.extension())
                                            .toList())));
        }
        boolean figures = format == FileFormat.XLSX || format == FileFormat.CSV || format == FileFormat.ZIP;
        if (scope == Scope.TILE && figures && report.tables().isEmpty()) {
            Chapter chapter = report.chapters().get(0);
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get(
                            "export.has_no_figures_write",
                            title(),
                            chapter.absence(chapter.dashboard().tiles().get(0))));
        }
    }

    private ReportTable table() {
        return report.tables().get(0);
    }

    /** Where the text about a table goes: over one about the same file, never over another person's. */
    private static Path beside(Path target, String firstLine) {
        String name = target.getFileName().toString();
        String base = FileFormat.of(target).isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
        Path about = target.resolveSibling(base + "-about.txt");
        for (int i = 2; Files.exists(about) && !startsWith(about, firstLine); i++) {
            about = target.resolveSibling(base + "-about-" + i + ".txt");
        }
        return about;
    }

    private static boolean startsWith(Path file, String firstLine) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return firstLine.equals(in.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    /** Nobody should wait for a file that nobody waits for. */
    private static OutputStream stoppable(OutputStream out, Watch watch) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                watch.check();
                super.out.write(bytes, from, length);
            }
        };
    }
}
