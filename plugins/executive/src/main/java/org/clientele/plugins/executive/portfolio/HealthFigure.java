package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** The health score as one number. */
public final class HealthFigure implements Analysis<HealthParameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "health-score";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Health score";
    }

    @Override
    public String description() {
        return "The weighted mean of percentiles: for each part, the place of the last full month among up to 24 of its own."
                + " 50 is as usual, 100 better than ever. Under 12 full months there is no score.";
    }

    @Override
    public HealthParameters defaults() {
        return HealthParameters.DEFAULT;
    }

    @Override
    public Frame run(HealthParameters p, AnalysisContext context) {
        Sheet sheet = new Sheet().number("score", "Health score", Unit.none());
        Optional<HealthScore> found = HealthMonths.of(context, p).map(HealthScore::of);
        if (found.isEmpty()) {
            return sheet.frame();
        }
        HealthScore score = found.get();
        if (score.score().isEmpty()) {
            return score.months() < HealthScore.FEWEST_MONTHS
                    ? sheet.frame().withCaveat(tooShort(score))
                    : doubted(sheet.frame(), score);
        }
        double value = score.score().getAsDouble();
        String reading = value >= 60 ? "better than usual" : value >= 40 ? "about as usual" : "worse than usual";
        return doubted(sheet.row(value).frame(), score)
                .withInsight(
                        "The last full month was " + reading + " among " + Words.count(score.months()) + " months");
    }

    static Caveat tooShort(HealthScore score) {
        return Caveat.of(
                Caveat.Kind.SMALL_SAMPLE,
                "No score: the data has " + score.months() + " full months, and " + HealthScore.FEWEST_MONTHS
                        + " are needed.");
    }

    static Frame doubted(Frame frame, HealthScore score) {
        if (score.missing().isEmpty()) {
            return frame;
        }
        return frame.withCaveat(Caveat.of(
                Caveat.Kind.ROWS_EXCLUDED,
                "Missing, fewer than " + HealthScore.FEWEST_MONTHS + " months known: "
                        + String.join(", ", score.missing()) + ". The other parts carry that weight."));
    }
}
