package org.clientele.plugins.executive.revenue;

import org.clientele.plugins.executive.page.Core;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/** Margin and margin rate of the page's period, saying how many order lines have no cost. */
public final class MarginFigures implements Analysis<MarginByMonth.Parameters> {
    private static final Texts TEXTS = Texts.of(MarginFigures.class);

    static final String ID = RevenuePage.NAMESPACE + "margin-figures";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("margin.figures.title");
    }

    @Override
    public String description() {
        return TEXTS.get("margin.figures.description");
    }

    @Override
    public MarginByMonth.Parameters defaults() {
        return new MarginByMonth.Parameters(0);
    }

    @Override
    public Frame run(MarginByMonth.Parameters p, AnalysisContext context) {
        Frame frame = context.query(MetricQuery.of(RevenueMetrics.MARGIN, RevenueMetrics.MARGIN_RATE)
                .compare(Comparison.YEAR_BEFORE)
                .during(context.period()));
        Costs costs = Costs.of(context, context.period());
        if (costs.lines() > 0 && costs.without() == costs.lines()) {
            throw new AnalyticsException(ErrorCode.DATA_COLUMN_MISSING, TEXTS.get("margin.figures.no_order_line_has"));
        }
        return costs.told(Frame.of(frame.columns()), p.tolerated());
    }

    /**
     * How much is known of costs.
     *
     * @param lines order lines
     * @param without those without a cost
     */
    record Costs(long lines, long without) {
        static Costs of(AnalysisContext context, Period days) {
            Frame frame = context.query(MetricQuery.of(Core.ORDER_LINES, RevenueMetrics.LINES_WITHOUT_COST)
                    .during(days));
            return frame.rowCount() == 0
                    ? new Costs(0, 0)
                    : new Costs(
                            frame.column("order-lines").longAt(0),
                            frame.column("lines-without-cost").longAt(0));
        }

        /** The frame, with a doubt where more than the tolerated share is without cost. */
        Frame told(Frame frame, double tolerated) {
            return lines == 0 || (double) without / lines <= tolerated
                    ? frame
                    : frame.withCaveat(Caveat.of(
                            Caveat.Kind.ROWS_EXCLUDED,
                            TEXTS.get(
                                    "margin.figures.cost_is_unknown_for",
                                    Words.counted(without),
                                    Words.counted(lines))));
        }
    }
}
