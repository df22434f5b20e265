package org.clientele.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An import of millions of order lines: against DuckDB, against PostgreSQL where it is installed, and its memory. */
final class LargeImport {
    private final PrintStream out;
    private final Pair pair;
    private final Path product;
    private final int lines;

    LargeImport(PrintStream out, Pair pair, Path product, int lines) {
        this.out = out;
        this.pair = pair;
        this.product = product;
        this.lines = lines;
    }

    void run() throws Exception {
        Path folder = Files.createTempDirectory("clientele-lines");
        try {
            // PostgreSQL runs as another user, and must get to the file.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path file = folder.resolve("order_lines.csv");
            OrderLineFile.write(file, lines);
            out.printf(Locale.ROOT, "%,d order lines as CSV, %,d MB%n", lines, Files.size(file) >> 20);
            ImportBenchmark imports = ImportBenchmark.typed(file, folder, OrderLineFile.COLUMNS);
            double millis = pair.compare(
                    "import, order lines", 3, "ours", imports::ours, "typed read_csv", imports::duckDb, 1.25);
            out.printf(Locale.ROOT, "import, order lines: %,.0f rows a second%n", lines / millis * 1000);
            memory(folder, file);
            Optional<Postgres> postgres = Postgres.start(folder.resolve("postgres"));
            if (postgres.isEmpty()) {
                out.println("import against PostgreSQL: left out, since it is not installed");
                return;
            }
            try (Postgres p = postgres.get()) {
                pair.compare("import, order lines", 2, "ours", imports::ours, "COPY", () -> p.copy(file, false), 0.33);
                pair.compare(
                        "import, order lines", 2, "ours", imports::ours, "COPY, unlogged", () -> p.copy(file, true), 1);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /** The most memory that the product holds while it imports, as Linux tells it. */
    private void memory(Path folder, Path file) throws IOException, InterruptedException {
        Path workspace = folder.resolve("memory");
        Process process = new ProcessBuilder(
                        product.resolve("bin/clientele").toString(),
                        "--workspace",
                        workspace.toString(),
                        "import",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            long all = peakOf(process.toHandle());
            for (ProcessHandle child : process.descendants().toList()) {
                all += peakOf(child);
            }
            peak = Math.max(peak, all);
        }
        Folders.delete(workspace);
        if (process.exitValue() != 0) {
            throw new IOException("The import ended with " + process.exitValue());
        }
        out.printf(Locale.ROOT, "import, order lines: peak memory %,d MB (aim below 1,500)%n", peak >> 10);
    }

    /** In KB; 0 once it is gone. */
    private static long peakOf(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
