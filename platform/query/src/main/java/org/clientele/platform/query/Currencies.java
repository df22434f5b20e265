package org.clientele.platform.query;

import java.util.List;
import java.util.Optional;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.sql.Conversion;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.MetricQuery;

/**
 * In which currency the money of a query is. Amounts of different currencies are never added up: either the query keeps them
 * apart, or each line is converted by a dated rate.
 *
 * @param unit the ISO 4217 code of the result, or "" where each group has its own or none is known
 * @param conversion how money is converted, or empty where nothing is to be
 * @param money the columns that are converted
 */
record Currencies(String unit, Optional<Conversion> conversion, List<Term.Column> money) {
    static final String CURRENCY = "currency";

    /**
     * What holds for a query.
     *
     * @param metrics its metrics
     * @param filters its conditions
     */
    static Currencies of(
            MetricQuery query, List<Term> metrics, List<Term> filters, QueryContext context, CustomerModel model) {
        LineFacts facts = context.facts();
        String target = context.reporting().isEmpty()
                ? facts.currencies().stream().findFirst().orElse("")
                : context.reporting();
        boolean one = !facts.mixed() && (facts.currencies().isEmpty() || target.equals(facts.currency()));
        if (one) {
            return new Currencies(facts.currency(), Optional.empty(), List.of());
        }
        if (query.dimensions().contains(CURRENCY)) {
            return new Currencies("", Optional.empty(), List.of());
        }
        Optional<String> only = filters.stream().flatMap(f -> only(f).stream()).findFirst();
        if (only.isPresent()) {
            return new Currencies(only.get(), Optional.empty(), List.of());
        }
        List<Term.Column> money = Conversion.money(metrics, model);
        Optional<Conversion> conversion = money.isEmpty() ? Optional.empty() : Optional.of(new Conversion(target));
        return new Currencies(target, conversion, money);
    }

    /** The one currency that a condition lets through, if it is of that kind. */
    private static Optional<String> only(Term condition) {
        if (condition instanceof Term.Comparison c && c.relation() == Term.Relation.EQUAL) {
            return isCurrency(c.left()) ? text(c.right()) : isCurrency(c.right()) ? text(c.left()) : Optional.empty();
        }
        if (condition instanceof Term.Membership m
                && isCurrency(m.value())
                && m.members().size() == 1) {
            return text(m.members().get(0));
        }
        return condition instanceof Term.Junction all && all.all()
                ? all.parts().stream().flatMap(p -> only(p).stream()).findFirst()
                : Optional.empty();
    }

    private static Optional<String> text(Term term) {
        return term instanceof Term.Literal l && l.value() instanceof String s ? Optional.of(s) : Optional.empty();
    }

    static boolean isCurrency(Term term) {
        return term instanceof Term.Column c
                && c.table().equals(CustomerModel.ORDER_LINE)
                && c.name().equals(CURRENCY);
    }
}
