package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.clientele.platform.catalog.ImportEntry;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.extension.ImportRecipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImporterTest {
    private static final String LINES = "order_id,ordered_at,customer_id,product_id,quantity,unit_price\n";

    @TempDir
    Path dir;

    private Workspace w;

    @BeforeEach
    void open() {
        w = new Workspace(dir.resolve("ws"));
    }

    @AfterEach
    void close() {
        w.close();
    }

    private Path file(String name, String... lines) throws Exception {
        Path file = dir.resolve(name);
        Files.writeString(file, String.join("", lines));
        return file;
    }

    @Test
    void badRowsAreSetAsideWithLineColumnAndReason() throws Exception {
        Path f = file(
                "shop.csv",
                LINES,
                "1,2026-01-01 10:00:00,c1,p1,2,3.50\n",
                "2,2026-13-01 10:00:00,c1,p1,2,3.50\n",
                "3,2026-01-01,c1,p1,two,3.50\n",
                "4,2026-01-01T10:00,c1,p1,1\n",
                "5,2026-01-01,c1,\"p1,1,2\n",
                "6,2026-01-02,\"c\n2\",p1,1,2\n",
                "7,2026-01-02 10:00:00+02,c1,p1,1,2\n",
                ",2026-01-02,c1,p1,1,2\n",
                "9,2026-01-02,c1,p1,999999999999999,99999999999999\n",
                "\n",
                "10,2026-01-02,,p1,-1,2\n");
        ImportReport report = w.load(f);
        assertThat(report.rowsRead()).isEqualTo(10);
        assertThat(report.rowsLoaded()).isEqualTo(3);
        assertThat(report.rowsRejected()).isEqualTo(7);
        assertThat(report.rejectsFile())
                .isEqualTo(w.warehouse.workspace().resolve("rejects").resolve(report.batch() + "-shop.csv"));
        assertThat(Files.readAllLines(report.rejectsFile()))
                .containsExactly(
                        "line,column,reason,text,code",
                        "3,\"ordered_at\",\"\"\"2026-13-01 10:00:00\"\" has the day before the month behind the year; write"
                                + " 2026-01-13.\",\"2,2026-13-01 10:00:00,c1,p1,2,3.50\",DATE_YEAR_DAY_MONTH",
                        "4,\"quantity\",\"\"\"two\"\" is a number in words; write 2.\","
                                + "\"3,2026-01-01,c1,p1,two,3.50\",NUMBER_WORD",
                        "5,,\"The line has 5 columns, the header has 6: \"\"unit_price\"\" is missing. Complete the line.\",\"4,2026-01-01T10:00,c1,p1,1\",LINE_TOO_FEW",
                        "6,,\"A quote opens before \"\"p1,1,2\"\" and is not closed. Close it behind the text, or delete it.\",\"5,2026-01-01,c1,\"\"p1,1,2\",QUOTE_NOT_CLOSED",
                        "9,\"ordered_at\",\"\"\"2026-01-02 10:00:00+02\"\" has the distance +02 to UTC, and times here are in the"
                                + " zone of the workspace; write the local time without it.\",\"7,2026-01-02 10:00:00+02,c1,p1,1,2\",TIME_ZONE_OFFSET",
                        "10,\"order_id\",\"The cell is empty; it must say which order the row is about.\",\",2026-01-02,c1,p1,1,2\",KEY_EMPTY",
                        "11,\"unit_price\",\"Quantity times price, \"\"999999999999999\"\" times \"\"99999999999999\"\", has more than 14"
                                + " digits before the point. One of the two is probably wrong.\","
                                + "\"9,2026-01-02,c1,p1,999999999999999,99999999999999\",AMOUNT_TOO_LARGE");
        assertThat(
                        w.rows(
                                "SELECT order_id, customer_id, kind, amount::VARCHAR FROM order_line ORDER BY ordered_at, order_id"))
                .containsExactly(
                        List.of("1", "c1", "sale", "7.0000"),
                        List.of("10", "null", "return", "-2.0000"),
                        List.of("6", "c\n2", "sale", "2.0000"));
        assertThat(w.catalog.imports().find(report.batch()).orElseThrow().rejectsFile())
                .isEqualTo(report.batch() + "-shop.csv");
    }

    @Test
    void theSameContentIsLoadedOnceAndDuplicateRowsAreKept() throws Exception {
        String row = "1,2026-01-01,c1,p1,2,3.50\n";
        Path f = file("a.csv", LINES, row, row);
        assertThat(w.load(f).rowsLoaded()).isEqualTo(2);
        Path zipped = dir.resolve("other-name.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(Files.readAllBytes(f));
        }
        ImportReport again = w.load(zipped);
        assertThat(again.duplicate()).isTrue();
        assertThat(again.rowsRead()).isEqualTo(2);
        assertThat(again.rowsLoaded()).isZero();
        assertThat(w.count("order_line")).isEqualTo(2);
        assertThat(w.catalog.imports().find(again.batch()).orElseThrow().state())
                .isEqualTo(ImportEntry.State.DUPLICATE);

        assertThat(w.load(file("b.csv", LINES, row)).rowsLoaded()).isEqualTo(1);
        assertThat(w.count("order_line")).isEqualTo(3);
    }

    @Test
    void replacingRemovesOldRowsAndWhatWasDerivedFromThem() throws Exception {
        w.load(file("customers.csv", "customer_id,name,country\nc1,Ada,UK\nc9,Bo,FR\n"));
        w.load(file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n2,2026-01-01,c2,p2,2,3.50\n"));
        assertThat(w.rows("SELECT customer_id, name FROM customer ORDER BY 1"))
                .containsExactly(List.of("c1", "Ada"), List.of("c2", "null"), List.of("c9", "Bo"));
        w.load(ImportRequest.of(file("b.csv", LINES, "3,2026-01-01,c3,p3,2,3.50\n"))
                .replacing());
        assertThat(w.rows("SELECT customer_id, name FROM customer ORDER BY 1"))
                .containsExactly(List.of("c1", "Ada"), List.of("c3", "null"), List.of("c9", "Bo"));
        assertThat(w.rows("SELECT product_id FROM product")).containsExactly(List.of("p3"));
        assertThat(w.rows("SELECT order_id FROM order_line")).containsExactly(List.of("3"));
        // The first file no longer counts as loaded, so it may come back.
        assertThat(w.load(dir.resolve("a.csv")).duplicate()).isFalse();
    }

    @Test
    void aCustomerFileCompletesCustomersThatOrdersBroughtAndAKeyStandsOnce() throws Exception {
        w.load(file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n"));
        ImportReport report = w.load(file(
                "customers.csv",
                "Customer ID;Name;Birth Date;Loyal;Points;Code\n",
                "c1;Ada;1990-02-03;true;12;007\nc2;Bo;;false;7;008\nc1;Twice;;true;1;009\n"));
        assertThat(report.entity()).isEqualTo("customer");
        assertThat(report.rowsRejected()).isEqualTo(1);
        assertThat(Files.readString(report.rejectsFile()))
                .contains("4,\"Customer ID\",\"\"\"c1\"\" stands on line 2 already, and each customer is taken once.");
        assertThat(report.mapping().attributes())
                .isEqualTo(Map.of("loyal", "Loyal", "points", "Points", "code", "Code"));
        assertThat(w.rows(
                        "SELECT customer_id, name, birth_date::VARCHAR, loyal, points, code FROM customer ORDER BY 1"))
                .containsExactly(
                        List.of("c1", "Ada", "1990-02-03", "true", "12", "007"),
                        List.of("c2", "Bo", "null", "false", "7", "008"));
        assertThat(w.warehouse
                        .model()
                        .table("customer")
                        .find("points")
                        .orElseThrow()
                        .type())
                .isEqualTo(ColumnType.INTEGER);
        assertThat(w.warehouse
                        .model()
                        .table("customer")
                        .find("code")
                        .orElseThrow()
                        .label())
                .isEqualTo("Code");

        w.load(file("more.csv", "customer_id,points\nc3,many\n"));
        assertThat(w.warehouse
                        .model()
                        .table("customer")
                        .find("points")
                        .orElseThrow()
                        .type())
                .isEqualTo(ColumnType.TEXT);
        assertThat(w.rows("SELECT points FROM customer ORDER BY customer_id"))
                .containsExactly(List.of("12"), List.of("7"), List.of("many"));
    }

    @Test
    void attributesOfOrderLinesAreTypedOverTheWholeFile() throws Exception {
        StringBuilder rows = new StringBuilder("order_id,ordered_at,quantity,amount,weight,note\n");
        for (int i = 0; i < 30_000; i++) {
            rows.append(i)
                    .append(",2026-01-01,2,3,")
                    .append(i == 29_999 ? "1.5" : "1")
                    .append(",n\n");
        }
        ImportReport report = w.load(file("weights.tsv", rows.toString()));
        assertThat(report.rowsLoaded()).isEqualTo(30_000);
        assertThat(w.warehouse
                        .model()
                        .table("order_line")
                        .find("weight")
                        .orElseThrow()
                        .type())
                .isEqualTo(ColumnType.DOUBLE);
        assertThat(w.row("SELECT sum(weight)::VARCHAR, min(unit_price)::VARCHAR, min(amount)::VARCHAR FROM order_line"))
                .isEqualTo("30000.5|1.5000|3.0000");
    }

    @Test
    void aProductFileIsFoundByItsNames() throws Exception {
        ImportReport report = w.load(file("p.csv", "product_id,list_price,category\nA,1.5,x\na,2,y\n"));
        assertThat(report.entity()).isEqualTo("product");
        assertThat(w.rows("SELECT product_id, list_price::VARCHAR FROM product ORDER BY list_price"))
                .containsExactly(List.of("A", "1.5000"), List.of("a", "2.0000"));
    }

    @Test
    void aFileThatFitsNothingIsRefusedWithWhatItHasAndWhatIsNeeded() throws Exception {
        Path f = file("odd.csv", "foo,bar\n1,2\n");
        assertThatThrownBy(() -> w.load(f))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNRECOGNISED))
                .hasMessageContaining("It has the columns foo, bar")
                .hasMessageContaining("order_line (order_id, ordered_at, quantity, unit_price or amount)");
        assertThatThrownBy(() -> w.load(ImportRequest.of(f).into("customer")))
                .hasMessageContaining("odd.csv lacks customer_id");
        assertThatThrownBy(() -> w.load(ImportRequest.of(f).by("online-retail")))
                .hasMessageContaining("it has no InvoiceNo");
        assertThatThrownBy(() -> w.load(ImportRequest.of(f).by("nothing")))
                .hasMessageContaining("No import recipe is called \"nothing\". There are: clientele.core/");
        assertThatThrownBy(() -> w.load(dir.resolve("missing.csv"))).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> w.load(file("empty.csv", ""))).hasMessageContaining("empty.csv is empty");
        assertThat(w.journal.open()).isEmpty();
    }

    @Test
    void aCutGzipFileLeavesNothing() throws Exception {
        Path zipped = dir.resolve("cut.csv.gz");
        StringBuilder rows = new StringBuilder(LINES);
        for (int i = 0; i < 200_000; i++) {
            rows.append(i).append(",2026-01-01,c1,p").append(i * 7919 % 1000).append(",2,3.50\n");
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(zipped);
        Files.write(zipped, java.util.Arrays.copyOf(whole, whole.length * 9 / 10));
        assertThatThrownBy(() -> w.load(zipped))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
                .hasMessageContaining("cut short");
        assertThat(w.count("order_line")).isZero();
        assertThat(w.catalog.imports().list().get(0).state()).isEqualTo(ImportEntry.State.FAILED);
    }

    @Test
    void aRecipeOfTheCallersOwnMapsAndItsTextIsNeverSql() throws Exception {
        String evil = "'); DROP TABLE order_line; --";
        var recipe = Recipes.parse(
                "{\"id\":\"my.shop/till\",\"entity\":\"order_line\",\"columns\":{\"order_id\":\"Bon\",\"ordered_at\":\"When\","
                        + "\"quantity\":\"N\",\"unit_price\":\"Each\",\"product_id\":\"What\"},"
                        + "\"constants\":{\"currency\":\"EUR\",\"channel\":\"" + evil + "\"},"
                        + "\"adjustmentOrders\":\"ADJ\\\\d+\",\"charges\":\"FEE|'.*\"}",
                "till.json");
        ImportReport report = w.load(ImportRequest.of(file(
                        "till.csv",
                        "\"Bon\",\"When\",N,Each,What,\"Who's\"\"); --\"\n",
                        "ADJ1,2026-01-01,1,2,FEE,x\nB1,2026-01-01,1,2,FEET,y\n"))
                .by(recipe));
        assertThat(report.rowsLoaded()).isEqualTo(2);
        assertThat(w.rows("SELECT order_id, kind, is_charge, currency, channel FROM order_line ORDER BY 1"))
                .containsExactly(
                        List.of("ADJ1", "adjustment", "true", "EUR", evil),
                        List.of("B1", "sale", "false", "EUR", evil));
        assertThat(report.mapping().attributes()).containsEntry("who_s", "Who's\"); --");
        assertThat(w.warehouse.span().currency()).isEqualTo("EUR");
    }

    @Test
    void aBrokenRecipeSaysWhatIsWrong() {
        assertThatThrownBy(() ->
                        Recipes.parse("{\"id\":\"a.b/c\",\"entity\":\"order_line\",\"columns\":{\"foo\":\"x\"}}", "r"))
                .hasMessage("The recipe r cannot be used: table order_line has no column foo.");
        assertThatThrownBy(() -> Recipes.parse("{\"id\":\"a.b/c\",\"colums\":{}}", "r"))
                .hasMessageContaining("colums");
        assertThatThrownBy(() -> Recipes.parse(
                        "{\"id\":\"a.b/c\",\"entity\":\"order_line\",\"columns\":{},\"charges\":\"(\"}", "r"))
                .hasMessageContaining("\"(\" is no regular expression");
        assertThatThrownBy(() -> Recipes.parse("{\"id\":\"a.b/c\",\"schemaVersion\": 3}", "r"))
                .hasMessageContaining("schema version 3");
    }

    @Test
    void openEntriesAreEndedByWhatTheWarehouseHolds() throws Exception {
        ImportReport done = w.load(file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n"));
        long complete = w.catalog.imports().begin("b.csv", "order_line", "", java.time.Instant.EPOCH);
        try (Loader loader = w.warehouse.begin(new ImportBatch(complete, "abc", "b.csv", "order_line", ""))) {
            loader.commit();
        }
        long interrupted = w.catalog.imports().begin("c.csv", "order_line", "", java.time.Instant.EPOCH);
        Path rejects = w.warehouse.workspace().resolve("rejects");
        Files.createDirectories(rejects);
        Files.writeString(rejects.resolve(interrupted + "-c.csv"), "x");
        Path left = w.warehouse.workspace().resolve("staging").resolve("" + interrupted);
        Files.createDirectories(left);
        Files.writeString(left.resolve("chunk-0.csv"), "x");
        w.close();
        w = new Workspace(dir.resolve("ws"));
        assertThat(w.catalog.imports().list())
                .extracting(ImportEntry::id, ImportEntry::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(interrupted, ImportEntry.State.FAILED),
                        org.assertj.core.groups.Tuple.tuple(complete, ImportEntry.State.LOADED),
                        org.assertj.core.groups.Tuple.tuple(done.batch(), ImportEntry.State.LOADED));
        assertThat(rejects).isEmptyDirectory();
        assertThat(w.warehouse.workspace().resolve("staging")).isEmptyDirectory();
    }

    @Test
    void severalFilesReplaceTogether() throws Exception {
        w.load(file("old.csv", LINES, "0,2026-01-01,c1,p1,2,3.50\n"));
        ImportRequest both = ImportRequest.of(
                        file("a.csv", LINES, "1,2026-01-01,c1,p1,2,3.50\n"),
                        file("b.csv", LINES, "2,2026-01-01,c1,p1,2,3.50\n"))
                .replacing();
        assertThat(w.importer.run(both, Progress.NONE, CancelSignal.create())).hasSize(2);
        assertThat(w.rows("SELECT order_id FROM order_line ORDER BY 1")).containsExactly(List.of("1"), List.of("2"));
    }

    @Test
    void wholeNumbersWithAZeroBehindThePointAreWholeAndNoRowIsLostForThem() throws Exception {
        ImportReport report = w.load(
                file("customers.csv", "customer_id,birth_year,points\n", "c1,1985.0,3.0\nc2,1990.0,\nc3,1991,4\n"));
        assertThat(report.rowsRejected()).isZero();
        assertThat(w.rows("SELECT birth_year, points FROM customer ORDER BY customer_id"))
                .containsExactly(List.of("1985", "3"), List.of("1990", "null"), List.of("1991", "4"));
    }

    @Test
    void attributesAreReadAlikeWhetherTheirTypeIsTheStoredOneOrANarrower() throws Exception {
        String header = "customer_id,email,points,seen,member,grade\n";
        w.load(file(
                "first.csv", header, "c1,a@b.de, +7 ,2026-1-5,true,1_000\nc2,,  ,,,\nc3,,12.00,2026-02-01,false,7\n"));
        w.load(file("wider.csv", header, "c4,,2.5,2026-03-01 10:30,true,8\n"));
        w.load(file("narrow.csv", header, "c5,,3,2026-04-01,false,9\nc6,, ,  ,,\n"));
        assertThat(w.rows("SELECT points, seen, member, grade FROM customer ORDER BY customer_id"))
                .containsExactly(
                        List.of("7", "2026-01-05 00:00:00", "true", "1_000"),
                        List.of("null", "null", "null", "null"),
                        List.of("12", "2026-02-01 00:00:00", "false", "7"),
                        List.of("2.5", "2026-03-01 10:30:00", "true", "8"),
                        List.of("3", "2026-04-01 00:00:00", "false", "9"),
                        List.of("null", "null", "null", "null"));
    }

    @Test
    void anAmountThatNoNumberHoldsIsARejectAndDoesNotHideTheColumn() throws Exception {
        ImportReport report = w.load(file(
                "lines.csv",
                "order_id,ordered_at,customer_id,product_id,quantity,unit_price,amount\n",
                "1,2026-01-01,c1,p1,2,3.50,7\n2,2026-01-02,c1,p1,2,3.50,1e999\n3,2026-01-02,c1,p1,2,3.50,--5\n",
                "4,2026-01-02,c1,p1,2,3.50,=1+1\n5,2026-01-03,c1,p1,1,2.50,2.50\n"));
        assertThat(report.mapping().columns()).containsEntry("amount", "amount");
        assertThat(report.rowsLoaded()).isEqualTo(2);
        assertThat(report.rowsRejected()).isEqualTo(3);
    }

    @Test
    void anAttributeKeepsTheLettersOfItsNameAndColumnsMayBeLeftOut() throws Exception {
        ImportRecipe recipe = ImportRecipe.builder("acme.test/left-out", "customer")
                .column("customer_id", "Nr")
                .leftOut(List.of("E-Mail"))
                .build();
        w.load(ImportRequest.of(file("c.csv", "Nr,Größe,Café,E-Mail\n", "c1,L,ja,a@b.de\n"))
                .by(recipe));
        assertThat(w.rows("SELECT * EXCLUDE (import_batch) FROM customer").get(0))
                .contains("c1", "L")
                .doesNotContain("a@b.de");
        assertThat(w.rows("SELECT groesse FROM customer WHERE cafe IS NOT NULL"))
                .containsExactly(List.of("L"));
    }
}
