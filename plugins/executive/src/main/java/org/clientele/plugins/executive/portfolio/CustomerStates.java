package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Amounts;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** Customers by state, one row each: how many, what they brought in twelve months, and who of such customers came back. */
public final class CustomerStates implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(CustomerStates.class);

    static final String ID = PortfolioHealth.NAMESPACE + "customer-states";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("customer.states.title");
    }

    @Override
    public String description() {
        return TEXTS.get("customer.states.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Optional<Purchases> found = Purchases.of(context);
        FrameRows sheet = new FrameRows()
                .text("state", TEXTS.get("customer.states.column.state"))
                .count("customers", TEXTS.get("customer.states.column.customers"), "customers")
                .share("share", TEXTS.get("customer.states.column.share"));
        if (found.isEmpty()) {
            return sheet.frame();
        }
        Purchases purchases = found.get();
        sheet.money("value", TEXTS.get("customer.states.column.value"), purchases.money())
                .share("value_share", TEXTS.get("customer.states.column.value_share"))
                .share("came_back", TEXTS.get("customer.states.column.came_back"))
                .share("low", TEXTS.get("customer.states.column.low"))
                .share("high", TEXTS.get("customer.states.column.high"));
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
                                ? TEXTS.get(
                                        "customer.states.are_away_for_more",
                                        Words.customers(risk),
                                        Words.percent((double) risk / purchases.customers()),
                                        Words.number(rhythm.riskRatio()))
                                : TEXTS.get("customer.states.nobody_has_bought_twice"));
        int few = purchases.withFewOrders();
        return few == 0
                ? frame
                : frame.withCaveat(Caveat.of(
                        Caveat.Kind.SMALL_SAMPLE,
                        TEXTS.get(
                                "customer.states.have_under_three_orders",
                                Words.counted(few),
                                Words.customers(purchases.customers()),
                                Words.number(rhythm.typicalGap()))));
    }
}
