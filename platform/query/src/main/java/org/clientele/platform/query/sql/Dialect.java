package org.clientele.platform.query.sql;

import java.time.LocalDate;
import java.util.List;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Grain;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Where engines differ in a way that jOOQ does not smooth over. An engine is one implementation. */
public interface Dialect {
    /** What jOOQ renders for. */
    SQLDialect jooq();

    /** The value as {@code type}; an error at run time where it does not fit. */
    Field<?> cast(Field<?> value, ValueType type);

    /** Like {@link #cast}, but decimals may have as many digits as the engine has; for steps of a calculation. */
    Field<?> widen(Field<?> value, ValueType type);

    /** The first day of the step that a moment lies in. */
    Field<?> step(Grain grain, Field<?> moment);

    /** The days from 1 January 1970 to the day of a moment. */
    Field<?> days(Field<?> moment);

    /** A moment moved forward by whole months, then by days; the 31st becomes the last day of a shorter month. */
    Field<?> later(Field<?> moment, int months, int days);

    /** A moment or day moved forward by a number of days that differs by row, null where that is null. */
    Field<?> laterBy(Field<?> moment, Field<?> days);

    /**
     * A number by the week that a moment lies in, null outside of the weeks.
     *
     * @param base the first day of the first week
     * @param values a number, or null, for each week
     */
    Field<?> byWeek(Field<?> moment, LocalDate base, List<@Nullable Long> values);

    /**
     * How each row of a table is joined with at most one of a query: of those that are the same, the last that is not
     * later. A template of the table {0}, the query {1} and its name {2}, the condition {3} for the same and {4} for not
     * later.
     */
    String newest();

    /**
     * A number that no two rows of a table share, as long as the data does not change. It finds single rows quickly and says
     * nothing about them.
     */
    Field<?> rowNumber(String table);

    /**
     * The number of a text among some, from 1, as a type of as few bytes as hold it; null where it is null. What it is for
     * others is left open.
     */
    Field<?> number(Field<?> text, List<String> among);

    /**
     * The sum or mean of a number over the distinct keys of a group's rows that fulfil a condition; null without any.
     *
     * @param mean whether it is the mean
     * @param number the same in all rows of a key
     */
    Field<?> ofEach(boolean mean, Field<?> key, Field<?> number, Condition where);

    /** A moment moved forward for a comparison; null where it goes nowhere. */
    default Field<?> moved(Field<?> moment, Shift shift) {
        if (shift.weeks() != null) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "Weeks of a retail calendar move in its dialect only.");
        }
        return later(moment, shift.months(), shift.days());
    }
}
