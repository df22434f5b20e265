package org.clientele.platform.warehouse.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.clientele.platform.warehouse.mapping.FormatDecision.Ambiguity;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormatFinderTest {
    private static final FormatSql SQL = new FormatSql(LocalDate.of(2026, 11, 22), ZoneOffset.UTC);

    private static List<String> values(int count, IntFunction<String> value) {
        return IntStream.range(0, count).mapToObj(value).toList();
    }

    /** A column as the model or, without a type, as an attribute. */
    private record Col(String name, @Nullable ColumnType type, List<String> values) {}

    private static Map<String, FormatDecision> decide(FormatHints hints, Col... columns) throws Exception {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int i = 0; i < columns[0].values().size(); i++) {
            List<@Nullable String> row = new ArrayList<>();
            for (Col c : columns) {
                row.add(c.values().get(i).isEmpty() ? null : c.values().get(i));
            }
            rows.add(row);
        }
        List<FormatQuestion> questions = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            Col c = columns[i];
            questions.add(new FormatQuestion(
                    c.name(),
                    "c" + i,
                    c.type() == null ? null : ColumnSpec.of(c.name(), c.type()),
                    null,
                    c.values().subList(0, Math.min(200, c.values().size()))));
        }
        try (Engine engine = Engine.of(rows)) {
            return new FormatFinder(SQL, hints).decide(questions, engine::select);
        }
    }

    private static FormatDecision one(FormatHints hints, @Nullable ColumnType type, List<String> values)
            throws Exception {
        return Objects.requireNonNull(decide(hints, new Col("x", type, values)).get("x"));
    }

    private static String day(int i, String pattern) {
        return LocalDate.of(2011, 1, 1)
                .plusDays(i)
                .format(java.time.format.DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    @Test
    void isoDatesAndPlainNumbersNeedNoFormatAndOneLook() throws Exception {
        try (Engine engine = Engine.of(values(10, i -> "").stream()
                .map(v -> List.<@Nullable String>of("2011-03-04 08:26:00", "2.55"))
                .toList())) {
            var decisions = new FormatFinder(SQL, new FormatHints(false, null))
                    .decide(
                            List.of(
                                    new FormatQuestion(
                                            "at",
                                            "c0",
                                            ColumnSpec.of("at", ColumnType.TIMESTAMP),
                                            null,
                                            List.of("2011-03-04 08:26:00")),
                                    new FormatQuestion(
                                            "p", "c1", ColumnSpec.of("p", ColumnType.DECIMAL), null, List.of("2.55"))),
                            engine::select);
            assertThat(decisions.values()).allMatch(d -> d.format().isEmpty() && d.misfits() == 0);
            assertThat(engine.statements()).isEqualTo(1);
        }
    }

    @Test
    void oneDayAfterTheTwelfthInTheWholeFileDecides() throws Exception {
        List<String> values = new ArrayList<>(values(1000, i -> "0" + (1 + i % 9) + "/05/2011"));
        values.set(999, "13/05/2011");
        FormatDecision d = one(FormatHints.NONE, ColumnType.TIMESTAMP, values);
        assertThat(d.format()).isEqualTo("dd/MM/yyyy");
        assertThat(d.ambiguity()).isNull();
        values.set(999, "05/13/2011");
        assertThat(one(FormatHints.NONE, ColumnType.TIMESTAMP, values).format()).isEqualTo("MM/dd/yyyy");
    }

    @Test
    void theOtherDateColumnDecidesWhereBothReadingsFit() throws Exception {
        List<String> both = values(100, i -> "0" + (1 + i % 9) + "/0" + (1 + i / 12) + "/2011");
        var us = decide(
                FormatHints.NONE,
                new Col("ordered_at", ColumnType.TIMESTAMP, both),
                new Col("shipped", null, values(100, i -> "05/" + (10 + i % 20) + "/2011")));
        assertThat(Objects.requireNonNull(us.get("ordered_at")).format()).isEqualTo("MM/dd/yyyy");
        assertThat(Objects.requireNonNull(us.get("shipped")).type()).isEqualTo(ColumnType.DATE);
        Ambiguity other = Objects.requireNonNull(
                Objects.requireNonNull(us.get("ordered_at")).ambiguity());
        assertThat(other.other()).isEqualTo("dd/MM/yyyy");
        assertThat(other.reading()).isNotEqualTo(other.otherReading());
        var eu = decide(
                FormatHints.NONE,
                new Col("ordered_at", ColumnType.TIMESTAMP, both),
                new Col("shipped", null, values(100, i -> (13 + i % 15) + "/05/2011")));
        assertThat(Objects.requireNonNull(eu.get("ordered_at")).format()).isEqualTo("dd/MM/yyyy");
    }

    @Test
    void theReadingOfTheShorterSpanIsTakenAndTheOtherTold() throws Exception {
        List<String> days = values(90, i -> "12/0" + (1 + i % 9) + "/2010 08:26");
        FormatDecision d = one(FormatHints.NONE, ColumnType.TIMESTAMP, days);
        assertThat(d.format()).isEqualTo("MM/dd/yyyy HH:mm");
        assertThat(d.doubts()).singleElement().asString().contains("both fit every value", "within 8 days");
    }

    @Test
    void aDateThatReadsTheSameBothWaysIsNoAmbiguity() throws Exception {
        FormatDecision d = one(FormatHints.NONE, ColumnType.TIMESTAMP, List.of("03/03/2011", "04/04/2011"));
        assertThat(d.ambiguity()).isNull();
        assertThat(d.misfits()).isZero();
    }

    @Test
    void oneColumnMayMixSeparators() throws Exception {
        FormatDecision d =
                one(FormatHints.NONE, ColumnType.TIMESTAMP, List.of("13/05/2011", "14.05.2011", "15-05-2011 10:05"));
        assertThat(d.misfits()).isZero();
        assertThat(d.format()).startsWith("dd");
    }

    @Test
    void whatTheSampleDoesNotShowIsFoundInAllRows() throws Exception {
        List<String> prices = new ArrayList<>(values(1000, i -> (i % 90) + ".50"));
        prices.set(900, "1,234.50");
        FormatDecision d = one(FormatHints.NONE, ColumnType.DECIMAL, prices);
        assertThat(d.format()).isEqualTo("1,234.56");
        assertThat(d.misfits()).isZero();
        List<String> days = new ArrayList<>(values(400, i -> ""));
        days.set(350, "4 Mar 2011");
        assertThat(one(FormatHints.NONE, ColumnType.TIMESTAMP, days).format()).isEqualTo("d MMM yyyy");
    }

    @Test
    void theFormatOfMostValuesWinsAndTheRestIsCounted() throws Exception {
        List<String> days = new ArrayList<>(values(500, i -> day(i, "dd.MM.yyyy")));
        days.set(3, "soon");
        days.set(400, "32.01.2011");
        FormatDecision d = one(FormatHints.NONE, ColumnType.TIMESTAMP, days);
        assertThat(d.format()).isEqualTo("dd.MM.yyyy");
        assertThat(d.misfits()).isEqualTo(2);
    }

    @Test
    void aCommaAsDecimalMarkIsFoundWithoutAskingAnybody() throws Exception {
        FormatDecision d = one(FormatHints.NONE, ColumnType.DECIMAL, List.of("1.234,56", "0,5", "12", "-3,00"));
        assertThat(d.format()).isEqualTo("1.234,56");
        assertThat(d.ambiguity()).isNull();
    }

    @Test
    void threeDigitsAfterAMarkAreReadAsTheOtherColumnsAre() throws Exception {
        List<String> both = List.of("1.234", "5", "17");
        assertThat(one(new FormatHints(true, null), ColumnType.DECIMAL, both).format())
                .isEqualTo("1.234,56");
        FormatDecision plain = one(new FormatHints(false, null), ColumnType.DECIMAL, List.of("1.234", "5.125", "17"));
        assertThat(plain.format()).isEmpty();
        assertThat(plain.doubts()).singleElement().asString().contains("\"1.234\" is 1.234", "it would be 1234");
        var german = decide(
                FormatHints.NONE,
                new Col("quantity", ColumnType.DECIMAL, both),
                new Col("amount", ColumnType.DECIMAL, List.of("12,50", "3,75", "1,00")));
        assertThat(Objects.requireNonNull(german.get("quantity")).format()).isEqualTo("1.234,56");
    }

    @Test
    void signsCountOnlyWhereEveryValueHasThem() throws Exception {
        assertThat(one(FormatHints.NONE, ColumnType.DECIMAL, List.of("€ 1.234,50", "€ 3,00", "-€ 4,00"))
                        .format())
                .isEqualTo("€ 1.234,56");
        FormatDecision mixed = one(FormatHints.NONE, ColumnType.DECIMAL, List.of("$5.25", "3.25", "4.25"));
        assertThat(mixed.misfits()).isEqualTo(1);
        assertThat(one(FormatHints.NONE, null, List.of("12,5 %", "3 %")).type()).isEqualTo(ColumnType.DOUBLE);
    }

    @Test
    void momentsWithAZoneSaySo() throws Exception {
        FormatDecision d = one(
                FormatHints.NONE,
                ColumnType.TIMESTAMP,
                List.of("2023-01-05 10:22:11 -0500", "2023-07-05T10:22:11Z", "2023-07-05 10:22:11 UTC"));
        assertThat(d.withZone()).isTrue();
        assertThat(d.misfits()).isZero();
        assertThat(one(FormatHints.NONE, ColumnType.TIMESTAMP, List.of("1300000000", "1300000001"))
                        .format())
                .isEqualTo(FormatSql.UNIX_SECONDS);
    }

    @Test
    void attributesGetTheNarrowestTypeThatFitsAllRows() throws Exception {
        assertThat(one(FormatHints.NONE, null, List.of("1", "-2", "30")).type()).isEqualTo(ColumnType.INTEGER);
        assertThat(one(FormatHints.NONE, null, List.of("1", "2.5")).type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(one(FormatHints.NONE, null, List.of("00123", "00456")).type())
                .isEqualTo(ColumnType.TEXT);
        assertThat(one(FormatHints.NONE, null, List.of("2012-09-04", "")).type())
                .isEqualTo(ColumnType.DATE);
        assertThat(one(FormatHints.NONE, null, List.of("04.09.2012", "31.12.2012"))
                        .type())
                .isEqualTo(ColumnType.DATE);
        assertThat(one(FormatHints.NONE, null, List.of("2012-09-04 10:00", "2012-09-04"))
                        .type())
                .isEqualTo(ColumnType.TIMESTAMP);
        assertThat(one(FormatHints.NONE, null, List.of("true", "FALSE")).type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(one(FormatHints.NONE, null, List.of("1.234,5", "7,5")).type())
                .isEqualTo(ColumnType.DOUBLE);
        assertThat(one(FormatHints.NONE, null, List.of("Yes", "No")).type()).isEqualTo(ColumnType.TEXT);
        List<String> late = new ArrayList<>(values(300, i -> "" + i));
        late.set(299, "n/a");
        assertThat(one(FormatHints.NONE, null, late).type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void aRecipesFormatIsNotQuestioned() throws Exception {
        try (Engine engine = Engine.ofColumn(List.of("03/04/2011", "13/04/2011"))) {
            FormatDecision d = Objects.requireNonNull(new FormatFinder(SQL, FormatHints.NONE)
                    .decide(
                            List.of(new FormatQuestion(
                                    "at",
                                    "c0",
                                    ColumnSpec.of("at", ColumnType.TIMESTAMP),
                                    "MM/dd/yyyy",
                                    List.of("03/04/2011"))),
                            engine::select)
                    .get("at"));
            assertThat(d.format()).isEqualTo("MM/dd/yyyy");
            assertThat(d.misfits()).isEqualTo(1);
        }
    }
}
