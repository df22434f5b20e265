package org.clientele.plugins.executive.revenue;

import java.util.Optional;
import org.clientele.plugins.executive.page.Words;
import org.clientele.plugins.executive.portfolio.AtRisk;
import org.clientele.plugins.executive.portfolio.PortfolioParameters;
import org.clientele.plugins.executive.portfolio.Share;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** Revenue at risk: what customers at risk brought in twelve months, less what such customers brought when they came back. */
public final class RiskOutlook implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(RiskOutlook.class);

    static final String ID = RevenuePage.NAMESPACE + "revenue-at-risk";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("risk.outlook.title");
    }

    @Override
    public String description() {
        return TEXTS.get("risk.outlook.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        Optional<AtRisk> found = AtRisk.of(context, p);
        if (found.isEmpty()) {
            return new FrameRows()
                    .text("part", TEXTS.get("risk.outlook.column.part"))
                    .frame();
        }
        AtRisk risk = found.get();
        FrameRows sheet = new FrameRows()
                .text("part", TEXTS.get("risk.outlook.column.part"))
                .money("amount", TEXTS.get("risk.outlook.column.amount"), risk.money())
                .money("low", TEXTS.get("risk.outlook.column.low"), risk.money())
                .money("high", TEXTS.get("risk.outlook.column.high"), risk.money());
        Optional<Share> back = risk.cameBack();
        if (back.isEmpty()) {
            return sheet.row(TEXTS.get("risk.outlook.at_risk_customers_bring"), risk.value(), null, null)
                    .frame()
                    .withCaveat(Caveat.of(Caveat.Kind.SMALL_SAMPLE, TEXTS.get("risk.outlook.data_is_too_short")));
        }
        RevenueAtRisk outlook = RevenueAtRisk.of(risk.value(), back.get());
        return sheet.row(
                        TEXTS.get("risk.outlook.expected_to_be_lost"),
                        outlook.expected(),
                        outlook.low(),
                        outlook.high())
                .row(
                        TEXTS.get("risk.outlook.expected_to_come_back"),
                        risk.value() - outlook.expected(),
                        risk.value() - outlook.high(),
                        risk.value() - outlook.low())
                .row(TEXTS.get("risk.outlook.customers_at_risk_bring"), risk.value(), null, null)
                .frame()
                .withInsight(TEXTS.get(
                        "risk.outlook.year_may_go_from",
                        Words.money(outlook.expected(), risk.money()),
                        Words.money(outlook.low(), risk.money()),
                        Words.money(outlook.high(), risk.money())))
                .withCaveat(Caveat.of(
                        Caveat.Kind.ASSUMPTION,
                        TEXTS.get(
                                "risk.outlook.came_back",
                                back.get().hits(),
                                Words.customers(back.get().of()),
                                risk.horizonDays())));
    }
}
