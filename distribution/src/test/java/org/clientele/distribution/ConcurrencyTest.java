package org.clientele.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one workspace: real ones, that are killed, stopped and started together. */
class ConcurrencyTest {
    private static final String HEADER = "order_id,ordered_at,customer_id,product_id,quantity,unit_price,currency\n";
    /** Makes a program so slow that others meet it at work. */
    private static final Map<String, String> SLOWLY = Map.of("CLIENTELE_JAVA_OPTS", "-Xint");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private final List<Running> started = new ArrayList<>();

    /** A process whose output goes to files. */
    private record Running(Process process, Path out, Path err) {
        int exit() throws InterruptedException {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
            return process.exitValue();
        }

        String said() throws IOException {
            return Files.readString(out, StandardCharsets.UTF_8);
        }

        String complained() throws IOException {
            return Files.readString(err, StandardCharsets.UTF_8);
        }
    }

    private Running start(Map<String, String> environment, Path workspace, String... arguments) throws IOException {
        Path out = folder.resolve(started.size() + ".out");
        Path err = folder.resolve(started.size() + ".err");
        ProcessBuilder builder = Product.builder(workspace, arguments)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        // What a window remembers stays out of the home of who runs this test.
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        Running running = new Running(builder.start(), out, err);
        started.add(running);
        return running;
    }

    @AfterEach
    void endsWhatItStarted() throws InterruptedException {
        for (Running running : started) {
            running.process().destroyForcibly().waitFor();
        }
    }

    private Path lines(String name, int from, int count) throws IOException {
        return lines(folder.resolve(name), from, count);
    }

    private static Path lines(Path csv, int from, int count) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            writer.write(HEADER);
            for (int i = from; i < from + count; i++) {
                // Put together by hand: millions of lines, of which a format would make minutes.
                writer.write("o" + i + ",2024-01-" + (10 + i % 19) + " 10:00:00,c" + i % 997 + ",P" + i % 89
                        + ",1,2.50,EUR\n");
            }
        }
        return csv;
    }

    /** Waits until a process holds a workspace, and gives the holder as {@code doctor} sees it. */
    private static String awaitHolder(Path workspace, Running holder) throws Exception {
        String process = "process " + holder.process().pid() + " since 20";
        Path lock = workspace.resolve("clientele.lock");
        // Whoever asks for the holder holds the workspace meanwhile, so nobody asks before it does.
        while (!(Files.exists(lock) && Files.readString(lock).startsWith(process))) {
            assertThat(holder.process().waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        String seen = Product.call(workspace, "doctor").out();
        assertThat(seen).contains("of Clientele 0.1.0 (" + process);
        return seen;
    }

    /** The holder of a workspace, at an import of many lines: some seconds, or a minute and more if it is slow. */
    private Running slowImport(Map<String, String> environment, Path workspace) throws Exception {
        Path slow = shared.resolve("slow.csv");
        if (!Files.exists(slow)) {
            lines(slow, 5_000_000, 2_000_000);
        }
        Running holder = start(environment, workspace, "import", slow.toString());
        assertThat(awaitHolder(workspace, holder)).contains("held by the command import of");
        return holder;
    }

    private static String revenue(Path workspace) {
        return Product.call(workspace, "query", "revenue", "--format", "csv").out();
    }

    @Test
    void eightCommandsAtOnceAreAllServedWhileAnImportRuns() throws Exception {
        Path w = folder.resolve("w");
        Path first = lines("first.csv", 0, 1_000);
        assertThat(Product.call(w, "import", first.toString()).exit()).isZero();
        Running holder = start(
                Map.of(),
                w,
                "--json",
                "import",
                lines("many.csv", 10_000, 1_000_000).toString());
        lines("a.csv", 2_000_000, 10);
        lines("b.csv", 3_000_000, 20);
        List<Running> all = List.of(
                start(Map.of(), w, "--json", "import", "a.csv"),
                start(Map.of(), w, "--json", "import", "b.csv"),
                start(Map.of(), w, "--json", "query", "revenue", "--by", "month"),
                start(Map.of(), w, "--json", "query", "orders", "customers"),
                start(Map.of(), w, "--json", "dashboards"),
                start(Map.of(), w, "--json", "plugins"),
                start(Map.of(), w, "--json", "doctor"),
                start(Map.of(), w, "--json", "render", "overview", "--out", "picture.svg"));
        for (Running one : all) {
            assertThat(one.exit()).as(one.complained()).isZero();
            assertThat(one.said()).startsWith(one == all.get(4) || one == all.get(5) ? "[" : "{");
        }
        assertThat(holder.exit()).as(holder.complained()).isZero();
        assertThat(folder.resolve("picture.svg")).content().startsWith("<svg").contains("Executive overview");
        assertThat(revenue(w)).isEqualTo("revenue\n" + (1_000 + 1_000_000 + 10 + 20) / 2 * 5 + "\n");
    }

    @Test
    void severalThatStartAtOnceOnANewWorkspaceAreAllServed() throws Exception {
        Path w = folder.resolve("new/one");
        List<Running> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(start(Map.of(), w, "query", "revenue", "--format", "csv"));
        }
        for (Running one : all) {
            assertThat(one.exit()).as(one.complained()).isZero();
            assertThat(one.said()).isEqualTo("revenue\n\n");
            assertThat(one.complained()).isEmpty();
        }
    }

    @Test
    void aKilledHolderIsNoticedByThoseItServedAndByTheNext() throws Exception {
        Path w = folder.resolve("w");
        assertThat(Product.call(w, "import", lines("first.csv", 0, 1_000).toString())
                        .exit())
                .isZero();
        Running holder = slowImport(SLOWLY, w);
        Running waiting =
                start(Map.of(), w, "--json", "import", lines("a.csv", 1_000, 10).toString());
        while (waiting.process().isAlive() && !waiting.complained().contains("Waiting for another import")) {
            assertThat(revenue(w)).isEqualTo("revenue\n2500\n");
        }
        holder.process().destroyForcibly().waitFor();
        assertThat(waiting.exit()).isEqualTo(1);
        assertThat(waiting.said()).contains("\"CANCELLED\"");
        assertThat(waiting.complained())
                .contains("process " + holder.process().pid(), "Run the command again")
                .doesNotContain("\tat ");
        assertThat(revenue(w)).isEqualTo("revenue\n2500\n");
        assertThat(Product.call(w, "import", folder.resolve("a.csv").toString()).exit())
                .isZero();
        assertThat(revenue(w)).isEqualTo("revenue\n2525\n");
    }

    @Test
    void aHolderThatHangsIsNamed() throws Exception {
        Path w = folder.resolve("w");
        Running holder = slowImport(Map.of(), w);
        long pid = holder.process().pid();
        new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
        Product.Result refused = Product.call(w, "--json", "query", "revenue");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.json().at("/error/code").asText()).isEqualTo("WORKSPACE_LOCKED");
        assertThat(refused.err()).contains("process " + pid + " since 20", "does not answer");
    }

    @Test
    void eachCommandSaysTheSameBesideAWindowAsAlone() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "A window needs a display.");
        Path alone = folder.resolve("alone");
        Path beside = folder.resolve("beside");
        for (Path w : List.of(alone, beside)) {
            assertThat(Product.call(w, "sample", "--customers", "300").exit()).isZero();
        }
        Files.writeString(
                folder.resolve("bad.csv"), HEADER + "1,2024-01-05 10:00:00,c1,P1,2,3.50,GBP\n2,never,c,P,1,1,GBP\n");
        Running window = start(Map.of(), beside);
        assertThat(awaitHolder(beside, window)).contains("held by a window");
        for (String[] command : new String[][] {
            {"query", "revenue", "orders", "--by", "month"},
            {"query", "revenue", "--by", "product,month", "--format", "csv"},
            {"--json", "query", "profit"},
            {"query", "profit"},
            {"query", "revenue", "--top", "0"},
            {"--json", "query", "revenue", "--compare", "tomorrow"},
            {"--json", "dashboards"},
            {"--json", "plugins", "--remove", "nobody.nothing"},
            {"--json", "sample", "--customers", "400"},
            {"import", "none.csv"},
            {"--json", "import", "none.csv", "bad.csv"},
            {"import", "bad.csv"},
            {"query", "revenue", "--by", "day", "--format", "csv"},
            {"render", "overview", "--out", "picture.svg"},
            {"render", "overview", "--out", "picture.gif"},
            {"--json", "render", "overview", "--out", "picture.png", "--scale", "2"},
            {"report", "--out", "report.html"},
            {"--json", "report", "overview", "--out", "report.pdf"},
            {"report", "--out", "picture.svg"},
            {"--json", "gallery", "--kind", "kpi", "--out", "pictures"},
            {"render", "nothing", "--out", "picture.svg"}
        }) {
            Running one = start(Map.of(), alone, command);
            int exit = one.exit();
            String picture = picture();
            Running two = start(Map.of(), beside, command);
            assertThat(two.exit()).as(String.join(" ", command)).isEqualTo(exit);
            assertThat(plain(two.said(), beside)).isEqualTo(plain(one.said(), alone));
            assertThat(plain(two.complained(), beside)).isEqualTo(plain(one.complained(), alone));
            assertThat(picture().replace("beside", "alone")).isEqualTo(picture);
        }
        assertThat(window.process().isAlive()).isTrue();
    }

    /** The picture that a command left, which is taken away; or "". */
    private String picture() throws IOException {
        Path file = folder.resolve("picture.svg");
        String svg = Files.exists(file) ? Files.readString(file) : "";
        Files.deleteIfExists(file);
        return svg;
    }

    private static String plain(String text, Path workspace) {
        return text.replace(workspace.toString(), "WORKSPACE")
                .replaceAll("in \\d+\\.\\d s", "in S s")
                .replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\" : S");
    }

    @Test
    void aSecondWindowBringsTheFirstToTheFrontAndEnds() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "A window needs a display.");
        Path w = folder.resolve("w");
        Running window = start(Map.of(), w);
        assertThat(awaitHolder(w, window)).contains("held by a window");
        Running second = start(Map.of(), w);
        assertThat(second.exit()).as(second.complained()).isZero();
        assertThat(second.said()).contains("process " + window.process().pid(), "brought to the front");
        assertThat(window.complained()).doesNotContain("Exception");
        assertThat(window.process().isAlive()).isTrue();
    }
}
