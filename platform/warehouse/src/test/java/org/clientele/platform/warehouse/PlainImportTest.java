package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain fields are read by the engine itself; the same fields beside one that is not plain are judged as text. */
class PlainImportTest {
    private static final String HEADER =
            "order_id,line_no,ordered_at,product_id,quantity,unit_price,discount,description\n";
    private static final String ODD = "odd, 1 ,2026-01-01 00:00:00,p,1,1,,\n";
    private static final String QUERY =
            "SELECT order_id, line_no, ordered_at, product_id, quantity, unit_price, amount,"
                    + " discount, description, kind FROM order_line WHERE order_id <> 'odd'";

    @TempDir
    Path dir;

    private List<List<String>> loaded(String name, String content, int rows, int rejected) throws Exception {
        Path file = Files.writeString(dir.resolve(name + ".csv"), content);
        try (Workspace workspace = new Workspace(dir.resolve(name))) {
            ImportReport report = workspace.load(file);
            assertThat(report.rowsLoaded()).isEqualTo(rows);
            assertThat(report.rowsRejected()).isEqualTo(rejected);
            return workspace.rows(QUERY);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void plainFieldsMeanWhatTheyMeanAsText(long seed) throws Exception {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            text.append("o").append(i).append(',').append(number(random, 18, 0)).append(',');
            text.append(time(random)).append(",p").append(random.nextInt(9)).append(',');
            text.append(quoted(
                            random, String.valueOf(1 + random.nextInt(9_999)) + (random.nextBoolean() ? "" : ".125")))
                    .append(',');
            text.append(number(random, 6, 4).replace("\"\"", "1")).append(',').append(number(random, 14, 4));
            text.append(random.nextInt(5) == 0 ? ",\"a, \"\"é\"\"\nb\"\n" : ",plain\n");
        }
        String plain = text.toString().replace(",,p", ",2026-01-01 00:00:00,p");
        List<List<String>> quick = loaded("quick", plain, 2_000, 0);
        assertThat(quick).as("seed %d", seed).isEqualTo(loaded("text", plain + ODD, 2_001, 0));
    }

    private static String quoted(Random random, String text) {
        return random.nextInt(10) == 0 ? '"' + text + '"' : text;
    }

    /** At least one digit before the point. */
    private static String number(Random random, int before, int after) {
        StringBuilder digits = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        int whole = 1 + random.nextInt(before);
        for (int i = 0; i < whole; i++) {
            digits.append(random.nextInt(10));
        }
        int fraction = after == 0 ? 0 : random.nextInt(after + 1);
        for (int i = 0; i < fraction; i++) {
            digits.append(i == 0 ? "." : "").append(random.nextInt(10));
        }
        return quoted(random, digits.toString());
    }

    private static String time(Random random) {
        String day = java.time.LocalDate.of(1, 1, 1)
                .plusDays(random.nextInt(3_652_058))
                .toString();
        return quoted(
                random,
                day
                        + (random.nextBoolean() ? ' ' : 'T')
                        + java.time.LocalTime.ofSecondOfDay(random.nextInt(86_400))
                                .format(java.time.format.DateTimeFormatter.ISO_LOCAL_TIME));
    }

    @Test
    void whatIsMissingOrImpossibleIsARejectAmongPlainRows() throws Exception {
        String rows = "a,1,2026-01-01 10:00:00,p,1,2.50,,\n"
                + "b,1,,p,1,2.50,,\n"
                + "c,1,2026-01-01 10:00:00,p,,2.50,,\n"
                + "d,1,2026-01-01 10:00:00,p,1,,,\n"
                + ",1,2026-01-01 10:00:00,p,1,1,,\n"
                + "e,1,2026-01-01 10:00:00,p,99999999,99999999999999,,\n"
                + "f,2,2026-01-01 10:00:00,p,-3,0.3333,0.1,\n";
        List<List<String>> quick = loaded("quick", HEADER + rows, 2, 5);
        assertThat(quick).hasSize(2).isEqualTo(loaded("text", HEADER + rows + ODD, 3, 5));
        assertThat(quick.get(1)).contains("-0.9999", "return");
        assertThat(rejects("quick")).isNotEmpty().isEqualTo(rejects("text"));
    }

    private List<String> rejects(String workspace) throws Exception {
        try (var files = Files.walk(dir.resolve(workspace))) {
            Path file = files.filter(f -> f.getFileName().toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(file);
        }
    }
}
