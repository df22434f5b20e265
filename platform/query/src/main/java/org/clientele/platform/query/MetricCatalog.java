package org.clientele.platform.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.platform.query.formula.Formulas;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.query.formula.Term;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.text.Texts;

/**
 * The metrics of a workspace with their checked formulas. A metric whose formula is wrong is a {@link Problem} and does
 * not touch the others. Immutable and thread-safe; made anew when plugins or the columns of the model change.
 */
public final class MetricCatalog {
    private static final Texts TEXTS = Texts.of(MetricCatalog.class);

    private static final int MAX_REFERENCES = 32;

    private final CustomerModel model;
    private final Map<QualifiedId, MetricDefinition> definitions = new LinkedHashMap<>();
    private final Map<QualifiedId, Term> terms = new HashMap<>();
    private final Map<QualifiedId, Problem> problems = new LinkedHashMap<>();
    private final List<Problem> duplicates;

    /**
     * A metric that cannot be used.
     *
     * @param id its id
     * @param message why, for people; in a formula with line, column and excerpt
     */
    public record Problem(QualifiedId id, String message) {}

    private MetricCatalog(List<MetricDefinition> all, CustomerModel model, KnownSegments published) {
        this.model = model;
        List<Problem> twice = new ArrayList<>();
        for (MetricDefinition d : all) {
            if (definitions.putIfAbsent(d.id(), d) != null) {
                twice.add(new Problem(d.id(), TEXTS.get("metric.catalog.metric_is_defined_twice_first", d.id())));
            }
        }
        Names names = Names.of(model, CustomerModel.ORDER_LINE).with(new PublishedTerms(published));
        for (MetricDefinition d : definitions.values()) {
            try {
                term(d, names, new LinkedHashSet<>());
            } catch (AnalyticsException e) {
                problems.putIfAbsent(d.id(), new Problem(d.id(), e.getMessage()));
            }
        }
        duplicates = List.copyOf(twice);
    }

    /** The catalog of these metrics over the columns of {@code model}, attributes included. */
    public static MetricCatalog of(List<MetricDefinition> definitions, CustomerModel model) {
        return of(definitions, model, KnownSegments.NONE);
    }

    /** The same, whose formulas may name what was published of customers. */
    public static MetricCatalog of(List<MetricDefinition> definitions, CustomerModel model, KnownSegments published) {
        return new MetricCatalog(definitions, model, published);
    }

    /** The catalog of these metrics over the standard model, without attributes. */
    public static MetricCatalog of(List<MetricDefinition> definitions) {
        return of(definitions, CustomerModel.standard());
    }

    private Term term(MetricDefinition d, Names names, Set<QualifiedId> path) {
        Term known = terms.get(d.id());
        if (known != null) {
            return known;
        }
        if (!path.add(d.id())) {
            List<String> circle =
                    new ArrayList<>(path.stream().map(QualifiedId::toString).toList());
            circle = circle.subList(circle.indexOf(d.id().toString()), circle.size());
            throw invalid(TEXTS.get("metric.catalog.metrics_refer_each_other_in", String.join(" > ", circle), d.id()));
        }
        try {
            Term term = Formulas.metric(d, names, reference -> {
                MetricDefinition other = referred(reference, d);
                return new Formulas.Referred(other.unit(), referredTerm(other, names, path));
            });
            terms.put(d.id(), term);
            return term;
        } finally {
            path.remove(d.id());
        }
    }

    private Term referredTerm(MetricDefinition other, Names names, Set<QualifiedId> path) {
        if (path.size() >= MAX_REFERENCES) {
            throw invalid(TEXTS.get("metric.catalog.metrics_refer_metrics_more_than", MAX_REFERENCES));
        }
        try {
            return term(other, names, path);
        } catch (AnalyticsException e) {
            String why = e.getMessage().lines().findFirst().orElse("");
            throw path.contains(other.id())
                    ? e
                    : invalid(TEXTS.get("metric.catalog.metric_cannot_used", other.id(), why));
        }
    }

    // Its own namespace comes first, so that nobody else's metric can make a formula ambiguous.
    private MetricDefinition referred(String reference, MetricDefinition from) {
        MetricDefinition own = reference.indexOf('/') >= 0 || reference.isEmpty()
                ? null
                : definitions.values().stream()
                        .filter(d -> d.id().namespace().equals(from.id().namespace())
                                && d.id().name().equals(reference))
                        .findFirst()
                        .orElse(null);
        return own != null
                ? own
                : QualifiedId.resolve(
                        reference, definitions.values(), MetricDefinition::id, "metric", ErrorCode.METRIC_UNKNOWN);
    }

    private static AnalyticsException invalid(String message) {
        return new AnalyticsException(ErrorCode.FORMULA_INVALID, message);
    }

    /** The metrics that can be used, in the order of definition. */
    public List<MetricDefinition> all() {
        return definitions.values().stream()
                .filter(d -> terms.containsKey(d.id()))
                .toList();
    }

    /** The metrics that cannot be used, and why. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems.values());
        all.addAll(duplicates);
        return List.copyOf(all);
    }

    /** The model whose columns the formulas read. */
    public CustomerModel model() {
        return model;
    }

    /**
     * The metric that answers to an id or an unambiguous suffix of it.
     *
     * @throws AnalyticsException METRIC_UNKNOWN if none or several answer; FORMULA_INVALID if its formula is wrong
     */
    public MetricDefinition resolve(String idOrSuffix) {
        MetricDefinition d = QualifiedId.resolve(
                idOrSuffix, definitions.values(), MetricDefinition::id, "metric", ErrorCode.METRIC_UNKNOWN);
        Problem problem = problems.get(d.id());
        if (problem != null) {
            throw invalid(problem.message());
        }
        return d;
    }

    /** The checked formula of a metric of {@link #all()}. */
    Term term(MetricDefinition metric) {
        Term term = terms.get(metric.id());
        if (term == null) {
            throw new AnalyticsException(
                    ErrorCode.METRIC_UNKNOWN, TEXTS.get("metric.catalog.metric_is_not_in_catalog", metric.id()));
        }
        return term;
    }
}
