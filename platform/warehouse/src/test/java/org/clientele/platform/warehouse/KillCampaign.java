package org.clientele.platform.warehouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.catalog.ImportEntry;

/**
 * Kills a process that imports a file, at seeded random moments, and looks at the workspace each time: it must open, and
 * the import be wholly there or wholly absent in both stores. Arguments: FILE ROUNDS [SEED].
 */
public final class KillCampaign {
    private final Path file;
    private final Path base;
    private final long millisecondsWhole;
    private final long rows;

    /** What one round found. */
    record Round(long killedAfterMilliseconds, long rows) {}

    private KillCampaign(Path file, Path base) throws IOException, InterruptedException {
        this.file = file;
        this.base = base;
        Path whole = base.resolve("whole");
        Victim victim = new Victim(whole);
        victim.awaitLine("importing");
        long start = System.nanoTime();
        victim.awaitLine("imported");
        this.millisecondsWhole = (System.nanoTime() - start) / 1_000_000;
        victim.kill();
        this.rows = check(whole);
        if (rows == 0) {
            throw new IllegalStateException("An import that ended before the kill left nothing.");
        }
    }

    /** Runs rounds and throws at the first that finds something half done. */
    static void run(Path file, Path base, int rounds, long seed) throws IOException, InterruptedException {
        KillCampaign campaign = new KillCampaign(file, base);
        Random random = new Random(seed);
        int whole = 0;
        for (int i = 0; i < rounds; i++) {
            // Every other kill falls near the end, where the commits are.
            double share = i % 2 == 0 ? random.nextDouble() * 1.2 : 0.7 + random.nextDouble() * 0.4;
            long after = (long) (share * campaign.millisecondsWhole);
            Round round = campaign.round(base.resolve("round-" + i), after);
            whole += round.rows() > 0 ? 1 : 0;
            System.out.println("round " + i + ", seed " + seed + ": " + round);
        }
        System.out.println(
                rounds + " kills, " + whole + " imports wholly there, " + (rounds - whole) + " wholly absent");
    }

    private Round round(Path workspace, long after) throws IOException, InterruptedException {
        Victim victim = new Victim(workspace);
        victim.awaitLine("importing");
        victim.process.waitFor(after, TimeUnit.MILLISECONDS);
        victim.kill();
        long found = check(workspace);
        if (found != 0 && found != rows) {
            throw new IllegalStateException(
                    found + " of " + rows + " rows are there after a kill at " + after + " ms.");
        }
        // What was interrupted can be done again at once.
        try (Workspace w = new Workspace(workspace)) {
            ImportReport again = w.load(file);
            if (again.duplicate() != (found > 0) || w.count("order_line") != rows) {
                throw new IllegalStateException("After a kill at " + after + " ms the import gave " + again);
            }
        }
        Folders.delete(workspace);
        return new Round(after, found);
    }

    /** A process that imports, says how far it is, and then waits to be killed without closing anything. */
    private final class Victim {
        private final Process process;
        private final BufferedReader said;

        Victim(Path workspace) throws IOException {
            Files.createDirectories(base);
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Importing.class.getName(),
                            workspace.toString(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void awaitLine(String wanted) throws IOException {
            for (String line = said.readLine(); !wanted.equals(line); line = said.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("The importing process ended before it said " + wanted);
                }
            }
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** Opens the workspace and compares the two stores; gives the rows that are there. */
    private static long check(Path workspace) throws IOException {
        try (Workspace w = new Workspace(workspace)) {
            long lines = w.count("order_line");
            long batches = w.count("import_batch");
            long loaded = w.catalog.imports().list().stream()
                    .filter(e -> e.state() == ImportEntry.State.LOADED)
                    .count();
            boolean derived = w.count("product") > 0 && w.count("customer") > 0;
            boolean consistent = lines == 0
                    ? batches == 0 && loaded == 0 && w.count("product") == 0 && w.count("customer") == 0
                    : batches == 1 && loaded == 1 && derived;
            if (!consistent || !w.journal.open().isEmpty()) {
                throw new IllegalStateException(lines + " lines, " + batches + " batches in the warehouse, " + loaded
                        + " loaded in the catalog, open: " + w.journal.open());
            }
            return lines;
        }
    }

    /** Runs the campaign. */
    public static void main(String[] args) throws Exception {
        Path base = Files.createTempDirectory("clientele-kill");
        try {
            run(Path.of(args[0]), base, Integer.parseInt(args[1]), args.length > 2 ? Long.parseLong(args[2]) : 1);
        } finally {
            Folders.delete(base);
        }
    }

    /** The victim. */
    static final class Importing {
        public static void main(String[] args) throws IOException {
            try (Workspace w = new Workspace(Path.of(args[0]))) {
                System.out.println("importing");
                w.load(Path.of(args[1]));
                System.out.println("imported");
                System.in.read();
            }
        }
    }
}
