package org.clientele.platform.workbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.Scoring;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.extension.Segmenter;
import org.clientele.sdk.extension.Suggestion;
import org.clientele.sdk.query.MetricQuery;

/** Customers with much revenue and with less. */
public final class TrialSegments implements Segmenter<TrialSegments.Parameters> {
    static final String ID = "trial.window/spenders";

    /** @param large from which revenue on a customer is large */
    public record Parameters(
            @Parameter(label = "Large from", least = 0, most = 100_000, step = 100)
            double large) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Spenders";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(1_000);
    }

    @Override
    public List<Suggestion> suggestions(List<PublishedScore> scores) {
        return scores.stream()
                .filter(s -> s.meaning() == Scoring.Meaning.PREDICTED_VALUE)
                .map(s -> new Suggestion("Spenders beside " + s.name(), Map.of("large", "500")))
                .toList();
    }

    @Override
    public Segmentation fit(Parameters p, AnalysisContext context) {
        String model = String.valueOf(p.large());
        return new Segmentation(
                List.of(
                        new Segmentation.Segment("large", "Large", "Spent much.", "Call them."),
                        new Segmentation.Segment("small", "Small", "Spent less.", "")),
                model,
                apply(model, context));
    }

    @Override
    public Members apply(String model, AnalysisContext context) {
        Frame spent = context.query(
                MetricQuery.of("clientele.core/revenue").by("customer").during(context.period()));
        List<String> ids = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < spent.rowCount(); row++) {
            String id = spent.columns().get(0).textAt(row);
            if (id != null && !spent.columns().get(1).isNull(row)) {
                ids.add(id);
                places.add(spent.columns().get(1).doubleAt(row) >= Double.parseDouble(model) ? 0 : 1);
            }
        }
        return Members.of(
                ids.toArray(String[]::new),
                places.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Members members = fit(p, context).members();
        int[] sizes = members.sizes(2);
        String dimension = context.segments("Spenders of now", List.of("Large", "Small"), members);
        Column.Builder names =
                Column.builder(ColumnSpec.of("segment", ColumnType.TEXT).ofDimension(dimension));
        Column.Builder customers = Column.builder(ColumnSpec.of("customers", ColumnType.INTEGER));
        names.addText("Large").addText("Small");
        customers.addLong(sizes[0]).addLong(sizes[1]);
        return Frame.of(names.build(), customers.build());
    }
}
