package org.clientele.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.platform.query.formula.Formulas;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.ValueType;
import org.clientele.platform.query.policy.AppliedPolicy;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;

/** Filters of a query as terms that the policy allows. */
record Filters(Names names, AppliedPolicy policy) {
    private static final Texts TEXTS = Texts.of(Filters.class);

    /** A dimension to filter by only: which sets a customer is in, by their keys. */
    static final String CUSTOMER_SET = "customer-set";

    /** The conditions, in order. */
    List<Term> terms(List<Filter> filters) {
        List<Term> terms = new ArrayList<>();
        for (Filter filter : filters) {
            Term term = term(filter);
            policy.check(term, TEXTS.get("common.filter"));
            terms.add(term);
        }
        return List.copyOf(terms);
    }

    private Term term(Filter filter) {
        if (filter instanceof Filter.Members members) {
            return members(members);
        }
        if (filter instanceof Filter.Range range) {
            return range(range);
        }
        return Formulas.condition(TEXTS.get("filters.filter"), ((Filter.Condition) filter).condition(), names);
    }

    private Term range(Filter.Range range) {
        Term member = dimension(range.dimension());
        List<Term> all = new ArrayList<>(List.of(new Term.Inversion(new Term.Absence(member))));
        if (range.from() != null) {
            Term end = MemberText.literal(range.dimension(), range.from(), member.type());
            all.add(new Term.Comparison(Term.Relation.GREATER_OR_EQUAL, member, end));
        }
        if (range.to() != null) {
            Term end = MemberText.literal(range.dimension(), range.to(), member.type());
            all.add(new Term.Comparison(Term.Relation.LESS_OR_EQUAL, member, end));
        }
        return new Term.Junction(true, all);
    }

    /** The term of a dimension. */
    Term dimension(String name) {
        if (name.equals(CUSTOMER_SET)) {
            throw new AnalyticsException(ErrorCode.ARGUMENT_INVALID, TEXTS.get("filters.customer_may_in_several_sets"));
        }
        return names.dimension(name)
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.DIMENSION_UNKNOWN,
                        Names.dimensions().contains(name)
                                ? TEXTS.get(
                                        "filters.rows_have_no_dimension",
                                        names.table().name(),
                                        name)
                                : TEXTS.get(
                                        "filters.there_is_no_dimension_there",
                                        name,
                                        String.join(", ", Names.dimensions()))));
    }

    /** Any of some sets; null stands for unknown customers, who are in none. */
    private Term sets(Filter.Members filter) {
        List<Term> any = new ArrayList<>();
        for (String key : filter.members()) {
            Term set = dimension(key == null ? "customer" : Names.SET + "." + key);
            Term in = new Term.Membership(set, List.of(new Term.Literal(Term.InSet.IN, ValueType.TEXT)));
            any.add(
                    key == null
                            ? new Term.Absence(set)
                            : new Term.Junction(true, List.of(new Term.Inversion(new Term.Absence(set)), in)));
        }
        Term among = any.isEmpty() ? new Term.Literal(false, ValueType.BOOLEAN) : new Term.Junction(false, any);
        return filter.exclude() ? new Term.Inversion(among) : among;
    }

    private Term members(Filter.Members filter) {
        if (filter.dimension().equals(CUSTOMER_SET)) {
            return sets(filter);
        }
        Term member = dimension(filter.dimension());
        boolean unknown = filter.members().contains(null);
        List<Term> known = filter.members().stream()
                .filter(Objects::nonNull)
                .<Term>map(m -> MemberText.literal(
                        filter.dimension(), member instanceof Term.InSegment s ? names.member(s, m) : m, member.type()))
                .toList();
        List<Term> any = new ArrayList<>();
        if (!known.isEmpty()) {
            // A missing member is among none, and so it stays when these are left out.
            any.add(new Term.Junction(
                    true, List.of(new Term.Inversion(new Term.Absence(member)), new Term.Membership(member, known))));
        }
        if (unknown) {
            any.add(new Term.Absence(member));
        }
        Term among = any.isEmpty()
                ? new Term.Literal(false, ValueType.BOOLEAN)
                : any.size() == 1 ? any.get(0) : new Term.Junction(false, any);
        return filter.exclude() ? new Term.Inversion(among) : among;
    }
}
