package org.clientele.plugins.executive.portfolio;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** How many customers were in each state at the end of each month, each time judged only by what was known then. */
public final class StateHistory implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(StateHistory.class);

    static final String ID = PortfolioHealth.NAMESPACE + "state-history";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("state.history.title");
    }

    @Override
    public String description() {
        return TEXTS.get("state.history.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .date("month", TEXTS.get("state.history.column.month"))
                .count("active", TEXTS.get("state.history.column.active"), "customers")
                .count("at_risk", TEXTS.get("state.history.column.at_risk"), "customers")
                .count("lapsed", TEXTS.get("state.history.column.lapsed"), "customers");
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
                : frame.withInsight(
                        TEXTS.get("state.history.all_who_ever_bought", Words.percent(now), Words.percent(before)));
    }
}
