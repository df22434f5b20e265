package org.clientele.platform.query.formula;

import org.antlr.v4.runtime.Token;
import org.clientele.platform.query.formula.Checked.Level;
import org.clientele.platform.query.grammar.FormulaParser;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/** The way in: texts to checked terms. */
public final class Formulas {
    private static final Texts TEXTS = Texts.of(Formulas.class);

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
        FormulaSource source = new FormulaSource(TEXTS.get("formulas.formula", definition.id()), definition.formula());
        FormulaParser.FormulaContext tree = source.parse();
        Token start = tree.getStart();
        Checked checked = new Checker(source, names, metrics).visit(tree);
        if (checked.level() == Level.ROW) {
            throw source.error(start, TEXTS.get("formulas.metric_has_value_for_many"));
        }
        if (!checked.type().isNumeric()) {
            throw source.error(start, TEXTS.get("formulas.metric_is_number_is", checked.type()));
        }
        if (UnitAlgebra.unify(checked.unit(), definition.unit()).isEmpty()
                || !checked.unit().equals(Unit.none())
                        && !checked.unit().equals(UnitAlgebra.COUNT)
                        && definition.unit().equals(Unit.none())) {
            throw source.error(
                    start,
                    TEXTS.get(
                            "formulas.counts_but_metric_declares",
                            UnitAlgebra.name(checked.unit()),
                            UnitAlgebra.name(definition.unit())));
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
            throw new AnalyticsException(
                    ErrorCode.FORMULA_INVALID, TEXTS.get("formulas.condition_on_rows_cannot_refer"));
        };
        Checked checked = new Checker(source, names, none).visit(tree);
        if (checked.level() == Level.GROUP) {
            throw source.error(tree.getStart(), TEXTS.get("formulas.condition_on_rows_cannot_hold"));
        }
        if (!checked.type().equals(ValueType.BOOLEAN)) {
            throw source.error(tree.getStart(), TEXTS.get("formulas.condition_is_wanted_is", checked.type()));
        }
        return bounded(source, tree.getStart(), checked.term());
    }

    private static Term bounded(FormulaSource source, Token start, Term term) {
        if (term.size() > MAX_SIZE) {
            throw source.error(start, TEXTS.get("formulas.with_metrics_refers_has_more", MAX_SIZE));
        }
        if (term.depth() > MAX_DEPTH) {
            throw source.error(start, TEXTS.get("formulas.with_metrics_refers_is_more", MAX_DEPTH));
        }
        return term;
    }
}
