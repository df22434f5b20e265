package org.clientele.platform.runtime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Grain;

/** Numbers and dates as the workspace's locale writes them, but steps of a fiscal year by their own names: "FY 2011/12 Q1". */
record CalendarFormat(Supplier<ValueFormat> written, Supplier<BusinessCalendar> calendar) implements ValueFormat {
    @Override
    public String compact(double value, Unit unit) {
        return written.get().compact(value, unit);
    }

    @Override
    public String exact(Column column, int row) {
        if (column.type().isTemporal() && column.valueAt(row) instanceof LocalDate day) {
            Optional<Grain> grain = Arrays.stream(Grain.values())
                    .filter(g -> g.name().toLowerCase(Locale.ROOT).equals(column.name()))
                    .findFirst();
            Optional<String> name = grain.flatMap(g -> name(g, day));
            if (name.isPresent()) {
                return name.get();
            }
        }
        return written.get().exact(column, row);
    }

    @Override
    public String change(double ratio) {
        return written.get().change(ratio);
    }

    @Override
    public String period(LocalDate start, Grain grain) {
        return name(grain, start).orElseGet(() -> written.get().period(start, grain));
    }

    /** Axes also place ticks where the calendar on the wall has its steps; those keep the names that they have there. */
    private Optional<String> name(Grain grain, LocalDate day) {
        BusinessCalendar known = calendar.get();
        return known.floor(grain, day).equals(day) ? known.name(grain, day) : Optional.empty();
    }

    @Override
    public String tick(double value, double step, Unit unit) {
        return written.get().tick(value, step, unit);
    }

    /** The last word says it where the axis is narrow: "Q1"; a year in full. Months of an axis are those on the wall. */
    @Override
    public String tick(LocalDate start, Grain grain) {
        return (grain == Grain.MONTH ? Optional.<String>empty() : name(grain, start))
                .map(name -> grain == Grain.YEAR ? name.substring(3) : name.substring(name.lastIndexOf(' ') + 1))
                .orElseGet(() -> written.get().tick(start, grain));
    }

    @Override
    public String weekday(DayOfWeek day) {
        return written.get().weekday(day);
    }

    @Override
    public DayOfWeek firstDayOfWeek() {
        return written.get().firstDayOfWeek();
    }
}
