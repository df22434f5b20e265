package org.clientele.distribution.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.distribution.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile files of every format, one after the other, into a workspace that holds something: each is loaded or refused
 * with a code and a sentence in time and memory, and what was there stays. {@code distribution/soak/run} tries thousands;
 * the suite a few.
 */
class MutationTest {
    private static final int SECONDS = 30;
    /** All that a process may hold: Java's heap and the engine's. */
    private static final long MEGABYTES = 512;
    /** After so many files a new process takes a fresh workspace, so that one file's harm is not blamed on another. */
    private static final int FILES_OF_ONE = 50;
    /** Processes at work; files of a second or two, so that two on two cores do not make each other miss their time. */
    private static final int WORKERS = Math.min(2, Runtime.getRuntime().availableProcessors());
    /** Every so often a file goes through the launcher. */
    private static final int THROUGH_LAUNCHER = 40;

    private static final Set<String> REFUSALS = Set.of(
            "FILE_UNREADABLE",
            "FILE_UNRECOGNISED",
            "DATA_COLUMN_MISSING",
            "DATA_VALUE_INVALID",
            "ARGUMENT_INVALID",
            "RESOURCE_EXHAUSTED");

    private final long seed = Long.getLong("clientele.mutations.seed", 20_261_122L);
    private final int from = Integer.getInteger("clientele.mutations.from", 0);
    private final int count = Integer.getInteger("clientele.mutations", 40);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private Path folder = Path.of("");
    private Path files = Path.of("");
    private Path failing = Path.of("");
    private double slowest;
    private long largest;

    @TempDir
    private Path temporary;

    @BeforeEach
    void makeFolders() throws IOException {
        String kept = System.getProperty("clientele.mutations.folder");
        folder = kept == null ? temporary : Files.createDirectories(Path.of(kept));
        files = Files.createDirectories(folder.resolve("files"));
        failing = Files.createDirectories(folder.resolve("failing"));
    }

    @Test
    void whateverComesIsLoadedOrRefusedAndWhatWasThereStays() throws Exception {
        Path base = folder.resolve("base");
        if (!Files.exists(base.resolve("warehouse.duckdb"))) {
            Path honest = Files.write(files.resolve("honest.csv"), HonestFile.csvBytes(-1, 300));
            assertThat(Product.call(base, "--json", "import", honest.toString()).exit())
                    .isZero();
        }
        Path log = folder.resolve("outcomes-" + seed + ".tsv");
        Queue<Integer> numbers = undone(log);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            Worker mine = new Worker(base, folder.resolve("worker-" + worker), log, numbers);
            running.add(workers.submit(mine));
        }
        for (Future<?> each : running) {
            each.get();
        }
        workers.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%d files of seed %d: %s; the slowest took %.1f s, the largest process %d MB%n",
                count,
                seed,
                outcomes,
                slowest,
                largest);
        assertThat(failures).as("files are kept in " + failing).isEmpty();
    }

    /** What a run that was stopped has left to do; what it had found counts again. */
    private Queue<Integer> undone(Path log) throws IOException {
        Set<Integer> done = new HashSet<>();
        if (Files.exists(log)) {
            for (String line : Files.readAllLines(log)) {
                String[] parts = line.split("\t", 2);
                done.add(Integer.parseInt(parts[0].substring(0, parts[0].indexOf('-'))));
                judge(parts[0], parts[1]);
            }
        }
        Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
        for (int number = from; number < from + count; number++) {
            if (!done.contains(number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Takes one number after the other, in a process and a workspace of its own. */
    private final class Worker implements Callable<Void> {
        private final Path base;
        private final Path place;
        private final Path log;
        private final Queue<Integer> numbers;

        Worker(Path base, Path place, Path log, Queue<Integer> numbers) {
            this.base = base;
            this.place = place;
            this.log = log;
            this.numbers = numbers;
        }

        @Override
        public Void call() throws Exception {
            HostileFile maker = new HostileFile(seed, Files.createDirectories(place.resolve("files")));
            while (!numbers.isEmpty()) {
                batch(maker);
                synchronized (MutationTest.this) {
                    System.out.println(outcomes);
                }
            }
            return null;
        }

        private void batch(HostileFile maker) throws Exception {
            Path workspace = place.resolve("w");
            Changes.delete(workspace);
            Changes.copy(base, workspace);
            try (ImportingChild child = new ImportingChild(workspace, place.resolve("errors.txt"))) {
                boolean well = true;
                for (int i = 0; well && i < FILES_OF_ONE; i++) {
                    Integer number = numbers.poll();
                    if (number == null) {
                        return;
                    }
                    Path file = maker.write(number);
                    String answer = child.imported(file, SECONDS + 15);
                    well = note(file, answer, log) && child.alive();
                    if (!well) {
                        child.kill();
                    }
                    if (number % THROUGH_LAUNCHER == 7) {
                        throughLauncher(base, place.resolve("launched"), file);
                    }
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private synchronized boolean note(Path file, String answer, Path log) throws IOException {
        Files.writeString(
                log,
                file.getFileName() + "\t" + answer + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        boolean well = judge(file.getFileName().toString(), answer);
        if (!well) {
            Files.copy(file, failing.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            System.out.println("! " + failures.get(failures.size() - 1));
        }
        return well;
    }

    private synchronized boolean judge(String name, String answer) {
        String[] parts = answer.split("\t", 5);
        double seconds = Double.parseDouble(parts[0]);
        long megabytes = Long.parseLong(parts[1]);
        String code = parts[3];
        String message = parts[4];
        slowest = Math.max(slowest, seconds);
        largest = Math.max(largest, megabytes);
        outcomes.merge(code, 1, Integer::sum);
        String fault = "";
        if (!code.equals("LOADED") && !REFUSALS.contains(code)) {
            fault = "ends as " + code;
        } else if (!parts[2].equals("intact")) {
            fault = "changes what was there: " + parts[2];
        } else if (seconds > SECONDS) {
            fault = "takes " + seconds + " s";
        } else if (megabytes > MEGABYTES) {
            fault = "takes " + megabytes + " MB";
        } else if (!isSentence(message)) {
            fault = "is refused by no sentence";
        }
        if (!fault.isEmpty()) {
            failures.add(name + " " + fault + ": " + message.substring(0, Math.min(500, message.length())));
        }
        return fault.isEmpty();
    }

    private synchronized void fail(String failure) {
        failures.add(failure);
    }

    private static boolean isSentence(String message) {
        return message.strip().endsWith(".")
                && message.length() < 3000
                && !message.contains(BadWorkbook.SECRET)
                && !message.matches("(?s).*(Exception|\\bjava\\.|org\\.|\\bnull\\b|Error:|\\tat ).*");
    }

    /** The same as a user would, in a process of its own. */
    private void throughLauncher(Path base, Path workspace, Path file) throws IOException {
        Changes.delete(workspace);
        Changes.copy(base, workspace);
        String before = Product.call(workspace, "query", "revenue", "units", "orders", "--format", "csv")
                .out();
        long start = System.nanoTime();
        Product.Result r = Product.call(
                Map.of("CLIENTELE_JAVA_OPTS", "-Xmx" + ImportingChild.HEAP),
                workspace,
                "--json",
                "import",
                file.toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean refused = r.exit() == 1;
        String after = Product.call(workspace, "query", "revenue", "units", "orders", "--format", "csv")
                .out();
        boolean plain = !r.err().contains("Exception") && !r.out().contains("INTERNAL") && r.json() != null;
        if (!plain || seconds > SECONDS + 2 || refused && !after.equals(before) || r.exit() == 2 || r.exit() > 3) {
            fail(file.getFileName() + " through the launcher: exit " + r.exit() + " after " + seconds + " s; " + r.out()
                    + r.err() + before + after);
        }
    }
}
