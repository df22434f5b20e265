package org.clientele.platform.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.clientele.platform.report.OddTexts;
import org.clientele.platform.report.Report;
import org.clientele.platform.report.Reports;
import org.clientele.platform.report.Watch;
import org.clientele.platform.report.table.PlainText;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as Apache POI reads them, which shares no code with what wrote them. */
class WorkbookReportTest {
    static byte[] written(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            WorkbookReport.write(report, out, Watch.none());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static XSSFWorkbook read(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static List<String> column(Sheet sheet, int place, int rows) {
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            Row row = sheet.getRow(i);
            Cell cell = row == null ? null : row.getCell(place);
            all.add(cell == null || cell.getCellType() == CellType.BLANK ? null : cell.getStringCellValue());
        }
        return all;
    }

    private static void assertNoFormula(XSSFWorkbook book) {
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType())
                            .as(sheet.getSheetName() + "!" + cell.getAddress())
                            .isNotEqualTo(CellType.FORMULA);
                    assertThat(((XSSFCell) cell).getCTCell().isSetF()).isFalse();
                    if (cell.getCellType() == CellType.STRING
                            && PlainText.looksLikeFormula(cell.getStringCellValue())) {
                        assertThat(cell.getCellStyle().getDataFormatString())
                                .as("stays text when it is edited: " + cell.getStringCellValue())
                                .isEqualTo("@");
                    }
                }
            }
        }
    }

    @Test
    void noTextIsAFormulaNeitherInCellsNorInHeadsTitlesOrNotes() throws IOException {
        List<String> evil = OddTexts.injections();
        assertThat(evil).hasSizeGreaterThanOrEqualTo(500);
        Frame frame = Frame.of(
                        Reports.texts("t", evil),
                        Reports.column(new ColumnSpec("=h", ColumnType.TEXT, Unit.none(), "=1+1"), evil))
                .withCaveat(Caveat.of(Caveat.Kind.SMALL_SAMPLE, "=cmd|' /C calc'!A0"));
        try (XSSFWorkbook book = read(written(Reports.of("=SUM(A1)", frame)))) {
            assertNoFormula(book);
            assertThat(column(book.getSheetAt(0), 0, evil.size())).isEqualTo(evil);
            assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("=1+1");
        }
    }

    @Test
    void strangeTextsComeBackAsTheyWere() throws IOException {
        List<String> all = new ArrayList<>(OddTexts.strange());
        all.add(null);
        try (XSSFWorkbook book = read(written(Reports.of("Strange", Frame.of(Reports.texts("t", all)))))) {
            List<String> back = column(book.getSheetAt(0), 0, all.size());
            assertThat(back).isEqualTo(all);
            assertThat(about(book)).doesNotContain("\uFFFD").doesNotContain("32,767");
        }
    }

    @Test
    void whatAWorkbookCannotHoldIsSaidInIt() throws IOException {
        List<String> texts = new ArrayList<>(OddTexts.impossible());
        texts.add("y".repeat(32_768));
        texts.add("z".repeat(32_765) + "😀" + "z".repeat(9));
        int n = texts.size();
        List<Long> numbers = new ArrayList<>(java.util.Collections.nCopies(n, 7L));
        numbers.set(0, 9_007_199_254_740_993L);
        numbers.set(1, 999_999_999_999_999L);
        List<Double> doubles = new ArrayList<>(java.util.Collections.nCopies(n, 0.5));
        doubles.set(0, Double.POSITIVE_INFINITY);
        doubles.set(1, Double.NEGATIVE_INFINITY);
        doubles.set(2, Double.MAX_VALUE);
        List<LocalDate> days = new ArrayList<>(java.util.Collections.nCopies(n, LocalDate.of(2011, 12, 9)));
        days.set(0, LocalDate.of(1899, 12, 31));
        days.set(1, LocalDate.of(1900, 3, 1));
        days.set(2, LocalDate.of(12_011, 1, 1));
        Frame frame = Frame.of(
                Reports.texts("t", texts),
                Reports.column(ColumnSpec.of("n", ColumnType.INTEGER), numbers),
                Reports.column(ColumnSpec.of("d", ColumnType.DOUBLE), doubles),
                Reports.column(ColumnSpec.of("day", ColumnType.DATE), days));
        try (XSSFWorkbook book = read(written(Reports.of("Impossible", frame)))) {
            Sheet sheet = book.getSheetAt(0);
            List<String> back = column(sheet, 0, n);
            assertThat(back.get(0)).isEqualTo("nul\uFFFDhere");
            assertThat(back.get(3)).isEqualTo("half \uFFFD a pair");
            assertThat(back.get(n - 2)).hasSize(32_767).endsWith("y…");
            assertThat(back.get(n - 1)).hasSizeLessThanOrEqualTo(32_767).endsWith("z…");
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("∞");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("−∞");
            assertThat(sheet.getRow(3).getCell(2).getNumericCellValue()).isEqualTo(Double.MAX_VALUE);
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("1899-12-31");
            assertThat(sheet.getRow(2).getCell(3).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(1900, 3, 1, 0, 0));
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("+12011-01-01");
            assertNoFormula(book);
            assertThat(about(book))
                    .contains("1 number has more than the 15 digits")
                    .contains("2 texts are longer than the 32,767 characters")
                    .contains("7 texts have control characters")
                    .contains("2 days are before March 1900")
                    .contains("2 numbers are infinite");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomTextsComeBackButForWhatNoXmlCanHold(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(OddTexts.random(random));
        }
        try (XSSFWorkbook book = read(written(Reports.of("Random", Frame.of(Reports.texts("t", all)))))) {
            assertNoFormula(book);
            assertThat(column(book.getSheetAt(0), 0, all.size()))
                    .as("seed " + seed)
                    .isEqualTo(all.stream().map(PlainText::legal).toList());
        }
    }

    @Test
    void cellsHaveTypesAndTheFormatsOfTheirUnits() throws IOException {
        Column.Builder money = Column.decimalBuilder(Reports.spec("money", ColumnType.DECIMAL, Unit.of("GBP")), 4);
        money.addDecimal(new BigDecimal("9747747.9340"))
                .addDecimal(new BigDecimal("-0.1"))
                .addNull();
        Column.Builder price = Column.decimalBuilder(Reports.spec("price", ColumnType.DECIMAL, Unit.of("JPY")), 2);
        price.addDecimal(new BigDecimal("1200"))
                .addDecimal(new BigDecimal("15"))
                .addNull();
        Frame frame = Frame.of(
                Reports.column(
                        ColumnSpec.of("month", ColumnType.DATE),
                        Arrays.asList(LocalDate.of(2011, 11, 1), LocalDate.of(2011, 12, 1), null)),
                Reports.column(
                        ColumnSpec.of("at", ColumnType.TIMESTAMP),
                        Arrays.asList(
                                LocalDateTime.of(2011, 12, 9, 12, 50), LocalDateTime.of(2011, 1, 1, 0, 0, 1), null)),
                money.build(),
                price.build(),
                Reports.column(
                        Reports.spec("rate", ColumnType.DOUBLE, Unit.ratio()), Arrays.asList(0.0841, -0.25, null)),
                Reports.column(
                        Reports.spec("orders", ColumnType.INTEGER, Unit.of("orders")),
                        Arrays.asList(19_960L, 0L, null)),
                Reports.column(ColumnSpec.of("flag", ColumnType.BOOLEAN), Arrays.asList(true, false, null)),
                Reports.column(
                        Reports.spec("aov", ColumnType.DOUBLE, Unit.of("GBP").per(Unit.of("orders"))),
                        Arrays.asList(488.364123, 1 / 3.0, null)));
        try (XSSFWorkbook book = read(written(Reports.of("Types", frame)))) {
            Sheet sheet = book.getSheet("Types");
            Row first = sheet.getRow(1);
            assertThat(first.getCell(0).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2011, 11, 1, 0, 0));
            assertThat(first.getCell(1).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50));
            assertThat(sheet.getRow(2).getCell(1).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2011, 1, 1, 0, 0, 1));
            assertThat(((XSSFCell) first.getCell(2)).getRawValue()).isEqualTo("9747747.9340");
            assertThat(first.getCell(2).getNumericCellValue()).isEqualTo(9747747.934);
            assertThat(sheet.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(-0.1);
            assertThat(first.getCell(4).getNumericCellValue()).isEqualTo(0.0841);
            assertThat(first.getCell(5).getNumericCellValue()).isEqualTo(19_960);
            assertThat(first.getCell(6).getBooleanCellValue()).isTrue();
            assertThat(sheet.getRow(2).getCell(7).getNumericCellValue()).isEqualTo(1 / 3.0);
            for (int i = 0; i < 8; i++) {
                Row missing = sheet.getRow(3);
                Cell none = missing == null ? null : missing.getCell(i);
                assertThat(none == null || none.getCellType() == CellType.BLANK)
                        .as("column " + i)
                        .isTrue();
            }
            assertThat(formats(first))
                    .containsExactly(
                            "mmm yyyy",
                            "yyyy-mm-dd hh:mm:ss",
                            "[$GBP] #,##0.00",
                            "[$JPY] #,##0",
                            "0.00%",
                            "#,##0",
                            "General",
                            "[$GBP] #,##0.00");
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("money (GBP)");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(book.getFontAt(sheet.getRow(0).getCell(0).getCellStyle().getFontIndex())
                            .getBold())
                    .isTrue();
        }
    }

    private static List<String> formats(Row row) {
        List<String> all = new ArrayList<>();
        row.forEach(cell -> all.add(cell.getCellStyle().getDataFormatString()));
        return all;
    }

    @Test
    void everySheetSaysWhatGoesWithItAndAboutSaysAllOfIt() throws IOException {
        Frame frame = Frame.of(Reports.texts("t", List.of("a", "b")))
                .withCaveat(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, "12 rows without a date."));
        Map<String, Frame> frames = new TreeMap<>(Map.of("A table", frame, "Another/one: with [signs]?", frame));
        try (XSSFWorkbook book = read(written(Reports.of(frames)))) {
            assertThat(names(book)).containsExactly("About", "A table", "Another one with signs");
            for (Sheet sheet : book) {
                assertThat(texts(sheet))
                        .as(sheet.getSheetName())
                        .contains("Shop & Söhne")
                        .contains("Last full month, 1 Nov 2011 – 30 Nov 2011")
                        .contains("country is France")
                        .contains("9 Dec 2011, 12:50")
                        .contains("12 rows without a date.");
            }
            assertThat(book.getSheetAt(1).getFooter().getLeft()).endsWith("Shop && Söhne");
        }
    }

    @Test
    void namesOfSheetsAreShortAndDifferent() throws IOException {
        Frame frame = Frame.of(Reports.texts("t", List.of("a")));
        Map<String, Frame> frames = new TreeMap<>();
        for (String title : List.of(
                "Revenue of all customers by month and country, north",
                "Revenue of all customers by month and country, south",
                "about",
                "History",
                "'quoted'",
                "It's here",
                "***",
                "\u0000",
                "😀".repeat(30))) {
            frames.put(title, frame);
        }
        try (XSSFWorkbook book = read(written(Reports.of(frames)))) {
            assertThat(names(book))
                    .hasSize(10)
                    .allMatch(n -> n.length() <= 31 && !n.isBlank() && !n.startsWith("'") && !n.endsWith("'"))
                    .contains(
                            "Revenue of all customers by mon",
                            "Revenue of all customers by (2)",
                            "about (2)",
                            "It’s here");
        }
    }

    @Test
    void aTableThatIsLongerThanASheetGoesOnOnTheNext() throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < 25; i++) {
            numbers.add(i);
        }
        Frame frame = Frame.of(Reports.column(ColumnSpec.of("n", ColumnType.INTEGER), numbers));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookReport.write(Reports.of("Long", frame), out, Watch.none(), 10);
        try (XSSFWorkbook book = read(out.toByteArray())) {
            assertThat(names(book)).containsExactly("Long", "Long (2)", "Long (3)", "About");
            List<Double> back = new ArrayList<>();
            for (int sheet = 0; sheet < 3; sheet++) {
                for (Row row : book.getSheetAt(sheet)) {
                    if (row.getCell(0) != null && row.getCell(0).getCellType() == CellType.NUMERIC) {
                        back.add(row.getCell(0).getNumericCellValue());
                    }
                }
            }
            assertThat(back).isEqualTo(numbers.stream().map(Long::doubleValue).toList());
        }
    }

    private static List<String> names(XSSFWorkbook book) {
        List<String> all = new ArrayList<>();
        book.forEach(sheet -> all.add(sheet.getSheetName()));
        return all;
    }

    private static String about(XSSFWorkbook book) {
        return texts(book.getSheet("About"));
    }

    private static String texts(Sheet sheet) {
        StringBuilder s = new StringBuilder();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    s.append(cell.getStringCellValue()).append('\n');
                }
            }
        }
        return s.toString();
    }
}
