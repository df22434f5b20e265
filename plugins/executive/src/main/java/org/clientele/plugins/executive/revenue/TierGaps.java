package org.clientele.plugins.executive.revenue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.portfolio.AtRisk;
import org.clientele.plugins.executive.portfolio.PortfolioParameters;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;

/** The opportunity gap: what some customers of each tier would bring at the mean of the tier above. */
public final class TierGaps implements Analysis<TierGaps.Parameters> {
    static final String ID = RevenuePage.NAMESPACE + "opportunity-gap";

    /**
     * @param uptake the share of a tier's customers who rise
     * @param top the share of customers in the top tier
     * @param second the share in the next
     * @param third the share in the one after; the rest are the last tier
     */
    public record Parameters(
            @Parameter(label = "Uptake", least = 0, most = 1, step = 0.01)
            double uptake,

            @Parameter(label = "Top tier", least = 0.01, most = 0.5, step = 0.01)
            double top,

            @Parameter(label = "Second tier", least = 0.01, most = 0.5, step = 0.01)
            double second,

            @Parameter(label = "Third tier", least = 0.01, most = 0.5, step = 0.01)
            double third) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Opportunity gap";
    }

    @Override
    public String description() {
        return "Customers who bought within twelve months, in tiers by their net revenue of that time; customers x (mean of the"
                + " tier above - own mean) x uptake. That customers rise is an assumption, not a forecast.";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(0.10, 0.10, 0.20, 0.30);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Optional<AtRisk> found = AtRisk.of(context, PortfolioParameters.DEFAULT);
        if (found.isEmpty()) {
            return new Sheet().text("tier", "Tier").frame();
        }
        AtRisk all = found.get();
        long[] values = Arrays.stream(all.values()).filter(v -> v > 0).toArray();
        OpportunityGap gap = OpportunityGap.of(values, new double[] {p.top(), p.second(), p.third()}, p.uptake());
        Sheet sheet = new Sheet()
                .text("tier", "Tier")
                .money("gap", "Gap", all.money())
                .count("customers", "Customers", "customers")
                .money("value", "Net revenue, 12 months", all.money())
                .money("mean", "Per customer", all.money());
        double second = p.top() + p.second();
        double third = second + p.third();
        String[] names = {
            "Top " + Words.percent(p.top()),
            "Up to " + Words.percent(second),
            "Up to " + Words.percent(third),
            "All others"
        };
        List<OpportunityGap.Tier> tiers = gap.tiers();
        for (int t = 0; t < tiers.size(); t++) {
            OpportunityGap.Tier tier = tiers.get(t);
            sheet.row(
                    names[t],
                    t == 0 ? null : tier.gap(),
                    tier.customers(),
                    tier.value(),
                    tier.customers() == 0 ? null : Math.round(tier.mean()));
        }
        return sheet.frame()
                .withInsight(Words.money(gap.total(), all.money()) + " a year if " + Words.percent(p.uptake())
                        + " of each tier rose to the mean of the one above")
                .withCaveat(
                        Caveat.of(
                                Caveat.Kind.ASSUMPTION,
                                "Assumed, no forecast: the uptake is chosen, and nothing says that customers can rise by a tier."));
    }
}
