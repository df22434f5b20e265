package org.clientele.platform.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clientele.platform.report.OddTexts;
import org.clientele.platform.report.Reports;
import org.clientele.platform.report.Watch;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as DuckDB reads it, which shares no code with what wrote it. */
class CsvTableTest {
    @TempDir
    Path folder;

    private static byte[] csv(Frame frame, boolean mark) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvTable.write(frame, mark, out, Watch.none());
        return out.toByteArray();
    }

    private static String text(Frame frame) throws IOException {
        return new String(csv(frame, false), StandardCharsets.UTF_8);
    }

    /** All rows as DuckDB reads the file, every value as text, missing ones as null. */
    private List<List<String>> read(Frame frame) throws IOException, SQLException {
        Path file = Files.write(folder.resolve("table.csv"), csv(frame, true));
        List<List<String>> rows = new ArrayList<>();
        try (Connection c = DriverManager.getConnection("jdbc:duckdb:");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select * from read_csv('" + file
                        + "', header=true, delim=',', quote='\"', escape='\"', all_varchar=true, nullstr='',"
                        + " allow_quoted_nulls=false, max_line_size=4000000, auto_detect=false, columns="
                        + columns(frame) + ")")) {
            while (r.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= frame.columns().size(); i++) {
                    row.add(r.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String columns(Frame frame) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < frame.columns().size(); i++) {
            all.add("'c" + i + "': 'VARCHAR'");
        }
        return "{" + String.join(", ", all) + "}";
    }

    private static String unguarded(String text) {
        return text != null && text.startsWith("'") ? text.substring(1) : text;
    }

    private static Frame texts(List<String> values) {
        // The second column keeps lines from being empty.
        return Frame.of(
                Reports.texts("t", values),
                Reports.column(
                        ColumnSpec.of("n", ColumnType.INTEGER),
                        values.stream().map(v -> -1L).toList()));
    }

    @Test
    void everyTextThatLooksLikeAFormulaHasAnApostropheInFrontAndComesBackWithoutIt() throws Exception {
        List<String> evil = OddTexts.injections();
        List<List<String>> rows = read(texts(evil));
        assertThat(rows).hasSize(evil.size());
        for (int i = 0; i < evil.size(); i++) {
            String cell = rows.get(i).get(0);
            assertThat(PlainText.looksLikeFormula(cell)).as(cell).isFalse();
            assertThat(unguarded(cell)).isEqualTo(evil.get(i));
            assertThat(rows.get(i).get(1)).as("a number stays one").isEqualTo("-1");
        }
    }

    @Test
    void strangeTextsComeBackAsTheyWereAndMissingOnesDifferFromEmptyOnes() throws Exception {
        List<String> all = new ArrayList<>(OddTexts.strange());
        all.add(null);
        List<List<String>> rows = read(texts(all));
        assertThat(rows.stream().map(r -> unguarded(r.get(0))).toList()).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomTextsComeBackButForWhatNoTextFileCanHold(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(OddTexts.random(random));
        }
        List<List<String>> rows = read(texts(all));
        assertThat(rows.stream().map(r -> unguarded(r.get(0))).toList())
                .as("seed " + seed)
                .isEqualTo(all.stream().map(PlainText::legal).toList());
        assertThat(rows).noneMatch(r -> PlainText.looksLikeFormula(r.get(0)));
    }

    @Test
    void numbersDaysAndFlagsStandBareAndExact() throws Exception {
        Column.Builder money =
                Column.decimalBuilder(new ColumnSpec("money", ColumnType.DECIMAL, Unit.of("GBP"), "Net, revenue"), 4);
        money.addDecimal(new BigDecimal("-12345678901234.5678")).addNull();
        Frame frame = Frame.of(
                money.build(),
                Reports.column(ColumnSpec.of("i", ColumnType.INTEGER), Arrays.asList(Long.MIN_VALUE, null)),
                Reports.column(ColumnSpec.of("d", ColumnType.DOUBLE), Arrays.asList(-0.1, 1e300)),
                Reports.column(ColumnSpec.of("day", ColumnType.DATE), Arrays.asList(LocalDate.of(2011, 12, 9), null)),
                Reports.column(
                        ColumnSpec.of("at", ColumnType.TIMESTAMP),
                        Arrays.asList(LocalDateTime.of(2011, 12, 9, 12, 50, 0, 120_000_000), null)),
                Reports.column(ColumnSpec.of("b", ColumnType.BOOLEAN), Arrays.asList(true, null)));
        assertThat(text(frame))
                .isEqualTo("\"Net, revenue (GBP)\",\"i\",\"d\",\"day\",\"at\",\"b\"\r\n"
                        + "-12345678901234.5678,-9223372036854775808,-0.1,2011-12-09,2011-12-09 12:50:00.12,true\r\n"
                        + ",,1.0E300,,,\r\n");
    }

    @Test
    void infinityIsATextThatStartsNoFormula() throws Exception {
        Frame frame = Frame.of(Reports.column(
                ColumnSpec.of("d", ColumnType.DOUBLE),
                Arrays.asList(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, null, 0.0)));
        assertThat(text(frame)).isEqualTo("\"d\"\r\n\"∞\"\r\n\"−∞\"\r\n\"\"\r\n0\r\n");
    }

    @Test
    void aDayBeyondTheCalendarOfSpreadsheetsIsNoSum() throws Exception {
        Frame frame = Frame.of(Reports.column(
                ColumnSpec.of("d", ColumnType.DATE), List.of(LocalDate.of(12_011, 1, 1), LocalDate.of(-1, 1, 1))));
        assertThat(text(frame)).isEqualTo("\"d\"\r\n\"'+12011-01-01\"\r\n\"'-0001-01-01\"\r\n");
    }

    @Test
    void theByteOrderMarkIsThereOnlyWhereItIsWished() throws Exception {
        Frame frame = texts(List.of("é"));
        assertThat(csv(frame, true)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(csv(frame, false)).startsWith('"', 't', '"');
    }

    @Test
    void headsThatWouldBeTheSameAreToldApart() {
        ColumnSpec a = new ColumnSpec("a", ColumnType.INTEGER, Unit.of("orders"), "Orders");
        ColumnSpec b = new ColumnSpec("b", ColumnType.INTEGER, Unit.of("orders"), "orders");
        Frame frame = Frame.of(Reports.column(a, List.of(1L)), Reports.column(b, List.of(1L)));
        assertThat(ColumnHeads.of(frame)).containsExactly("Orders", "orders [b]");
    }

    @Test
    void aCancelledExportEndsSoon() {
        CancelSignal cancel = CancelSignal.create();
        cancel.cancel();
        List<String> many = java.util.Collections.nCopies(5_000, "x");
        assertThatThrownBy(() -> CsvTable.write(
                        texts(many), true, new ByteArrayOutputStream(), new Watch("x", 5_000, Progress.NONE, cancel)))
                .isInstanceOf(AnalyticsException.class);
    }

    @Test
    void anArchiveHasAFileForEachTableAndOneAboutThem() throws Exception {
        Frame frame = texts(List.of("a"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, Frame> frames =
                new java.util.TreeMap<>(Map.of("About", frame, "Köpfe / Zahlen", frame, "köpfe zahlen", frame));
        CsvArchive.write(Reports.of(frames), true, out, Watch.none());
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                files.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files).containsOnlyKeys("about.txt", "about-2.csv", "köpfe-zahlen.csv", "köpfe-zahlen-2.csv");
        assertThat(files.get("about.txt"))
                .contains("Workspace: Shop & Söhne\r\n")
                .contains("Filter: country is France\r\n")
                .contains("Data as of: 9 Dec 2011, 12:50\r\n")
                .contains("köpfe-zahlen-2.csv");
        assertThat(files.get("about-2.csv")).isEqualTo("\uFEFF\"t\",\"n\"\r\n\"a\",-1\r\n");
    }

    @Test
    void whatIsPastedIsATableAndItsNotesBelow() {
        Frame frame = texts(Arrays.asList("=1+1", "two\tcells\nand lines", null));
        assertThat(PastedTable.of(frame, Reports.NOTES).split("\n"))
                .containsExactly(
                        "t\tn",
                        "'=1+1\t-1",
                        "two cells and lines\t-1",
                        "\t-1",
                        "",
                        "Workspace\tShop & Söhne",
                        "Period\tLast full month, 1 Nov 2011 – 30 Nov 2011",
                        "Filter\tcountry is France",
                        "Data as of\t9 Dec 2011, 12:50");
    }

    @Test
    void namesOfFilesAreSafeOnEverySystem() {
        assertThat(FileNames.of("Revenue by month")).isEqualTo("revenue-by-month");
        assertThat(FileNames.of("../../etc/passwd")).isEqualTo("etc-passwd");
        assertThat(FileNames.of("\u0000 :*?")).isEqualTo("table");
        assertThat(FileNames.of("CON")).isEqualTo("table-con");
        assertThat(FileNames.of("x".repeat(500))).hasSizeLessThan(80);
    }
}
