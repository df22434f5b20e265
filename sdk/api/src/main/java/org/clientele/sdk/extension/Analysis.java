package org.clientele.sdk.extension;

import java.util.List;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.PublishedScore;

/**
 * What takes more than a query: it asks for metrics or rows, works something out, and gives a frame, which a tile draws like
 * that of any query. Called off the UI thread, from several threads at once. The same parameters, filters, period and data
 * give the same frame; it is kept as long as none of them changes.
 *
 * <pre>{@code
 * public final class Concentration implements Analysis<Concentration.Parameters> {
 *     public record Parameters(
 *             @Parameter(label = "Top share", least = 0.01, most = 0.5, step = 0.01) double top) {}
 *
 *     public QualifiedId id() { return QualifiedId.of("acme.loyalty/concentration"); }
 *     public String title() { return "Concentration"; }
 *     public Parameters defaults() { return new Parameters(0.1); }
 *     public Frame run(Parameters p, AnalysisContext context) {
 *         Frame sales = context.query(MetricQuery.of("revenue").by("customer").during(context.period()));
 *         ...
 *     }
 * }
 * }</pre>
 *
 * @param <P> its parameters: a record whose components are int, long, double, boolean, String, LocalDate, an enum, or a record of these
 *     (see {@link Parameter})
 */
public interface Analysis<P extends Record> {
    /** {@code vendor.plugin/name}, in the plugin's namespace. */
    QualifiedId id();

    /** For people. */
    String title();

    /** One or two sentences that say what is worked out, and how. */
    default String description() {
        return "";
    }

    /** The parameters where nobody chose others. */
    P defaults();

    /**
     * What is worth choosing beyond the defaults, now that there are some scores; nothing, as a rule. Answers at once.
     *
     * @param scores that were published, by name
     */
    default List<Suggestion> suggestions(List<PublishedScore> scores) {
        return List.of();
    }

    /**
     * Works it out. Looks at {@link AnalysisContext#cancel} at least ten times a second.
     *
     * @throws org.clientele.sdk.AnalyticsException what is lacking, in a sentence; the tile shows it
     */
    Frame run(P parameters, AnalysisContext context);
}
