package org.clientele.plugins.executive.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** The growth account of customers as one bridge, from the first opening to the last closing. */
public final class GrowthBridge implements Analysis<PortfolioParameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "growth-bridge";
    static final String OPENING = "At the beginning";
    static final String CLOSING = "At the end";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Growth bridge";
    }

    @Override
    public String description() {
        return "The sums of the growth account over its months. Who is lost and comes back in two of them counts in both.";
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Sheet sheet = new Sheet().text("step", "Step").count("customers", "Recent buyers", "customers");
        Optional<GrowthAccount> account = Purchases.of(context).flatMap(b -> GrowthSteps.account(b, p));
        if (account.isEmpty()) {
            return sheet.frame();
        }
        List<GrowthAccount.Step> steps = account.get().steps();
        GrowthAccount.Step first = steps.get(0);
        GrowthAccount.Step last = steps.get(steps.size() - 1);
        return sheet.row(OPENING, first.opening())
                .row("New", sum(steps, GrowthAccount.Step::fresh))
                .row("Reactivated", sum(steps, GrowthAccount.Step::reactivated))
                .row("Lost", -sum(steps, GrowthAccount.Step::lost))
                .row(CLOSING, last.closing())
                .frame()
                .withInsight("From " + Purchases.date(first.from()) + " to " + Purchases.date(last.to())
                        + ", of those who bought within " + Words.count(p.activeDays()) + " days");
    }

    private static int sum(List<GrowthAccount.Step> steps, ToIntFunction<GrowthAccount.Step> part) {
        return steps.stream().mapToInt(part).sum();
    }
}
