package org.clientele.platform.runtime;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.platform.query.calendar.Shift;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.query.Comparison;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/**
 * How much of a target for some days is due for a part of them. Where the data has all of these days a year before: the share
 * that the same elapsed part had then of the whole, because a year of trade is not even. Else the share of days, a day that the
 * data reaches counting wholly.
 *
 * @param share of the target; more than 1 is possible where returns came later in the year before
 * @param words for people: "41.2 %, the share of 1 Jan – 31 May 2011 in the year before"
 */
record TargetShare(double share, String words) {
    private static final Texts TEXTS = Texts.of(TargetShare.class);

    static TargetShare of(
            QueryService queries, BusinessCalendar calendar, Targets.Asked asked, Period target, Period part) {
        LocalDate from = required(target.from());
        LocalDate to = required(target.to());
        String days = Targets.days(required(part.from()), required(part.to()));
        Shift year = Shift.year(Optional.empty(), calendar);
        LocalDate before = year.back(from);
        if (!before.isBefore(asked.first()) && year.reaches(from)) {
            MetricQuery same = asked.query().during(part).compare(Comparison.YEAR_BEFORE);
            MetricQuery all =
                    asked.query().during(new Period(before, year.back(to))).compare(Comparison.NONE);
            String metric = asked.metric().id().name();
            double elapsed = value(queries, asked, same, metric + "_year_before");
            double whole = value(queries, asked, all, metric);
            if (whole > 0 && elapsed >= 0) {
                double share = elapsed / whole;
                return new TargetShare(
                        share, TEXTS.get("target.share.for_their_share_year_before", percent(share), days));
            }
        }
        long gone = days(part);
        long every = days(target);
        double share = gone / (double) every;
        return new TargetShare(
                share, TEXTS.get("target.share.for_days_no_year_before", percent(share), days, gone, every));
    }

    private static double value(QueryService queries, Targets.Asked asked, MetricQuery query, String column) {
        Frame frame = queries.ask(query, asked.subject(), asked.policy(), asked.cancel())
                .frame();
        Column found = frame.find(column).orElse(null);
        return found == null || frame.rowCount() == 0 || found.isNull(0) ? Double.NaN : found.doubleAt(0);
    }

    private static long days(Period p) {
        return required(p.to()).toEpochDay() - required(p.from()).toEpochDay() + 1;
    }

    private static String percent(double share) {
        return TEXTS.get("target.share.percent", String.format(Locale.UK, "%.1f", share * 100));
    }

    private static LocalDate required(@org.jspecify.annotations.Nullable LocalDate day) {
        return java.util.Objects.requireNonNull(day);
    }
}
