package org.clientele.plugins.executive.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;

/** What the health score is made of. */
public final class HealthParts implements Analysis<HealthParameters> {
    static final String ID = PortfolioHealth.NAMESPACE + "health-parts";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Parts of the health score";
    }

    @Override
    public String description() {
        return "Each part's percentile, where the last full month stands among its own past, and its weight in the score.";
    }

    @Override
    public HealthParameters defaults() {
        return HealthParameters.DEFAULT;
    }

    @Override
    public Frame run(HealthParameters p, AnalysisContext context) {
        Sheet sheet = new Sheet()
                .text("part", "Part")
                .number("percentile", "Percentile", Unit.none())
                .share("weight", "Weight")
                .number("points", "Points", Unit.none());
        Optional<HealthScore> found = HealthMonths.of(context, p).map(HealthScore::of);
        if (found.isEmpty()) {
            return sheet.frame();
        }
        HealthScore score = found.get();
        for (HealthScore.Scored part : score.parts()) {
            sheet.row(part.name(), part.percentile(), part.share(), part.share() * part.percentile());
        }
        Frame frame = sheet.frame();
        if (score.score().isEmpty() && score.months() < HealthScore.FEWEST_MONTHS) {
            return frame.withCaveat(HealthFigure.tooShort(score));
        }
        Comparator<HealthScore.Scored> by = Comparator.comparingDouble(HealthScore.Scored::percentile);
        List<HealthScore.Scored> parts = score.parts();
        Frame told = parts.isEmpty()
                ? frame
                : frame.withInsight("Strongest: "
                        + parts.stream().max(by).orElseThrow().name().toLowerCase(java.util.Locale.ROOT)
                        + "; weakest: "
                        + parts.stream().min(by).orElseThrow().name().toLowerCase(java.util.Locale.ROOT)
                        + ". 50 is as usual");
        return HealthFigure.doubted(told, score);
    }
}
