package org.clientele.platform.workbench.trial;

import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.MetricQuery;

/** An analysis that lists the two largest countries, and the others as one. */
public final class TrialShares implements Analysis<TrialShares.Parameters> {
    static final String ID = "trial.window/shares";

    /** @param named how many countries have a name */
    public record Parameters(
            @Parameter(label = "Named", least = 1, most = 4) int named) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "Shares";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(2);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Frame all = context.query(
                MetricQuery.of("clientele.core/revenue").by("country").during(context.period()));
        Column revenue = all.column("revenue");
        Column.Builder places =
                Column.builder(ColumnSpec.of("place", ColumnType.TEXT).ofDimension("country"));
        Column.Builder sums = Column.builder(ColumnSpec.of("sum", ColumnType.DOUBLE));
        double rest = 0;
        for (int row = 0; row < all.rowCount(); row++) {
            if (row < p.named()) {
                places.add(all.column("country").textAt(row));
                sums.addDouble(revenue.doubleAt(row));
            } else {
                rest += revenue.doubleAt(row);
            }
        }
        return Frame.of(places.add("Others").build(), sums.addDouble(rest).build());
    }
}
