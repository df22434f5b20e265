package org.clientele.plugins.executive.goals;

import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.text.Texts;

/** How far one goal is on its way, with its milestones. */
public final class GoalProgress implements Analysis<Place> {
    private static final Texts TEXTS = Texts.of(GoalProgress.class);

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
        return TEXTS.get("goal.progress.title");
    }

    @Override
    public String description() {
        return TEXTS.get("goal.progress.description");
    }

    @Override
    public Place defaults() {
        return new Place(1);
    }

    @Override
    public Frame run(Place p, AnalysisContext context) {
        Standings standings = GoalsPage.standings(context);
        Standing s = standings.standing(GoalsPage.goal(standings, p.place()));
        FrameRows rows = new FrameRows()
                .number("actual", s.metric().label(), s.unit())
                .number("target", TEXTS.get("goal.progress.column.target"), s.unit())
                .text("milestone", TEXTS.get("goal.progress.column.milestone"))
                .number("at", TEXTS.get("goal.progress.column.at"), s.unit())
                .number("due", TEXTS.get("goal.progress.column.due"), Unit.none())
                .number("late", TEXTS.get("goal.progress.column.late"), Unit.none())
                .number("less", TEXTS.get("goal.progress.column.less"), Unit.none());
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
