package org.clientele.platform.charts.axis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.query.Grain;

/**
 * Ticks of a time axis in two tiers: short names ("Jan"), and below them the larger unit where it changes ("2011"). Years and
 * quarters begin where the format says, so that a format of fiscal years has a fiscal axis.
 */
public final class TimeTicks {
    /** One tick: {@code major} is "" where nothing changed. */
    public record Tick(LocalDate start, String minor, String major) {}

    /** How often ticks come: each {@code every} steps of {@code grain}. */
    private record Level(Grain grain, int every) {}

    private static final List<Level> LEVELS = List.of(
            new Level(Grain.DAY, 1),
            new Level(Grain.DAY, 2),
            new Level(Grain.WEEK, 1),
            new Level(Grain.WEEK, 2),
            new Level(Grain.MONTH, 1),
            new Level(Grain.MONTH, 2),
            new Level(Grain.QUARTER, 1),
            new Level(Grain.QUARTER, 2),
            new Level(Grain.YEAR, 1),
            new Level(Grain.YEAR, 2),
            new Level(Grain.YEAR, 5),
            new Level(Grain.YEAR, 10),
            new Level(Grain.YEAR, 20),
            new Level(Grain.YEAR, 50),
            new Level(Grain.YEAR, 100),
            new Level(Grain.YEAR, 1000));
    private static final int MOST = 16;

    private TimeTicks() {}

    /**
     * The finest ticks, no finer than {@code grain}, whose labels keep their distance.
     *
     * @param at where a day stands in pixels
     * @param width of a label
     * @param gap between labels, in pixels
     */
    public static List<Tick> between(
            LocalDate first,
            LocalDate last,
            Grain grain,
            ValueFormat format,
            ToDoubleFunction<LocalDate> at,
            ToDoubleFunction<String> width,
            double gap) {
        int ahead = ahead(format);
        for (Level level : LEVELS) {
            if (level.grain().compareTo(grain) < 0) {
                continue;
            }
            List<LocalDate> starts = starts(first, last, level, ahead);
            if (starts.size() > MOST || starts.isEmpty() && level.grain() != Grain.YEAR) {
                continue;
            }
            List<Tick> ticks = named(starts, level.grain(), format);
            if (fits(ticks, at, width, gap)) {
                return withoutCollidingMajors(ticks, at, width, gap / 2);
            }
        }
        return List.of();
    }

    /**
     * How many months the format's years begin before the calendar's of the same name: 0 for calendar years, 9 where "FY2012"
     * begins in April 2011.
     */
    private static int ahead(ValueFormat format) {
        for (int month = 2; month <= 12; month++) {
            String before = format.tick(LocalDate.of(2011, month - 1, 1), Grain.YEAR);
            if (!format.tick(LocalDate.of(2011, month, 1), Grain.YEAR).equals(before)) {
                return 13 - month;
            }
        }
        return 0;
    }

    private static List<LocalDate> starts(LocalDate first, LocalDate last, Level level, int ahead) {
        List<LocalDate> starts = new ArrayList<>();
        boolean shifted = level.grain().compareTo(Grain.MONTH) > 0;
        LocalDate day = shifted
                ? level.grain().floor(first.plusMonths(ahead)).minusMonths(ahead)
                : level.grain().floor(first);
        while (!day.isAfter(last) && starts.size() <= MOST) {
            if (!day.isBefore(first) && falls(day, level, ahead)) {
                starts.add(day);
            }
            day = level.grain().plus(day, 1);
        }
        return starts;
    }

    /** Whether a step is one of each {@code every}; counted so that years and quarters come out round. */
    private static boolean falls(LocalDate day, Level level, int ahead) {
        int every = level.every();
        LocalDate named = day.plusMonths(ahead);
        return switch (level.grain()) {
            case DAY -> (day.getDayOfMonth() - 1) % every == 0 && (every == 1 || day.getDayOfMonth() < 31);
            case WEEK -> Math.floorMod(day.toEpochDay() / 7, every) == 0;
            case MONTH -> (named.getMonthValue() - 1) % every == 0;
            case QUARTER -> (named.getMonthValue() - 1) / 3 % every == 0;
            case YEAR -> named.getYear() % every == 0;
        };
    }

    private static List<Tick> named(List<LocalDate> starts, Grain grain, ValueFormat format) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate day : starts) {
            String major = "";
            if (grain == Grain.DAY || grain == Grain.WEEK) {
                boolean newYear = before == null || isNewYear(before, day, format);
                boolean newMonth = newYear || before == null || before.getMonthValue() != day.getMonthValue();
                major = newMonth
                        ? format.tick(day, Grain.MONTH) + (newYear ? " " + format.tick(day, Grain.YEAR) : "")
                        : "";
            } else if (grain != Grain.YEAR && (before == null || isNewYear(before, day, format))) {
                major = format.tick(day, Grain.YEAR);
            }
            ticks.add(new Tick(day, format.tick(day, grain), major));
            before = day;
        }
        return ticks;
    }

    private static boolean isNewYear(LocalDate before, LocalDate day, ValueFormat format) {
        return !format.tick(day, Grain.YEAR).equals(format.tick(before, Grain.YEAR));
    }

    private static boolean fits(
            List<Tick> ticks, ToDoubleFunction<LocalDate> at, ToDoubleFunction<String> width, double gap) {
        double free = Double.NEGATIVE_INFINITY;
        for (Tick t : ticks) {
            double half = width.applyAsDouble(t.minor()) / 2;
            double x = at.applyAsDouble(t.start());
            if (x - half < free) {
                return false;
            }
            free = x + half + gap;
        }
        return true;
    }

    /** From the right, since the newest label tells most. */
    private static List<Tick> withoutCollidingMajors(
            List<Tick> ticks, ToDoubleFunction<LocalDate> at, ToDoubleFunction<String> width, double gap) {
        List<Tick> kept = new ArrayList<>(ticks);
        double free = Double.POSITIVE_INFINITY;
        for (int i = kept.size() - 1; i >= 0; i--) {
            Tick t = kept.get(i);
            if (t.major().isEmpty()) {
                continue;
            }
            double half = width.applyAsDouble(t.major()) / 2;
            double x = at.applyAsDouble(t.start());
            if (x + half > free) {
                kept.set(i, new Tick(t.start(), t.minor(), ""));
            } else {
                free = x - half - gap;
            }
        }
        return kept;
    }
}
