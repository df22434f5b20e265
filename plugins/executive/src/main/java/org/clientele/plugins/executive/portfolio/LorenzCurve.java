package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;

/** How unevenly sales are spread over customers, as a curve. */
public final class LorenzCurve implements Analysis<LorenzCurve.Parameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "lorenz";

    /** @param points how many points the curve has beyond the origin */
    public record Parameters(
            @Parameter(label = "Points", least = 2, most = 1000, step = 1)
            int points) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Lorenz curve";
    }

    @Override
    public String description() {
        return "What share of the period's sales to known customers the smallest customers bring, before returns.";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(100);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Sheet sheet = new Sheet()
                .share("customers", "Share of customers")
                .share("sales", "Share of sales")
                .share("even", "If all bought the same");
        Optional<Concentration> found = CustomerShares.concentration(context);
        if (found.isEmpty()) {
            return sheet.frame();
        }
        Concentration concentration = found.get();
        for (double[] point : concentration.lorenz(Math.max(1, p.points()))) {
            sheet.row(point[0], point[1], point[0]);
        }
        return sheet.frame()
                .withInsight("The top tenth, " + Words.customers(concentration.topTenth()) + ", bring "
                        + Words.percent(concentration.shareOfLargest(concentration.topTenth())) + " of sales; Gini "
                        + String.format(java.util.Locale.ENGLISH, "%.2f", concentration.gini()));
    }
}
