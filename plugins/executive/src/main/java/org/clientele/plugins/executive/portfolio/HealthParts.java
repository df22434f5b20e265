package org.clientele.plugins.executive.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** What the health score is made of. */
public final class HealthParts implements Analysis<HealthParameters> {
    private static final Texts TEXTS = Texts.of(HealthParts.class);

    static final String ID = PortfolioHealth.NAMESPACE + "health-parts";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("health.parts.title");
    }

    @Override
    public String description() {
        return TEXTS.get("health.parts.description");
    }

    @Override
    public HealthParameters defaults() {
        return HealthParameters.DEFAULT;
    }

    @Override
    public Frame run(HealthParameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows()
                .text("part", TEXTS.get("health.parts.column.part"))
                .number("percentile", TEXTS.get("health.parts.column.percentile"), Unit.none())
                .share("weight", TEXTS.get("health.parts.column.weight"))
                .number("points", TEXTS.get("health.parts.column.points"), Unit.none());
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
                : frame.withInsight(TEXTS.get(
                        "health.parts.ends",
                        HealthMonths.within(parts.stream().max(by).orElseThrow().name()),
                        HealthMonths.within(parts.stream().min(by).orElseThrow().name())));
        return HealthFigure.doubted(told, score);
    }
}
