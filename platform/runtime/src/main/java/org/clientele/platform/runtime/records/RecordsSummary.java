package org.clientele.platform.runtime.records;

import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.records.RecordsState.Summary;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.RowQuery;

/** What is reckoned from all rows of a list, by the same compiler as every other number. */
final class RecordsSummary {
    private static final String CUSTOMERS = "clientele.records/customers";
    private static final String FIGURE = "clientele.records/figure";

    private RecordsSummary() {}

    static Summary of(RecordSource source, RecordsRequest request, RowQuery rows, CancelSignal cancel) {
        if (!request.ofLines()) {
            return new Summary(-1, Double.NaN, Unit.none(), List.of());
        }
        boolean knowsCustomers =
                source.hidden(RowQuery.of(rows.table(), "customer"), cancel).isEmpty();
        List<MetricDefinition> asked = new ArrayList<>();
        if (knowsCustomers) {
            asked.add(MetricDefinition.builder(CUSTOMERS, "count(distinct customer_id)")
                    .unit(Unit.of("customers"))
                    .build());
        }
        RecordsRequest.Figure figure = request.figure();
        if (figure != null) {
            asked.add(MetricDefinition.builder(FIGURE, figure.formula())
                    .unit(figure.unit())
                    .build());
        }
        if (asked.isEmpty()) {
            return new Summary(-1, Double.NaN, Unit.none(), List.of());
        }
        List<String> ids = asked.stream().map(m -> m.id().toString()).toList();
        Frame answer = source.figures(
                new MetricQuery(ids, List.of(), rows.filters(), rows.period(), Comparison.NONE, 0), asked, cancel);
        Column last = answer.columns().get(answer.columns().size() - 1);
        return new Summary(
                knowsCustomers ? answer.columns().get(0).longAt(0) : -1,
                figure == null ? Double.NaN : last.doubleAt(0),
                figure == null ? Unit.none() : last.unit(),
                answer.caveats());
    }
}
