package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** The figures at the head of the page, in one row, with what they were a year before where that is known. */
public final class PortfolioFigures implements Analysis<PortfolioParameters> {
    private static final Texts TEXTS = Texts.of(PortfolioFigures.class);

    static final String ID = PortfolioHealth.NAMESPACE + "portfolio-figures";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("portfolio.figures.title");
    }

    @Override
    public String description() {
        return TEXTS.get("portfolio.figures.description");
    }

    @Override
    public PortfolioParameters defaults() {
        return PortfolioParameters.DEFAULT;
    }

    @Override
    public Frame run(PortfolioParameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .count("active", TEXTS.get("portfolio.figures.column.active"), "customers")
                .count("active_year_before", TEXTS.get("portfolio.figures.column.active_year_before"), "customers")
                .count("at_risk", TEXTS.get("portfolio.figures.column.at_risk"), "customers")
                .count("at_risk_year_before", TEXTS.get("portfolio.figures.column.at_risk_year_before"), "customers")
                .count("lapsed", TEXTS.get("portfolio.figures.column.lapsed"), "customers")
                .count("lapsed_year_before", TEXTS.get("portfolio.figures.column.lapsed_year_before"), "customers")
                .number("rhythm", TEXTS.get("portfolio.figures.column.rhythm"), Unit.of("days"))
                .number(
                        "rhythm_year_before",
                        TEXTS.get("portfolio.figures.column.rhythm_year_before"),
                        Unit.of("days"));
        Optional<Purchases> found = Purchases.of(context);
        if (found.isEmpty()) {
            return sheet.frame();
        }
        PurchaseRhythm now = found.get().rhythm(p);
        int then = Math.toIntExact(found.get().span().to().minusYears(1).toEpochDay());
        PurchaseRhythm before = PurchaseRhythm.of(found.get().days(), then, p.riskQuantile(), p.lapsedQuantile());
        boolean known = before.hasRhythm() && found.get().shows(then, now);
        int[] a = now.counts();
        int[] b = before.counts();
        return sheet.row(
                        a[0],
                        known ? b[0] : null,
                        a[1],
                        known ? b[1] : null,
                        a[2],
                        known ? b[2] : null,
                        now.hasRhythm() ? now.typicalGap() : null,
                        known ? before.typicalGap() : null)
                .frame();
    }
}
