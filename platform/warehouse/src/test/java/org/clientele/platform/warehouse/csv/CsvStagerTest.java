package org.clientele.platform.warehouse.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvStagerTest {
    @TempDir
    Path dir;

    /** What came of a file: records with the lines that they started on, and rejects as CSV lines. */
    private record Staged(
            CsvHead head, List<String> records, List<Long> lines, List<String> rejects, CsvStager.Result result) {}

    private Staged stage(byte[] content) throws Exception {
        Path file = Files.write(dir.resolve("in.csv"), content);
        Path staging = Files.createDirectories(dir.resolve("staging"));
        List<String> records = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        List<StagedChunk> chunks = new ArrayList<>();
        RejectSpool rejects = new RejectSpool(dir.resolve("rejects"));
        RejectSpool none = new RejectSpool(dir.resolve("none"));
        CsvHead head;
        CsvStager.Result result;
        try (SourceFile source = new SourceFile("in.csv", Files.newInputStream(file), () -> 0);
                rejects;
                none) {
            CsvStager stager = new CsvStager(source);
            head = stager.head(HeadChoice.AUTOMATIC, 0);
            result = stager.stage(
                    head.delimiter(),
                    head.headers().size(),
                    staging,
                    chunks::add,
                    rejects,
                    Progress.NONE,
                    CancelSignal.create());
        }
        for (StagedChunk chunk : chunks) {
            long[] all = java.util.stream.LongStream.range(0, chunk.records()).toArray();
            chunk.lookUp(all, (record, line, text) -> {
                records.add(text);
                lines.add(line);
            });
        }
        RejectSpool.writeMerged(rejects, none, dir.resolve("rejects.csv"));
        List<String> rejected = Files.readAllLines(dir.resolve("rejects.csv"));
        return new Staged(head, records, lines, rejected.subList(1, rejected.size()), result);
    }

    private Staged stage(String content) throws Exception {
        return stage(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneUnclosedQuoteCostsOneLine() throws Exception {
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(i == 100 || i == 100_100 ? ",\"x,y\n" : ",x,y\n");
        }
        Staged staged = stage(text.toString());
        assertThat(staged.records()).hasSize(199_998);
        assertThat(staged.rejects())
                .containsExactly(
                        "102,,\"A quote opens before \"\"x,y\"\" and is not closed. Close it behind the text, or delete it.\",\"100,\"\"x,y\",QUOTE_NOT_CLOSED",
                        "100102,,\"A quote opens before \"\"x,y\"\" and is not closed. Close it behind the text, or delete it.\",\"100100,\"\"x,y\",QUOTE_NOT_CLOSED");
    }

    @Test
    void trueMultiLineFieldsStay() throws Exception {
        Staged staged = stage("a,b,c\n1,\"one\ntwo, and\n\"\"three\"\"\",x\n2,y,\"z\r\nz\"\n3,,\n");
        assertThat(staged.records()).containsExactly("1,\"one\ntwo, and\n\"\"three\"\"\",x", "2,y,\"z\r\nz\"", "3,,");
        assertThat(staged.lines()).containsExactly(2L, 5L, 7L);
        assertThat(staged.rejects()).isEmpty();
    }

    @Test
    void eachKindOfBadLineIsNamed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "\uFEFFa;b\r\n1;x\r\n2\r\n3;x;y\r\n4;\"x\"y\r\n5;7\" pipe\r\n6;é\r\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("7;\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(
                "8;\0\r\n9;a\rb\r\n\r\n10; \"a;b\" \r\n11;say \"hi\" \r\n12;\"end".getBytes(StandardCharsets.UTF_8));
        Staged staged = stage(bytes.toByteArray());
        assertThat(staged.head().delimiter()).isEqualTo(';');
        assertThat(staged.head().headers()).containsExactly("a", "b");
        assertThat(staged.records()).containsExactly("1;x", "6;é", "10; \"a;b\" ", "11;say \"hi\" ");
        assertThat(staged.lines()).containsExactly(2L, 7L, 12L, 13L);
        assertThat(staged.rejects())
                .containsExactly(
                        "3,,\"The line has no delimiter, the header has 2 columns. It may be the rest of a text with a line break in it: put that text in quotes.\",\"2\",LINE_ONE_PIECE",
                        "4,,\"The line has 3 columns, the header has 2: probably \"\"x;y\"\" is one text with a delimiter in it. Put it in quotes.\",\"3;x;y\",LINE_DELIMITER_IN_TEXT",
                        "5,,\"Behind a closing quote stands \"\"y\"\". Double the quotes that belong to the text.\",\"4;\"\"x\"\"y\",QUOTE_TEXT_BEHIND",
                        "6,,\"The line has a quote behind a number, 7\"\", probably for inches. Put the text in quotes and double that quote, or write \"\"in\"\".\",\"5;7\"\" pipe\",QUOTE_INCHES",
                        "8,,\"The byte E9 behind \"\"7;\"\" is no UTF-8; in Windows-1252 it is \"\"é\"\". Save the file as UTF-8, or import it as Windows-1252.\",\"7;\\xE9\",BYTE_WINDOWS",
                        "9,,\"The line holds the character NUL behind \"\"8;\"\". Delete it.\",\"8;\\x00\",NUL_INSIDE",
                        "10,,\"A carriage return stands inside the line, behind \"\"9;a\"\". Delete it, or put the text in quotes.\",\"9;a\\x0Db\",RETURN_INSIDE",
                        "14,,\"A quote opens before \"\"end\"\" and is not closed. Close it behind the text, or delete it.\",\"12;\"\"end\",QUOTE_NOT_CLOSED");
        assertThat(staged.result().records()).isEqualTo(4);
        assertThat(staged.result().rejects()).isEqualTo(8);
    }

    @Test
    void aLineThatIsTooLongIsARejectWhereverItEnds() throws Exception {
        String longField = "x".repeat(3 << 20);
        Staged staged = stage("a,b\n1,2\n3," + longField + "\n4,5\n6," + longField.substring(0, (1 << 20) + 1)
                + "\n7,8\n9,\"" + longField);
        assertThat(staged.records()).containsExactly("1,2", "4,5", "7,8");
        assertThat(staged.lines()).containsExactly(2L, 4L, 6L);
        assertThat(staged.rejects()).hasSize(3).allMatch(r -> r.contains("The line is longer than 1 MB."));
    }

    @Test
    void anOpenQuoteBeforeManyOddLinesIsQuick() throws Exception {
        // No line parses alone, so each could belong to the open field: must not be read anew for each.
        String text = "a,b,c\n1,\"open\n" + "no columns\n".repeat(300_000) + "2,x,y\n";
        long start = System.nanoTime();
        Staged staged = stage(text);
        assertThat(staged.records()).containsExactly("2,x,y");
        assertThat(staged.result().rejects()).isEqualTo(300_001);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    }

    /** Records of every shape, bad lines between them; the expectation is made along with the text. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRecordAndEveryBadLineIsAccountedFor(long seed) throws Exception {
        Random random = new Random(seed);
        int width = 2 + random.nextInt(5);
        String newline = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder("h".repeat(1) + ",h".repeat(width - 1) + newline);
        List<String> records = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        List<Long> bad = new ArrayList<>();
        long line = 2;
        // Crosses several blocks and chunks.
        while (text.length() < 9 << 20) {
            int what = random.nextInt(100);
            if (what < 2) {
                bad.add(line++);
                text.append("x,".repeat(width)).append(newline);
            } else if (what < 3) {
                bad.add(line++);
                text.append("\"x").append(",y".repeat(width - 1)).append(newline);
                String good = plain(random, width);
                records.add(good);
                lines.add(line++);
                text.append(good).append(newline);
            } else if (what < 4) {
                line++;
                text.append(newline);
            } else {
                String record = what < 60 ? plain(random, width) : quoted(random, width);
                records.add(record);
                lines.add(line);
                line += record.chars().filter(c -> c == '\n').count() + 1;
                text.append(record).append(newline);
            }
        }
        Staged staged = stage(text.toString());
        assertThat(staged.records()).as("seed %d", seed).isEqualTo(records);
        assertThat(staged.lines()).as("seed %d", seed).isEqualTo(lines);
        assertThat(staged.rejects().stream()
                        .map(r -> Long.parseLong(r.substring(0, r.indexOf(','))))
                        .toList())
                .as("seed %d", seed)
                .isEqualTo(bad);
    }

    private static String plain(Random random, int width) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < width; i++) {
            record.append(i == 0 ? "" : ",").append(random.nextInt(3) == 0 ? "" : "v" + random.nextInt(1000));
        }
        return record.length() == 0 ? "," : record.toString();
    }

    /** Fields with quotes, delimiters, letters beyond ASCII and line feeds, of which no line parses alone. */
    private static String quoted(Random random, int width) {
        StringBuilder record = new StringBuilder();
        for (int i = 0; i < width; i++) {
            String inside = switch (random.nextInt(5)) {
                case 0 -> "a\"\"b";
                case 1 -> "é, ü";
                case 2 -> "first\nsecond \"\"line\"\"";
                case 3 -> "";
                default -> "漢字" + random.nextInt(100);
            };
            record.append(i == 0 ? "" : ",").append('"').append(inside).append('"');
        }
        return record.toString();
    }
}
