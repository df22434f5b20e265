package org.clientele.plugins.executive.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.sdk.query.Grain;

/**
 * A measure by day or month as evenly spaced steps that a model can learn from: weekdays on which nothing ever happens are not
 * steps, and neither are steps that have not ended.
 *
 * @param grain DAY or MONTH
 * @param steps the first day of each, in order
 * @param values of each; NaN on a day without any, which counts as closed
 * @param cycle steps in a week or a year; 1 where there are not two full ones
 * @param closed weekdays that are not steps; empty for months
 */
public record History(Grain grain, List<LocalDate> steps, double[] values, int cycle, Set<DayOfWeek> closed) {
    private static final int MONTHS = 12;
    /** A weekday with values on no more than this share of its days is closed. */
    private static final double HARDLY_EVER = 0.02;
    /** Where more open days than this share have no value, business is thin, and such a day is one of none. */
    private static final double THIN = 0.15;

    private static final int LEAST_WEEKS = 4;
    private static final int CLOSURE = 5;

    public History {
        steps = List.copyOf(steps);
        closed = Set.copyOf(closed);
    }

    /**
     * By day.
     *
     * @param values of the days that have one
     * @param first the first day
     * @param last the last day that has ended
     */
    public static History daily(Map<LocalDate, Double> values, LocalDate first, LocalDate last) {
        Set<DayOfWeek> closed = closed(values, first, last);
        List<LocalDate> steps = first.datesUntil(last.plusDays(1))
                .filter(d -> !closed.contains(d.getDayOfWeek()))
                .toList();
        long empty = steps.stream().filter(d -> !values.containsKey(d)).count();
        double none = empty > THIN * steps.size() ? 0 : Double.NaN;
        double[] y =
                steps.stream().mapToDouble(d -> values.getOrDefault(d, none)).toArray();
        int week = DayOfWeek.values().length - closed.size();
        return new History(Grain.DAY, steps, y, y.length >= 2 * week ? week : 1, closed);
    }

    private static Set<DayOfWeek> closed(Map<LocalDate, Double> values, LocalDate first, LocalDate last) {
        int[] days = new int[8];
        int[] filled = new int[8];
        first.datesUntil(last.plusDays(1)).forEach(d -> {
            days[d.getDayOfWeek().getValue()]++;
            filled[d.getDayOfWeek().getValue()] += values.containsKey(d) ? 1 : 0;
        });
        Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int i = day.getValue();
            if (days[i] >= LEAST_WEEKS && filled[i] <= HARDLY_EVER * days[i]) {
                closed.add(day);
            }
        }
        return closed.size() == DayOfWeek.values().length ? Set.of() : closed;
    }

    /**
     * By month; a month without a value has 0.
     *
     * @param values by the month's first day
     * @param first a day of the first month that is whole
     * @param last a day of the last month that has ended
     */
    public static History monthly(Map<LocalDate, Double> values, LocalDate first, LocalDate last) {
        List<LocalDate> steps = new ArrayList<>();
        LocalDate end = Grain.MONTH.floor(last);
        for (LocalDate m = Grain.MONTH.floor(first); !m.isAfter(end); m = m.plusMonths(1)) {
            steps.add(m);
        }
        double[] y =
                steps.stream().mapToDouble(m -> values.getOrDefault(m, 0.0)).toArray();
        return new History(Grain.MONTH, steps, y, y.length >= 2 * MONTHS ? MONTHS : 1, Set.of());
    }

    /** How many steps there are. */
    public int length() {
        return values.length;
    }

    /** The steps that come next, up to the one that {@code end} lies in; empty where the history goes that far. */
    public List<LocalDate> until(LocalDate end) {
        List<LocalDate> coming = new ArrayList<>();
        LocalDate step = grain.plus(steps.get(steps.size() - 1), 1);
        for (; !step.isAfter(end); step = grain.plus(step, 1)) {
            if (!closed.contains(step.getDayOfWeek()) || grain != Grain.DAY) {
                coming.add(step);
            }
        }
        return coming;
    }

    /** The sum of the steps from {@code from} on; a missing one is none. */
    public double since(LocalDate from) {
        return IntStream.range(0, values.length)
                .filter(i -> !steps.get(i).isBefore(from) && !Double.isNaN(values[i]))
                .mapToDouble(i -> values[i])
                .sum();
    }

    /**
     * Whether a day that comes is likely to be closed: a year before, it was one of {@value #CLOSURE} days or more in a row on
     * which nothing happened.
     */
    public boolean closedAYearBefore(LocalDate day) {
        if (grain != Grain.DAY) {
            return false;
        }
        LocalDate then = day.minusYears(1);
        if (then.isBefore(steps.get(0)) || happened(then)) {
            return false;
        }
        LocalDate from = then;
        while (from.isAfter(steps.get(0)) && !happened(from.minusDays(1))) {
            from = from.minusDays(1);
        }
        LocalDate to = then;
        while (to.isBefore(steps.get(steps.size() - 1)) && !happened(to.plusDays(1))) {
            to = to.plusDays(1);
        }
        return from.plusDays(CLOSURE - 1L).compareTo(to) <= 0;
    }

    private boolean happened(LocalDate day) {
        int at = java.util.Collections.binarySearch(steps, day);
        return at >= 0 && !Double.isNaN(values[at]);
    }

    /** How many steps have no value. */
    public int missing() {
        return (int) Arrays.stream(values).filter(Double::isNaN).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof History h
                && grain == h.grain
                && steps.equals(h.steps)
                && Arrays.equals(values, h.values)
                && cycle == h.cycle
                && closed.equals(h.closed);
    }

    @Override
    public int hashCode() {
        return steps.hashCode() * 31 + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "History[" + grain + ", " + steps.size() + " steps, cycle " + cycle + ", closed " + closed + "]";
    }
}
