package org.clientele.platform.charts.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.clientele.platform.charts.LocaleFormat;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalesTest {
    @ParameterizedTest
    @CsvSource({
        "3, 700, '3,10,30,100,300,1000'",
        "3, 7000000, '1,10,100,1000,10000,100000,1000000,10000000'",
        "20, 90, '20,50,100'",
        "1, 10, '1,2,5,10'",
        "0.02, 0.3, '0.02,0.05,0.1,0.2,0.5'",
        "5, 5, '2,5,10'"
    })
    void logarithmicTicksArePowersOfTenAndTwosAndFivesWhereThereIsRoom(double low, double high, String ticks) {
        double[] wanted = java.util.Arrays.stream(ticks.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(LogScale.covering(low, high, 0, 100).ticks()).containsExactly(wanted, within(1e-12));
    }

    @Test
    void anyLogarithmicScaleCoversItsRangeWithFewTicks() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double low = Math.pow(10, random.nextDouble() * 30 - 15);
            double high = low * Math.pow(10, random.nextDouble() * random.nextInt(20));
            LogScale s = LogScale.covering(low, high, 100, 0);
            assertThat(s.low()).isLessThanOrEqualTo(low * (1 + 1e-8));
            assertThat(s.high()).isGreaterThanOrEqualTo(high * (1 - 1e-8));
            assertThat(s.ticks().length).as("%s to %s", low, high).isBetween(2, 9);
            assertThat(s.ticks()).isSorted();
            assertThat(s.value(s.at(high))).isCloseTo(high, within(high * 1e-9));
        }
    }

    @Test
    void anAlignedScaleHasAsManyTicksAsItsNeighbour() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            double low = random.nextBoolean() ? 0 : random.nextGaussian() * 1000;
            double high = low + Math.pow(10, random.nextDouble() * 12 - 4);
            int n = 4 + random.nextInt(3);
            LinearScale s = LinearScale.aligned(low, high, n, 100, 0);
            assertThat(s.ticks()).hasSize(n);
            assertThat(s.low()).isLessThanOrEqualTo(low + (high - low) * 1e-6);
            assertThat(s.high()).isGreaterThanOrEqualTo(high - (high - low) * 1e-6);
        }
    }

    @Test
    void aTimeAxisFollowsTheFiscalYearsOfItsFormat() {
        List<TimeTicks.Tick> ticks = TimeTicks.between(
                LocalDate.of(2010, 6, 1),
                LocalDate.of(2012, 12, 1),
                Grain.QUARTER,
                new Fiscal(),
                d -> d.toEpochDay(),
                s -> 10,
                5);
        assertThat(ticks.get(0)).isEqualTo(new TimeTicks.Tick(LocalDate.of(2010, 7, 1), "Q2", "FY2011"));
        assertThat(ticks)
                .filteredOn(t -> !t.major().isEmpty())
                .extracting(TimeTicks.Tick::start)
                .containsExactly(LocalDate.of(2010, 7, 1), LocalDate.of(2011, 4, 1), LocalDate.of(2012, 4, 1));
    }

    @Test
    void withinAFewDaysTicksAreTimesOfDay() {
        List<ClockTicks.Tick> ticks = ClockTicks.between(
                LocalDateTime.of(2011, 11, 1, 9, 20),
                LocalDateTime.of(2011, 11, 2, 9, 0),
                LocaleFormat.of(Locale.UK),
                t -> t.getDayOfMonth() * 240 + t.getHour() * 10 + t.getMinute() / 6.0,
                s -> 30,
                10);
        assertThat(ticks).extracting(ClockTicks.Tick::time).containsExactly("12:00", "18:00", "00:00", "06:00");
        assertThat(ticks).extracting(ClockTicks.Tick::day).containsExactly("1 Nov 2011", "", "2 Nov 2011", "");
    }

    /** Years from April, named by the year in which they end. */
    private static final class Fiscal implements ValueFormat {
        private final LocaleFormat plain = LocaleFormat.of(Locale.UK);

        @Override
        public String compact(double value, Unit unit) {
            return plain.compact(value, unit);
        }

        @Override
        public String exact(Column column, int row) {
            return plain.exact(column, row);
        }

        @Override
        public String change(double ratio) {
            return plain.change(ratio);
        }

        @Override
        public String period(LocalDate start, Grain grain) {
            return tick(start, grain);
        }

        @Override
        public String tick(double value, double step, Unit unit) {
            return plain.tick(value, step, unit);
        }

        @Override
        public String tick(LocalDate start, Grain grain) {
            return switch (grain) {
                case YEAR -> "FY" + start.plusMonths(9).getYear();
                case QUARTER -> "Q" + (start.plusMonths(9).getMonthValue() + 2) / 3;
                default -> plain.tick(start, grain);
            };
        }

        @Override
        public java.time.DayOfWeek firstDayOfWeek() {
            return plain.firstDayOfWeek();
        }

        @Override
        public String weekday(java.time.DayOfWeek day) {
            return plain.weekday(day);
        }
    }
}
