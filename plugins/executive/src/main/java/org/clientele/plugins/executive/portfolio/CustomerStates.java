package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** Customers by state, one row each: how many, what they brought in twelve months, and who of such customers came back. */
public final class CustomerStates implements Analysis<PortfolioParameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "customer-states";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Customers by state";
    }

    @Override
    public String description() {
        return "Known customers at the end of the period, by how long they have been away in terms of their own purchase"
                + " rhythm; gaps of few purchases are drawn towards everybody's (Bühlmann-Straub). Value is net revenue of"
                + " the twelve months before.";
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Optional<Purchases> found = Purchases.of(context);
        Sheet sheet = new Sheet()
                .text("state", "State")
                .count("customers", "Customers", "customers")
                .share("share", "Share of customers");
        if (found.isEmpty()) {
            return sheet.frame();
        }
        Purchases purchases = found.get();
        sheet.money("value", "Net revenue, 12 months", purchases.money())
                .share("value_share", "Share of net revenue")
                .share("came_back", "Bought again")
                .share("low", "From")
                .share("high", "To");
        PurchaseRhythm rhythm = purchases.rhythm(p);
        Optional<BackTest> test = purchases.backTest(p);
        int[] counts = rhythm.counts();
        long all = purchases.allValue();
        for (CustomerState state : CustomerState.values()) {
            Share back = test.map(t -> t.share(state)).filter(s -> s.of() > 0).orElse(null);
            long value = purchases.value(rhythm, state);
            int n = counts[state.ordinal()];
            sheet.row(
                    state.label(),
                    n,
                    (double) n / purchases.customers(),
                    value,
                    Amounts.share(value, all),
                    back == null ? null : back.value(),
                    back == null ? null : back.low(),
                    back == null ? null : back.high());
        }
        int risk = counts[CustomerState.AT_RISK.ordinal()];
        Frame frame = sheet.frame()
                .withInsight(
                        rhythm.hasRhythm()
                                ? Words.customers(risk) + " (" + Words.percent((double) risk / purchases.customers())
                                        + ") are away for more than " + Words.number(rhythm.riskRatio())
                                        + " times their usual gap"
                                : "Nobody has bought twice yet, so there is no rhythm to be late against");
        int few = purchases.withFewOrders();
        return few == 0
                ? frame
                : frame.withCaveat(Caveat.of(
                        Caveat.Kind.SMALL_SAMPLE,
                        Words.count(few) + " of " + Words.customers(purchases.customers())
                                + " have under three orders; their rhythm leans on everybody's, "
                                + Words.number(rhythm.typicalGap()) + " days."));
    }
}
