package org.clientele.plugins.executive.insights;

import java.util.List;
import org.clientele.plugins.executive.page.Words;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.query.MetricDefinition;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.query.Period;
import org.clientele.sdk.query.QueryText;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A change that stands out, with the numbers of its sentence as the queries answer them.
 *
 * @param series whose change it is
 * @param verdict how it was judged
 * @param now its value in the latest window
 * @param before its value in the one before
 * @param moved what moved most with it, or null
 */
record Finding(
        Series series,
        StandOut.Verdict verdict,
        Answered now,
        Answered before,
        @Nullable Moved moved) {
    private static final Texts TEXTS = Texts.of(Finding.class);

    /**
     * A number and the query that it answers.
     *
     * @param value the number
     * @param unit what it counts
     * @param query the command
     */
    record Answered(double value, Unit unit, String query) {
        static Answered of(AnalysisContext context, MetricDefinition metric, List<Filter> conditions, Period days) {
            MetricQuery query = MetricQuery.of(metric.id().toString()).during(days);
            MetricQuery said = query;
            for (Filter condition : conditions) {
                said = said.where(condition);
            }
            // The context adds the page's filters, which are among the conditions already: nothing changes by that.
            Frame frame = context.query(said);
            Column column = frame.column(metric.id().name());
            double value = frame.rowCount() == 0 || column.isNull(0) ? Double.NaN : column.doubleAt(0);
            return new Answered(value, column.unit(), QueryText.of(said));
        }
    }

    /**
     * The member whose part of the change is the largest.
     *
     * @param dimension of what
     * @param member which
     * @param now its value in the latest window
     * @param before its value in the one before
     */
    record Moved(String dimension, String member, Answered now, Answered before) {
        double change() {
            return now.value() - before.value();
        }
    }

    /** A change without what moved with it. */
    static Finding of(Series series, StandOut.Verdict verdict, Windows windows, AnalysisContext context) {
        context.cancel().throwIfCancelled();
        List<Filter> conditions = new Conditions(context).with(series.dimension(), series.member());
        return new Finding(
                series,
                verdict,
                Answered.of(context, series.metric(), conditions, windows.now()),
                Answered.of(context, series.metric(), conditions, windows.last()),
                null);
    }

    double change() {
        return now.value() - before.value();
    }

    /** The relative change; of a share the difference. */
    double size() {
        return series.rate() ? change() : change() / Math.abs(before.value());
    }

    boolean rose() {
        return change() > 0;
    }

    /** 1 where the metric wants it so, -1 where not, 0 where it does not say. */
    long good() {
        int up = rose() ? 1 : -1;
        return switch (series.metric().direction()) {
            case UP_IS_GOOD -> up;
            case DOWN_IS_GOOD -> -up;
            case NEUTRAL -> 0;
        };
    }

    String part() {
        String member = series.member();
        return member == null ? "" : member;
    }

    /** "Net revenue rose 45.2 % to GBP 101,234.50 in the week of 5 Dec 2011, from GBP 69,700.10 in …". */
    String sentence(Windows windows) {
        String change = TEXTS.get(
                "finding.said." + (part().isEmpty() ? "whole" : "part") + (rose() ? ".rose" : ".fell"),
                series.metric().label(),
                part(),
                series.rate() ? points(Math.abs(size())) : Words.percent("%.1f", Math.abs(size())),
                exact(now),
                windows.words(windows.now()),
                exact(before),
                windows.words(windows.last()),
                verdict.smaller(),
                windows.before());
        return moved == null
                ? change
                : TEXTS.get(
                        "finding.most",
                        change,
                        moved.member(),
                        signed(moved.change(), now.unit()),
                        signed(change(), now.unit()));
    }

    /** "Nearest: Net revenue, Germany, +12.3 % to 20,134.50; more than in 41 of the 47 changes before." */
    String nearly(Windows windows) {
        String size = series.rate() ? points(Math.abs(size())) : Words.percent("%.1f", Math.abs(size()));
        return TEXTS.get(
                "finding.near." + (part().isEmpty() ? "whole" : "part"),
                series.metric().label(),
                part(),
                (rose() ? "+" : "−") + size,
                exact(now),
                verdict.smaller(),
                windows.before());
    }

    private static String points(double share) {
        return TEXTS.get("finding.points", Words.digits("%.2f", share * 100));
    }

    static String exact(Answered a) {
        return exact(a.value(), a.unit());
    }

    private static String signed(double value, Unit unit) {
        return (value < 0 ? "−" : "+") + exact(Math.abs(value), unit);
    }

    /** All digits that a query shows: pence of money, whole counts, hundredths of a percent. */
    static String exact(double value, Unit unit) {
        if (unit.isRatio()) {
            return Words.percent("%.2f", value);
        }
        String sign = value < 0 ? "−" : "";
        boolean money = unit.countsMoney();
        String digits = Words.digits(money || value != Math.rint(value) ? "%,.2f" : "%,.0f", Math.abs(value));
        return sign + (money && !unit.numerator().equals(Unit.MONEY) ? unit.numerator() + " " : "") + digits;
    }
}
