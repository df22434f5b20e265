package org.clientele.plugins.segmentation;

import java.time.LocalDate;
import java.util.List;
import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;

/** What analyses are handed by the runtime, for tests that call them directly, over the same real data. */
public record SessionContext(Session session, Period period) implements AnalysisContext {
    @Override
    public Frame query(MetricQuery query) {
        return session.query(query, cancel());
    }

    @Override
    public Frame rows(RowQuery query) {
        return session.rows(query, cancel());
    }

    @Override
    public List<Filter> filters() {
        return List.of();
    }

    private LocalDate day(boolean last) {
        Column days =
                query(MetricQuery.of("clientele.core/order-lines").by("day")).column("day");
        return LocalDate.ofEpochDay(days.longAt(last ? days.size() - 1 : 0));
    }

    @Override
    public LocalDate firstDay() {
        return day(false);
    }

    @Override
    public LocalDate lastDay() {
        return day(true);
    }

    @Override
    public MetricDefinition metric(String id) {
        throw new UnsupportedOperationException(id);
    }

    @Override
    public List<Goal> goals() {
        return List.of();
    }

    @Override
    public String segments(String name, List<String> segments, Members members) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public CustomerModel model() {
        return CustomerModel.standard();
    }

    @Override
    public Progress progress() {
        return Progress.NONE;
    }

    @Override
    public CancelSignal cancel() {
        return CancelSignal.create();
    }
}
