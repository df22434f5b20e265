package org.clientele.platform.workbench.trial;

import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.QueryText;

/** A sentence about revenue, with the query that answers its number. */
public final class TrialSentences implements Analysis<TrialSentences.Parameters> {
    static final String ID = "trial.window/sentences";

    /** There is nothing to choose. */
    public record Parameters() {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Sentences";
    }

    @Override
    public Parameters defaults() {
        return new Parameters();
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        MetricQuery asked = MetricQuery.of("clientele.core/revenue").during(context.period());
        return Frame.of(
                Column.builder(ColumnSpec.of("sentence", ColumnType.TEXT))
                        .add("Revenue is what it is.")
                        .build(),
                Column.builder(ColumnSpec.of("query", ColumnType.TEXT))
                        .add(QueryText.of(asked))
                        .build());
    }
}
