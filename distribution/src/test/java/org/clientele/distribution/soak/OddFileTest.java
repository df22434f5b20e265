package org.clientele.distribution.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.distribution.Holder;
import org.clientele.distribution.Product;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody may name as a file to import, and what becomes of it. */
class OddFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<JsonNode> imported(Path... files) {
        List<String> arguments = new ArrayList<>(List.of("--json", "import"));
        for (Path f : files) {
            arguments.add(f.toString());
        }
        Product.Result r = Product.call(folder.resolve("w"), arguments.toArray(String[]::new));
        assertThat(r.err()).doesNotContain("Exception", "\tat ");
        List<JsonNode> answers = new ArrayList<>();
        JsonNode all = r.json();
        if (all.isArray()) {
            all.forEach(answers::add);
        } else {
            answers.add(all);
        }
        return answers;
    }

    @Test
    void whatIsNoFileIsRefusedAtOnceAndKeepsNothingElseOut() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/zero")), "No devices here.");
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.csv"), folder.resolve("nowhere"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop.csv"), folder.resolve("loop.csv"));
        Path good = file("good.csv", HonestFile.csv(1, 30));
        Path linked = Files.createSymbolicLink(folder.resolve("linked.csv"), file("target.csv", HonestFile.csv(2, 20)));
        Map<Path, String> refused = new LinkedHashMap<>();
        refused.put(folder, "is a folder");
        refused.put(pipe, "a pipe or a device");
        refused.put(Path.of("/dev/zero"), "a pipe or a device");
        refused.put(Path.of("/dev/full"), "a pipe or a device");
        refused.put(dangling, "there is no such file");
        refused.put(loop, "");
        List<Path> all = new ArrayList<>(refused.keySet());
        all.add(2, good);
        all.add(linked);
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        imported(all.toArray(Path[]::new))
                .forEach(a -> answers.put(a.get("file").asText(), a));
        assertThat(answers).hasSize(all.size());
        refused.forEach((path, why) -> {
            JsonNode error = answers.get(path.toString()).get("error");
            assertThat(error.get("code").asText()).as(path.toString()).isEqualTo("FILE_UNREADABLE");
            assertThat(error.get("message").asText()).contains(why).endsWith(".");
        });
        assertThat(answers.get(good.toString()).get("rowsLoaded").asLong()).isEqualTo(30);
        assertThat(answers.get(linked.toString()).get("rowsLoaded").asLong()).isEqualTo(20);
    }

    @Test
    void namesOfFilesAreOnlyNames() throws IOException {
        List<String> names = List.of(
                "new\nline.csv",
                "quo'te\"s.csv",
                "';DROP TABLE order_line;--.csv",
                "*?[a-z]{x}.csv",
                "-rf.csv",
                "%s%n$(id).csv",
                "ünï 漢字 🧀.csv",
                "x".repeat(251) + ".csv",
                "no ending");
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            // Each has a row that is rejected, so that a rejects file is named after it.
            files.add(file(names.get(i), HonestFile.csv(10 + i, 12) + "bad line\n"));
        }
        List<JsonNode> answers = imported(files.toArray(Path[]::new));
        assertThat(answers).hasSize(names.size());
        for (JsonNode a : answers) {
            assertThat(a.path("rowsLoaded").asLong()).as(a.toString()).isEqualTo(12);
            assertThat(a.path("rowsRejected").asLong()).isEqualTo(1);
            assertThat(Path.of(a.path("rejectsFile").asText())).exists().hasParent(folder.resolve("w/rejects"));
        }
    }

    @Test
    void theSameFileTwiceInOneImportIsLoadedOnce() throws IOException {
        Path one = file("one.csv", HonestFile.csv(1, 30));
        Path copy = file("copy.csv", HonestFile.csv(1, 30));
        imported(one, one, copy);
        Product.Result r = Product.call(folder.resolve("w"), "query", "orders", "--format", "csv");
        assertThat(r.out()).isEqualTo("orders\n10\n");
        Product.Result doctor = Product.call(folder.resolve("w"), "--json", "doctor");
        assertThat(doctor.out()).contains("holds 30 order lines");
    }

    @Test
    void anEmptyFileOfAnyFormatIsSaidToBeEmpty() throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(file("empty.csv", ""), "empty");
        files.put(file("blank.csv", "\n\n \n"), "");
        files.put(Files.write(folder.resolve("empty.csv.gz"), HonestFile.gzip(new byte[0])), "empty");
        files.put(Files.write(folder.resolve("empty.zip"), BadArchive.empty()), "");
        files.put(
                Files.write(
                        folder.resolve("empty.xlsx"),
                        new WorkbookParts().sheet("").bytes()),
                "");
        files.put(file("empty.parquet", ""), "empty");
        files.put(file("utf16.csv", new String(new byte[] {0}, StandardCharsets.US_ASCII)), "");
        List<JsonNode> answers = imported(files.keySet().toArray(Path[]::new));
        assertThat(answers).hasSize(files.size());
        for (JsonNode a : answers) {
            JsonNode error = a.path("error");
            assertThat(error.path("code").asText()).as(a.toString()).isIn("FILE_UNREADABLE", "FILE_UNRECOGNISED");
            assertThat(error.path("message").asText())
                    .contains(files.get(Path.of(a.get("file").asText())))
                    .endsWith(".");
        }
    }

    @Test
    void recipesFromHellAreRefusedInASentence() throws Exception {
        Path csv = file("lines.csv", HonestFile.csv(1, 5));
        String recipe =
                "{\"schemaVersion\":1,\"id\":\"a.b/c\",\"title\":\"t\",\"entity\":\"order_line\",\"columns\":%s}";
        List<String> recipes = List.of(
                "",
                "null",
                "[]",
                "{",
                "\"x\"",
                "{\"schemaVersion\":99}",
                "[".repeat(200_000),
                "{\"a\":".repeat(100_000),
                recipe.formatted("{\"order_id\":{\"$ne\":1}}"),
                recipe.formatted("{\"order_id\":\"order_id\",\"order_id\":\"size\"}"),
                recipe.formatted("{\"x\\\"; DROP TABLE order_line; --\":\"size\"}"),
                recipe.formatted("{\"order_id\":\"no such column\"}"),
                recipe.formatted("{\"order_id\":\"order_id\"},\"charges\":\"(\""),
                recipe.formatted("{\"order_id\":\"order_id\"},\"charges\":\"(a+)+$\",\"delimiter\":\"xyz\""),
                recipe.formatted("{\"order_id\":\"order_id\"},\"formats\":{\"ordered_at\":\"'||x||'\"}"),
                recipe.formatted("{\"order_id\":\"order_id\"},\"headerRow\":-7,\"charset\":\"NOPE\""),
                "{\"id\":1e999}",
                "\u0000\u0001");
        Path w = folder.resolve("w");
        Holder holder = Holder.of(w);
        try {
            for (int i = 0; i < recipes.size(); i++) {
                Path json = file("recipe-" + i + ".json", recipes.get(i));
                Product.Result r = Product.call(w, "--json", "import", "--recipe", json.toString(), csv.toString());
                String what =
                        recipes.get(i).substring(0, Math.min(120, recipes.get(i).length()));
                JsonNode answer = r.json();
                assertThat(answer.path("error").path("code").asText()).as(what).isNotEqualTo("INTERNAL");
                assertThat(r.err()).as(what).doesNotContain("Exception", "\tat ", "jackson");
                assertThat(r.exit()).as(what + r.out()).isIn(0, 1, 2, 3);
            }
        } finally {
            holder.end();
        }
        assertThat(Product.call(w, "--json", "query", "orders").exit()).isZero();
    }
}
