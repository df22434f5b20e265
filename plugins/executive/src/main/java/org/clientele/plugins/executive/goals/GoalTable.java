package org.clientele.plugins.executive.goals;

import java.util.List;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.text.Texts;

/** All goals of the day: how far, against plan, at what pace, where they come down and how likely they are reached. */
public final class GoalTable implements Analysis<GoalTable.Parameters> {
    private static final Texts TEXTS = Texts.of(GoalTable.class);

    /** The analysis's name. */
    public static final String NAME = "goals";

    /** @param most how many goals at most */
    public record Parameters(
            @Parameter(
                    label = "%goal.table.parameter.most",
                    help = "%goal.table.parameter.most_help",
                    least = 1,
                    most = 40,
                    step = 1)
            int most) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(GoalsPage.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return TEXTS.get("goal.table.title");
    }

    @Override
    public String description() {
        return TEXTS.get("goal.table.description");
    }

    @Override
    public Parameters defaults() {
        return new Parameters(12);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Standings standings = GoalsPage.standings(context);
        List<Goal> goals = GoalsPage.goals(standings);
        FrameRows rows = new FrameRows()
                .text("goal", TEXTS.get("goal.table.column.goal"))
                .text("actual", TEXTS.get("goal.table.column.actual"))
                .text("target", TEXTS.get("goal.table.column.target"))
                .number("reached", TEXTS.get("goal.table.column.reached"), Unit.ratio())
                .number("due", TEXTS.get("goal.table.column.due"), Unit.ratio())
                .number("ahead", TEXTS.get("goal.table.column.ahead"), Unit.ratio())
                .text("needed", TEXTS.get("goal.table.column.needed"))
                .text("landing", TEXTS.get("goal.table.column.landing"))
                .text("interval", TEXTS.get("goal.table.column.interval"))
                .text("chance", TEXTS.get("goal.table.column.chance"))
                .date("ends", TEXTS.get("goal.table.column.ends"))
                .text("owner", TEXTS.get("goal.table.column.owner"));
        int shown = Math.min(p.most(), goals.size());
        int likely = 0;
        for (int i = 0; i < shown; i++) {
            context.progress().report(i / (double) shown, goals.get(i).title());
            Standing s = standings.standing(goals.get(i));
            likely += s.projection() != null && s.projection().chance() >= 0.5 ? 1 : 0;
            row(rows, s);
        }
        Frame frame = rows.frame().withInsight(GoalsPage.summary(standings, shown, likely));
        if (shown < goals.size()) {
            frame = frame.withCaveat(
                    Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("goal.table.goals_are_shown", shown, goals.size())));
        }
        return GoalsPage.doubts(frame, context);
    }

    private static void row(FrameRows rows, Standing s) {
        Projection p = s.projection();
        Unit unit = s.unit();
        rows.row(
                GoalsPage.name(s.goal()),
                Figures.of(s.actual(), unit),
                Figures.of(s.goal().target(), unit),
                s.reached(),
                s.due() / s.goal().target(),
                s.ahead(),
                Figures.of(s.needed(), unit),
                p == null ? s.silence() : Figures.of(p.expected(), unit),
                p == null || p.low() == p.high() ? "–" : Figures.range(p.low(), p.high(), unit),
                p == null
                        ? "–"
                        : s.over()
                                ? TEXTS.get(s.met() ? "goal.table.reached" : "goal.table.missed")
                                : Figures.chance(p.chance()),
                s.goal().to(),
                s.goal().owner().isEmpty() ? "–" : s.goal().owner());
    }
}
