package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.chart.Theme;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.clientele.sdk.scene.Node;
import org.clientele.sdk.scene.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest extends RuntimeTest {
    /** A policy that narrows something, so that there is a filter to be told. */
    private static final Policy NORTH = new Policy("North", Map.of(), Set.of("customer.email"), Set.of());

    /** A fifth of it bought by nobody known. */
    private static final Frame SHOP = new Lines()
            .line("A1", "2024-01-15T10:00", "C1", "United Kingdom", 2, "10.00")
            .line("A2", "2024-02-10T10:00", "C2", "France", 1, "10.00")
            .line("U1", "2024-03-01T10:00", null, "France", 1, "10.00")
            .line("A3", "2024-12-31T23:00", "C1", "United Kingdom", 3, "5.00")
            .frame();

    private Session session;

    @BeforeEach
    void open() {
        Workspace workspace = open(withShop());
        session(workspace)
                .imports()
                .load("Shop", "shop 1", CancelSignal.create(), sink -> sink.rows("order_line", SHOP));
        session = workspace.session(Subject.local(), NORTH);
    }

    private static ExportRequest tile(String id) {
        return new ExportRequest(id, false, Theme.LIGHT, 400, 300, Map.of());
    }

    private Export export(ExportRequest request) {
        try (DashboardView view = session.open("plain", Scope.of(PeriodChoice.ALL), t -> {})) {
            return view.exports().of(request, CancelSignal.create());
        }
    }

    private static List<Path> write(Export export, FileFormat format, Path file) {
        return export.write(format, file, ExportOptions.standard(), Progress.NONE, CancelSignal.create());
    }

    private void assertSaysAll(String text) {
        assertThat(text.replaceAll("\\s+", " "))
                .contains(session.workspace().name())
                .contains("All data, ")
                .contains("31 Dec 2024, 23:00")
                .contains("the policy \"North\" allows it")
                .contains("have a known customer");
    }

    /** All that a reader of the format finds in the files, about notes and figures. */
    private static String read(FileFormat format, List<Path> files) throws Exception {
        Path file = files.get(0);
        return switch (format) {
            case XLSX -> workbook(file);
            case CSV -> Files.readString(file) + Files.readString(files.get(1));
            case ZIP -> {
                StringBuilder s = new StringBuilder();
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (ZipEntry e : zip.stream().toList()) {
                        s.append(e.getName()).append('\n');
                        s.append(new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
                yield s.toString();
            }
            case PDF -> {
                try (PDDocument document = Loader.loadPDF(file.toFile())) {
                    yield new PDFTextStripper().getText(document);
                }
            }
            case HTML, SVG ->
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(Files.readAllBytes(file)))
                        .getDocumentElement()
                        .getTextContent();
            case PNG -> throw new AssertionError("A picture is not read.");
        };
    }

    private static String workbook(Path file) throws IOException {
        StringBuilder s = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                        s.append(cell).append('\n');
                    }
                }
            }
        }
        return s.toString();
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"PNG", "ZIP"},
            mode = EnumSource.Mode.EXCLUDE)
    void aTileSaysWhatGoesWithItInEveryFormat(FileFormat format) throws Exception {
        Session all = session;
        try (DashboardView view = all.open("mixed", Scope.of(PeriodChoice.ALL), t -> {})) {
            Export export = view.exports().of(tile("customers"), CancelSignal.create());
            List<Path> files = write(export, format, temp.resolve("out/tile." + format.extension()));
            assertSaysAll(read(format, files));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"PNG", "CSV"},
            mode = EnumSource.Mode.EXCLUDE)
    void aDashboardSaysWhatGoesWithItInEveryFormat(FileFormat format) throws Exception {
        try (DashboardView view = session.open("mixed", Scope.of(PeriodChoice.ALL), t -> {})) {
            Export export = view.exports().of(ExportRequest.page(Theme.LIGHT, 1280), CancelSignal.create());
            List<Path> files = write(export, format, temp.resolve("page." + format.extension()));
            String text = read(format, files);
            assertSaysAll(text);
            assertThat(text).contains("no-such-metric");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"HTML", "PDF", "XLSX", "ZIP"})
    void aReportSaysWhatGoesWithItInEveryFormat(FileFormat format) throws Exception {
        RenderedReport report = session.report(new ReportRequest(List.of(), PeriodChoice.ALL), CancelSignal.create());
        List<Path> files = write(report.export(), format, temp.resolve("report." + format.extension()));
        assertSaysAll(read(format, files));
    }

    @Test
    void aPictureOfPixelsIsHigherByItsFoot() throws IOException {
        Export export = export(tile("revenue"));
        Scene picture = export.picture();
        assertThat(picture.height()).isGreaterThan(300);
        assertThat(picture.description()).contains("31 Dec 2024, 23:00");
        Path file = write(export, FileFormat.PNG, temp.resolve("tile.png")).get(0);
        byte[] head = Files.readAllBytes(file);
        assertThat(java.nio.ByteBuffer.wrap(head, 16, 8).getInt()).isEqualTo(800);
        assertThat(java.nio.ByteBuffer.wrap(head, 20, 4).getInt()).isEqualTo((int) Math.ceil(2 * picture.height()));
    }

    @Test
    void theFiguresOfAFileAreThoseOfTheQuery() throws Exception {
        Path file = write(export(tile("countries")), FileFormat.XLSX, temp.resolve("t.xlsx"))
                .get(0);
        var frame = session.query(MetricQuery.of("clientele.core/revenue").by("country"), CancelSignal.create());
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet sheet = book.getSheetAt(0);
            Column revenue = frame.column("revenue");
            assertThat(frame.rowCount()).isPositive();
            for (int row = 0; row < frame.rowCount(); row++) {
                assertThat(sheet.getRow(row + 1).getCell(1).getNumericCellValue())
                        .isEqualTo(revenue.doubleAt(row));
            }
        }
    }

    @Test
    void aTextAboutACsvFileNeverReplacesAnotherText() throws IOException {
        Export export = export(tile("countries"));
        Path other = Files.writeString(temp.resolve("t-about.txt"), "Mine.");
        List<Path> files = write(export, FileFormat.CSV, temp.resolve("t.csv"));
        assertThat(files).containsExactly(temp.resolve("t.csv"), temp.resolve("t-about-2.txt"));
        assertThat(Files.readString(other)).isEqualTo("Mine.");
        assertThat(write(export, FileFormat.CSV, temp.resolve("t.csv"))).isEqualTo(files);
    }

    @Test
    void aCancelledOrFailedExportLeavesWhatWasThere() throws IOException {
        Export export = export(tile("countries"));
        Path file = Files.writeString(temp.resolve("t.xlsx"), "before");
        CancelSignal cancelled = CancelSignal.create();
        cancelled.cancel();
        for (FileFormat format : export.formats()) {
            assertRefused(
                    ErrorCode.CANCELLED,
                    () -> export.write(format, file, ExportOptions.standard(), Progress.NONE, cancelled));
        }
        Path folder = Files.createDirectories(temp.resolve("folder.csv"));
        assertRefused(ErrorCode.RESOURCE_EXHAUSTED, () -> write(export, FileFormat.CSV, folder), "it is a folder");
        assertThat(Files.readString(file)).isEqualTo("before");
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.endsWith(".part"));
        }
    }

    @Test
    void aTileWithoutFiguresSaysWhyAndHasAPictureAllTheSame() throws Exception {
        try (DashboardView view = session.open("mixed", Scope.of(PeriodChoice.ALL), t -> {})) {
            Export export = view.exports().of(tile("unknown"), CancelSignal.create());
            for (FileFormat format : List.of(FileFormat.XLSX, FileFormat.CSV)) {
                assertRefused(
                        ErrorCode.ARGUMENT_INVALID,
                        () -> write(export, format, temp.resolve("t")),
                        "has no figures to write",
                        "no-such-metric");
            }
            List<Path> files = write(export, FileFormat.PDF, temp.resolve("t.pdf"));
            assertThat(read(FileFormat.PDF, files).replaceAll("\\s+", " ")).contains("no-such-metric");
        }
    }

    @Test
    void aFormatThatDoesNotFitIsRefusedInWords() {
        Export page = export(ExportRequest.page(Theme.LIGHT, 1280));
        assertRefused(
                ErrorCode.ARGUMENT_INVALID,
                () -> write(page, FileFormat.CSV, temp.resolve("t.csv")),
                "cannot be a .csv file",
                ".zip");
        assertRefused(ErrorCode.ARGUMENT_INVALID, () -> export(tile("nowhere")), "revenue, countries");
    }

    @Test
    void nobodyWaitsForTilesOnceAnExportIsCancelled() {
        CancelSignal cancelled = CancelSignal.create();
        cancelled.cancel();
        try (DashboardView view = session.open("plain", Scope.of(PeriodChoice.ALL), t -> {})) {
            assertRefused(ErrorCode.CANCELLED, () -> view.exports().of(tile("revenue"), cancelled));
        }
    }

    @Test
    void whatIsCopiedSaysWhatGoesWithItToo() {
        try (DashboardView view = session.open("mixed", Scope.of(PeriodChoice.ALL), t -> {})) {
            view.await();
            assertSaysAll(view.exports().pasted("customers"));
            assertThat(view.exports().pasted("unknown")).isEmpty();
            Scene card = view.scene(
                            "customers",
                            new SceneRequest(Theme.DARK, 400, 200, org.clientele.sdk.chart.ViewState.initial()))
                    .join();
            Scene footed = view.exports().footed("customers", card, Theme.DARK);
            assertSaysAll(String.join(" ", texts(footed.root())));
        } catch (AnalyticsException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void filtersOfThePageAndWhatIsPickedInATileAreToldWhereTheyHold() {
        Scope scope = Scope.of(PeriodChoice.ALL)
                .filtered(List.of(Filter.in("country", "France", "Spain")))
                .picked("countries", List.of(Filter.in("customer", "C2")));
        try (DashboardView view = session.open("plain", scope, t -> {})) {
            view.await();
            assertThat(view.filters())
                    .containsExactly(
                            "the policy \"North\" allows it",
                            "country is France or Spain",
                            "customer is C2 (picked in \"Tile countries\", which shows the others too)");
            assertThat(view.exports().pasted("revenue"))
                    .contains("Filter\tcountry is France or Spain\n", "Filter\tcustomer is C2\n");
            assertThat(view.exports().pasted("countries"))
                    .contains("Filter\tcountry is France or Spain\n")
                    .doesNotContain("customer is C2");
        }
    }

    private static List<String> texts(Node node) {
        List<String> all = new ArrayList<>();
        if (node instanceof Node.Group g) {
            g.children().forEach(child -> all.addAll(texts(child)));
        } else if (node instanceof Node.Text t) {
            all.add(t.text());
        }
        return all;
    }

    @Test
    void filtersAreToldInWords() {
        assertThat(FilterText.inFull(Filter.in("country", "France", "Spain", "EIRE"), Map.of()))
                .isEqualTo("country is France, Spain or EIRE");
        List<String> unknown = new ArrayList<>();
        unknown.add(null);
        assertThat(FilterText.inFull(new Filter.Members("product-name", unknown, true), Map.of()))
                .isEqualTo("product name is not unknown");
        assertThat(FilterText.inFull(new Filter.Range("month", "2011-03-01", "2011-05-01"), Map.of()))
                .isEqualTo("month is 1 Mar 2011 to 1 May 2011");
        assertThat(FilterText.inFull(Filter.where("quantity > 0"), Map.of())).isEqualTo("quantity > 0");
        Map<String, String> names = Map.of("segment.rfm_2", "RFM of Spring", "set.best", "Best of All");
        assertThat(FilterText.inFull(Filter.in("segment.rfm_2", "Champions"), names))
                .isEqualTo("RFM of Spring is Champions");
        assertThat(FilterText.inFull(Filter.in("customer-set", "best", "others"), names))
                .isEqualTo("customer set is Best of All or Others");
        assertThat(FilterText.of(Filter.between("segment.rfm_2", "A", null), names))
                .isEqualTo("RFM of Spring: from A");
    }
}
