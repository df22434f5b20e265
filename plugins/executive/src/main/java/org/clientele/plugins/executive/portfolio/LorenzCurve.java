package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.text.Texts;

/** How unevenly sales are spread over customers, as a curve. */
public final class LorenzCurve implements Analysis<LorenzCurve.Parameters> {
    private static final Texts TEXTS = Texts.of(LorenzCurve.class);

    static final String ID = PortfolioHealth.NAMESPACE + "lorenz";

    /** @param points how many points the curve has beyond the origin */
    public record Parameters(
            @Parameter(label = "%lorenz.curve.parameter.points", least = 2, most = 1000, step = 1)
            int points) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("lorenz.curve.title");
    }

    @Override
    public String description() {
        return TEXTS.get("lorenz.curve.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(100);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .share("customers", TEXTS.get("lorenz.curve.column.customers"))
                .share("sales", TEXTS.get("lorenz.curve.column.sales"))
                .share("even", TEXTS.get("lorenz.curve.column.even"));
        Optional<Concentration> found = CustomerShares.concentration(context);
        if (found.isEmpty()) {
            return sheet.frame();
        }
        Concentration concentration = found.get();
        for (double[] point : concentration.lorenz(Math.max(1, p.points()))) {
            sheet.row(point[0], point[1], point[0]);
        }
        return sheet.frame()
                .withInsight(TEXTS.get(
                        "lorenz.curve.tenth",
                        Words.customers(concentration.topTenth()),
                        Words.percent(concentration.shareOfLargest(concentration.topTenth())),
                        Words.digits("%.2f", concentration.gini())));
    }
}
