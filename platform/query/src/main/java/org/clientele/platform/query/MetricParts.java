package org.clientele.platform.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.platform.query.formula.TermText;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;

/**
 * What a metric is calculated from: each aggregate of its formula counts rows of its own. A sum has one part; a ratio has two,
 * and the rows behind it are the rows behind either.
 */
public final class MetricParts {
    private MetricParts() {}

    /**
     * One aggregate.
     *
     * @param label for people: that of the metric that is just this, else its formula
     * @param formula the aggregate over the rows that {@code rows} lets through, without a condition of its own
     * @param unit what it counts; for a count that no metric names, none
     * @param rows which order lines it counts: those that pass its condition and have a value of what it aggregates
     */
    public record Part(String label, String formula, Unit unit, List<Filter> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The parts of a metric, in the order of its formula; equal ones once.
     *
     * @throws org.clientele.sdk.AnalyticsException METRIC_UNKNOWN or FORMULA_INVALID
     */
    public static List<Part> of(MetricCatalog metrics, String metric) {
        MetricDefinition definition = metrics.resolve(metric);
        Set<Term.Aggregate> aggregates = new LinkedHashSet<>();
        metrics.term(definition).walk(t -> {
            if (t instanceof Term.Aggregate a) {
                aggregates.add(a);
            }
        });
        TermText text = new TermText(Names.of(metrics.model(), CustomerModel.ORDER_LINE));
        return aggregates.stream().map(a -> part(metrics, definition, a, text)).toList();
    }

    private static Part part(MetricCatalog metrics, MetricDefinition asked, Term.Aggregate a, TermText text) {
        Optional<MetricDefinition> named = metrics.term(asked).equals(a)
                ? Optional.of(asked)
                : metrics.all().stream().filter(m -> metrics.term(m).equals(a)).findFirst();
        List<Filter> rows = new ArrayList<>();
        if (a.condition() != null) {
            rows.add(Filter.where(text.of(a.condition())));
        }
        if (a.argument() != null) {
            rows.add(Filter.where(text.of(new Term.Inversion(new Term.Absence(a.argument())))));
        }
        Term.Aggregate bare = new Term.Aggregate(a.aggregation(), a.argument(), null, a.type());
        return new Part(
                named.map(MetricDefinition::label).orElseGet(() -> text.of(a)),
                text.of(bare),
                named.map(MetricDefinition::unit).orElseGet(() -> unit(a, metrics.model())),
                rows);
    }

    private static Unit unit(Term.Aggregate a, CustomerModel model) {
        boolean counts =
                a.aggregation() == Term.Aggregation.COUNT || a.aggregation() == Term.Aggregation.COUNT_DISTINCT;
        if (!counts && a.argument() instanceof Term.Score score) {
            return score.unit();
        }
        return !counts && a.argument() instanceof Term.Column c
                ? model.table(c.table()).find(c.name()).map(ColumnSpec::unit).orElse(Unit.none())
                : Unit.none();
    }
}
