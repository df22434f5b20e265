package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** The back-test of the states: who of those in each state some days ago has bought since. */
public final class ReturnTest implements Analysis<PortfolioParameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "return-test";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "What the states were worth";
    }

    @Override
    public String description() {
        return "Customers as they stood some days before the end of the period, judged only by what was known then, and the"
                + " share of each state that has bought since, with Wilson's 95 % interval.";
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Optional<Purchases> purchases = Purchases.of(context);
        Optional<BackTest> found = purchases.flatMap(b -> b.backTest(p));
        Sheet sheet = new Sheet()
                .text("state", "State then")
                .share("came_back", "Bought within " + p.horizonDays() + " days")
                .share("low", "From")
                .share("high", "To")
                .count("bought", "Who bought", "customers")
                .count("customers", "Customers then", "customers");
        if (found.isEmpty()) {
            return sheet.frame();
        }
        BackTest test = found.get();
        for (CustomerState state : CustomerState.values()) {
            Share share = test.share(state);
            boolean some = share.of() > 0;
            sheet.row(
                    state.label(),
                    some ? share.value() : null,
                    some ? share.low() : null,
                    some ? share.high() : null,
                    share.hits(),
                    share.of());
        }
        return sheet.frame()
                .withInsight(Words.percent(test.share(CustomerState.ACTIVE).value())
                        + " of active customers bought again, "
                        + Words.percent(test.share(CustomerState.AT_RISK).value()) + " of those at risk, "
                        + Words.percent(test.share(CustomerState.LAPSED).value()) + " of the lapsed")
                .withCaveat(Caveat.of(
                        Caveat.Kind.SMALL_SAMPLE,
                        "One window, " + Purchases.date(test.asOf() + 1) + " to " + Purchases.date(test.until())
                                + ": another season may differ."));
    }
}
