package org.clientele.plugins.executive.revenue;

import java.time.LocalDate;
import java.util.Optional;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Core;
import org.clientele.plugins.executive.page.Days;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;

/** Revenue, margin and the margin rate by month, saying what is not known of them. */
public final class MarginByMonth implements Analysis<MarginByMonth.Parameters> {
    private static final Texts TEXTS = Texts.of(MarginByMonth.class);

    static final String ID = RevenuePage.NAMESPACE + "margin-by-month";

    /** @param tolerated the share of lines without cost from which on the picture says so */
    public record Parameters(
            @Parameter(label = "%margin.by.month.parameter.tolerated", least = 0, most = 1, step = 0.01)
            double tolerated) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("margin.by.month.title");
    }

    @Override
    public String description() {
        return TEXTS.get("margin.by.month.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(0);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Optional<Days> span = Days.of(context);
        if (span.isEmpty()) {
            return new FrameRows()
                    .date("month", TEXTS.get("margin.by.month.column.month"))
                    .frame();
        }
        Frame months = context.query(MetricQuery.of(Core.REVENUE, RevenueMetrics.MARGIN, RevenueMetrics.MARGIN_RATE)
                .by("month")
                .during(span.get().page()));
        Frame all = context.query(MetricQuery.of(RevenueMetrics.MARGIN, RevenueMetrics.MARGIN_RATE)
                .during(span.get().page()));
        MarginFigures.Costs costs = MarginFigures.Costs.of(context, span.get().page());
        Frame told = costs.told(Frame.of(months.columns()), p.tolerated());
        LocalDate to = span.get().to();
        if (to.getDayOfMonth() != to.lengthOfMonth()) {
            told = told.withCaveat(
                    Caveat.of(Caveat.Kind.PERIOD_INCOMPLETE, TEXTS.get("margin.by.month.last_month_ends_on", to)));
        }
        Column margin = all.column("margin");
        if (all.rowCount() == 0 || margin.isNull(0)) {
            return told.withInsight(TEXTS.get("margin.by.month.margin_cannot_be_told"));
        }
        return told.withInsight(TEXTS.get(
                "margin.by.month.margin_is_revenue",
                Words.money(Amounts.at(margin, 0), margin.unit()),
                Words.percent(all.column("margin-rate").doubleAt(0))));
    }
}
