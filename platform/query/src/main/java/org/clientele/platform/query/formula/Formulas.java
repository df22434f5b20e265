package org.clientele.platform.query.formula;

import org.antlr.v4.runtime.Token;
import org.clientele.platform.query.formula.Checked.Level;
import org.clientele.platform.query.grammar.FormulaParser;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;

/** The way in: texts to checked terms. */
public final class Formulas {
    // SQL engines and builders recurse over expressions, and metrics that refer to metrics multiply.
    private static final int MAX_DEPTH = 100;
    private static final int MAX_SIZE = 5_000;

    private Formulas() {}

    /** Finds metrics that a formula refers to. */
    public interface Metrics {
        /**
         * The metric that answers to an id or a suffix of it.
         *
         * @throws AnalyticsException if there is none; its message is shown at the place of the reference
         */
        Referred find(String idOrSuffix);
    }

    /**
     * A metric that a formula refers to.
     *
     * @param unit its declared unit
     * @param term what it means
     */
    public record Referred(Unit unit, Term term) {}

    /**
     * The term of a metric's formula, over order lines.
     *
     * @throws AnalyticsException FORMULA_INVALID, with line, column and excerpt
     */
    public static Term metric(MetricDefinition definition, Names names, Metrics metrics) {
        FormulaSource source = new FormulaSource("The formula of " + definition.id(), definition.formula());
        FormulaParser.FormulaContext tree = source.parse();
        Token start = tree.getStart();
        Checked checked = new Checker(source, names, metrics).visit(tree);
        if (checked.level() == Level.ROW) {
            throw source.error(start, "a metric has one value for many rows; use an aggregate, as in sum(amount)");
        }
        if (!checked.type().isNumeric()) {
            throw source.error(start, "a metric is a number, and this is " + checked.type());
        }
        if (UnitAlgebra.unify(checked.unit(), definition.unit()).isEmpty()
                || !checked.unit().equals(Unit.none())
                        && !checked.unit().equals(UnitAlgebra.COUNT)
                        && definition.unit().equals(Unit.none())) {
            throw source.error(
                    start,
                    "it counts " + UnitAlgebra.name(checked.unit()) + ", but the metric declares "
                            + UnitAlgebra.name(definition.unit()));
        }
        return bounded(source, start, checked.term());
    }

    /**
     * The term of a condition on rows.
     *
     * @param owner whose it is, for messages: "The filter"
     * @throws AnalyticsException FORMULA_INVALID, with line, column and excerpt
     */
    public static Term condition(String owner, String text, Names names) {
        FormulaSource source = new FormulaSource(owner, text);
        FormulaParser.FormulaContext tree = source.parse();
        Metrics none = id -> {
            throw new AnalyticsException(ErrorCode.FORMULA_INVALID, "a condition on rows cannot refer to a metric.");
        };
        Checked checked = new Checker(source, names, none).visit(tree);
        if (checked.level() == Level.GROUP) {
            throw source.error(tree.getStart(), "a condition on rows cannot hold an aggregate");
        }
        if (!checked.type().equals(ValueType.BOOLEAN)) {
            throw source.error(tree.getStart(), "a condition is wanted, and this is " + checked.type());
        }
        return bounded(source, tree.getStart(), checked.term());
    }

    private static Term bounded(FormulaSource source, Token start, Term term) {
        if (term.size() > MAX_SIZE) {
            throw source.error(start, "with the metrics that it refers to, it has more than " + MAX_SIZE + " parts");
        }
        if (term.depth() > MAX_DEPTH) {
            throw source.error(
                    start, "with the metrics that it refers to, it is more than " + MAX_DEPTH + " levels deep");
        }
        return term;
    }
}
