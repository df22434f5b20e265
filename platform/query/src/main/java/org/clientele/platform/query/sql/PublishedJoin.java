package org.clientele.platform.query.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.sdk.data.Segmentation;
import org.jooq.CaseConditionStep;
import org.jooq.CaseWhenStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows beside the segments or scores of their customers, as these were when the rows were written. Rows look up the list that was in force on their own
 * day, wherever a comparison moves them: by customer and number, so that each row finds one member at most.
 */
record PublishedJoin(Term.Published published, Dialect dialect) {
    private static final String DATASET = "dataset";
    private static final String PLACE = "segment";
    private static final String SCORE = "score";
    /** Stands for known customers in no segment until places get their names. */
    private static final int NOWHERE = -1;

    private static String alias(Term.Published published) {
        return (published instanceof Term.Score ? "score " : "segment ")
                + published.key()
                + (published.time() == null ? " now" : "");
    }

    /** Who is in which segment, or has which score, in the lists that may be looked up. */
    Table<?> members() {
        Field<Long> dataset = DSL.field(DSL.name(DATASET), SQLDataType.BIGINT);
        List<Field<Long>> numbers =
                dated().stream().<Field<Long>>map(d -> DSL.inline(d.dataset())).toList();
        return DSL.select(
                        dataset,
                        DSL.field(DSL.name(CustomersStatement.CUSTOMER), SQLDataType.OTHER),
                        DSL.field(DSL.name(published instanceof Term.Score ? SCORE : PLACE), SQLDataType.OTHER))
                .from(DSL.table(list(dated())))
                .where(dataset.in(numbers))
                .asTable(DSL.name(alias(published)));
    }

    /** Where the lists are: one that nobody published has a table of its own, in memory. */
    private static Name list(List<Term.Published.Dated> dated) {
        long number = dated.get(0).dataset();
        return number < 0
                ? DSL.name(CustomersStatement.LIVE, CustomersStatement.MEMBERSHIP + "_" + -number)
                : DSL.name(CustomersStatement.MEMBERSHIP);
    }

    /** Without a moment, only the newest list counts. */
    private List<Term.Published.Dated> dated() {
        List<Term.Published.Dated> all = published.dated();
        return published.time() == null ? all.subList(all.size() - 1, all.size()) : all;
    }

    /** Which member a row looks up. */
    Condition same() {
        Condition customer = RowReader.field(alias(published), CustomersStatement.CUSTOMER)
                .eq(RowReader.stored(published.customer()).coerce(SQLDataType.OTHER));
        List<Term.Published.Dated> dated = dated();
        return dated.size() == 1
                ? customer
                : customer.and(RowReader.field(alias(published), DATASET)
                        .coerce(SQLDataType.BIGINT)
                        .eq(inForce(dated)));
    }

    private Field<Long> inForce(List<Term.Published.Dated> dated) {
        Field<?> moment = RowReader.stored(Objects.requireNonNull(published.time()));
        long newest = dated.get(dated.size() - 1).dataset();
        CaseConditionStep<Long> number = DSL.when(
                moment.isNull().or(since(moment, dated.get(dated.size() - 1).from())), DSL.inline(newest));
        for (int i = dated.size() - 2; i > 0; i--) {
            number = number.when(
                    since(moment, dated.get(i).from()), DSL.inline(dated.get(i).dataset()));
        }
        return number.otherwise(DSL.inline(dated.get(0).dataset()));
    }

    private Condition since(Field<?> moment, LocalDate day) {
        return SqlTerms.any(moment).ge(SqlTerms.any(dialect.cast(DSL.val(day.atStartOfDay()), ValueType.TIMESTAMP)));
    }

    /** The number of the row's customer. */
    static Field<?> number(Term.Score score) {
        return RowReader.field(alias(score), SCORE);
    }

    /**
     * The row's segment by its place, which is quicker to group by than its name.
     *
     * @param customer the row's, where the field stands
     */
    static Field<?> place(Term.InSegment segment, Field<?> customer) {
        // Inline, because a group and its expression in the list of columns must be the same text.
        return DSL.coalesce(joined(segment), DSL.when(customer.isNotNull(), DSL.inline(NOWHERE)));
    }

    private static Field<Integer> joined(Term.InSegment segment) {
        return RowReader.field(alias(segment), PLACE).coerce(SQLDataType.INTEGER);
    }

    /** The name of a {@link #place}. */
    static Field<?> named(Term.InSegment segment, Field<?> place) {
        CaseWhenStep<Integer, String> name =
                DSL.choose(place.coerce(SQLDataType.INTEGER)).when(DSL.inline(NOWHERE), DSL.inline(Segmentation.NONE));
        for (int i = 0; i < segment.segments().size(); i++) {
            name = name.when(DSL.inline(i), DSL.val(segment.segments().get(i)));
        }
        return name;
    }

    /** Whether it is a member, never null; the engine sees that rows without a partner fall away, and joins them from the start without. */
    static Condition is(Term.InSegment segment, Term member, Field<?> customer) {
        String name = member instanceof Term.Literal l ? String.valueOf(l.value()) : "";
        if (name.equals(Segmentation.NONE)) {
            return joined(segment).isNull().and(customer.isNotNull());
        }
        return joined(segment)
                .isNotNull()
                .and(joined(segment)
                        .eq(DSL.inline(
                                segment.segments().indexOf(name) < 0
                                        ? segment.segments().size()
                                        : segment.segments().indexOf(name))));
    }
}
