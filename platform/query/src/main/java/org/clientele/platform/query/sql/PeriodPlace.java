package org.clientele.platform.query.sql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows seen from a period. The rows of a comparison's base are moved forward in time, so that the same questions can be
 * asked of them: their own time, their customers' first sale and whatever in_period looks at move alike.
 *
 * @param time the column that places rows in time, or null where none does
 * @param shift how far rows are moved
 * @param period the days that count
 * @param grains the steps that rows are grouped by
 * @param conversion what money is converted by, or null
 * @param money the columns that are converted
 */
record PeriodPlace(
        Dialect dialect,
        Term.@Nullable Column time,
        Shift shift,
        Period period,
        List<Grain> grains,
        @Nullable Conversion conversion,
        List<Term.Column> money)
        implements SqlTerms.Place {
    private static final Texts TEXTS = Texts.of(PeriodPlace.class);

    @Override
    public Field<?> column(Term.Column column) {
        boolean moves = column.equals(time) || column.equals(Term.FIRST_SALE);
        if (moves) {
            return moved(column);
        }
        Conversion c = conversion;
        Field<?> stored = RowReader.stored(column);
        return c != null && money.contains(column) ? c.converted(dialect, stored, column.type()) : stored;
    }

    private Field<?> moved(Term.Column column) {
        return dialect.moved(RowReader.stored(column), shift);
    }

    @Override
    public Condition inPeriod(Term.InPeriod term) {
        Term.Column column = (Term.Column) term.moment();
        Field<?> moment = moved(column);
        List<Condition> all = new ArrayList<>(List.of(moment.isNotNull(), within(moment)));
        Term.Column own = time;
        if (own != null) {
            grains.forEach(g ->
                    all.add(SqlTerms.any(dialect.step(g, moment)).eq(SqlTerms.any(dialect.step(g, moved(own))))));
        }
        return DSL.and(all);
    }

    /** Which rows lie in the period. */
    Condition inside() {
        Term.Column own = time;
        return own == null ? DSL.noCondition() : within(moved(own));
    }

    /** Whether a moment, moved already, lies in the period. */
    Condition within(Field<?> moment) {
        Condition inside = DSL.noCondition();
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (from != null) {
            inside = inside.and(SqlTerms.any(moment).ge(bound(from.atStartOfDay())));
        }
        if (to != null) {
            inside = inside.and(SqlTerms.any(moment).lt(bound(to.plusDays(1).atStartOfDay())));
        }
        return inside;
    }

    /** Which rows lie between two moments, both included. */
    Condition between(LocalDateTime first, LocalDateTime last) {
        Term.Column own = time;
        if (own == null) {
            return DSL.noCondition();
        }
        Field<Object> moment = SqlTerms.any(moved(own));
        return moment.ge(bound(first)).and(moment.le(bound(last)));
    }

    private Field<Object> bound(LocalDateTime moment) {
        return SqlTerms.any(dialect.cast(DSL.val(moment), ValueType.TIMESTAMP));
    }

    @Override
    public Field<?> aggregate(Term.Aggregate aggregate) {
        throw new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get("period.place.aggregate_stands_where_rows_are"));
    }
}
