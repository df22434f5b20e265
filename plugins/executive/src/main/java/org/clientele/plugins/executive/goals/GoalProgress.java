package org.clientele.plugins.executive.goals;

import org.clientele.plugins.executive.page.Sheet;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Goal;

/** How far one goal is on its way, with its milestones. */
public final class GoalProgress implements Analysis<Place> {
    /** The analysis's name. */
    public static final String NAME = "goal-progress";

    /** A goal that is this far behind is far behind. */
    private static final double LATE = 0.9;

    @Override
    public QualifiedId id() {
        return QualifiedId.of(GoalsPage.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return "Progress of a goal";
    }

    @Override
    public String description() {
        return "What is there of a goal's target, and which of its milestones are passed.";
    }

    @Override
    public Place defaults() {
        return new Place(1);
    }

    @Override
    public Frame run(Place p, AnalysisContext context) {
        Standings standings = GoalsPage.standings(context);
        Standing s = standings.standing(GoalsPage.goal(standings, p.place()));
        Sheet rows = new Sheet()
                .number("actual", s.metric().label(), s.unit())
                .number("target", "Target", s.unit())
                .text("milestone", "Milestone")
                .number("at", "At", s.unit())
                .number("due", "Due", Unit.none())
                .number("late", "Late", Unit.none())
                .number("less", "Less is better", Unit.none());
        double due = s.over() ? 1 : Math.max(0, Math.min(1, s.due() / s.goal().target()));
        double late = due * LATE;
        double less = s.lessIsBetter() ? 1 : 0;
        double there = Double.isNaN(s.actual()) ? 0 : s.actual();
        for (Goal.Milestone m : s.goal().milestones()) {
            rows.row(there, s.goal().target(), m.name(), m.value(), due, late, less);
        }
        if (s.goal().milestones().isEmpty()) {
            rows.row(there, s.goal().target(), "", Double.NaN, due, late, less);
        }
        return GoalsPage.doubts(rows.frame().withInsight(GoalsPage.progress(s)), context);
    }
}
