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
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows beside the segments of their customers, as these were when the rows were written. Rows look up the list that was in force on their own day, wherever a
 * comparison moves them: by customer and number, so that each row finds one member at most.
 */
record SegmentJoin(Term.InSegment segment, Dialect dialect) {
    private static final String DATASET = "dataset";
    private static final String NAME = "segment_name";
    private static final String PLACE = "segment";

    private static String alias(Term.InSegment segment) {
        return "segment " + segment.key();
    }

    /** Who is in which segment, in the lists that may be looked up. */
    Table<?> members() {
        Field<Integer> place = DSL.field(DSL.name(PLACE), SQLDataType.INTEGER);
        List<String> names = segment.segments();
        CaseWhenStep<Integer, String> name = DSL.choose(place).when(DSL.inline(0), DSL.val(names.get(0)));
        for (int i = 1; i < names.size(); i++) {
            name = name.when(DSL.inline(i), DSL.val(names.get(i)));
        }
        Field<Long> dataset = DSL.field(DSL.name(DATASET), SQLDataType.BIGINT);
        List<Field<Long>> numbers =
                dated().stream().<Field<Long>>map(d -> DSL.inline(d.dataset())).toList();
        return DSL.select(
                        dataset,
                        DSL.field(DSL.name(CustomersStatement.CUSTOMER), SQLDataType.OTHER),
                        name.as(DSL.name(NAME)))
                .from(DSL.table(DSL.name(CustomersStatement.MEMBERSHIP)))
                .where(dataset.in(numbers))
                .asTable(DSL.name(alias(segment)));
    }

    /** Without a moment, only the newest list counts. */
    private List<Term.InSegment.Dated> dated() {
        List<Term.InSegment.Dated> all = segment.dated();
        return segment.time() == null ? all.subList(all.size() - 1, all.size()) : all;
    }

    /** Which member a row looks up. */
    Condition same() {
        Condition customer = RowReader.field(alias(segment), CustomersStatement.CUSTOMER)
                .eq(RowReader.stored(segment.customer()).coerce(SQLDataType.OTHER));
        List<Term.InSegment.Dated> dated = dated();
        return dated.size() == 1
                ? customer
                : customer.and(RowReader.field(alias(segment), DATASET)
                        .coerce(SQLDataType.BIGINT)
                        .eq(inForce(dated)));
    }

    private Field<Long> inForce(List<Term.InSegment.Dated> dated) {
        Field<?> moment = RowReader.stored(Objects.requireNonNull(segment.time()));
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

    /**
     * The name of the row's segment.
     *
     * @param customer the row's, where the field stands
     */
    static Field<?> name(Term.InSegment segment, Field<?> customer) {
        // Inline, because a group and its expression in the list of columns must be the same text.
        return DSL.coalesce(
                RowReader.field(alias(segment), NAME).coerce(SQLDataType.VARCHAR),
                DSL.when(customer.isNotNull(), DSL.inline(Segmentation.NONE)));
    }

    /** Whether it is a member, never null; the engine sees that rows without a partner fall away, and joins them from the start without. */
    static Condition is(Term.InSegment segment, Field<Object> member, Term text, Field<?> customer) {
        Field<Object> name = RowReader.field(alias(segment), NAME);
        return text instanceof Term.Literal l && l.value().equals(Segmentation.NONE)
                ? name.isNull().and(customer.isNotNull())
                : name.isNotNull().and(name.eq(member));
    }
}
