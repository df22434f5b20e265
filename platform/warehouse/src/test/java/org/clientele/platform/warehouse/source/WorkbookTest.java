package org.clientele.platform.warehouse.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
    @TempDir
    Path dir;

    private Staged only(Xlsx book) throws Exception {
        return Staged.only(book.write(dir.resolve("book.xlsx")));
    }

    private static SourceChoice sheet(String name) {
        return new SourceChoice(null, null, null, null, List.of(), name);
    }

    @Test
    void cellsOfEveryTypeAreReadAsAPersonSeesThem() throws Exception {
        Staged staged = only(Xlsx.book()
                .texts(
                        "<t>name</t>",
                        "<r><t>M</t></r><r><t xml:space=\"preserve\">ü </t></r><rPh><t>x</t></rPh>",
                        "<t>a_x000A_b,\"c\"</t>")
                .sheet(
                        "S",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>value</t></is></c></row>"
                                + value(2, "<c r=\"B2\"><v>12346</v></c>")
                                + value(3, "<c r=\"B3\"><v>0.10000000000000001</v></c>")
                                + value(4, "<c r=\"B4\"><v>0.30000000000000004</v></c>")
                                + value(5, "<c r=\"B5\"><v>1.2346E4</v></c>")
                                + value(6, "<c r=\"B6\" t=\"b\"><v>1</v></c>")
                                + value(7, "<c r=\"B7\" t=\"e\"><v>#N/A</v></c>")
                                + value(8, "<c r=\"B8\" t=\"str\"><f>A1&amp;B1</f><v>ab</v></c>")
                                + value(9, "<c r=\"B9\"><f>1/3</f><v>0.33333333333333331</v></c>")
                                + value(10, "<c r=\"B10\"><f>1+1</f></c>")
                                + value(11, "<c r=\"B11\" t=\"s\"><v>2</v></c>")
                                + value(12, "<c r=\"B12\" t=\"d\"><v>2026-01-02T03:04:05</v></c>")
                                + value(13, "<c r=\"B13\"><v>-0.5</v></c>")
                                + value(14, "<c r=\"B14\"><v>123456789012345678</v></c>")));
        assertThat(staged.records())
                .extracting(r -> r.substring(r.indexOf(',') + 1))
                .containsExactly(
                        "12346",
                        "0.1",
                        "0.3",
                        "12346",
                        "true",
                        "#N/A",
                        "ab",
                        "0.333333333333333",
                        "",
                        "\"a\nb,\"\"c\"\"\"",
                        "2026-01-02 03:04:05",
                        "-0.5",
                        "123456789012345678");
        assertThat(staged.records()).allMatch(r -> r.startsWith("Mü ,"));
        assertThat(staged.head().doubts()).singleElement().asString().contains("no computed value");
        assertThat(staged.name()).isEqualTo("book.xlsx/S");
    }

    @Test
    void textsThatMemoryDoesNotHoldAreReadFromAFile() throws Exception {
        // More than 8 MB of texts, named back and forth: every one must come back as it was.
        int n = 5_000;
        String[] texts = new String[n + 2];
        texts[0] = "<t>a</t>";
        texts[1] = "<t>b</t>";
        for (int i = 0; i < n; i++) {
            texts[i + 2] = "<t>" + i + "ü" + "x".repeat(i % 17 == 0 ? 20_000 : 1_000) + "</t>";
        }
        StringBuilder rows = new StringBuilder(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>");
        int[] named = new int[n];
        for (int i = 0; i < n; i++) {
            named[i] = (int) (i * 2_654_435_761L % n);
            rows.append("<row r=\"" + (i + 2) + "\"><c r=\"A" + (i + 2) + "\" t=\"s\"><v>" + (named[i] + 2)
                    + "</v></c><c r=\"B" + (i + 2) + "\"><v>" + i + "</v></c></row>");
        }
        List<String> records =
                only(Xlsx.book().texts(texts).sheet("S", rows.toString())).records();
        assertThat(records).hasSize(n);
        for (int i = 0; i < n; i++) {
            int length = named[i] % 17 == 0 ? 20_000 : 1_000;
            assertThat(records.get(i)).isEqualTo(named[i] + "ü" + "x".repeat(length) + "," + i);
        }
    }

    private static String value(int row, String cell) {
        return "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>1</v></c>" + cell + "</row>";
    }

    private List<String> dates(Xlsx book, String... cells) throws Exception {
        StringBuilder rows = new StringBuilder(Xlsx.row(1, "id", "when"));
        for (int i = 0; i < cells.length; i++) {
            String[] styleAndValue = cells[i].split(":");
            rows.append("<row><c t=\"inlineStr\"><is><t>x</t></is></c><c s=\"" + styleAndValue[0] + "\"><v>"
                    + styleAndValue[1] + "</v></c></row>");
        }
        return only(book.styles(
                                "0",
                                "14",
                                "[$-409]dd/mm/yyyy hh:mm;@",
                                "[Red]0.00\" days\"",
                                "h:mm",
                                "[h]:mm:ss",
                                "0.00E+00")
                        .sheet("S", rows.toString()))
                .records()
                .stream()
                .map(r -> r.substring(2))
                .toList();
    }

    @Test
    void datesFollowTheFormatAndTheSystem() throws Exception {
        assertThat(dates(
                        Xlsx.book(),
                        "0:45000",
                        "1:45000",
                        "2:45000.5",
                        "2:45000.999988426",
                        "3:45000",
                        "4:0.75",
                        "5:1.5",
                        "6:45000",
                        "1:1",
                        "1:59",
                        "1:60",
                        "1:61",
                        "1:2958465",
                        "1:-1"))
                .containsExactly(
                        "45000",
                        "2023-03-15",
                        "2023-03-15 12:00:00",
                        "2023-03-15 23:59:59",
                        "45000",
                        "18:00:00",
                        "36:00:00",
                        "45000",
                        "1900-01-01",
                        "1900-02-28",
                        "1900-02-29",
                        "1900-03-01",
                        "9999-12-31",
                        "-1");
        assertThat(dates(Xlsx.book().from1904(), "1:0", "1:43538", "2:43538.25"))
                .containsExactly("1904-01-01", "2023-03-15", "2023-03-15 06:00:00");
    }

    @Test
    void eachFilledSheetIsASourceAndHiddenOnesSaySo() throws Exception {
        Path file = Xlsx.book()
                .sheet("Orders", Xlsx.row(1, "id", "n") + Xlsx.row(2, "a", 1))
                .sheet("Empty", "<row r=\"3\"><c r=\"A3\"/></row>")
                .sheet("Secret", "hidden", Xlsx.row(1, "id", "m") + Xlsx.row(2, "b", 2))
                .write(dir.resolve("book.xlsx"));
        List<Staged> all = Staged.all(file, SourceChoice.AUTOMATIC);
        assertThat(all).extracting(Staged::name).containsExactly("book.xlsx/Orders", "book.xlsx/Secret");
        assertThat(all.get(0).head().doubts()).isEmpty();
        assertThat(all.get(1).head().doubts()).containsExactly("The sheet Secret is hidden in Excel.");
        assertThat(Staged.only(file, sheet("secret")).records()).containsExactly("b,2");
        assertThatThrownBy(() -> Sources.open(file, sheet("None")))
                .hasMessageContaining("has no sheet None. It has Orders, Empty, Secret");
    }

    @Test
    void titlesGapsAndWidthsOfASheetAreUnderstood() throws Exception {
        Staged staged = only(Xlsx.book()
                .sheet(
                        "S",
                        Xlsx.row(1, "", "Sales 2026")
                                + Xlsx.row(4, "", "order", "who", "total")
                                + Xlsx.row(5, "", "a", "Ann", 1)
                                + Xlsx.row(9, "", "b", "", 2)
                                + Xlsx.row(10, "", "c", "Cid")
                                + Xlsx.row(11, "", "d", "Dan", 4, "remark")
                                + Xlsx.row(12, "", "", "", "")));
        assertThat(staged.head().headers()).containsExactly("order", "who", "total");
        assertThat(staged.head().headerRow()).isEqualTo(4);
        assertThat(staged.head().sample()).startsWith(List.of("a", "Ann", "1"), List.of("b", "", "2"));
        assertThat(staged.records()).containsExactly("a,Ann,1", "b,,2", "c,Cid,");
        assertThat(staged.lines()).containsExactly(5L, 9L, 10L);
        assertThat(staged.rejects())
                .containsExactly(
                        "11,,\"The line has 4 columns, the header has 3. Delete what is too much, or put quotes around a text that"
                                + " holds the delimiter.\",\"d,Dan,4,remark\",LINE_TOO_MANY");
    }

    @Test
    void aSheetWithoutHeadersLosesNoRow() throws Exception {
        Staged staged =
                only(Xlsx.book().sheet("S", Xlsx.row(1, 1, "x", 5) + Xlsx.row(2, 2, "y", 6) + Xlsx.row(3, 3, "x", 7)));
        assertThat(staged.head().headers()).containsExactly("column_1", "column_2", "column_3");
        assertThat(staged.records()).containsExactly("1,x,5", "2,y,6", "3,x,7");
    }

    @Test
    void whatStandsLeftOfALaterRowIsNotLost() throws Exception {
        StringBuilder rows = new StringBuilder(Xlsx.row(1, "", "id", "n"));
        for (int i = 2; i < 500; i++) {
            rows.append(Xlsx.row(i, i == 400 ? "total" : "", "k" + i, i));
        }
        Staged staged = only(Xlsx.book().sheet("S", rows.toString()));
        assertThat(staged.records()).hasSize(497);
        assertThat(staged.rejects())
                .singleElement()
                .asString()
                .startsWith("400,")
                .contains("\"\"total\"\", left of the table's first column, \"\"id\"\"", "LINE_LEFT_OF_TABLE");
    }

    @Test
    void manyTextsAreReadFromDisk() throws Exception {
        int n = 3000;
        String[] items = new String[n + 2];
        items[0] = "<t>id</t>";
        items[1] = "<t>text</t>";
        StringBuilder rows = new StringBuilder(row(1, 0, 1));
        for (int i = 0; i < n; i++) {
            items[i + 2] = "<t>" + i + " " + Integer.toString(i, 36).repeat(6000) + "</t>";
            rows.append(row(i + 2, i + 2, n + 1 - i));
        }
        Staged staged = only(Xlsx.book().texts(items).sheet("S", rows.toString()));
        assertThat(staged.records()).hasSize(n);
        for (int i : new int[] {0, 17, n / 2, n - 1}) {
            assertThat(staged.records().get(i))
                    .isEqualTo(i + " " + Integer.toString(i, 36).repeat(6000) + "," + (n - 1 - i) + " "
                            + Integer.toString(n - 1 - i, 36).repeat(6000));
        }
    }

    private static String row(int number, int a, int b) {
        return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"s\"><v>" + a + "</v></c><c r=\"B" + number
                + "\" t=\"s\"><v>" + b + "</v></c></row>";
    }

    @Test
    void entitiesAndDamageAreRefused() throws Exception {
        Path evil = Xlsx.book()
                .part(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>")
                .sheet("S", row(1, 0, 0) + row(2, 0, 0))
                .write(dir.resolve("evil.xlsx"));
        try {
            assertThat(Staged.all(evil, SourceChoice.AUTOMATIC))
                    .allSatisfy(
                            s -> assertThat(s.records().toString() + s.head()).doesNotContain("root"));
        } catch (AnalyticsException e) {
            assertThat(e.getMessage()).doesNotContain("root:");
        }
        Path cut = Xlsx.book()
                .sheet("S", Xlsx.row(1, "a", "b") + "<row r=\"2\"><c")
                .write(dir.resolve("cut.xlsx"));
        assertThatThrownBy(() -> Staged.all(cut, SourceChoice.AUTOMATIC))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("does not parse");
        Path wrong = Xlsx.book().texts("<t>a</t>").sheet("S", row(1, 0, 7)).write(dir.resolve("wrong.xlsx"));
        assertThatThrownBy(() -> Staged.all(wrong, SourceChoice.AUTOMATIC)).hasMessageContaining("names text 7");
        Path blob = Xlsx.book()
                .sheet("S", "<row r=\"1\"><c r=\"A1\" t=\"" + "x".repeat(5 << 20) + "\"/></row>")
                .write(dir.resolve("blob.xlsx"));
        assertThatThrownBy(() -> Staged.all(blob, SourceChoice.AUTOMATIC)).hasMessageContaining("longer than 2 MB");
    }

    @Test
    void aLetterThatIsNoUtf8IsSaidAndNothingIsPrinted() throws Exception {
        Path file = Xlsx.book()
                .sheet("S", Xlsx.row(1, "a", "b") + Xlsx.row(2, "?", 1))
                .write(dir.resolve("b.xlsx"));
        Path broken = dir.resolve("broken.xlsx");
        try (var in = new java.util.zip.ZipInputStream(java.nio.file.Files.newInputStream(file));
                var out = new java.util.zip.ZipOutputStream(java.nio.file.Files.newOutputStream(broken))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                for (int i = 0; i < part.length; i++) {
                    part[i] = part[i] == '?' && part[i - 1] == '>' ? (byte) 0xe9 : part[i];
                }
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                out.write(part);
            }
        }
        java.io.PrintStream before = System.err;
        var printed = new java.io.ByteArrayOutputStream();
        System.setErr(new java.io.PrintStream(printed));
        try {
            assertThatThrownBy(() -> Staged.all(broken, SourceChoice.AUTOMATIC)).hasMessageContaining("does not parse");
        } finally {
            System.setErr(before);
        }
        assertThat(printed.size()).isZero();
    }
}
