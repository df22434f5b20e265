package org.clientele.platform.runtime;

import java.time.LocalDate;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.Windows;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.Running;
import org.clientele.sdk.text.Texts;

/** The days that a step of a question stands for. */
final class StepWindow {
    private static final Texts TEXTS = Texts.of(StepWindow.class);

    private StepWindow() {}

    /** @throws AnalyticsException ARGUMENT_INVALID if the question shows no such step */
    static Period of(Session session, MetricQuery query, Grain grain, LocalDate first, CancelSignal cancel) {
        LineFacts facts = session.call(cancel, either -> session.queries().facts(session.policy(), either));
        BusinessCalendar calendar = session.workspace().settings().now().calendar();
        Running running = query.running();
        // The lines behind a mean are those of all of its steps.
        Running lines = running.kind() == Running.Kind.MEAN ? Running.rolling(running.steps()) : running;
        return Windows.of(lines, grain, query.period(), calendar, day(facts.first()), day(facts.last()))
                .labels()
                .stream()
                .filter(l -> l.step().equals(first))
                .findFirst()
                .map(l -> new Period(l.from(), l.to()))
                .orElseThrow(() -> new AnalyticsException(
                        ErrorCode.ARGUMENT_INVALID,
                        TEXTS.get("step.window.lies_outside_what_is_shown", running.label(grain), first)));
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(
            java.time.@org.jspecify.annotations.Nullable LocalDateTime moment) {
        return moment == null ? null : moment.toLocalDate();
    }
}
