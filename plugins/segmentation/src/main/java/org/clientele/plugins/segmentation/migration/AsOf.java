package org.clientele.plugins.segmentation.migration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.PublishedScore;
import org.clientele.sdk.data.PublishedSegments;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.jspecify.annotations.Nullable;

/** The same data as somebody saw it at the end of an earlier day. */
final class AsOf implements AnalysisContext {
    private final AnalysisContext now;
    private final Period period;

    private AsOf(AnalysisContext now, Period period) {
        this.now = now;
        this.period = period;
    }

    /** The days on show, moved so that they end on that day; an open start stays open. */
    static AnalysisContext of(AnalysisContext now, LocalDate day) {
        LocalDate from = now.period().from();
        LocalDate end = now.period().to() == null ? now.lastDay() : now.period().to();
        return new AsOf(
                now,
                from == null || end == null
                        ? new Period(null, day)
                        : new Period(day.minusDays(ChronoUnit.DAYS.between(from, end)), day));
    }

    @Override
    public Frame query(MetricQuery query) {
        return now.query(query);
    }

    @Override
    public Frame rows(RowQuery query) {
        return now.rows(query);
    }

    @Override
    public Period period() {
        return period;
    }

    @Override
    public List<Filter> filters() {
        return now.filters();
    }

    @Override
    public @Nullable LocalDate firstDay() {
        return now.firstDay();
    }

    @Override
    public @Nullable LocalDate lastDay() {
        return now.lastDay();
    }

    @Override
    public MetricDefinition metric(String id) {
        return now.metric(id);
    }

    @Override
    public List<Goal> goals() {
        return now.goals();
    }

    @Override
    public List<PublishedScore> scores() {
        return now.scores();
    }

    @Override
    public String segments(String name, List<String> segments, Members members) {
        return now.segments(name, segments, members);
    }

    @Override
    public List<PublishedSegments> segmentations() {
        return now.segmentations();
    }

    @Override
    public CustomerModel model() {
        return now.model();
    }

    @Override
    public Progress progress() {
        return now.progress();
    }

    @Override
    public CancelSignal cancel() {
        return now.cancel();
    }
}
