package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the command line, on the assembled product. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void theSampleIsTheSameForTheSameArguments() {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        String[] sample = {"--json", "sample", "--customers", "500", "--seed", "7"};
        Product.Result filled = Product.call(one, sample);
        assertThat(filled.exit()).as(filled.err()).isZero();
        assertThat(filled.json().get("rows")).as("tables with rows").hasSize(15);
        assertThat(one.resolve("sample-truths.json")).isNotEmptyFile();
        Path copy = folder.resolve("copy.json");
        assertThat(Product.call(two, "sample", "--customers", "500", "--seed", "7", "--truths", copy.toString())
                        .exit())
                .isZero();
        assertThat(copy).hasSameTextualContentAs(one.resolve("sample-truths.json"));
        String[] question = {"query", "revenue", "orders", "customers", "--by", "product,month", "--format", "csv"};
        String first = Product.call(one, question).out();
        assertThat(first.lines().count()).isGreaterThan(200);
        assertThat(Product.call(two, question).out()).isEqualTo(first);

        assertThat(Product.call(one, sample).exit())
                .as("asked again, nothing is loaded twice")
                .isZero();
        assertThat(Product.call(one, question).out()).isEqualTo(first);

        String[] clusters = {"analyse", "segmentation/k-means", "--param", "k=5", "--format", "csv"};
        String alone = onCores(1, one, clusters);
        assertThat(alone.lines().count()).isGreaterThan(300);
        assertThat(onCores(2, one, clusters)).isEqualTo(alone);

        JsonNode dashboards = Product.call(one, "--json", "dashboards").json();
        assertThat(dashboards.isArray()).isTrue();
        assertThat(dashboards.get(0).get("id").asText()).isEqualTo("clientele.executive/overview");
        assertThat(dashboards.get(0).get("plugin").asText()).isEqualTo("clientele.executive");
        assertThat(dashboards.get(0).get("title").asText()).isNotBlank();

        JsonNode plugins = Product.call(one, "--json", "plugins").json();
        assertThat(plugins.get(0).get("state").asText()).isEqualTo("STARTED");
        JsonNode health = Product.call(one, "--json", "doctor").json();
        assertThat(health.get("healthy").asBoolean()).isTrue();
    }

    private static String onCores(int cores, Path workspace, String... arguments) {
        String options = "-XX:TieredStopAtLevel=1 -XX:ActiveProcessorCount=" + cores;
        Product.Result r = Product.call(Map.of("CLIENTELE_JAVA_OPTS", options), workspace, arguments);
        assertThat(r.exit()).as(r.err()).isZero();
        return r.out();
    }

    @Test
    void aMissingFolderBecomesAnEmptyWorkspace() {
        Path missing = folder.resolve("deep/new");
        Product.Result r = Product.call(missing, "--json", "query", "revenue", "--by", "month");
        assertThat(r.exit()).as(r.err()).isZero();
        assertThat(r.json().get("rows")).isEmpty();
        assertThat(r.json().get("dataAsOf").isNull()).isTrue();
        assertThat(missing).isDirectory();
    }

    @Test
    void aFolderWithOtherThingsInItIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "Dear");
        Product.Result r = Product.call(folder, "--json", "query", "revenue");
        assertThat(r.exit()).isEqualTo(1);
        assertThat(r.json().get("error").get("code").asText()).isEqualTo("WORKSPACE_INVALID");
        assertThat(r.err()).contains("letter.txt");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void wrongUsageExitsWithTwoAndSaysHow() {
        for (List<String> wrong : List.of(
                List.of("fly"),
                List.of("query"),
                List.of("query", "revenue", "--from", "yesterday"),
                List.of("query", "revenue", "--compare", "tomorrow"),
                List.of("query", "revenue", "--top", "0"),
                List.of("render", "overview"),
                List.of("import", "a.csv", "--replace", "--append"),
                List.of("sample", "--customers", "0"))) {
            Product.Result r = Product.call(folder.resolve("w"), wrong.toArray(String[]::new));
            assertThat(r.exit()).as(wrong + ": " + r.err()).isEqualTo(2);
            assertThat(r.err()).as(wrong.toString()).isNotBlank();
        }
    }

    @Test
    void unknownNamesAreAnsweredWithTheCandidates() {
        Path w = folder.resolve("w");
        Product.Result metric = Product.call(w, "--json", "query", "profit");
        assertThat(metric.exit()).isEqualTo(1);
        assertThat(metric.json().get("error").get("message").asText()).contains("profit", "clientele.core/revenue");
        Product.Result dashboard = Product.call(
                w, "render", "sky", "--out", folder.resolve("x.svg").toString());
        assertThat(dashboard.exit()).isEqualTo(1);
        assertThat(dashboard.err()).contains("clientele.executive/overview");
        assertThat(folder.resolve("x.svg")).doesNotExist();
    }

    @Test
    void rejectedRowsExitWithThreeAndAreAllInAFile() throws IOException {
        Path csv = folder.resolve("lines.csv");
        Files.writeString(csv, """
                order_id,ordered_at,customer_id,product_id,quantity,unit_price,currency
                1,2024-01-05 10:00:00,c1,P1,2,3.50,EUR
                2,not a date,c1,P1,2,3.50,EUR
                3,2024-01-06 10:00:00,c2,P2,one,3.50,EUR
                4,2024-01-07 10:00:00,c2,P2,1,9.99,EUR
                """);
        Path w = folder.resolve("w");
        Product.Result r = Product.call(w, "--json", "import", csv.toString());
        assertThat(r.exit()).as(r.err()).isEqualTo(3);
        JsonNode report = r.json();
        assertThat(report.get("rowsRead").asLong()).isEqualTo(4);
        assertThat(report.get("rowsLoaded").asLong()).isEqualTo(2);
        assertThat(report.get("rowsRejected").asLong()).isEqualTo(2);
        String rejects = Files.readString(Path.of(report.get("rejectsFile").asText()));
        assertThat(rejects).contains("not a date", "one").contains("ordered_at", "quantity");
        assertThat(Product.call(w, "query", "revenue", "--format", "csv").out()).isEqualTo("revenue\n16.99\n");
    }

    @Test
    void aFileThatIsNotThereFailsAndChangesNothing() {
        Path w = folder.resolve("w");
        Product.Result r =
                Product.call(w, "--json", "import", folder.resolve("none.csv").toString());
        assertThat(r.exit()).isEqualTo(1);
        assertThat(r.json().get("error").get("code").asText()).isEqualTo("FILE_UNREADABLE");
    }

    @Test
    void helpAndVersionAnswerAtOnce() {
        assertThat(Product.call("--help").out()).contains("--workspace", "import", "render");
        assertThat(Product.call("--version").out()).contains("Clientele 0.1.0");
    }
}
