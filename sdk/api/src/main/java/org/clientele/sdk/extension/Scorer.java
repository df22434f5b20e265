package org.clientele.sdk.extension;

import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Scores;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.text.Texts;

/**
 * An analysis that gives each customer a number: what she is expected to bring, how likely she is to leave. What it finds can be published as a
 * {@link Segmenter}'s segments can: it is then a column of customers, {@code score.<key>}, to filter, list and calculate by, and {@link #apply} works
 * it out for customers as they were on other days.
 *
 * <pre>{@code
 * public Scoring fit(Parameters p, AnalysisContext context) {
 *     String model = Integer.toString(p.months());
 *     return new Scoring(Unit.money(), Scoring.Meaning.PREDICTED_VALUE, model, apply(model, context));
 * }
 * }</pre>
 *
 * @param <P> its parameters, as those of any analysis
 */
public interface Scorer<P extends Record> extends Analysis<P> {
    Texts TEXTS = Texts.of(Scorer.class);

    /**
     * Works out a number of each customer, by what is known at the end of {@link AnalysisContext#period()}, or at the end of the data where the
     * period has none. The same parameters, filters, period and data give the same scores.
     *
     * @throws org.clientele.sdk.AnalyticsException what is lacking, in a sentence
     */
    Scoring fit(P parameters, AnalysisContext context);

    /**
     * Works the numbers out by a model, of customers as they were at the end of {@link AnalysisContext#period()}, or of the data where the period has
     * no end, by nothing that came later. Filters and the period's start are as {@link Segmenter#apply} has them. On the day and the data that the
     * model was found on, the answer is that of {@link #fit}.
     *
     * @param model as {@link #fit} gave it, this version of the plugin or an earlier one
     * @return in the unit that came with the model
     * @throws org.clientele.sdk.AnalyticsException what is lacking, in a sentence; CONTRACT_BROKEN if the model cannot be read
     */
    Scores apply(String model, AnalysisContext context);

    /** The scores, a row each, as {@link Scoring#frame} gives them; another frame where cards show more. */
    @Override
    default Frame run(P parameters, AnalysisContext context) {
        return fit(parameters, context).frame(TEXTS.get("scorer.customer"), TEXTS.get("scorer.score"));
    }
}
