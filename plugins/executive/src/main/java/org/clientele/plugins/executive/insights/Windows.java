package org.clientele.plugins.executive.insights;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.plugins.executive.page.Core;
import org.clientele.plugins.executive.page.Days;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.text.Texts;

/**
 * The steps of time whose changes are compared: the one in which the page's days end, and those right before it. Where the last
 * one is not over, the same elapsed part of each counts.
 *
 * @param grain how long a step is
 * @param days the first and last day that count of each, oldest first
 * @param whole whether the last step is over
 */
record Windows(Grain grain, List<Period> days, boolean whole) {
    private static final Texts TEXTS = Texts.of(Windows.class);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Texts.locale());
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Texts.locale());
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Texts.locale());
    /** What is longer ago says little of what is usual. */
    private static final int MOST_WEEKS = 106;

    private static final int MOST_MONTHS = 62;
    /** A retail month has up to five weeks. */
    private static final int LONGEST_MONTH = 35;

    private static final LocalTime CLOSING = LocalTime.of(20, 0);

    /** The windows of a page; fewer than {@link #least} where history is short, empty without data. */
    static Optional<Windows> of(AnalysisContext context, Step step) {
        Optional<Days> page = Days.of(context);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        LocalDate to = lastEnded(context, page.get().to());
        if (to.isBefore(page.get().first())) {
            return Optional.empty();
        }
        if (step != Step.WEEK) {
            Windows months = of(context, Grain.MONTH, page.get().first(), to, MOST_MONTHS);
            if (step == Step.MONTH || months.days().size() >= least()) {
                return Optional.of(months);
            }
        }
        return Optional.of(of(context, Grain.WEEK, page.get().first(), to, MOST_WEEKS));
    }

    /** How many windows the least number of changes before the latest one takes. */
    static int least() {
        return StandOut.LEAST + 2;
    }

    /** How many changes there are before the latest one. */
    int before() {
        return days.size() - 2;
    }

    /** The newest day may still have hours to come. */
    private static LocalDate lastEnded(AnalysisContext context, LocalDate to) {
        if (!to.equals(context.lastDay())) {
            return to;
        }
        Frame any = context.query(MetricQuery.of(Core.ORDER_LINES).during(new Period(to, to)));
        LocalTime time =
                any.dataAsOf().map(java.time.LocalDateTime::toLocalTime).orElse(LocalTime.MIDNIGHT);
        return time.equals(LocalTime.MIDNIGHT) || !time.isBefore(CLOSING) ? to : to.minusDays(1);
    }

    private static Windows of(AnalysisContext context, Grain grain, LocalDate first, LocalDate to, int most) {
        String step = grain.name().toLowerCase(Locale.ROOT);
        Frame frame = context.query(MetricQuery.of(Core.ORDER_LINES).by(step).during(new Period(null, to)));
        List<LocalDate> starts = new ArrayList<>();
        Column steps = frame.column(step);
        for (int row = 0; row < frame.rowCount(); row++) {
            if (steps.valueAt(row) instanceof LocalDate start) {
                starts.add(start);
            }
        }
        int longest = grain == Grain.WEEK ? 7 : LONGEST_MONTH;
        int last = starts.size() - 1;
        if (last < 0 || starts.get(last).plusDays(longest - 1L).isBefore(to)) {
            return new Windows(grain, List.of(), true);
        }
        LocalDate next = to.plusDays(1);
        boolean whole =
                grain.floor(next).equals(next) && grain.floor(starts.get(last)).equals(starts.get(last));
        long elapsed = next.toEpochDay() - starts.get(last).toEpochDay();
        List<Period> days = new ArrayList<>(List.of(new Period(starts.get(last), to)));
        for (int i = last - 1; i >= 0 && days.size() < most; i--) {
            LocalDate start = starts.get(i);
            LocalDate end = starts.get(i + 1).minusDays(1);
            if (start.isBefore(first) || end.toEpochDay() - start.toEpochDay() >= longest) {
                break; // the data begins within this step, or has a gap
            }
            LocalDate part = start.plusDays(elapsed - 1);
            days.add(0, new Period(start, whole || part.isAfter(end) ? end : part));
        }
        return new Windows(grain, days, whole);
    }

    /** All of their days. */
    Period span() {
        return new Period(days.get(0).from(), now().to());
    }

    Period now() {
        return days.get(days.size() - 1);
    }

    Period last() {
        return days.get(days.size() - 2);
    }

    String step() {
        return grain.name().toLowerCase(Locale.ROOT);
    }

    /** What picks their days among all of {@link #span}; empty where every day counts. */
    Optional<Filter> elapsed() {
        if (whole) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (Period p : days) {
            for (LocalDate d = from(p); !d.isAfter(to(p)); d = d.plusDays(1)) {
                all.add(d.toString());
            }
        }
        return Optional.of(Filter.in("day", all.toArray(String[]::new)));
    }

    /** A window for people: "November 2011", "the week of 5 Dec 2011", "1–8 Dec 2011". */
    String words(Period window) {
        LocalDate from = from(window);
        LocalDate to = to(window);
        if (whole && grain == Grain.WEEK) {
            return TEXTS.get("windows.week", DAY.format(from));
        }
        if (whole && from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1) {
            return MONTH.format(from);
        }
        if (from.equals(to)) {
            return DAY.format(to);
        }
        boolean same = from.getMonth() == to.getMonth() && from.getYear() == to.getYear();
        return (same ? Integer.toString(from.getDayOfMonth()) : SHORT.format(from)) + "–" + DAY.format(to);
    }

    static LocalDate from(Period p) {
        return java.util.Objects.requireNonNull(p.from());
    }

    static LocalDate to(Period p) {
        return java.util.Objects.requireNonNull(p.to());
    }
}
