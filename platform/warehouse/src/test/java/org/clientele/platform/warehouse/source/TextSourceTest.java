package org.clientele.platform.warehouse.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.extension.ImportRecipe.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSourceTest {
    private static final String TEXT = "Kunde;Ort;Betrag\nMüller;Köln;1,50\nGroß;Zürich;2,00\n";

    @TempDir
    Path dir;

    private Path file(byte[] content) throws Exception {
        return Files.write(dir.resolve("in.csv"), content);
    }

    private Staged stage(String text) throws Exception {
        return Staged.only(file(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Staged stage(String text, SourceChoice choice) throws Exception {
        return Staged.only(file(text.getBytes(StandardCharsets.UTF_8)), choice);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, true, UTF-8",
        "UTF-8, false, UTF-8",
        "UTF-16LE, true, UTF-16LE",
        "UTF-16LE, false, UTF-16LE",
        "UTF-16BE, true, UTF-16BE",
        "UTF-16BE, false, UTF-16BE",
        "windows-1252, false, windows-1252",
        "ISO-8859-1, false, windows-1252"
    })
    void textOfEachEncodingIsReadTheSame(String charset, boolean mark, String found) throws Exception {
        Staged staged = Staged.only(file(((mark ? "\uFEFF" : "") + TEXT).getBytes(Charset.forName(charset))));
        assertThat(staged.head().charset()).isEqualTo(found);
        assertThat(staged.head().headers()).containsExactly("Kunde", "Ort", "Betrag");
        assertThat(staged.records()).containsExactly("Müller;Köln;1,50", "Groß;Zürich;2,00");
        assertThat(staged.rejects()).isEmpty();
        boolean guessed = !mark && !found.equals("UTF-8");
        assertThat(staged.head().doubts().stream().anyMatch(d -> d.contains("encoding")))
                .isEqualTo(guessed);
    }

    @Test
    void brokenBytesInOrdinaryTextStayFaultsOfTheirLines() throws Exception {
        for (String good : List.of("plain", "caf\u00e9")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes("id,name,n\n".getBytes(StandardCharsets.UTF_8));
            byte[][] broken = {
                {'a', (byte) 0xff, (byte) 0xfe, 'b'},
                {(byte) 0x80},
                {(byte) 0xc3, 0x28},
                {'x', (byte) 0xff},
                {(byte) 0xe9, 'x'}
            };
            int bad = 0;
            for (int i = 0; i < 1000; i++) {
                bytes.writeBytes((i + ",").getBytes(StandardCharsets.UTF_8));
                boolean isBroken = i % 20 == 7;
                bytes.writeBytes(isBroken ? broken[bad++ % broken.length] : good.getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(",1\n".getBytes(StandardCharsets.UTF_8));
            }
            Staged staged = Staged.only(file(bytes.toByteArray()));
            assertThat(staged.head().charset()).as(good).isEqualTo("UTF-8");
            assertThat(staged.records()).hasSize(1000 - bad);
            assertThat(staged.rejects()).hasSize(bad).allMatch(r -> r.endsWith("BYTE_WINDOWS"));
        }
    }

    @Test
    void aFirstAccentFarFromTheStartStillTellsTheEncoding() throws Exception {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(i == 190_000 ? ",Müller-Lüdenscheidt\n" : ",Smith and more\n");
        }
        Staged staged = Staged.only(file(text.toString().getBytes("windows-1252")));
        assertThat(staged.head().charset()).isEqualTo("windows-1252");
        assertThat(staged.records()).hasSize(200_000).contains("190000,Müller-Lüdenscheidt");
    }

    @Test
    void aChosenEncodingRulesAndAnUnknownOneIsSaid() throws Exception {
        byte[] russian = "имя,n\nИван,1\n".getBytes("windows-1251");
        assertThat(Staged.only(file(russian), new SourceChoice("windows-1251", null, null, null, List.of(), null))
                        .records())
                .containsExactly("Иван,1");
        assertThatThrownBy(
                        () -> Staged.only(file(russian), new SourceChoice("utf-99", null, null, null, List.of(), null)))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("There is no encoding utf-99");
    }

    @Test
    void aBrokenCharacterOfUtf16CostsItsLineOnly() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFFa,b\n1,x\n2,".getBytes(StandardCharsets.UTF_16LE));
        bytes.writeBytes(new byte[] {0x00, (byte) 0xd8, 'y', 0});
        bytes.writeBytes("\n3,\ud83d\ude00\n".getBytes(StandardCharsets.UTF_16LE));
        Staged staged = Staged.only(file(bytes.toByteArray()));
        assertThat(staged.records()).containsExactly("1,x", "3,😀");
        assertThat(staged.rejects()).singleElement().asString().startsWith("3,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsRead(String end) throws Exception {
        Staged staged = stage(String.join(end, "a,b", "1,x", "2,y", "3"));
        assertThat(staged.records()).containsExactly("1,x", "2,y");
        assertThat(staged.lines()).containsExactly(2L, 3L);
        assertThat(staged.rejects()).singleElement().asString().startsWith("4,");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void everyDelimiterIsFound(char d) throws Exception {
        Staged staged = stage(
                "id|total|note\n1|2.50|a, b; c\n2|3.00|d\n".replace('|', d).replace(", b; c", " b"));
        assertThat(staged.head().delimiter()).isEqualTo(d);
        assertThat(staged.head().headers()).containsExactly("id", "total", "note");
    }

    @Test
    void decimalCommasDoNotPartFields() throws Exception {
        assertThat(stage("a;b;c\n" + "1,5;2,5;3,5\n".repeat(60)).head().delimiter())
                .isEqualTo(';');
        assertThat(stage("1,5;2,5;3,5\n".repeat(60)).head().delimiter()).isEqualTo(';');
    }

    @Test
    void excelsLineAboutTheDelimiterIsObeyed() throws Exception {
        Staged staged = stage("sep=;\r\na,1;b,1\r\n1,2;3,4\r\n5\r\n");
        assertThat(staged.head().delimiter()).isEqualTo(';');
        assertThat(staged.head().headers()).containsExactly("a,1", "b,1");
        assertThat(staged.head().headerRow()).isEqualTo(2);
        assertThat(staged.rejects()).singleElement().asString().startsWith("4,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sales report 2026\n\n", "Sales report 2026\nfor everyone,,,\n", "Sales report 2026,,,\n,,,\n"})
    void titlesAboveTheHeaderAreNoRows(String titles) throws Exception {
        Staged staged = stage(titles + "order,date,who,total\n1,2026-01-01,Ann,5\n2,2026-01-02,Bob,6\n3,x\n");
        assertThat(staged.head().headers()).containsExactly("order", "date", "who", "total");
        assertThat(staged.head().headerRow()).isEqualTo(3);
        assertThat(staged.head().doubts()).singleElement().asString().contains("Line 3");
        assertThat(staged.lines()).containsExactly(4L, 5L);
        assertThat(staged.rejects()).singleElement().asString().startsWith("6,");
        assertThat(staged.head().sample())
                .containsExactly(List.of("1", "2026-01-01", "Ann", "5"), List.of("2", "2026-01-02", "Bob", "6"));
    }

    @Test
    void aFileWithoutHeadersLosesNoLine() throws Exception {
        Staged staged = stage("1,2026-01-01,Ann\n2,2026-01-02,Bob\n3,2026-01-03,Ann\n");
        assertThat(staged.head().headerRow()).isZero();
        assertThat(staged.head().headers()).containsExactly("column_1", "column_2", "column_3");
        assertThat(staged.head().doubts()).singleElement().asString().contains("no header line");
        assertThat(staged.records()).hasSize(3);
        assertThat(staged.lines()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country,2019,2020,2021\nFrance,1,2,3\nSpain,4,5,6\n",
                ",name\n0,Ann\n1,Bob\n",
                "name,city\nAnn,Paris\nBob,Rome\nCid,Oslo\n",
                "id,id,\n1,2,3\n4,5,6\n",
                "order_id,ordered_at,customer_id,product_id,quantity,unit_price\nx\ny\nz\nw\n",
                "id\n5\n7\n"
            })
    void aHeaderIsNotTakenForARow(String text) throws Exception {
        Staged staged = stage(text);
        assertThat(staged.head().headerRow()).isEqualTo(1);
        assertThat(staged.head().headers()).isEqualTo(List.of(text.split("\n")[0].split(",", -1)));
    }

    @Test
    void aChosenHeaderRowAndNamesRule() throws Exception {
        Staged staged = stage("x,y\na,b\n1,2\n", new SourceChoice(null, null, null, 2, List.of(), null));
        assertThat(staged.head().headers()).containsExactly("a", "b");
        assertThat(staged.records()).containsExactly("1,2");
        Staged none = stage("a,b\n1,2\n", new SourceChoice(null, null, null, 0, List.of("p", "q"), null));
        assertThat(none.head().headers()).containsExactly("p", "q");
        assertThat(none.records()).containsExactly("a,b", "1,2");
        assertThatThrownBy(() -> stage("a,b\n1,2\n", new SourceChoice(null, null, null, 9, List.of(), null)))
                .hasMessageContaining("Line 9 of in.csv cannot be the header");
    }

    @Test
    void fieldsOverSixtyFourKibibytesAreFaultsOfTheirLines() throws Exception {
        String most = "x".repeat(1 << 16);
        Staged staged = stage("a,b\n1," + most + "\n2," + most + "x\n3,\"" + most + "\n" + most + "\"\n4,y\n");
        assertThat(staged.lines()).containsExactly(2L, 6L);
        assertThat(staged.rejects()).hasSize(2).allMatch(r -> r.endsWith("FIELD_TOO_LONG"));
    }

    @Test
    void blanksPartColumns() throws Exception {
        Staged staged = stage(" id  date n  value\r\n 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00 \r\n"
                + " 00002 19970112  5\r\n");
        assertThat(staged.head().layout()).isEqualTo(Layout.WHITESPACE);
        assertThat(staged.head().headers()).containsExactly("id", "date", "n", "value");
        assertThat(staged.records()).containsExactly("00001\t19970101\t1\t11.77", "00002\t19970112\t1\t12.00");
        assertThat(staged.rejects()).singleElement().asString().startsWith("4,");
        assertThat(staged.head().doubts()).singleElement().asString().contains("blanks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name\nJohn Smith\nMary Jones\nAnn Lee\n",
                "at\n2026-01-01 10:00\n2026-01-02 11:00\n2026-01-03 9:00\n"
            })
    void wordsOfOneColumnAreNotParted(String text) throws Exception {
        assertThat(stage(text).head().layout()).isEqualTo(Layout.DELIMITED);
    }

    @Test
    void linesOfManyWidthsAreBaskets() throws Exception {
        StringBuilder text = new StringBuilder();
        String[] goods = {"milk", "bread", "eggs", "soup", "tea"};
        for (int i = 0; i < 40; i++) {
            for (int k = 0; k <= i % 5; k++) {
                text.append(k == 0 ? "" : ",").append(goods[(i + k) % 5]);
            }
            text.append('\n');
        }
        Staged staged = stage(text.toString());
        assertThat(staged.head().layout()).isEqualTo(Layout.BASKETS);
        assertThat(staged.head().headers()).containsExactly("basket", "item");
        assertThat(staged.records())
                .hasSize(120)
                .startsWith("1,milk", "2,bread", "2,eggs", "3,eggs", "3,soup", "3,tea");
        assertThat(staged.lines()).startsWith(1L, 2L, 2L, 3L, 3L, 3L);
        assertThat(staged.head().sample()).hasSize(120).startsWith(List.of("1", "milk"));
        assertThat(staged.head().doubts()).singleElement().asString().contains("basket");
    }

    @Test
    void groceriesAreBaskets() throws Exception {
        Staged staged = Staged.only(data("groceries/groceries.csv.gz"));
        assertThat(staged.records()).hasSize(43_367);
        Set<Long> baskets = new HashSet<>(staged.lines());
        assertThat(baskets).hasSize(9_835);
        assertThat(staged.rejects()).isEmpty();
    }

    @Test
    void cdnowIsPartedByBlanksWithHeaderAndWithout() throws Exception {
        Staged master = Staged.only(data("cdnow/CDNOW_master.txt.gz"));
        assertThat(master.head().headers()).containsExactly("customer_id", "date", "number_of_cds", "dollar_value");
        assertThat(master.records()).hasSize(69_659);
        assertThat(master.rejects()).isEmpty();
        Staged sample = Staged.only(
                data("cdnow/CDNOW_sample.txt.gz"),
                new SourceChoice(null, null, null, null, List.of("master", "id", "date", "n", "value"), null));
        assertThat(sample.head().headers()).containsExactly("master", "id", "date", "n", "value");
        assertThat(sample.head().headerRow()).isZero();
        assertThat(sample.records()).hasSize(6_919).startsWith("00004\t0001\t19970101\t2\t29.33");
    }

    @Test
    void theOtherDataSetsAreRead() throws Exception {
        Staged marketing = Staged.only(data("marketing_campaign/marketing_campaign.csv.gz"));
        assertThat(marketing.head().headers()).hasSize(29).startsWith("ID", "Year_Birth");
        assertThat(marketing.records()).hasSize(2_240);
        assertThat(Staged.only(data("telco_churn/Telco-Customer-Churn.csv.gz")).records())
                .hasSize(7_043);
        assertThat(Staged.only(data("hillstrom/hillstrom.csv.gz")).records()).hasSize(64_000);
        Staged items = Staged.only(data("groceries/groceries_items.csv.gz"));
        assertThat(items.head().headers()).containsExactly("item", "level2", "level1");
        assertThat(items.records()).hasSize(169);
    }

    private static Path data(String name) {
        Path file = Path.of(System.getProperty("clientele.data", "none"), name);
        assumeTrue(Files.exists(file), "no data folder: " + file + " is not there");
        return file;
    }
}
