package org.clientele.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;

/** Runs all benchmarks and prints a line each. */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Prints the ratios.
     *
     * @param args the Online Retail file, the assembled product, how many order lines the large import has, the scripts
     *     that draw with ECharts, brush with crossfilter2 and group with scikit-learn, each "" without it
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Path file = Path.of(args[0]);
        Path product = Path.of(args[1]);
        int lines = Integer.parseInt(args[2]);
        Path folder = Files.createTempDirectory("clientele-bench");
        Pair pair = new Pair(out);
        out.printf(
                Locale.ROOT,
                "Java %s, %d processors, load %.2f%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        String only = System.getenv("CLIENTELE_BENCH_ONLY");
        if (only != null && !only.isEmpty()) {
            try {
                switch (only) {
                    case "drag" -> new BrushBenchmark(out, folder, "").runDrag(lines);
                    case "k-means" -> groups(out, pair, folder, args[5]);
                    case "live" -> new LiveBenchmark(out).run();
                    case "refresh" -> new RefreshBenchmark(out, file, product, folder).run();
                    default -> out.println("CLIENTELE_BENCH_ONLY is drag, k-means, live or refresh, not " + only + ".");
                }
            } finally {
                Folders.delete(folder);
            }
            return;
        }
        try {
            groups(out, pair, folder, args[5]);
            new LiveBenchmark(out).run();
            line(out, pair, args[3], product.resolve("fonts"));
            new BrushBenchmark(out, folder, args[4]).run(lines);
            ImportBenchmark imports = ImportBenchmark.detected(file, folder);
            pair.compare("import, Online Retail, gzip", 7, "ours", imports::ours, "read_csv", imports::duckDb, 1.5);
            new LargeImport(out, pair, product, lines).run();
            try (QueryBenchmark queries = new QueryBenchmark(file, folder)) {
                compare(pair, queries, "revenue", MetricQuery.of("revenue"));
                compare(
                        pair,
                        queries,
                        "revenue by month, year before",
                        MetricQuery.of("revenue").by("month").compare(Comparison.YEAR_BEFORE));
                compare(
                        pair,
                        queries,
                        "customers and orders by country",
                        MetricQuery.of("customers", "orders").by("country"));
                compare(
                        pair,
                        queries,
                        "top products",
                        MetricQuery.of("revenue", "units").by("product").top(10));
            }
            if (System.getenv("DISPLAY") == null) {
                out.println("window and start to first paint: left out, since there is no display");
            } else {
                StartBenchmark start = new StartBenchmark(product, folder.resolve("queries"));
                new WindowBenchmark(out, folder).run();
                new RefreshBenchmark(out, file, product, folder).run();
                pair.compare("start to first paint", 7, "ours", start::ours, "bare SWT + Felix", start::bare, 2.5);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static void groups(PrintStream out, Pair pair, Path folder, String script) throws Exception {
        if (script.isEmpty()) {
            out.println("k-means: left out, since scikit-learn cannot be had; install python3-sklearn");
        } else {
            new KMeansBenchmark(out, pair, folder, Path.of(script)).run();
        }
    }

    private static void line(PrintStream out, Pair pair, String script, Path fonts) throws Exception {
        if (script.isEmpty()) {
            out.println("line of 1,000,000 points: left out, since ECharts cannot be had");
            return;
        }
        Path font;
        try (java.util.stream.Stream<Path> files = Files.walk(fonts)) {
            font = files.filter(f -> f.endsWith("Roboto-Regular.ttf"))
                    .findFirst()
                    .orElse(fonts);
        }
        try (LineBenchmark line =
                new LineBenchmark(Path.of(script), font.toAbsolutePath().resolveSibling(""))) {
            pair.compare(
                    "line of 1,000,000 points to PNG", 15, "ours", line::ours, "ECharts + resvg", line::echarts, 1.0);
            out.printf(
                    Locale.ROOT,
                    "  the line misses a pixel column's extremes by %.3f pixels at most%n",
                    line.worstExtreme());
        }
    }

    private static void compare(Pair pair, QueryBenchmark queries, String what, MetricQuery query) throws Exception {
        pair.compare(
                "query: " + what, 9, "ours", () -> queries.ours(query), "bare JDBC", () -> queries.bare(query), 1.15);
    }
}
