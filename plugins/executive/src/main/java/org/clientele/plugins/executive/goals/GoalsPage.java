package org.clientele.plugins.executive.goals;

import java.util.List;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.Goal;
import org.clientele.sdk.text.Texts;

/** The page "Strategic goals", and what it says. */
public final class GoalsPage {
    private static final Texts TEXTS = Texts.of(GoalsPage.class);

    /** The plugin's namespace, with the slash. */
    static final String NAMESPACE = "clientele.executive/";
    /** A metric that every workspace has. */
    static final String ANY = "clientele.core/orders";

    private static final int PLACES = 3;

    private GoalsPage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        return List.of(new GoalTable(), new GoalProgress(), new GoalCourse(), new GoalForecast());
    }

    /** The page. */
    public static DashboardSpec spec() {
        DashboardSpec.Builder page = DashboardSpec.builder(NAMESPACE + "goals", TEXTS.get("goals.page.title"))
                .description(TEXTS.get("goals.page.description"))
                .tile(TileSpec.builder(
                                "goals",
                                TEXTS.get("goals.page.goals.title"),
                                AnalysisCall.of(NAMESPACE + GoalTable.NAME),
                                ChartSpec.of(ChartSpec.TABLE)
                                        .encode(
                                                Channel.COLUMN,
                                                "goal",
                                                "actual",
                                                "target",
                                                "ahead",
                                                "needed",
                                                "landing",
                                                "interval",
                                                "chance",
                                                "ends"))
                        .size(12, 5));
        for (int place = 1; place <= PLACES; place++) {
            page.tile(progress(place)).tile(course(place));
        }
        return page.tile(forecast()).build();
    }

    private static AnalysisCall call(String analysis, int place) {
        return AnalysisCall.of(NAMESPACE + analysis).with("place", Integer.toString(place));
    }

    private static TileSpec.Builder progress(int place) {
        return TileSpec.builder(
                        "progress-" + place,
                        TEXTS.get("goals.page.place." + place),
                        call(GoalProgress.NAME, place),
                        ChartSpec.of(ChartSpec.PROGRESS)
                                .encode(Channel.Y, "actual")
                                .encode(Channel.TARGET, "target")
                                .encode(Channel.X, "milestone")
                                .encode(Channel.LOW, "at")
                                .option("warning", "due")
                                .option("bad", "late")
                                .option("less-is-better", "less"))
                .size(4, 5);
    }

    private static TileSpec.Builder course(int place) {
        return TileSpec.builder(
                        "course-" + place,
                        TEXTS.get("goals.page.lands." + place),
                        call(GoalCourse.NAME, place),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "actual", "expected")
                                .encode(Channel.BASE, "plan")
                                .encode(Channel.LOW, "unbounded", "low")
                                .encode(Channel.HIGH, "unbounded", "high")
                                .option("reference.1", "goal|" + TEXTS.get("goals.page.goal")))
                .size(8, 5);
    }

    private static TileSpec.Builder forecast() {
        return TileSpec.builder(
                        "forecast",
                        TEXTS.get("goals.page.forecast.title"),
                        call(GoalForecast.NAME, 1),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "actual", "expected")
                                .encode(Channel.LOW, "unbounded", "low")
                                .encode(Channel.HIGH, "unbounded", "high")
                                .option("reference.1", "needed|" + TEXTS.get("goals.page.needed")))
                .size(12, 5);
    }

    static Standings standings(AnalysisContext context) {
        return Standings.of(context).orElseThrow(() -> nothing(TEXTS.get("goals.page.no_data_up_to")));
    }

    static List<Goal> goals(Standings standings) {
        List<Goal> goals = standings.goals();
        if (goals.isEmpty()) {
            throw nothing(TEXTS.get("goals.page.no_goals_yet_set"));
        }
        return goals;
    }

    static Goal goal(Standings standings, int place) {
        List<Goal> goals = goals(standings);
        if (place > goals.size()) {
            throw nothing(TEXTS.get("goals.page.only", goals.size()));
        }
        return goals.get(place - 1);
    }

    static AnalyticsException nothing(String sentence) {
        return new AnalyticsException(ErrorCode.NOTHING_YET, sentence);
    }

    /** The goal's title with its part. */
    static String name(Goal goal) {
        return goal.dimension().isEmpty() ? goal.title() : TEXTS.get("goals.page.part", goal.title(), goal.member());
    }

    static String summary(Standings standings, int shown, int likely) {
        return TEXTS.get("goals.page.summary", shown, standings.asOf(), likely);
    }

    static String progress(Standing s) {
        String goal = name(s.goal());
        if (s.over()) {
            return TEXTS.get(
                    s.met() ? "goals.page.progress.reached" : "goals.page.progress.missed",
                    goal,
                    s.goal().to());
        }
        return s.begun()
                ? TEXTS.get("goals.page.progress.pace", goal, Figures.change(s.ahead()))
                : TEXTS.get("goals.page.progress.begins", goal, s.goal().from());
    }

    static String landing(Standing s) {
        Projection p = s.projection();
        if (p == null) {
            return s.silence();
        }
        if (s.over()) {
            return TEXTS.get(
                    s.met() ? "goals.page.landed.reached" : "goals.page.landed.missed",
                    Figures.of(p.expected(), s.unit()));
        }
        String lands = TEXTS.get(
                "goals.page.lands_at",
                Figures.of(p.expected(), s.unit()),
                Figures.range(p.low(), p.high(), s.unit()),
                Figures.chance(p.chance()));
        return Double.isNaN(s.needed())
                ? lands
                : TEXTS.get(
                        "goals.page.lands_at.needs",
                        lands,
                        Figures.of(s.needed(), s.unit()),
                        Figures.of(s.pace(), s.unit()));
    }

    /** Filters of the page narrow what is there, but no target. */
    static Frame doubts(Frame frame, AnalysisContext context) {
        return context.filters().isEmpty()
                ? frame
                : frame.withCaveat(
                        Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("goals.page.filters_in_force_narrow")));
    }
}
