package org.clientele.platform.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clientele.platform.report.OddTexts;
import org.clientele.platform.report.Reports;
import org.clientele.platform.report.Watch;
import org.clientele.platform.report.table.CsvTable;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a real spreadsheet makes of exports. Runs where there is a LibreOffice, which the suite does not install: it is larger than
 * all that it installs.
 */
class LibreOfficeTest {
    @TempDir
    Path folder;

    private static final List<String> EVIL = OddTexts.injections();

    private static Frame frame() {
        List<Double> numbers = new ArrayList<>();
        EVIL.forEach(text -> numbers.add(-1.5));
        return Frame.of(Reports.texts("t", EVIL), Reports.column(ColumnSpec.of("n", ColumnType.DOUBLE), numbers));
    }

    @Test
    void noCellOfAWorkbookIsAFormula() throws Exception {
        Path file = folder.resolve("evil.xlsx");
        Files.write(file, WorkbookReportTest.written(Reports.of("=Evil", frame())));
        Document sheet = converted(file);
        assertNoFormula(sheet);
        assertThat(numbers(sheet)).isEqualTo(EVIL.size() + 1);
    }

    @Test
    void noCellOfACsvFileIsAFormula() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable.write(frame(), true, out, Watch.none());
        Path file = folder.resolve("evil.csv");
        Files.write(file, out.toByteArray());
        Document sheet = converted(file);
        assertNoFormula(sheet);
        assertThat(numbers(sheet)).isEqualTo(EVIL.size());
    }

    private static void assertNoFormula(Document sheet) {
        NodeList cells = sheet.getElementsByTagName("table:table-cell");
        assertThat(cells.getLength()).isGreaterThan(EVIL.size());
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            assertThat(cell.getAttribute("table:formula"))
                    .as(cell.getTextContent())
                    .isEmpty();
        }
    }

    private static int numbers(Document sheet) {
        int n = 0;
        NodeList cells = sheet.getElementsByTagName("table:table-cell");
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            String repeated = cell.getAttribute("table:number-columns-repeated");
            n += cell.getAttribute("office:value-type").equals("float")
                    ? repeated.isEmpty() ? 1 : Integer.parseInt(repeated)
                    : 0;
        }
        return n;
    }

    private Document converted(Path file) throws Exception {
        Assumptions.assumeTrue(installed(), "no soffice on the path: install LibreOffice Calc to run this");
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
        Path sheet = folder.resolve(file.getFileName().toString().replaceAll("\\.[a-z]+$", ".fods"));
        assertThat(sheet).as(Files.readString(folder.resolve("log"))).exists();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(sheet.toFile());
    }

    private static boolean installed() {
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(File.pathSeparator)).anyMatch(p -> Files.isExecutable(Path.of(p, "soffice")));
    }
}
