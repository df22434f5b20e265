package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** The back-test of the states: who of those in each state some days ago has bought since. */
public final class ReturnTest implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(ReturnTest.class);

    static final String ID = PortfolioHealth.NAMESPACE + "return-test";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("return.test.title");
    }

    @Override
    public String description() {
        return TEXTS.get("return.test.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Optional<Purchases> purchases = Purchases.of(context);
        Optional<BackTest> found = purchases.flatMap(b -> b.backTest(p));
        FrameRows sheet = new FrameRows()
                .text("state", TEXTS.get("return.test.column.state"))
                .share("came_back", TEXTS.get("return.test.column.came_back", p.horizonDays()))
                .share("low", TEXTS.get("return.test.column.low"))
                .share("high", TEXTS.get("return.test.column.high"))
                .count("bought", TEXTS.get("return.test.column.bought"), "customers")
                .count("customers", TEXTS.get("return.test.column.customers"), "customers");
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
                .withInsight(TEXTS.get(
                        "return.test.active_customers_bought_again",
                        Words.percent(test.share(CustomerState.ACTIVE).value()),
                        Words.percent(test.share(CustomerState.AT_RISK).value()),
                        Words.percent(test.share(CustomerState.LAPSED).value())))
                .withCaveat(Caveat.of(
                        Caveat.Kind.SMALL_SAMPLE,
                        TEXTS.get(
                                "return.test.one_window_to_another",
                                Purchases.date(test.asOf() + 1),
                                Purchases.date(test.until()))));
    }
}
