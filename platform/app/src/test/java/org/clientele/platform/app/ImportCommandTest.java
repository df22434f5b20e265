package org.clientele.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ImportCommandTest extends CommandTest {
    private static final String HEADER = "order_id,ordered_at,customer_id,product_id,quantity,unit_price,currency\n";

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(n -> all.add(n.asText()));
        return all;
    }

    private Path archive(String name, String... namesAndTexts) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream to = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(to)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void oneFileSaysItsMappingWithKeyFormatsReasonsAndDoubts() throws Exception {
        file(
                "shop.csv",
                "Beleg;Tag;Kunde;Artikel;Anzahl;Einzelpreis;Farbe\nA1;31.03.2024;c1;p1;2;3,50;rot\n"
                        + "A2;01.04.2024;c1;p1;1;3,50;blau\nA3;01.04.2024;c2;p1;4;3,50;rot\n"
                        + "A4;31.02.2024;c1;p1;1;3,50;blau\n");
        Said said = run("--json", "import", "shop.csv");

        assertThat(said.exit()).as(said.err() + said.out()).isEqualTo(ExitCode.DONE_WITH_REJECTS);
        JsonNode report = said.json();
        assertThat(report.get("rowsRead").asLong()).isEqualTo(4);
        assertThat(report.get("rowsRejected").asLong()).isEqualTo(1);
        assertThat(Path.of(report.get("rejectsFile").asText())).exists();
        JsonNode mapping = report.get("mapping");
        assertThat(mapping.get("role").asText()).isEqualTo("table");
        assertThat(mapping.at("/columns/unit_price").asText()).isEqualTo("Einzelpreis");
        assertThat(mapping.at("/formats/ordered_at").asText()).isEqualTo("dd.MM.yyyy");
        assertThat(mapping.at("/formats/unit_price").asText()).contains(",");
        assertThat(texts(mapping.get("key"))).containsExactly("order_id");
        assertThat(mapping.get("joins")).isEmpty();
        assertThat(texts(mapping.get("doubts"))).anyMatch(d -> d.contains("currency"));
        assertThat(mapping.get("reasons")).hasSize(7);
        JsonNode price = mapping.get("reasons").get(5);
        assertThat(price.get("header").asText()).isEqualTo("Einzelpreis");
        assertThat(price.get("column").asText()).isEqualTo("unit_price");
        assertThat(price.get("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(price.get("why").asText()).isNotBlank();
    }

    @Test
    void severalFilesSayTheirRolesKeysJoinsWithOverlapAndOrphansWhetherTriedOrImported() throws Exception {
        file("orders.csv", "OrderID,OrderDate,CustomerID\no1,2026-01-05,c1\no2,2026-02-06,c2\n");
        file("order_details.csv", "OrderID,ProductID,Quantity\no1,p1,2\no2,p1,5\no9,p7,1\n");
        file("products.csv", "ProductID,ProductName,CategoryID,Price\np1,Cup,10,3.50\n");
        file("categories.csv", "CategoryID,CategoryName\n10,Kitchen\n");
        for (String dry : List.of("--dry-run", "--append")) {
            Said said =
                    run("--json", "import", dry, "order_details.csv", "orders.csv", "products.csv", "categories.csv");
            assertThat(said.exit()).as(said.err()).isZero();
            JsonNode lines = said.json().get(0);
            assertThat(lines.get("source").asText()).isEqualTo("order_details.csv");
            assertThat(lines.at("/mapping/role").asText()).isEqualTo("lines_without_header");
            JsonNode join = lines.at("/mapping/joins/0");
            assertThat(join.get("column").asText()).isEqualTo("OrderID");
            assertThat(join.get("refersTo").asText()).isEqualTo("orders.csv");
            assertThat(join.get("refersToColumn").asText()).isEqualTo("OrderID");
            assertThat(join.get("overlap").asDouble()).isBetween(0.66, 0.67);
            assertThat(lines.at("/mapping/joins").findValuesAsText("refersTo"))
                    .containsExactlyInAnyOrder("orders.csv", "products.csv");
            assertThat(lines.get("orphans").findValuesAsText("example")).contains("o9", "p7");
            JsonNode orders = said.json().get(1);
            assertThat(orders.at("/mapping/role").asText()).isEqualTo("order_header");
            assertThat(texts(orders.at("/mapping/key"))).containsExactly("OrderID");
            assertThat(said.json().get(2).at("/mapping/joins/0/refersToColumn").asText())
                    .isEqualTo("CategoryID");
            assertThat(texts(said.json().get(3).at("/mapping/key"))).containsExactly("CategoryID");
        }
        assertThat(query("revenue")).as("once: a trial keeps nothing").isEqualTo("24.5");
    }

    @Test
    void encodingDelimiterAndHeaderRowAreObeyed() {
        file(
                "till.txt",
                "Shop of Müller; all tills\nexport: 1\norder:date:customer:product:quantity:price\nA1:2024-03-31:Jürgen:p1:2:3.50\n",
                Charset.forName("IBM850"));
        Said said = run(
                "--json",
                "import",
                "--charset",
                "IBM850",
                "--delimiter",
                "colon",
                "--header-row",
                "3",
                "--entity",
                "order_line",
                "till.txt");
        assertThat(said.exit()).as(said.err() + said.out()).isZero();
        assertThat(said.json().get("rowsRead").asLong()).isEqualTo(1);
        assertThat(run("--json", "query", "revenue", "--by", "customer").out()).contains("Jürgen");
    }

    @Test
    void columnsOfAFileWithoutNamesAreCalledAsAsked() {
        file("lines.csv", "A1,2024-03-31,c1,p1,2,3.50\nA2,2024-04-01,c1,p1,1,3.50\n");
        Said said = run(
                "--json",
                "import",
                "--columns",
                "order_id,ordered_at,customer_id,product_id,quantity,unit_price",
                "lines.csv");
        assertThat(said.exit()).as(said.err() + said.out()).isZero();
        assertThat(said.json().get("rowsLoaded").asLong()).isEqualTo(2);
        assertThat(query("revenue")).isEqualTo("10.5");
    }

    @Test
    void partsOfAFileAreTakenOrLeftOutByTheirNames() throws IOException {
        String lines = HEADER + "1,2026-01-01,c1,p1,1,2.00,GBP\n";
        archive(
                "shop.zip",
                "may.csv",
                lines,
                "june.csv",
                lines.replace("2.00", "4.00"),
                "july.csv",
                lines.replace("2.00", "8.00"));
        assertThat(run("import", "--sheet", "may.csv", "--sheet", "july.csv", "shop.zip")
                        .exit())
                .isZero();
        assertThat(query("revenue")).isEqualTo("10");
        assertThat(run("import", "--replace", "--skip", "may.csv", "shop.zip").exit())
                .isZero();
        assertThat(query("revenue")).isEqualTo("12");
        Said none = run("--json", "import", "--sheet", "august.csv", "shop.zip");
        assertThat(none.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(none.json().at("/error/message").asText()).contains("august.csv");
    }

    @Test
    void wrongWaysOfReadingAreUsageErrorsThatSayWhatThereIs() {
        file("lines.csv", HEADER);
        for (List<String> wrong : List.of(
                List.of("--charset", "klingon", "windows-1252"),
                List.of("--delimiter", "ab", "semicolon"),
                List.of("--delimiter", "x", "one character"),
                List.of("--header-row", "-1", "counted from 1"),
                List.of("--layout", "tabular", "delimited"))) {
            Said said = run("import", wrong.get(0), wrong.get(1), "lines.csv");
            assertThat(said.exit()).as(wrong + said.out()).isEqualTo(ExitCode.USAGE);
            assertThat(said.err().toLowerCase(java.util.Locale.ROOT)).contains(wrong.get(2));
        }
        Said both = run("import", "--columns", "a,b", "--header-row", "1", "lines.csv");
        assertThat(both.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(both.err()).contains("Give one of the two");
        assertThat(run("import", "--help").out())
                .contains("--charset", "--delimiter", "--layout", "--header-row", "--columns", "--sheet", "--skip");
    }

    @Test
    void aPartThatFitsNothingIsNamedBesideThoseThatAreImported() throws IOException {
        archive("shop.zip", "lines.csv", HEADER + "1,2026-01-01,c1,p1,1,2.00,GBP\n", "people.csv", "Foo,Bar\nx,y\n");
        Said said = run("--json", "import", "shop.zip");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(texts(said.json().at("/mapping/doubts")))
                .anyMatch(d -> d.contains("people.csv is left out") && d.contains("Foo, Bar"));
    }

    @Test
    void aDatabaseMayBeTried() throws Exception {
        Path database = folder.resolve("shop");
        try (java.sql.Connection c = java.sql.DriverManager.getConnection("jdbc:hsqldb:file:" + database, "SA", "");
                java.sql.Statement s = c.createStatement()) {
            s.execute("CREATE TABLE lines (order_id VARCHAR(9), ordered_at TIMESTAMP, product_id VARCHAR(9),"
                    + " quantity INTEGER, unit_price DECIMAL(9,2))");
            s.execute("INSERT INTO lines VALUES ('1', TIMESTAMP '2026-01-01 10:00:00', 'p', 2, 3.50)");
            s.execute("SHUTDOWN");
        }
        Said said = run(
                "--json",
                "import",
                "--dry-run",
                "--jdbc",
                "jdbc:hsqldb:file:" + database,
                "--user",
                "SA",
                "--table",
                "LINES");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.json().get("rowsLoaded").asLong()).isEqualTo(1);
        assertThat(query("orders")).isEqualTo("0");
    }
}
