package org.clientele.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * How busy each day is: weekdays and the year's course with its Christmas peak. Days count from {@link #FIRST_DAY}.
 * Growth is not here: it comes from more customers won than lost, and from prices. Its sums are a clock that runs faster in busy times: a customer who buys evenly by this clock buys with
 * the seasons.
 */
final class TradingCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;
    static final int MONTHS = 36;

    private static final double[] BY_MONTH = {.74, .80, .92, .90, .94, .88, .86, .84, .95, 1.08, 1.42, 1.62};
    private static final double[] BY_WEEKDAY = {1.06, 1.0, .98, .99, 1.0, 1.08, .89};

    private final double[] busyness = new double[DAYS];
    private final double[] clock = new double[DAYS + 1];

    TradingCalendar() {
        double firstYear = 0;
        for (int d = 0; d < DAYS; d++) {
            LocalDate date = FIRST_DAY.plusDays(d);
            busyness[d] = season(date) * BY_WEEKDAY[date.getDayOfWeek().getValue() - 1] * occasion(date);
            firstYear += d < 365 ? busyness[d] : 0;
        }
        for (int d = 0; d < DAYS; d++) {
            busyness[d] *= 365 / firstYear;
            clock[d + 1] = clock[d] + busyness[d];
        }
    }

    /** How busy a day is; 1 on an average day of the first year. */
    double busyness(int day) {
        return busyness[day];
    }

    /** The day on which {@code span} average days of trade have passed since the end of {@code day}, or DAYS if none. */
    int after(int day, double span) {
        double target = clock[day + 1] + span;
        int low = day + 1;
        int high = DAYS;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (clock[middle + 1] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The month of a day, 0 to 35. */
    static int month(int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        return (date.getYear() - FIRST_DAY.getYear()) * 12 + date.getMonthValue() - 1;
    }

    /** Whether the shop's door is shut. */
    static boolean shopClosed(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY
                || (date.getMonth() == Month.DECEMBER && (date.getDayOfMonth() == 25 || date.getDayOfMonth() == 26))
                || date.getDayOfYear() == 1;
    }

    /** Whether the January or July sale is on. */
    static boolean saleOn(LocalDate date) {
        return (date.getMonth() == Month.JANUARY && date.getDayOfMonth() <= 21)
                || (date.getMonth() == Month.JULY && date.getDayOfMonth() <= 21);
    }

    private static double season(LocalDate date) {
        // A month's figure holds in its middle; between the middles of two months it changes evenly.
        double place = date.getMonthValue() - 1 + (date.getDayOfMonth() - 0.5) / date.lengthOfMonth() - 0.5;
        int before = Math.floorMod((int) Math.floor(place), 12);
        double share = place - Math.floor(place);
        if (date.getMonth() == Month.DECEMBER && date.getDayOfMonth() > 15) {
            return BY_MONTH[11];
        }
        if (date.getMonth() == Month.JANUARY && date.getDayOfMonth() < 16) {
            return BY_MONTH[0];
        }
        return BY_MONTH[before] * (1 - share) + BY_MONTH[(before + 1) % 12] * share;
    }

    private static double occasion(LocalDate date) {
        if (date.getMonth() == Month.DECEMBER) {
            int day = date.getDayOfMonth();
            return day <= 16 ? 1.3 : day <= 21 ? 0.95 : day <= 24 ? 0.6 : day == 25 ? 0.12 : day <= 28 ? 0.4 : 0.55;
        }
        if (date.getMonth() == Month.NOVEMBER) {
            LocalDate blackFriday = date.with(TemporalAdjusters.firstInMonth(DayOfWeek.THURSDAY))
                    .plusDays(22);
            long since = date.toEpochDay() - blackFriday.toEpochDay();
            return since == 0 ? 1.9 : since > 0 && since <= 3 ? 1.4 : 1;
        }
        return saleOn(date) ? 1.12 : 1;
    }
}
