package org.clientele.plugins.executive.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** The growth account of customers as one bridge, from the first opening to the last closing. */
public final class GrowthBridge implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(GrowthBridge.class);

    static final String ID = PortfolioHealth.NAMESPACE + "growth-bridge";
    static final String OPENING = TEXTS.get("growth.bridge.at_beginning");
    static final String CLOSING = TEXTS.get("growth.bridge.at_end");

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("growth.bridge.title");
    }

    @Override
    public String description() {
        return TEXTS.get("growth.bridge.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .text("step", TEXTS.get("growth.bridge.column.step"))
                .count("customers", TEXTS.get("growth.bridge.column.customers"), "customers");
        Optional<GrowthAccount> account = Purchases.of(context).flatMap(b -> GrowthSteps.account(b, p));
        if (account.isEmpty()) {
            return sheet.frame();
        }
        List<GrowthAccount.Step> steps = account.get().steps();
        GrowthAccount.Step first = steps.get(0);
        GrowthAccount.Step last = steps.get(steps.size() - 1);
        return sheet.row(OPENING, first.opening())
                .row(TEXTS.get("growth.bridge.new"), sum(steps, GrowthAccount.Step::fresh))
                .row(TEXTS.get("growth.bridge.reactivated"), sum(steps, GrowthAccount.Step::reactivated))
                .row(TEXTS.get("growth.bridge.lost"), -sum(steps, GrowthAccount.Step::lost))
                .row(CLOSING, last.closing())
                .frame()
                .withInsight(TEXTS.get(
                        "growth.bridge.span",
                        Purchases.date(first.from()),
                        Purchases.date(last.to()),
                        Words.counted(p.activeDays())));
    }

    private static int sum(List<GrowthAccount.Step> steps, ToIntFunction<GrowthAccount.Step> part) {
        return steps.stream().mapToInt(part).sum();
    }
}
