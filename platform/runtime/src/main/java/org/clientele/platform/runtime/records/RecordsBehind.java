package org.clientele.platform.runtime.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.platform.query.MetricParts;
import org.clientele.platform.query.formula.Names;
import org.clientele.platform.runtime.FilterText;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.RowQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/** From a number to the order lines that it counts: those of its question, of its members and of its metric's formula. */
record RecordsBehind(RecordSource source, MetricQuery query) {
    private static final Texts TEXTS = Texts.of(RecordsBehind.class);

    List<RecordsRequest> of(String metric, Map<String, @Nullable String> members, CancelSignal cancel) {
        List<Filter> filters = new ArrayList<>(query.filters());
        Period period = query.period();
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, @Nullable String> e : new TreeMap<>(members).entrySet()) {
            Grain grain = Names.grain(e.getKey()).orElse(null);
            if (grain == null || e.getValue() == null) {
                filters.add(new Filter.Members(e.getKey(), Collections.singletonList(e.getValue()), false));
                said.add(FilterText.member(e.getValue()));
            } else {
                LocalDate first = day(e.getKey(), e.getValue());
                period = query.running().isNone()
                        ? within(period, first, source.last(grain, first))
                        : source.window(query, grain, first, cancel);
                said.add(source.format().period(first, grain));
            }
        }
        shownOnly(members, cancel).ifPresent(filters::add);
        RowQuery usual = RecordColumns.usual(source, CustomerModel.ORDER_LINE, cancel);
        List<RecordsRequest> all = new ArrayList<>();
        for (MetricParts.Part part : source.parts(metric)) {
            List<Filter> rows = new ArrayList<>(filters);
            rows.addAll(part.rows());
            all.add(new RecordsRequest(
                    part.label(),
                    String.join(", ", said),
                    new RowQuery(usual.table(), usual.columns(), rows, period, usual.order(), 0, usual.limit()),
                    new RecordsRequest.Figure(part.label(), part.formula(), part.unit())));
        }
        return all;
    }

    private static LocalDate day(String dimension, String member) {
        try {
            return LocalDate.parse(member);
        } catch (DateTimeException e) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("records.behind.is_named_by_first_day", dimension, member),
                    e);
        }
    }

    private static Period within(Period period, LocalDate from, LocalDate to) {
        LocalDate later = period.from() != null && period.from().isAfter(from) ? period.from() : from;
        LocalDate sooner = period.to() != null && period.to().isBefore(to) ? period.to() : to;
        if (sooner.isBefore(later)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID, TEXTS.get("records.behind.days_lie_outside_period_is", from, to));
        }
        return new Period(later, sooner);
    }

    /** Of the first few groups, the lines of these groups only. */
    private java.util.Optional<Filter> shownOnly(Map<String, @Nullable String> members, CancelSignal cancel) {
        List<String> named = query.dimensions().stream()
                .filter(d -> Names.grain(d).isEmpty() && !members.containsKey(d))
                .toList();
        if (query.limit() == 0 || named.isEmpty() || !members.isEmpty()) {
            return java.util.Optional.empty();
        }
        Column column = source.query(query, cancel).column(named.get(0));
        Set<@Nullable String> groups = new LinkedHashSet<>();
        for (int row = 0; row < column.size(); row++) {
            groups.add(column.textAt(row));
        }
        List<@Nullable String> all = new ArrayList<>(groups);
        return java.util.Optional.of(new Filter.Members(named.get(0), Collections.unmodifiableList(all), false));
    }
}
