package org.clientele.platform.warehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatSqlTest {
    private static final FormatSql SQL = new FormatSql(LocalDate.of(2026, 11, 22), ZoneId.of("Europe/Berlin"));

    /** Lines of type, column name, format, text and what the engine must make of it. */
    private record Golden(ColumnSpec spec, String format, String text, String expected) {}

    private static List<Golden> goldens() throws IOException {
        try (InputStream in = Objects.requireNonNull(FormatSqlTest.class.getResourceAsStream("formats.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("--"))
                    .map(l -> l.split("\\|", -1))
                    .map(p -> new Golden(
                            ColumnSpec.of(p[1].strip(), ColumnType.valueOf(p[0].strip())),
                            p[2].strip(),
                            unescaped(p[3].substring(1, p[3].length() - 1)),
                            p[4].strip()))
                    .toList();
        }
    }

    private static String unescaped(String text) {
        return text.replace("<nbsp>", "\u00a0").replace("<nnbsp>", "\u202f").replace("<minus>", "\u2212");
    }

    @Test
    void everyFormatTakesWhatItShouldAndRefusesTheRest() throws Exception {
        List<Golden> goldens = goldens();
        assertThat(goldens).hasSizeGreaterThan(150);
        try (Engine engine = Engine.ofColumn(goldens.stream().map(Golden::text).toList())) {
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < goldens.size(); i++) {
                Golden g = goldens.get(i);
                String got = String.valueOf(
                        engine.column(SQL.cast("c0", g.spec(), g.format())).get(i));
                if (!got.equals(g.expected().isEmpty() ? "null" : g.expected())) {
                    wrong.add(g + " gave " + got);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void whatTheProgramTakesInASampleTheEngineTakesTooButForDaysThatAreNot() throws Exception {
        for (Golden g : goldens()) {
            if (!g.format().isEmpty() && !g.expected().isEmpty()) {
                assertThat(SQL.of(g.spec(), g.format()).fits(g.text()))
                        .describedAs(g.toString())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd.MM.yyyy",
                "d/M/yyyy HH:mm",
                "MM/dd/yyyy hh:mm:ss a",
                "yyyy/MM/dd HH:mm:ss",
                "yyyyMMdd",
                "dd-MM-yy",
                "MM/dd/yy HH:mm",
                "d MMM yyyy",
                "MMM d, yyyy hh:mm a",
                "d. MMMM yyyy HH:mm",
                "dd-MMM-yy",
                "EEE, d MMM yyyy HH:mm"
            })
    void datesReadAsJavaReadsThem(String pattern) throws Exception {
        Random random = new Random(pattern.hashCode());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            if (pattern.contains("a") && locale.equals(Locale.GERMAN)) {
                continue;
            }
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, locale);
            List<String> texts = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                LocalDateTime moment = LocalDateTime.of(1950 + random.nextInt(97), 1, 1, 0, 0)
                        .plusSeconds(random.nextInt(365 * 86_400));
                moment = pattern.contains("yyyy") ? moment : moment.withYear(1950 + random.nextInt(97));
                moment = !pattern.contains(":")
                        ? moment.toLocalDate().atStartOfDay()
                        : pattern.contains("ss") ? moment : moment.withSecond(0);
                texts.add(format.format(moment));
                expected.add(moment.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")));
            }
            try (Engine engine = Engine.ofColumn(texts)) {
                assertThat(engine.column(SQL.cast("c0", ColumnSpec.of("at", ColumnType.TIMESTAMP), pattern)))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.56   | ',' | .",
                "1.234,56   | .   | ','",
                "1'234.56   | ''''| .",
                "1 234,56   | ' ' | ','",
                "€ 1.234,56 | .   | ','",
                "1,234.56 $ | ',' | ."
            })
    void numbersReadAsJavaWritesThem(String example, String group, String decimal) throws Exception {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(group.charAt(0));
        symbols.setDecimalSeparator(decimal.charAt(0));
        DecimalFormat format = new DecimalFormat("#,##0.00", symbols);
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() % (long) Math.pow(10, random.nextInt(14) + 1), 2);
            String text = format.format(value);
            texts.add(example.startsWith("€") ? "€ " + text : example.endsWith("$") ? text + " $" : text);
            expected.add(value.setScale(4, RoundingMode.UNNECESSARY).toPlainString());
        }
        try (Engine engine = Engine.ofColumn(texts)) {
            assertThat(engine.column(SQL.cast("c0", ColumnSpec.of("amount", ColumnType.DECIMAL), example.strip())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void momentsWithAnOffsetAreMovedToTheZoneAsJavaMovesThem() throws Exception {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            var moment = LocalDateTime.of(2000 + random.nextInt(26), 1, 1, 0, 0)
                    .plusSeconds(random.nextInt(365 * 86_400))
                    .atOffset(ZoneOffset.ofTotalSeconds(900 * (random.nextInt(96) - 48)));
            texts.add(moment.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX")));
            expected.add(moment.atZoneSameInstant(ZoneId.of("Europe/Berlin"))
                    .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")));
        }
        try (Engine engine = Engine.ofColumn(texts)) {
            String sql = SQL.cast("c0", ColumnSpec.of("at", ColumnType.TIMESTAMP), "yyyy-MM-dd'T'HH:mm:ssXXX");
            assertThat(engine.column(sql)).isEqualTo(expected);
        }
        FormatSql utc = new FormatSql(LocalDate.of(2026, 1, 1), ZoneOffset.UTC);
        try (Engine engine = Engine.ofColumn(List.of("2020-01-01T12:00:00+01:00"))) {
            String sql = utc.cast("c0", ColumnSpec.of("at", ColumnType.TIMESTAMP), "yyyy-MM-dd'T'HH:mm:ssXXX");
            assertThat(engine.column(sql)).containsExactly("2020-01-01 11:00:00");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIMESTAMP | hello",
                "TIMESTAMP | dd.MM",
                "TIMESTAMP | dd.MM.yyyy') OR (1=1",
                "DECIMAL   | 1.234,56 ' OR 1",
                "DECIMAL   | abcd 1",
                "DECIMAL   | one",
                "BOOLEAN   | a/b/c",
                "BOOLEAN   | it's/no"
            })
    void whatIsNoFormatIsRefusedAndNeverBecomesSql(ColumnType type, String format) {
        assertThatThrownBy(() -> SQL.cast("c0", ColumnSpec.of("x", type), format))
                .isInstanceOf(AnalyticsException.class)
                .hasMessageContaining("says not how x is written");
    }
}
