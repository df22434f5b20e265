package org.clientele.plugins.executive.revenue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.portfolio.AtRisk;
import org.clientele.plugins.executive.portfolio.PortfolioParameters;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/** The opportunity gap: what some customers of each tier would bring at the mean of the tier above. */
public final class TierGaps implements Analysis<TierGaps.Parameters> {
    private static final Texts TEXTS = Texts.of(TierGaps.class);

    static final String ID = RevenuePage.NAMESPACE + "opportunity-gap";

    /**
     * @param uptake the share of a tier's customers who rise
     * @param top the share of customers in the top tier
     * @param second the share in the next
     * @param third the share in the one after; the rest are the last tier
     */
    public record Parameters(
            @Parameter(label = "%tier.gaps.parameter.uptake", least = 0, most = 1, step = 0.01)
            double uptake,

            @Parameter(label = "%tier.gaps.parameter.top", least = 0.01, most = 0.5, step = 0.01)
            double top,

            @Parameter(label = "%tier.gaps.parameter.second", least = 0.01, most = 0.5, step = 0.01)
            double second,

            @Parameter(label = "%tier.gaps.parameter.third", least = 0.01, most = 0.5, step = 0.01)
            double third) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("tier.gaps.title");
    }

    @Override
    public String description() {
        return TEXTS.get("tier.gaps.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(0.10, 0.10, 0.20, 0.30);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Optional<AtRisk> found = AtRisk.of(context, PortfolioParameters.DEFAULT);
        if (found.isEmpty()) {
            return new FrameRows()
                    .text("tier", TEXTS.get("tier.gaps.column.tier"))
                    .frame();
        }
        AtRisk all = found.get();
        long[] values = Arrays.stream(all.values()).filter(v -> v > 0).toArray();
        OpportunityGap gap = OpportunityGap.of(values, new double[] {p.top(), p.second(), p.third()}, p.uptake());
        FrameRows sheet = new FrameRows()
                .text("tier", TEXTS.get("tier.gaps.column.tier"))
                .money("gap", TEXTS.get("tier.gaps.column.gap"), all.money())
                .count("customers", TEXTS.get("tier.gaps.column.customers"), "customers")
                .money("value", TEXTS.get("tier.gaps.column.value"), all.money())
                .money("mean", TEXTS.get("tier.gaps.column.mean"), all.money());
        double second = p.top() + p.second();
        double third = second + p.third();
        String[] names = {
            TEXTS.get("tier.gaps.top", Words.percent(p.top())),
            TEXTS.get("tier.gaps.up_to", Words.percent(second)),
            TEXTS.get("tier.gaps.up_to", Words.percent(third)),
            TEXTS.get("tier.gaps.all_others")
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
                .withInsight(TEXTS.get(
                        "tier.gaps.year_if_each_tier",
                        Words.money(gap.total(), all.money()),
                        Words.percent(p.uptake())))
                .withCaveat(Caveat.of(Caveat.Kind.ASSUMPTION, TEXTS.get("tier.gaps.assumed_no_forecast_uptake")));
    }
}
