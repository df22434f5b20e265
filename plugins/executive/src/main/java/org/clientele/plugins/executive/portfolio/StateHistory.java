package org.clientele.plugins.executive.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** How many customers were in each state at the end of each month, each time judged only by what was known then. */
public final class StateHistory implements Analysis<PortfolioParameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "state-history";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "States by month";
    }

    @Override
    public String description() {
        return "Customers by state at the end of each of the last 24 months, each time judged only by what was known then. The"
                + " months in which too little was known to see anybody lapse are left out.";
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Sheet sheet = new Sheet()
                .date("month", "Month")
                .count("active", "Active", "customers")
                .count("at_risk", "At risk", "customers")
                .count("lapsed", "Lapsed", "customers");
        Optional<Purchases> found = Purchases.of(context);
        if (found.isEmpty()) {
            return sheet.frame();
        }
        Purchases purchases = found.get();
        List<LocalDate> ends = purchases.span().monthEnds(purchases.span().first());
        PurchaseRhythm latest = purchases.rhythm(p);
        double before = Double.NaN;
        double now = Double.NaN;
        for (LocalDate end : ends.subList(Math.max(1, ends.size() - HealthScore.MONTHS), ends.size())) {
            context.cancel().throwIfCancelled();
            int day = Math.toIntExact(end.toEpochDay());
            PurchaseRhythm rhythm = PurchaseRhythm.of(purchases.days(), day, p.riskQuantile(), p.lapsedQuantile());
            if (!rhythm.hasRhythm() || !purchases.shows(day, latest)) {
                continue;
            }
            int[] counts = rhythm.counts();
            sheet.row(end.withDayOfMonth(1), counts[0], counts[1], counts[2]);
            now = (double) counts[0] / rhythm.known();
            before = Double.isNaN(before) ? now : before;
        }
        Frame frame = sheet.frame();
        return Double.isNaN(now)
                ? frame
                : frame.withInsight("Of all who ever bought, " + Words.percent(now) + " are active; "
                        + Words.percent(before) + " were in the first month shown");
    }
}
