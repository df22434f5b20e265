package org.clientele.plugins.executive.revenue;

import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.portfolio.AtRisk;
import org.clientele.plugins.executive.portfolio.PortfolioParameters;
import org.clientele.plugins.executive.portfolio.Share;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** Revenue at risk: what customers at risk brought in twelve months, less what such customers brought when they came back. */
public final class RiskOutlook implements Analysis<PortfolioParameters> {
    static final String ID = RevenuePage.NAMESPACE + "revenue-at-risk";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Revenue at risk";
    }

    @Override
    public String description() {
        return "Net revenue of twelve months from customers who are at risk, times the share of such customers who did not come"
                + " back in the back-test, with its 95 % interval. It assumes that who comes back is worth what she was.";
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Optional<AtRisk> found = AtRisk.of(context, p);
        if (found.isEmpty()) {
            return new Sheet().text("part", "Part").frame();
        }
        AtRisk risk = found.get();
        Sheet sheet = new Sheet()
                .text("part", "Part")
                .money("amount", "Net revenue, 12 months", risk.money())
                .money("low", "From", risk.money())
                .money("high", "To", risk.money());
        Optional<Share> back = risk.cameBack();
        if (back.isEmpty()) {
            return sheet.row("At risk customers bring", risk.value(), null, null)
                    .frame()
                    .withCaveat(Caveat.of(
                            Caveat.Kind.SMALL_SAMPLE,
                            "The data is too short for a back-test, so nobody knows how many come back."));
        }
        RevenueAtRisk outlook = RevenueAtRisk.of(risk.value(), back.get());
        return sheet.row("Expected to be lost", outlook.expected(), outlook.low(), outlook.high())
                .row(
                        "Expected to come back",
                        risk.value() - outlook.expected(),
                        risk.value() - outlook.high(),
                        risk.value() - outlook.low())
                .row("Customers at risk bring", risk.value(), null, null)
                .frame()
                .withInsight(Words.money(outlook.expected(), risk.money()) + " a year may go, from "
                        + Words.money(outlook.low(), risk.money()) + " to "
                        + Words.money(outlook.high(), risk.money()))
                .withCaveat(Caveat.of(
                        Caveat.Kind.ASSUMPTION,
                        back.get().hits() + " of " + Words.customers(back.get().of())
                                + " at risk came back within " + risk.horizonDays()
                                + " days; later ones count as lost."));
    }
}
