package org.clientele.platform.runtime;

import java.time.ZoneId;
import java.util.Map;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.runtime.alerts.AlertData;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.chart.ValueFormat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;

/** What alerts ask of a session. */
record SessionAlerts(Session session) implements AlertData {
    @Override
    public Frame query(MetricQuery query, CancelSignal cancel) {
        return session.query(query, cancel);
    }

    @Override
    public MetricDefinition metric(String id) {
        return session.metric(id);
    }

    @Override
    public BusinessCalendar calendar() {
        return session.workspace().settings().now().calendar();
    }

    @Override
    public Map<String, String> names() {
        return session.names();
    }

    @Override
    public ValueFormat format() {
        return session.format();
    }

    @Override
    public ZoneId zone() {
        return session.workspace().settings().now().timeZone();
    }

    @Override
    public Span span(CancelSignal cancel) {
        LineFacts facts = session.call(cancel, either -> session.queries().facts(session.policy(), either));
        return new Span(facts.first(), facts.last());
    }
}
