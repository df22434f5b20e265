package org.clientele.platform.runtime.alerts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.runtime.alerts.Judgement.Point;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.jspecify.annotations.Nullable;

/** The values that an alert judges: those of periods that the data covers wholly. */
final class AlertSeries {
    /** Whoever was away longer does not hear of each day. */
    private static final int MOST_PERIODS = 400;

    private final AlertData data;
    private final Clock clock;

    AlertSeries(AlertData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * The periods from the last one that was judged to the newest whole one; of an alert that was not judged yet the newest
     * whole one only.
     */
    List<Point> of(Alert alert, @Nullable LocalDate seen, CancelSignal cancel) {
        AlertData.Span span = data.span(cancel);
        LocalDateTime first = span.first();
        LocalDateTime last = span.last();
        if (first == null || last == null) {
            return List.of();
        }
        return alert.condition() == Alert.Condition.NO_DATA
                ? silence(alert, cancel)
                : values(alert, seen, first.toLocalDate(), last.toLocalDate(), cancel);
    }

    /** The first day of the newest period that is whole: the data has a row of a later day. */
    static LocalDate newestWhole(Grain grain, LocalDate lastDay, BusinessCalendar calendar) {
        return calendar.plus(grain, calendar.floor(grain, lastDay), -1);
    }

    private List<Point> values(
            Alert alert, @Nullable LocalDate seen, LocalDate first, LocalDate last, CancelSignal cancel) {
        BusinessCalendar calendar = data.calendar();
        Grain grain = alert.grain();
        LocalDate newest = newestWhole(grain, last, calendar);
        LocalDate oldest = seen == null ? newest : calendar.floor(grain, seen);
        LocalDate horizon = calendar.plus(grain, newest, 1 - MOST_PERIODS);
        LocalDate from = oldest.isBefore(horizon) ? horizon : oldest;
        while (!covered(alert, from, first, calendar) && from.isBefore(newest)) {
            from = calendar.plus(grain, from, 1);
        }
        if (from.isAfter(newest) || !covered(alert, from, first, calendar)) {
            return List.of();
        }
        MetricQuery query = query(alert, new Period(from, calendar.last(grain, newest)));
        Frame frame = data.query(query, cancel);
        Column days = frame.columns().get(0);
        Column values = frame.columns().get(1);
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            if (!(days.valueAt(row) instanceof LocalDate day)) {
                continue;
            }
            double value = number(values, row);
            double base = alert.condition().compares() ? number(frame.columns().get(2), row) : Double.NaN;
            double judged =
                    alert.condition().compares() ? number(frame.columns().get(3), row) : value;
            points.add(new Point(day, calendar.last(grain, day), value, base, judged));
        }
        return points;
    }

    /** The question of which the judged values are the answer. */
    static MetricQuery query(Alert alert, Period days) {
        MetricQuery query = MetricQuery.of(alert.metric())
                .by(alert.grain().name().toLowerCase(Locale.ROOT))
                .during(days);
        for (var filter : alert.filters()) {
            query = query.where(filter);
        }
        return alert.comparison() == Comparison.NONE ? query : query.compare(alert.comparison());
    }

    /** Whether the data begins early enough for a period and what it is compared with. */
    private static boolean covered(Alert alert, LocalDate from, LocalDate first, BusinessCalendar calendar) {
        LocalDate needed = switch (alert.comparison()) {
            case PREVIOUS -> calendar.plus(alert.grain(), from, -1);
            case YEAR_BEFORE -> from.minusYears(1);
            default -> from;
        };
        return !needed.isBefore(first);
    }

    private static double number(Column c, int row) {
        return c.isNull(row) ? Double.NaN : c.doubleAt(row);
    }

    /** How many days no row came, by the clock on the wall: the data's own clock stands still then. */
    private List<Point> silence(Alert alert, CancelSignal cancel) {
        MetricQuery query = query(
                new Alert(
                        "",
                        "",
                        alert.metric(),
                        alert.filters(),
                        Alert.Condition.ABOVE,
                        Comparison.NONE,
                        0,
                        0,
                        Grain.DAY,
                        false),
                Period.all());
        Frame frame = data.query(query, cancel);
        LocalDate last = null;
        for (int row = 0; row < frame.rowCount(); row++) {
            if (frame.columns().get(0).valueAt(row) instanceof LocalDate day
                    && !frame.columns().get(1).isNull(row)) {
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        LocalDate today = LocalDate.now(clock.withZone(data.zone()));
        if (last == null || !today.isAfter(last)) {
            return last == null ? List.of() : List.of(new Point(last.plusDays(1), last.plusDays(1), 0, Double.NaN, 0));
        }
        double days = ChronoUnit.DAYS.between(last, today);
        return List.of(new Point(last.plusDays(1), today, days, Double.NaN, days));
    }
}
