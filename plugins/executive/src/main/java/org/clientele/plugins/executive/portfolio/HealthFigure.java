package org.clientele.plugins.executive.portfolio;

import java.util.Optional;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** The health score as one number. */
public final class HealthFigure implements Analysis<HealthParameters> {
    private static final Texts TEXTS = Texts.of(HealthFigure.class);

    static final String ID = PortfolioHealth.NAMESPACE + "health-score";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("health.figure.title");
    }

    @Override
    public String description() {
        return TEXTS.get("health.figure.description");
    }

    @Override
    public HealthParameters defaults() {
        return HealthParameters.DEFAULT;
    }

    @Override
    public Frame run(HealthParameters p, AnalysisContext context) {
        FrameRows sheet = new FrameRows().number("score", TEXTS.get("health.figure.column.score"), Unit.none());
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
        String reading = value >= 60 ? "better" : value >= 40 ? "usual" : "worse";
        return doubted(sheet.row(value).frame(), score)
                .withInsight(TEXTS.get("health.figure.reading." + reading, Words.counted(score.months())));
    }

    static Caveat tooShort(HealthScore score) {
        return Caveat.of(
                Caveat.Kind.SMALL_SAMPLE,
                TEXTS.get("health.figure.too_short", score.months(), HealthScore.FEWEST_MONTHS));
    }

    static Frame doubted(Frame frame, HealthScore score) {
        if (score.missing().isEmpty()) {
            return frame;
        }
        return frame.withCaveat(Caveat.of(
                Caveat.Kind.ROWS_EXCLUDED,
                TEXTS.get(
                        "health.figure.missing_fewer_than_months",
                        HealthScore.FEWEST_MONTHS,
                        String.join(", ", score.missing()))));
    }
}
