package org.clientele.distribution.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.distribution.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of files whose faults are known, exactly those are reported, each with its line and reason, and all else is loaded. */
class FaultyLinesTest {
    private static final long SEED = Long.getLong("clientele.faults.seed", 20_261_122L);

    @TempDir
    private Path folder;

    @Test
    void ofAMillionLinesExactlyTheTenThousandBadOnesAreReported() throws IOException {
        tried(folder.resolve("million.csv"), OrderStyle.ISO, 1_000_000, 10_000);
    }

    @Test
    void soItIsWithSemicolonsDecimalCommasAndDatesWithTheDayFirst() throws IOException {
        JsonNode report = tried(folder.resolve("german.csv"), OrderStyle.GERMAN, 100_000, 1_000);
        assertThat(report.get("mapping").get("formats").get("ordered_at").asText())
                .isEqualTo("dd.MM.yyyy");
    }

    @Test
    void soItIsInACompressedFile() throws IOException {
        tried(folder.resolve("lines.csv.gz"), OrderStyle.ISO, 100_000, 1_000);
    }

    private JsonNode tried(Path file, OrderStyle style, int records, int faulty) throws IOException {
        OrderLines.Content content = OrderLines.write(file, style, records, faulty, SEED);
        assertThat(content.bad()).hasSize(faulty);
        assertThat(content.good()).isEqualTo(records - faulty);

        Path workspace = folder.resolve("w");
        long start = System.nanoTime();
        Product.Result r = Product.call(workspace, "--json", "import", file.toString());
        System.out.printf(
                "%s, %,d lines, %d MB: imported in %.1f s%n",
                file.getFileName(), records, Files.size(file) >> 20, (System.nanoTime() - start) / 1e9);
        assertThat(r.exit()).as(r.err()).isEqualTo(3);
        JsonNode report = r.json();
        everyBadLineIsReported(Path.of(report.get("rejectsFile").asText()), content.bad());
        assertThat(report.get("rowsRead").asLong()).isEqualTo(records);
        assertThat(report.get("rowsLoaded").asLong()).isEqualTo(content.good());
        assertThat(report.get("rowsRejected").asLong()).isEqualTo(faulty);
        assertThat(ordersAndRevenue(workspace))
                .isEqualTo(content.good() + ","
                        + content.revenue().stripTrailingZeros().toPlainString());
        assertThat(Product.call(workspace, "--json", "doctor").out())
                .contains(String.format(java.util.Locale.ROOT, "holds %,d order lines", content.good()));
        return report;
    }

    private static String ordersAndRevenue(Path workspace) {
        return Product.call(workspace, "query", "orders", "revenue", "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    private static void everyBadLineIsReported(Path rejects, Map<Long, OrderLines.Bad> bad) throws IOException {
        List<List<String>> records = CsvText.records(Files.readString(rejects));
        assertThat(records.get(0)).startsWith("line", "column", "reason", "text");
        Map<Long, List<String>> reported = new TreeMap<>();
        TreeSet<String> wrong = new TreeSet<>();
        for (List<String> reject : records.subList(1, records.size())) {
            if (reported.put(Long.parseLong(reject.get(0)), reject) != null) {
                wrong.add("line " + reject.get(0) + " twice");
            }
        }
        bad.forEach((line, expected) -> {
            List<String> reject = reported.remove(line);
            String what = expected.fault() + ": ";
            if (reject == null) {
                wrong.add(what + "line " + line + " is not reported: " + start(expected.text()));
            } else if (!agrees(reject, expected)) {
                wrong.add(what + "line " + line + " as " + start(reject.toString()) + " for " + start(expected.text()));
            }
        });
        reported.forEach((line, reject) -> wrong.add("good, but reported: " + start(reject.toString())));
        assertThat(wrong.stream().limit(60))
                .as(wrong.size() + " faults of the report")
                .isEmpty();
    }

    private static boolean agrees(List<String> reject, OrderLines.Bad expected) {
        Fault fault = expected.fault();
        boolean large = fault == Fault.LONG_FIELD || fault == Fault.LONG_LINE;
        String text = bytes(reject.get(3));
        return fault.reason().matcher(reject.get(2)).find()
                && reject.get(2).endsWith(".")
                && (fault.column().isEmpty() || fault.column().equals(reject.get(1)))
                && (large ? text.startsWith(expected.text().substring(0, 900)) : text.equals(expected.text()));
    }

    /** What a rejects file writes as {@code \\xHH} is that byte; the rest is UTF-8. One letter a byte. */
    private static String bytes(String text) {
        String plain = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return Pattern.compile("\\\\x([0-9A-F]{2})")
                .matcher(plain)
                .replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    private static String start(String text) {
        return text.substring(0, Math.min(160, text.length()))
                .replace('\r', '~')
                .replace('\0', '0');
    }
}
