package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the command line is said in one sentence, and with {@code --json} in JSON. */
class HostileInputTest {
    private static final String HEADER = "order_id,ordered_at,customer_id,product_id,quantity,unit_price,currency\n";

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String line(int order, String quantity, String price, String currency) {
        return order + ",2024-01-05 10:00:00,c1,P1," + quantity + "," + price + "," + currency + "\n";
    }

    @Test
    void jsonIsAllThatStandardOutputHoldsWhateverIsAsked() throws Exception {
        Path w = folder.resolve("w");
        Holder holder = Holder.of(w);
        Path text = file("text.csv", "x");
        Map<List<String>, Integer> exits = Map.of(
                List.of("--json", "--help"), 0,
                List.of("--json", "query", "--help"), 0,
                List.of("--json", "--version"), 0,
                List.of("query", "revenue", "--json"), 0,
                List.of("--json", "query", "revenue", "--json"), 0,
                List.of("--json", "fly"), 2,
                List.of("--json", "query", "revenue", "--from", "2024-02-30"), 2,
                List.of("--json", "query", "revenue", "--from", "-999999999-01-01", "--compare", "previous"), 2,
                List.of("--json", "import", text.toString()), 1,
                List.of(
                                "--json",
                                "render",
                                "overview",
                                "--out",
                                text.resolve("x.svg").toString()),
                        1);
        try {
            exits.forEach((arguments, exit) -> {
                Product.Result r = Product.call(w, arguments.toArray(String[]::new));
                assertThat(r.json().isObject()).as(arguments.toString()).isTrue();
                assertThat(r.exit()).as(arguments + ": " + r.err()).isEqualTo(exit);
                assertThat(r.err()).as(arguments.toString()).doesNotContain("Exception", "java.");
            });
        } finally {
            holder.end();
        }
    }

    @Test
    void anErrorOfTheMachineIsJsonToo() throws IOException {
        Path noFolder = file("file", "");
        Map<String, String> noTemporaryFolder = Map.of("CLIENTELE_JAVA_OPTS", "-Djava.io.tmpdir=" + noFolder);
        Product.Result r = Product.call(noTemporaryFolder, folder.resolve("w"), "--json", "query", "revenue");
        assertThat(r.exit()).isEqualTo(1);
        assertThat(r.json().get("error").get("message").asText()).isNotBlank();
        Map<String, String> noDisplay = Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "");
        Product.Result window = Product.call(noDisplay, folder.resolve("w"), "--json");
        assertThat(window.exit()).isEqualTo(1);
        assertThat(window.json().get("error").get("message").asText()).contains("There is no display");
        Product.Result unreachable =
                Product.call(Map.of("DISPLAY", "localhost:4711", "WAYLAND_DISPLAY", ""), folder.resolve("w"), "--json");
        assertThat(unreachable.exit()).isEqualTo(1);
        assertThat(unreachable.json().get("error").get("message").asText()).contains("display cannot be reached");
    }

    @Test
    void warningsOfTheVirtualMachineDoNotReachStandardOutput() {
        Map<String, String> noisy = Map.of("CLIENTELE_JAVA_OPTS", "-XX:+UseLargePages");
        Product.Result r = Product.call(noisy, folder.resolve("w"), "--json", "query", "revenue");
        assertThat(r.out()).startsWith("{");
        assertThat(r.exit()).isZero();
    }

    @Test
    void aBadFileAmongSeveralDoesNotKeepTheOthersOut() throws IOException {
        Path w = folder.resolve("w");
        Path one = file("one.csv", HEADER + line(1, "2", "3.50", "EUR"));
        Path two = file("two.csv", HEADER + line(2, "1", "1.25", "EUR") + line(3, "x", "1", "EUR"));
        Product.Result r = Product.call(
                w,
                "--json",
                "import",
                "--replace",
                one.toString(),
                folder.resolve("none.csv").toString(),
                two.toString());
        assertThat(r.exit()).isEqualTo(1);
        JsonNode files = r.json();
        assertThat(files.isArray()).isTrue();
        assertThat(files).hasSize(3);
        assertThat(files.get(0).get("rowsLoaded").asLong()).isEqualTo(1);
        assertThat(files.get(1).get("rowsLoaded").asLong()).isZero();
        assertThat(files.get(1).get("error").get("code").asText()).isEqualTo("FILE_UNREADABLE");
        assertThat(files.get(2).get("rowsRejected").asLong()).isEqualTo(1);
        assertThat(r.err()).contains("none.csv: there is no such file");
        assertThat(Product.call(w, "query", "revenue", "--format", "csv").out())
                .as("the second file of one --replace does not replace the first")
                .isEqualTo("revenue\n8.25\n");
    }

    @Test
    void amountsAreRoundedOnceNotTheirPricesBefore() throws IOException {
        Path w = folder.resolve("w");
        Path precise = file(
                "precise.csv",
                HEADER
                        + line(1, "1000", "0.00125", "EUR")
                        + line(2, "3", "0.333333", "EUR")
                        + line(3, "0.0005", "20000", "EUR"));
        assertThat(Product.call(w, "--json", "import", precise.toString()).exit())
                .isZero();
        assertThat(Product.call(w, "query", "revenue", "--format", "csv").out()).isEqualTo("revenue\n12.25\n");
    }

    @Test
    void severalCurrenciesAreNotAddedUpInSilence() throws IOException {
        Path w = folder.resolve("w");
        Path mixed = file("mixed.csv", HEADER + line(1, "1", "3", "EUR") + line(2, "1", "4", "USD"));
        assertThat(Product.call(w, "--json", "import", mixed.toString()).exit()).isZero();
        Product.Result refused = Product.call(w, "--json", "query", "revenue");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.json().get("error").get("code").asText()).isEqualTo("DATA_VALUE_INVALID");
        assertThat(refused.err()).contains("no rate to", "from_currency");
        JsonNode apart = Product.call(w, "--json", "query", "revenue", "--by", "currency")
                .json();
        assertThat(apart.get("rows")).hasSize(2);
        assertThat(apart.get("columns").get(1).get("unit").asText()).isEqualTo("money");
        assertThat(Product.call(w, "--json", "query", "orders").json().get("caveats"))
                .isEmpty();
    }

    @Test
    void aFileWithMoreColumnsThanAnybodyReadsIsRefusedAtOnce() throws IOException {
        String more = String.join("", Collections.nCopies(5_000, ",x"));
        Path wide = file(
                "wide.csv",
                HEADER.strip() + more + "\n" + line(1, "1", "1", "EUR").strip() + more + "\n");
        Product.Result r = Product.call(folder.resolve("w"), "--json", "import", wide.toString());
        assertThat(r.exit()).isEqualTo(1);
        assertThat(r.json().get("error").get("message").asText()).contains("5,007 columns", "2,000");
    }

    @Test
    void ofHeadersThatStandTwiceTheFirstCountsAndThatIsSaid() throws IOException {
        Path twice = file("twice.csv", "order_id,ordered_at,quantity,unit_price,Quantity\n1,2024-01-01,2,3,7\n");
        Path w = folder.resolve("w");
        JsonNode report = Product.call(w, "--json", "import", twice.toString()).json();
        assertThat(report.get("mapping").get("doubts").toString()).contains("Several columns are called quantity");
        assertThat(Product.call(w, "query", "units", "--where", "source_quantity = 7", "--format", "csv")
                        .out())
                .isEqualTo("units\n2\n");
    }

    @Test
    void aPathThatTheStoresWouldMisreadIsNoWorkspace() {
        for (String name : List.of("a;b", "a?b", "a\\b")) {
            Product.Result r = Product.call(folder.resolve(name), "--json", "query", "revenue");
            assertThat(r.exit()).as(name).isEqualTo(1);
            assertThat(r.json().get("error").get("code").asText()).as(name).isEqualTo("WORKSPACE_INVALID");
            assertThat(folder.resolve(name)).doesNotExist();
        }
        for (String name : List.of("with space, ünï cødé 漢字", "quo'te per%20cent#x new\nline")) {
            Product.Result r = Product.call(folder.resolve(name), "--json", "query", "revenue");
            assertThat(r.exit()).as(name + ": " + r.err()).isZero();
        }
    }

    @Test
    void aDamagedWarehouseIsNamedAsSuch() throws IOException {
        Path w = folder.resolve("w");
        assertThat(Product.call(w, "--json", "sample", "--customers", "300").exit())
                .isZero();
        Path warehouse = w.resolve("warehouse.duckdb");
        byte[] content = Files.readAllBytes(warehouse);
        Files.write(warehouse, java.util.Arrays.copyOf(content, content.length / 2));
        Product.Result r = Product.call(w, "--json", "query", "revenue");
        assertThat(r.exit()).isEqualTo(1);
        assertThat(r.json().get("error").get("code").asText()).isEqualTo("WORKSPACE_INVALID");
        assertThat(r.json().get("error").get("message").asText()).contains("Restore warehouse.duckdb");
    }
}
