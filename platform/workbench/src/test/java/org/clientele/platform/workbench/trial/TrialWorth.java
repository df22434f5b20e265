package org.clientele.platform.workbench.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Scores;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.extension.Scorer;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;

/** Expects of each customer in the next days what she brought in as many days before: the plainest forecast there is, and it says so. */
public final class TrialWorth implements Scorer<TrialWorth.Parameters> {
    static final String ID = "trial.window/worth";

    /** @param days how many */
    public record Parameters(
            @Parameter(label = "Days", least = 1, most = 3650)
            int days) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Expected value";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(365);
    }

    @Override
    public Scoring fit(Parameters p, AnalysisContext context) {
        String model = String.valueOf(p.days());
        Caveat naive = Caveat.of(
                Caveat.Kind.ASSUMPTION,
                "Each customer is expected to bring in the next " + p.days() + " days what she brought in the last.");
        return new Scoring(Unit.money(), Scoring.Meaning.PREDICTED_VALUE, model, apply(model, context), List.of(naive));
    }

    @Override
    public Scores apply(String model, AnalysisContext context) {
        LocalDate end = context.period().to() == null
                ? context.lastDay()
                : context.period().to();
        List<String> ids = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        if (end != null) {
            Period last = new Period(end.minusDays(Integer.parseInt(model) - 1), end);
            Frame brought = context.query(
                    MetricQuery.of("clientele.core/revenue").by("customer").during(last));
            for (int row = 0; row < brought.rowCount(); row++) {
                String id = brought.columns().get(0).textAt(row);
                if (id != null && !brought.columns().get(1).isNull(row)) {
                    ids.add(id);
                    values.add(brought.columns().get(1).doubleAt(row));
                }
            }
        }
        return Scores.of(
                ids.toArray(String[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
