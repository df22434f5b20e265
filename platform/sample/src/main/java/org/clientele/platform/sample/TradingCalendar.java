package org.clientele.platform.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * How busy each day is: weekdays and the year's course with its Christmas peak. Days count from {@link #FIRST_DAY}.
 * Growth is not here: it comes from more customers won than lost, and from prices. Its sums are a clock that runs faster
 * in busy times: a customer who buys evenly by this clock buys with the seasons.
 */
final class TradingCalendar {
    static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;
    static final long EPOCH_DAY = FIRST_DAY.toEpochDay();
    static final int MONTHS = 36;

    static final double[] BY_MONTH = {.74, .80, .92, .90, .94, .88, .86, .84, .95, 1.08, 1.42, 1.62};
    static final double[] BY_WEEKDAY = {1.06, 1.0, .98, .99, 1.0, 1.08, .89};

    private final double[] busyness = new double[DAYS];
    private final double[] clock = new double[DAYS + 1];
    private final boolean[] sale = new boolean[DAYS];
    private final List<Occasion> occasions = Occasion.all();

    TradingCalendar() {
        double firstYear = 0;
        for (int d = 0; d < DAYS; d++) {
            LocalDate date = FIRST_DAY.plusDays(d);
            busyness[d] = season(date) * BY_WEEKDAY[date.getDayOfWeek().getValue() - 1];
            for (Occasion occasion : occasions) {
                if (occasion.covers(date)) {
                    busyness[d] *= occasion.factor();
                    sale[d] |= occasion.sale();
                }
            }
            firstYear += d < 365 ? busyness[d] : 0;
        }
        for (int d = 0; d < DAYS; d++) {
            busyness[d] *= 365 / firstYear;
            clock[d + 1] = clock[d] + busyness[d];
        }
    }

    /** What is special about which days. */
    List<Occasion> occasions() {
        return occasions;
    }

    /** Whether the January or July sale is on. */
    boolean saleOn(int day) {
        return sale[day];
    }

    static LocalDate date(int day) {
        return FIRST_DAY.plusDays(day);
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - EPOCH_DAY);
    }

    /** How busy a day is; 1 on an average day of the first year. */
    double busyness(int day) {
        return busyness[day];
    }

    /** Average days of trade from the first day to the beginning of {@code day}. */
    double clock(int day) {
        return clock[day];
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

    /**
     * What the truths say of the seasons. A day's orders follow month x weekday x occasions, where a month's factor holds
     * in its middle and changes evenly from middle to middle, except from 16 December to 15 January.
     *
     * @param months January to December
     * @param weekdays Monday to Sunday
     * @param occasions days with a factor of their own
     * @param tradeDays how busy each day is, from the first on; the first year's average is 1. Purchase rates count these
     */
    record Planted(double[] months, double[] weekdays, List<Occasion> occasions, double[] tradeDays) {}

    Planted planted() {
        double[] rounded = new double[DAYS];
        for (int d = 0; d < DAYS; d++) {
            rounded[d] = Math.round(busyness[d] * 1e6) / 1e6;
        }
        return new Planted(BY_MONTH, BY_WEEKDAY, occasions, rounded);
    }
}
