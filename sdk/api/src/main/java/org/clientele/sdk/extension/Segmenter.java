package org.clientele.sdk.extension;

import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.text.Texts;

/**
 * An analysis that puts customers into segments. What it finds can be published: it is then a dimension of every question, its members dated.
 * Published segments are kept with their model, and {@link #apply} puts customers into the same segments as they were on other days: new
 * ones after an import, all of them at past ends of months.
 *
 * <pre>{@code
 * public final class Spenders implements Segmenter<Spenders.Parameters> {
 *     public record Parameters(@Parameter(label = "Large from", least = 0) double large) {}
 *
 *     public Segmentation fit(Parameters p, AnalysisContext context) {
 *         String model = Double.toString(p.large());
 *         return new Segmentation(
 *                 List.of(new Segment("large", "Large", "Spent 1,000 or more.", "Call them."),
 *                         new Segment("small", "Small", "Spent less.", "")),
 *                 model, apply(model, context));
 *     }
 *
 *     public Members apply(String model, AnalysisContext context) {
 *         Frame spent = context.query(MetricQuery.of("revenue").by("customer").during(context.period()));
 *         ...
 *     }
 *     ...
 * }
 * }</pre>
 *
 * @param <P> its parameters, as those of any analysis
 */
public interface Segmenter<P extends Record> extends Analysis<P> {
    Texts TEXTS = Texts.of(Segmenter.class);

    /**
     * Finds segments, and who is in which, by what is known at the end of {@link AnalysisContext#period()}, or at the end of the data where the
     * period has none. The same parameters, filters, period and data give the same segmentation.
     *
     * @throws org.clientele.sdk.AnalyticsException what is lacking, in a sentence
     */
    Segmentation fit(P parameters, AnalysisContext context);

    /**
     * Puts customers as they were at the end of {@link AnalysisContext#period()}, or of the data where the period has no end, into the segments of a
     * model, by nothing that came later. The filters are those that the model was found under; an open start of the period stays open, and any other
     * lies as many days before the end as it did. On the day and the data that the model was found on, the answer is that of {@link #fit}.
     *
     * @param model as {@link #fit} gave it, this version of the plugin or an earlier one
     * @return who is in which of the segments that came with the model
     * @throws org.clientele.sdk.AnalyticsException what is lacking, in a sentence; CONTRACT_BROKEN if the model cannot be read
     */
    Members apply(String model, AnalysisContext context);

    /** The members, a row each, as {@link Segmentation#frame} gives them; another frame where cards show more. */
    @Override
    default Frame run(P parameters, AnalysisContext context) {
        return fit(parameters, context).frame(TEXTS.get("segmenter.customer"), TEXTS.get("segmenter.segment"));
    }
}
