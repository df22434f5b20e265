package org.clientele.platform.warehouse.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTypeTest {
    private static final PlainType WHOLE = new PlainType(PlainType.Kind.WHOLE, 18, 0);
    private static final PlainType MONEY = new PlainType(PlainType.Kind.DECIMAL, 14, 4);
    private static final PlainType DATE = new PlainType(PlainType.Kind.DATE, 18, 0);
    private static final PlainType TIME = new PlainType(PlainType.Kind.TIMESTAMP, 18, 0);

    /** Amid other text, so that a look beyond the field would show. */
    private static long read(PlainType type, String text) {
        byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
        return type.read(bytes, 1, bytes.length - 1);
    }

    private static boolean fits(PlainType type, String text) {
        return read(type, text) != PlainType.NOT_PLAIN;
    }

    @Test
    void valuesAreWhatJavaReads() {
        assertThat(read(WHOLE, "")).isEqualTo(PlainType.MISSING);
        assertThat(read(WHOLE, "-123456789012345678")).isEqualTo(-123456789012345678L);
        assertThat(read(MONEY, "-12345678901234.5"))
                .isEqualTo(new BigDecimal("-12345678901234.5").movePointRight(4).longValueExact());
        assertThat(read(MONEY, "\"007.0001\"")).isEqualTo(70_001);
        for (String day : List.of("0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31")) {
            assertThat(read(DATE, day)).isEqualTo(LocalDate.parse(day).toEpochDay());
            assertThat(read(TIME, day + "T23:59:58"))
                    .isEqualTo(LocalDateTime.parse(day + "T23:59:58").toEpochSecond(ZoneOffset.UTC) * 1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-0", "007", "123456789012345678", "-123456789012345678", "\"5\""})
    void wholeNumbersArePlain(String text) {
        assertThat(fits(WHOLE, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "--1",
                "+1",
                "1.",
                "1.0",
                "1e3",
                " 1",
                "1 ",
                "1_000",
                "1234567890123456789",
                "\"\"",
                "\"",
                "\"1",
                "1\"",
                "\"-\"",
                "\"1\"\"\"",
                "x",
                "٣",
                "infinity"
            })
    void otherTextIsNoPlainWholeNumber(String text) {
        assertThat(fits(WHOLE, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-1.5", "0.0001", "12345678901234.1234", "\"-2.50\""})
    void moneyIsPlain(String text) {
        assertThat(fits(MONEY, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".5",
                "1.",
                "1.00001",
                "123456789012345",
                "1,5",
                "1.2.3",
                "1e2",
                "NaN",
                "inf",
                "-.5",
                "1.-5",
                "$1",
                "1.5€"
            })
    void otherTextIsNoPlainMoney(String text) {
        assertThat(fits(MONEY, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0001-01-01", "2024-02-29", "2000-02-29", "9999-12-31", "\"2026-04-30\""})
    void datesArePlain(String text) {
        assertThat(fits(DATE, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "2023-02-29",
                "1900-02-29",
                "2026-04-31",
                "2026-13-01",
                "2026-00-10",
                "2026-01-00",
                "2026-1-01",
                "26-01-01",
                "2026/01/01",
                "2026-01-01 ",
                "infinity",
                "epoch",
                "-026-01-01",
                "2026-01-01 00:00:00",
                "2-26-01-01"
            })
    void otherTextIsNoPlainDate(String text) {
        assertThat(fits(DATE, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-12-31 23:59:59", "2024-02-29T00:00:00"})
    void timesArePlain(String text) {
        assertThat(fits(TIME, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-31",
                "2026-12-31 24:00:00",
                "2026-12-31 23:60:00",
                "2026-12-31 23:59:60",
                "2026-12-31 23:59",
                "2026-12-31 23:59:59Z",
                "2026-12-31 23:59:59.5",
                "2026-12-31 3:59:59 ",
                "2026-02-30 10:00:00"
            })
    void otherTextIsNoPlainTime(String text) {
        assertThat(fits(TIME, text)).isFalse();
    }
}
