package org.clientele.platform.warehouse.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.platform.warehouse.rejects.Structure.Fault;
import org.clientele.platform.warehouse.rejects.Structure.Layout;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleTest {
    private static final Path GOLDEN =
            Path.of("src/test/resources/org/clientele/platform/warehouse/rejects/sentences.txt");
    private static final List<Finding> ROWS = List.of(
            RowFindings.repeated("c1", "customer", 17),
            RowFindings.repeated("c1", "customer", 0),
            RowFindings.noPrice(),
            RowFindings.amountTooLarge("999999999999999", "99999999999999"),
            Structure.leftOfTable("x", "order_id"));

    static List<TroubleCase> cases() {
        return TroubleCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachKindIsKnownByItsValue(TroubleCase c) {
        Finding finding = c.explain();
        assertThat(finding.code()).as(finding.sentence()).isEqualTo(c.code());
    }

    @Test
    void theSentencesAreThoseThatAPersonRead() throws Exception {
        String sentences = Stream.concat(
                        cases().stream().map(c -> c.value() + "\n    " + line(c.explain())),
                        ROWS.stream().map(TroubleTest::line))
                .collect(Collectors.joining("\n", "", "\n"));
        if (System.getProperty("golden.update") != null) {
            Files.writeString(GOLDEN, sentences);
        }
        assertThat(Files.readString(GOLDEN)).isEqualTo(sentences);
    }

    @Test
    void languagesAndMonthsAreCalledWhatTheReaderCallsThem() {
        Locale before = Texts.locale();
        Texts.choose(Locale.GERMAN);
        try {
            assertThat(cases().stream().map(c -> line(c.explain())).collect(Collectors.joining("\n")))
                    .contains("Deutsch", "Spanisch", "Februar")
                    .doesNotContain("German", "Spanish", "31 February");
        } finally {
            Texts.choose(before);
        }
    }

    private static String line(Finding finding) {
        return finding.code() + ": " + finding.sentence();
    }

    @Test
    void everyKindHasACaseAndASentenceOfItsOwn() {
        assertThat(Trouble.all()).hasSizeGreaterThan(200);
        TreeSet<String> shown = new TreeSet<>();
        cases().forEach(c -> shown.add(c.code()));
        ROWS.forEach(f -> shown.add(f.code()));
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Trouble.all().stream().map(Trouble::name).toList());
        assertThat(Trouble.all().stream().map(TroubleTest::plain)).doesNotHaveDuplicates();
        assertThat(Trouble.all())
                .allSatisfy(
                        t -> assertThat(plain(t)).matches("(?s)[A-Z\"].*\\.").doesNotContain("invalid", "illegal"))
                .allSatisfy(t -> assertThat(Trouble.find(t.name())).contains(t));
    }

    private static String plain(Trouble trouble) {
        return trouble.with("\"A\"", "B", "C", "D", "E", "F").sentence();
    }

    @ParameterizedTest
    @EnumSource(ColumnType.class)
    void anythingIsExplainedInASentence(ColumnType type) {
        long seed = 20_111_209;
        Random random = new Random(seed);
        ColumnSpec[] columns = {
            ColumnSpec.of("column", type), ColumnSpec.of("currency", type), ColumnSpec.of("quantity", type)
        };
        List<String> known = cases().stream().map(TroubleCase::value).toList();
        for (int i = 0; i < 10_000; i++) {
            String value = i % 3 == 0 ? mutated(random, known.get(random.nextInt(known.size()))) : text(random);
            ColumnSpec column = columns[random.nextInt(3)];
            Expected expected = Expected.of(column)
                    .marked(random.nextBoolean() ? '.' : ',')
                    .under(text(random))
                    .dated(new String[] {null, "dd.MM.yyyy", "M/d/yyyy H:mm", "nonsense"}[random.nextInt(4)]);
            Finding finding = Diagnosis.explain(column, expected, value);
            assertSentence(finding, seed, i, value);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void anyLineIsExplainedInASentence(Fault fault) {
        long seed = 20_111_210;
        Random random = new Random(seed);
        List<String> known = cases().stream().map(TroubleCase::value).toList();
        for (int i = 0; i < 10_000; i++) {
            String line = i % 3 == 0 ? mutated(random, known.get(random.nextInt(known.size()))) : text(random);
            byte[] bytes = line.getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE);
            for (int b = random.nextInt(4); b > 0 && bytes.length > 0; b--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            Layout layout = new Layout(delimiter, List.of("a", "b", "c"), 1 << 20);
            int columns = Fields.part(line, delimiter).size();
            // A reader tells a wrong width only if it is wrong.
            Finding finding =
                    Structure.explain(fault, bytes, columns == 3 ? 4 : columns, layout, random.nextInt(9) == 0);
            assertSentence(finding, seed, i, line);
        }
    }

    private static void assertSentence(Finding finding, long seed, int i, String value) {
        assertThat(finding.sentence())
                .as("seed %d, round %d, value %s", seed, i, value)
                .hasSizeGreaterThan(10)
                .hasSizeLessThan(1_000)
                .endsWith(".")
                .doesNotContain(value.contains("{") ? "{no place}" : "{0}")
                .doesNotContain("null ", "\n", "\r", "\0");
    }

    private static String mutated(Random random, String value) {
        StringBuilder out = new StringBuilder(value);
        for (int k = random.nextInt(3); k >= 0; k--) {
            int at = random.nextInt(out.length() + 1);
            if (random.nextBoolean() && at < out.length()) {
                out.deleteCharAt(at);
            } else {
                out.insert(
                        at,
                        text(random)
                                .codePoints()
                                .limit(1)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
            }
        }
        return out.toString();
    }

    private static String text(Random random) {
        String likely = "0123456789.,-+/: eETZamp%$'\"()=#_\u00a0\u20ac\u2212\uff11\u00bd\u200b\0\r\n\t";
        StringBuilder out = new StringBuilder();
        for (int k = random.nextInt(random.nextInt(20) == 0 ? 2_000 : 24); k > 0; k--) {
            if (random.nextInt(8) > 0) {
                out.append(likely.charAt(random.nextInt(likely.length())));
            } else {
                out.append((char) random.nextInt(0x10000));
            }
        }
        return out.toString();
    }

    @Test
    void longAndControlCharactersAreShownShortAndVisible() {
        assertThat(Shown.quoted("a".repeat(300))).hasSize(103).endsWith("a\u2026\"");
        assertThat(Shown.quoted("a\0b\tc\u202ed")).isEqualTo("\"a\u2400b\u2409c<U+202E>d\"");
        assertThat(Diagnosis.explain(
                                ColumnSpec.of("n", ColumnType.INTEGER),
                                Expected.of(ColumnSpec.of("n", ColumnType.INTEGER)),
                                null)
                        .trouble())
                .isEqualTo(CellTrouble.VALUE_EMPTY);
    }
}
