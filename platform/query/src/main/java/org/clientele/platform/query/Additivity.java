package org.clientele.platform.query;

import org.clientele.platform.query.formula.ScalarFunction;
import org.clientele.platform.query.formula.Term;

/**
 * Whether the values of a metric for parts of the rows add up to its value for all of them.
 *
 * @param kind what its values are
 * @param overTime whether that holds for steps of time too: a metric that asks what happened in the period asks it of each step
 */
public record Additivity(Kind kind, boolean overTime) {
    /** What the values of a metric are. */
    public enum Kind {
        /** Sums and counts of rows: parts that share no row add up to the whole. */
        SUM,
        /** Counts of distinct things: one may be in several parts, so parts may come to more than the whole. */
        DISTINCT,
        /** Ratios, averages, least and greatest values: parts say nothing by their sum. */
        RATE
    }

    /**
     * What holds for a metric, by its formula.
     *
     * @param metric its id, or an unambiguous suffix of it
     * @throws org.clientele.sdk.AnalyticsException METRIC_UNKNOWN or FORMULA_INVALID
     */
    public static Additivity of(MetricCatalog metrics, String metric) {
        Term term = metrics.term(metrics.resolve(metric));
        boolean[] asksForPeriod = new boolean[1];
        term.walk(t -> asksForPeriod[0] |= t instanceof Term.InPeriod);
        return new Additivity(kind(term), !asksForPeriod[0]);
    }

    /** Whether members of a dimension add up; of one of time where {@code ofTime}. */
    public boolean addsUp(boolean ofTime) {
        return kind == Kind.SUM && (overTime || !ofTime);
    }

    private static Kind kind(Term term) {
        if (term instanceof Term.Aggregate a) {
            return switch (a.aggregation()) {
                case SUM, COUNT -> Kind.SUM;
                case COUNT_DISTINCT, SUM_OF_CUSTOMERS -> Kind.DISTINCT;
                case AVG, MIN, MAX, AVG_OF_CUSTOMERS -> Kind.RATE;
            };
        }
        if (term instanceof Term.Negation n) {
            return kind(n.value());
        }
        if (term instanceof Term.Arithmetic a) {
            return switch (a.operator()) {
                case PLUS, MINUS -> worse(kind(a.left()), kind(a.right()));
                case TIMES ->
                    a.left() instanceof Term.Literal
                            ? kind(a.right())
                            : a.right() instanceof Term.Literal ? kind(a.left()) : Kind.RATE;
                case DIVIDED_BY -> Kind.RATE;
            };
        }
        if (term instanceof Term.Function f
                && f.function() == ScalarFunction.COALESCE
                && f.arguments().stream().skip(1).allMatch(Additivity::isZero)) {
            return kind(f.arguments().get(0));
        }
        return Kind.RATE;
    }

    private static Kind worse(Kind a, Kind b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static boolean isZero(Term term) {
        return term instanceof Term.Literal l && l.value() instanceof Number n && n.doubleValue() == 0;
    }
}
