package org.clientele.plugins.executive.goals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.executive.forecast.Forecast;
import org.clientele.plugins.executive.forecast.History;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/** The steps behind a goal's projection: history, forecast and bounds, and what each step must bring. */
public final class GoalForecast implements Analysis<Place> {
    private static final Texts TEXTS = Texts.of(GoalForecast.class);

    /** The analysis's name. */
    public static final String NAME = "goal-forecast";

    private static final int DAYS = 90;
    private static final int MONTHS = 36;

    @Override
    public QualifiedId id() {
        return QualifiedId.of(GoalsPage.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return TEXTS.get("goal.forecast.title");
    }

    @Override
    public String description() {
        return TEXTS.get("goal.forecast.description");
    }

    @Override
    public Place defaults() {
        return new Place(1);
    }

    @Override
    public Frame run(Place p, AnalysisContext context) {
        Standings standings = GoalsPage.standings(context);
        Goal goal = GoalsPage.goal(standings, p.place());
        Standing s = standings.standing(goal);
        Course course = s.additive() && !s.over() ? standings.course(goal) : null;
        if (course == null && s.additive()) {
            return GoalsPage.doubts(seen(s, standings), context);
        }
        if (course == null) {
            throw GoalsPage.nothing(
                    TEXTS.get("goal.forecast.no_days", s.metric().label()));
        }
        History h = course.history();
        Forecast f = course.forecast();
        double left = Arrays.stream(course.weights()).sum();
        double needed = left > 0 ? Math.max(0, goal.target() - course.base()) / left : Double.NaN;
        FrameRows rows = columns(
                s, h.grain() == Grain.MONTH ? TEXTS.get("goal.forecast.month") : TEXTS.get("goal.forecast.day"));
        int from = Math.max(0, h.length() - (h.grain() == Grain.MONTH ? MONTHS : DAYS));
        for (int i = from; i < h.length(); i++) {
            boolean last = i == h.length() - 1;
            double anchor = last ? h.values()[i] : Double.NaN;
            rows.row(h.steps().get(i), h.values()[i], anchor, anchor, anchor, needed, Double.NaN);
        }
        double[] points = f.points();
        double[] low = f.low();
        double[] high = f.high();
        List<LocalDate> coming = course.coming();
        for (int k = 0; k < coming.size(); k++) {
            if (h.closedAYearBefore(coming.get(k))) {
                continue;
            }
            rows.row(coming.get(k), Double.NaN, points[k], low[k], high[k], needed, Double.NaN);
        }
        return GoalsPage.doubts(rows.frame().withInsight(course.basis()), context);
    }

    /** The goal's days so far, where nothing is left to forecast, or too little to learn from. */
    private static Frame seen(Standing s, Standings standings) {
        Goal goal = s.goal();
        Map<LocalDate, Double> days = standings.days(goal);
        double even = goal.target() / Standing.days(goal.from(), goal.to());
        FrameRows rows = columns(s, TEXTS.get("goal.forecast.day"));
        LocalDate last = s.over() ? goal.to() : s.asOf();
        for (LocalDate day = goal.from(); !day.isAfter(last); day = day.plusDays(1)) {
            double value = days.getOrDefault(day, Double.NaN);
            rows.row(day, value, Double.NaN, Double.NaN, Double.NaN, even, Double.NaN);
        }
        return rows.frame().withInsight(s.over() ? TEXTS.get("goal.forecast.its_days_are_over") : s.silence());
    }

    private static FrameRows columns(Standing s, String step) {
        return new FrameRows()
                .date("step", step)
                .number("actual", s.metric().label(), s.unit())
                .number("expected", TEXTS.get("goal.forecast.column.expected"), s.unit())
                .number("low", TEXTS.get("goal.forecast.column.low"), s.unit())
                .number("high", TEXTS.get("goal.forecast.column.high"), s.unit())
                .number("needed", TEXTS.get("goal.forecast.column.needed"), s.unit())
                // The band belongs to the second line.
                .number("unbounded", "", s.unit());
    }
}
