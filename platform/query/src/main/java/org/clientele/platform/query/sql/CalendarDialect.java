package org.clientele.platform.query.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.RetailYear;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.query.Grain;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An engine that counts in a workspace's calendar: the steps of fiscal years and weeks are those of the engine, moved there
 * and back; those of a retail year are looked up by week, in a table that covers the data.
 */
public final class CalendarDialect implements Dialect {
    /** A date far off is a mistake in the data; it must not make a statement of megabytes. */
    private static final int MOST_YEARS = 200;

    private final Dialect engine;
    private final BusinessCalendar calendar;
    private final LocalDate base;
    private final LocalDate end;

    /**
     * @param first the first day of the data, or null
     * @param last the last day of the data, or null
     */
    public CalendarDialect(
            Dialect engine, BusinessCalendar calendar, @Nullable LocalDate first, @Nullable LocalDate last) {
        this.engine = engine;
        this.calendar = calendar;
        LocalDate to = last == null ? LocalDate.EPOCH : last;
        LocalDate oldest = to.minusYears(MOST_YEARS);
        LocalDate from = first == null || first.isBefore(oldest) ? (first == null ? to : oldest) : first;
        this.base = calendar.plus(Grain.YEAR, calendar.floor(Grain.YEAR, from), -1);
        this.end = to.plusYears(3);
    }

    @Override
    public SQLDialect jooq() {
        return engine.jooq();
    }

    @Override
    public Field<?> cast(Field<?> value, ValueType type) {
        return engine.cast(value, type);
    }

    @Override
    public Field<?> widen(Field<?> value, ValueType type) {
        return engine.widen(value, type);
    }

    @Override
    public Field<?> step(Grain grain, Field<?> moment) {
        RetailYear retail = calendar.retail();
        if (retail == null || grain == Grain.DAY || grain == Grain.WEEK) {
            int months = calendar.monthsBefore(grain);
            int days = grain == Grain.WEEK ? calendar.weekStart().getValue() - 1 : 0;
            return months == 0 && days == 0
                    ? engine.step(grain, moment)
                    : engine.cast(
                            engine.later(engine.step(grain, engine.later(moment, -months, -days)), months, days),
                            ValueType.DATE);
        }
        List<@Nullable Long> starts = new ArrayList<>();
        for (LocalDate week = base; week.isBefore(end); week = week.plusWeeks(1)) {
            starts.add(calendar.floor(grain, week).toEpochDay() - base.toEpochDay());
        }
        return engine.cast(
                engine.laterBy(
                        engine.cast(DSL.inline(base.toString()), ValueType.DATE), engine.byWeek(moment, base, starts)),
                ValueType.DATE);
    }

    @Override
    public Field<?> days(Field<?> moment) {
        return engine.days(moment);
    }

    @Override
    public Field<?> later(Field<?> moment, int months, int days) {
        return engine.later(moment, months, days);
    }

    @Override
    public Field<?> laterBy(Field<?> moment, Field<?> days) {
        return engine.laterBy(moment, days);
    }

    @Override
    public Field<?> byWeek(Field<?> moment, LocalDate from, List<@Nullable Long> values) {
        return engine.byWeek(moment, from, values);
    }

    @Override
    public Field<?> number(Field<?> text, List<String> among) {
        return engine.number(text, among);
    }

    @Override
    public Field<?> ofEach(boolean mean, Field<?> key, Field<?> number, Condition where) {
        return engine.ofEach(mean, key, number, where);
    }

    @Override
    public String newest() {
        return engine.newest();
    }

    @Override
    public Field<?> rowNumber(String table) {
        return engine.rowNumber(table);
    }

    @Override
    public Field<?> moved(Field<?> moment, Shift shift) {
        if (shift.weeks() == null) {
            return engine.moved(moment, shift);
        }
        List<@Nullable Long> days = new ArrayList<>();
        for (LocalDate week = base; week.isBefore(end); week = week.plusWeeks(1)) {
            LocalDate to = Objects.requireNonNull(shift.weeks()).forward(week);
            days.add(to == null ? null : to.toEpochDay() - week.toEpochDay());
        }
        return engine.laterBy(moment, engine.byWeek(moment, base, days));
    }
}
