package org.clientele.plugins.executive.goals;

import java.time.LocalDate;
import java.util.List;
import org.clientele.plugins.executive.forecast.History;
import org.clientele.plugins.executive.forecast.Landing;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.query.Grain;
import org.clientele.sdk.text.Texts;

/** One goal from its first day to its last: what was there by each step, and what is expected, between bounds. */
public final class GoalCourse implements Analysis<Place> {
    private static final Texts TEXTS = Texts.of(GoalCourse.class);

    /** The analysis's name. */
    public static final String NAME = "goal-course";

    @Override
    public QualifiedId id() {
        return QualifiedId.of(GoalsPage.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return TEXTS.get("goal.course.title");
    }

    @Override
    public String description() {
        return TEXTS.get("goal.course.description");
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
        FrameRows rows = new FrameRows()
                .date("step", TEXTS.get("goal.course.column.step"))
                .number("actual", TEXTS.get("goal.course.column.actual"), s.unit())
                .number("expected", TEXTS.get("goal.course.column.expected"), s.unit())
                .number("low", TEXTS.get("goal.course.column.low"), s.unit())
                .number("high", TEXTS.get("goal.course.column.high"), s.unit())
                .number("plan", TEXTS.get("goal.course.column.plan"), s.unit())
                .number("goal", TEXTS.get("goal.course.column.goal"), s.unit())
                // The band belongs to the second line.
                .number("unbounded", "", s.unit());
        Course course = s.additive() && !s.over() ? standings.course(goal) : null;
        if (course == null) {
            seen(rows, s, standings, goal);
        } else {
            expected(rows, course, goal);
        }
        return GoalsPage.doubts(rows.frame().withInsight(GoalsPage.landing(s)), context);
    }

    /** What is due by the end of a step; a rate is due in full from the first day on. */
    private static double plan(Goal goal, LocalDate end) {
        return goal.target() * Standing.elapsed(goal, end);
    }

    private static void expected(FrameRows rows, Course course, Goal goal) {
        History h = course.history();
        double sum = 0;
        boolean begun = false;
        for (int i = 0; i < h.length(); i++) {
            LocalDate step = h.steps().get(i);
            if (step.isBefore(goal.from())) {
                continue;
            }
            sum += Double.isNaN(h.values()[i]) ? 0 : h.values()[i];
            boolean last = i == h.length() - 1 && !allButEnded(course, goal);
            double anchor = last ? sum : Double.NaN;
            rows.row(step, sum, anchor, anchor, anchor, plan(goal, end(step, h.grain())), goal.target(), Double.NaN);
            begun = true;
        }
        if (allButEnded(course, goal)) {
            // The month has all but ended: all of it is there.
            LocalDate step = course.coming().get(0);
            double base = course.base();
            rows.row(step, base, base, base, base, plan(goal, end(step, h.grain())), goal.target(), Double.NaN);
            begun = true;
        }
        if (!begun) {
            rows.row(goal.from().minusDays(1), 0.0, 0.0, 0.0, 0.0, 0.0, goal.target(), Double.NaN);
        }
        List<LocalDate> coming = course.coming();
        for (int k = 0; k < coming.size(); k++) {
            LocalDate step = coming.get(k);
            if (course.weights()[k] == 0) {
                continue;
            }
            Landing landing = course.landing(k + 1);
            rows.row(
                    step,
                    Double.NaN,
                    course.base() + landing.expected(),
                    course.base() + landing.low(),
                    course.base() + landing.high(),
                    plan(goal, end(step, h.grain())),
                    goal.target(),
                    Double.NaN);
        }
    }

    private static boolean allButEnded(Course course, Goal goal) {
        return course.history().grain() == Grain.MONTH
                && !course.coming().isEmpty()
                && course.weights()[0] == 0
                && !course.coming().get(0).isBefore(goal.from());
    }

    private static LocalDate end(LocalDate step, Grain grain) {
        return grain.plus(step, 1).minusDays(1);
    }

    /** Values that do not add up, or whose days are over, are asked for from the first day to each of some days. */
    private static void seen(FrameRows rows, Standing s, Standings standings, Goal goal) {
        boolean rate = s.unit().isRatio() || !s.unit().denominator().isEmpty();
        List<LocalDate> days = standings.points(goal);
        Projection p = s.projection();
        for (LocalDate day : days) {
            double value = standings.until(goal, day);
            boolean last = day.equals(days.get(days.size() - 1)) && p != null && !s.over();
            double anchor = last ? value : Double.NaN;
            rows.row(
                    day,
                    value,
                    anchor,
                    anchor,
                    anchor,
                    rate ? goal.target() : plan(goal, day),
                    goal.target(),
                    Double.NaN);
        }
        if (p != null && !s.over()) {
            rows.row(goal.to(), Double.NaN, p.expected(), p.low(), p.high(), goal.target(), goal.target(), Double.NaN);
        }
    }
}
