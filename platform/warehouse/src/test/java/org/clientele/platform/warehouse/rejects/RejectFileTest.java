package org.clientele.platform.warehouse.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectFileTest {
    @TempDir
    Path dir;

    private Path written(List<byte[]> texts) throws IOException {
        Path file = dir.resolve("1-shop.csv");
        try (RejectFile.Writer out = new RejectFile.Writer(file, false)) {
            long line = 2;
            for (byte[] text : texts) {
                out.add("", line++, "quantity", "\"two\" is a word.", "NUMBER_WORD", text, 0, text.length);
            }
        }
        return file;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void ordinaryTextsStandInTheFileAsTheyWere() throws Exception {
        String text = "3,2026-01-01,\"c\n1\",C:\\temp,-5,+1.5,na\u00efve \u6f22,two";
        assertThat(Files.readString(written(List.of(bytes(text)))))
                .isEqualTo("line,column,reason,text,code\n2,\"quantity\",\"\"\"two\"\" is a word.\",\""
                        + text.replace("\"", "\"\"") + "\",NUMBER_WORD\n");
    }

    @Test
    void everyByteCanBeHadBack() throws Exception {
        long seed = 77;
        Random random = new Random(seed);
        List<byte[]> texts = new ArrayList<>();
        String likely = "\\x5Cx41=+-@,;\t\"'\r\n\0 a1\u00e9\u6f22\uD83D\uDE00";
        for (int i = 0; i < 20_000; i++) {
            byte[] text = new byte[random.nextInt(30)];
            random.nextBytes(text);
            for (int k = 0; k < text.length && i % 2 == 0; k++) {
                text[k] = bytes(likely)[random.nextInt(bytes(likely).length)];
            }
            texts.add(text);
        }
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }
        texts.add(all);
        texts.add("x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
        List<Reject> read = RejectFile.readAll(written(texts));
        assertThat(read).hasSize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(read.get(i).bytes()).as("seed %d, text %d", seed, i).isEqualTo(texts.get(i));
            assertThat(read.get(i).line()).isEqualTo(i + 2);
            assertThat(read.get(i).reason()).isEqualTo("\"two\" is a word.");
        }
    }

    @Test
    void noFormulaRunsWhereverASpreadsheetPartsTheLine() {
        for (String formula : List.of(
                "=1+1", "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")", "-A1")) {
            for (String before : List.of("", " ", "1,", "1;", "1\t", "1|", "1;\"", "1,\n", "1, '")) {
                String escaped = RejectText.escaped(bytes(before + formula), 0, bytes(before + formula).length);
                assertThat(escaped).startsWith(before + "\\x").doesNotContain(before + formula.charAt(0));
                assertThat(RejectText.bytes(escaped)).isEqualTo(bytes(before + formula));
            }
        }
    }

    @Test
    void formulasInColumnNamesDoNotRunEither() throws Exception {
        Path file = dir.resolve("1-shop.csv");
        try (RejectFile.Writer out = new RejectFile.Writer(file, true)) {
            out.add("=x.csv", 2, "=HYPERLINK(1)", "-1 is bad.", "X", bytes("1,2"), 0, 3);
        }
        assertThat(Files.readString(file)).endsWith("2,\"'=HYPERLINK(1)\",\"'-1 is bad.\",\"1,2\",X,\"'=x.csv\"\n");
        assertThat(RejectFile.readAll(file))
                .containsExactly(new Reject("=x.csv", 2, "=HYPERLINK(1)", "-1 is bad.", "X", "1,2"));
    }

    @Test
    void filesOfOlderVersionsAndFilesSavedAgainAreRead() throws Exception {
        Path old = Files.writeString(
                dir.resolve("old.csv"), "line,column,reason,text\n3,,\"It has 1 column, the header has 2.\",\"2\"\n");
        assertThat(RejectFile.readAll(old))
                .containsExactly(new Reject("", 3, "", "It has 1 column, the header has 2.", "", "2"));
        Path saved = Files.writeString(
                dir.resolve("saved.csv"), "\uFEFFLine;Column;Reason;Text;Code\r\n3;q;\"a; b\";1,2;X\r\n");
        assertThat(RejectFile.readAll(saved)).containsExactly(new Reject("", 3, "q", "a; b", "X", "1,2"));
        Path other = Files.writeString(dir.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> RejectFile.readAll(other)).hasMessageContaining("no column \"text\"");
    }

    @Test
    void badBytesAreShownAsWindowsLetters() {
        assertThat(new Reject("", 1, "", "", "", "caf\\xE9,\\x5Cx,\u00e9").text())
                .isEqualTo("caf\u00e9,\\x,\u00e9");
    }
}
