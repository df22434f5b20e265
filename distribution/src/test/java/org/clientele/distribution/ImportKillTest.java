package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the launcher's import of the whole Online Retail file at seeded random moments. {@code distribution/soak/run} does
 * it in many rounds; the suite in two.
 */
class ImportKillTest {
    private static final long LINES = 541_909;
    private static final String REVENUE = "9747747.934";

    @TempDir
    private Path folder;

    @Test
    void aKilledImportLeavesAWorkspaceWithAllOfItOrNothing() throws Exception {
        Path file = Product.data("online_retail/online_retail.csv.gz");
        int rounds = Integer.getInteger("clientele.kill.rounds", 2);
        long seed = Long.getLong("clientele.kill.seed", 20_261_122L);
        Random random = new Random(seed);
        long whole = millisecondsOfAWholeImport(file);
        int present = 0;
        for (int i = 0; i < rounds; i++) {
            // By turns near the end, where the commits are; while the workspace is made; and anywhere.
            double share = switch (i % 3) {
                case 0 -> 0.75 + random.nextDouble() * 0.35;
                case 1 -> 0.15 + random.nextDouble() * 0.35;
                default -> random.nextDouble() * 1.1;
            };
            long after = (long) (share * whole);
            String round = "round " + i + " of seed " + seed + ", killed after " + after + " of " + whole + " ms";
            boolean there = round(folder.resolve("round-" + i), file, after, round);
            present += there ? 1 : 0;
            System.out.println(round + ": " + (there ? LINES : 0) + " lines");
        }
        System.out.println(
                rounds + " kills: " + present + " times all lines there, " + (rounds - present) + " times none");
    }

    private long millisecondsOfAWholeImport(Path file) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process import_ = importing(folder.resolve("whole"), file);
        assertThat(import_.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(import_.exitValue()).isZero();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static Process importing(Path workspace, Path file) throws IOException {
        return Product.builder(workspace, "--json", "import", file.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Gives whether the import was complete when it was killed. */
    private static boolean round(Path workspace, Path file, long after, String round) throws Exception {
        Process victim = importing(workspace, file);
        victim.waitFor(after, TimeUnit.MILLISECONDS);
        victim.destroyForcibly().waitFor();

        boolean there = holdsAll(workspace, round);
        assertThat(leftIn(workspace.resolve("staging"))).as(round).isZero();

        JsonNode again =
                Product.call(workspace, "--json", "import", file.toString()).json();
        assertThat(again.path("rowsLoaded").asLong(-1))
                .as(round + ", again: " + again)
                .isEqualTo(there ? 0 : LINES);
        assertThat(holdsAll(workspace, round)).as(round + ", imported again").isTrue();
        return there;
    }

    private static boolean holdsAll(Path workspace, String round) {
        Product.Result doctor = Product.call(workspace, "--json", "doctor");
        assertThat(doctor.exit()).as(round + ": " + doctor.out() + doctor.err()).isZero();
        String holds = "";
        for (JsonNode check : doctor.json().get("checks")) {
            holds += check.get("name").asText().equals("workspace")
                    ? check.get("message").asText()
                    : "";
        }
        assertThat(holds).as(round).containsAnyOf(" holds 541,909 order lines of 4,372 customers", " is empty");
        String revenue = Product.call(workspace, "query", "revenue", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
        boolean empty = holds.contains(" is empty");
        assertThat(revenue).as(round).isEqualTo(empty ? "" : REVENUE);
        return !empty;
    }

    private static long leftIn(Path staging) throws IOException {
        if (!Files.exists(staging)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(staging)) {
            return files.count();
        }
    }
}
