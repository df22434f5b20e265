package org.clientele.platform.workbench.page;

import java.util.List;
import org.clientele.sdk.query.MetricDefinition;

/**
 * What metrics are called for people, and which one was meant. What programs write, an id, is read as well.
 *
 * @param metrics all that there are
 */
public record MetricNames(List<MetricDefinition> metrics) {
    public MetricNames {
        metrics = List.copyOf(metrics);
    }

    /** What a metric is called; one that shares its label with another is called by its id. */
    public String label(String id) {
        return metrics.stream()
                .filter(m -> m.id().toString().equals(id) || m.id().answersTo(id))
                .findFirst()
                .map(this::label)
                .orElse(id);
    }

    private String label(MetricDefinition m) {
        boolean own = metrics.stream().filter(o -> o.label().equals(m.label())).count() == 1;
        return own ? m.label() : m.id().toString();
    }

    /** All metrics to choose from, by what they are called. */
    public List<String> labels() {
        return metrics.stream().map(this::label).sorted().toList();
    }

    /** The id of what was chosen or typed; what is no label is taken for an id. */
    public String id(String said) {
        return metrics.stream()
                .filter(m -> label(m).equalsIgnoreCase(said))
                .findFirst()
                .map(m -> m.id().toString())
                .orElse(said);
    }
}
