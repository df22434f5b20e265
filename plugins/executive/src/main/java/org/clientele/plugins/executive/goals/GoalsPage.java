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

/** The page "Strategic goals", and what it says. */
public final class GoalsPage {
    /** The plugin's namespace, with the slash. */
    static final String NAMESPACE = "clientele.executive/";
    /** A metric that every workspace has. */
    static final String ANY = "clientele.core/orders";

    private static final int PLACES = 3;
    private static final String[] ORDINALS = {"First", "Second", "Third"};

    private GoalsPage() {}

    /** What it works out. */
    public static List<Analysis<?>> analyses() {
        return List.of(new GoalTable(), new GoalProgress(), new GoalCourse(), new GoalForecast());
    }

    /** The page. */
    public static DashboardSpec spec() {
        DashboardSpec.Builder page = DashboardSpec.builder(NAMESPACE + "goals", "Strategic goals")
                .description(
                        "Where each goal stands at the end of the period, the pace it needs, and where it will land.")
                .tile(TileSpec.builder(
                                "goals",
                                "Goals",
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
                        ORDINALS[place - 1] + " goal",
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
                        "Where the " + ORDINALS[place - 1].toLowerCase(java.util.Locale.ROOT) + " goal lands",
                        call(GoalCourse.NAME, place),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "actual", "expected")
                                .encode(Channel.BASE, "plan")
                                .encode(Channel.LOW, "unbounded", "low")
                                .encode(Channel.HIGH, "unbounded", "high")
                                .option("reference.1", "goal|Goal"))
                .size(8, 5);
    }

    private static TileSpec.Builder forecast() {
        return TileSpec.builder(
                        "forecast",
                        "Forecast behind the first goal",
                        call(GoalForecast.NAME, 1),
                        ChartSpec.of(ChartSpec.LINE)
                                .encode(Channel.X, "step")
                                .encode(Channel.Y, "actual", "expected")
                                .encode(Channel.LOW, "unbounded", "low")
                                .encode(Channel.HIGH, "unbounded", "high")
                                .option("reference.1", "needed|Needed"))
                .size(12, 5);
    }

    static Standings standings(AnalysisContext context) {
        return Standings.of(context)
                .orElseThrow(
                        () -> nothing("No data up to the end of this period. Choose a later one, or import a file."));
    }

    static List<Goal> goals(Standings standings) {
        List<Goal> goals = standings.goals();
        if (goals.isEmpty()) {
            throw nothing("No goals yet. Set one on the page Goals, with Ctrl+G.");
        }
        return goals;
    }

    static Goal goal(Standings standings, int place) {
        List<Goal> goals = goals(standings);
        if (place > goals.size()) {
            throw nothing(
                    goals.size() == 1
                            ? "Only one goal runs on this day."
                            : "Only " + goals.size() + " goals run on this day.");
        }
        return goals.get(place - 1);
    }

    static AnalyticsException nothing(String sentence) {
        return new AnalyticsException(ErrorCode.NOTHING_YET, sentence);
    }

    /** The goal's title with its part. */
    static String name(Goal goal) {
        return goal.dimension().isEmpty() ? goal.title() : goal.title() + ", " + goal.member();
    }

    static String summary(Standings standings, int shown, int likely) {
        return (shown == 1 ? "1 goal" : shown + " goals") + " as of " + standings.asOf() + ", " + likely
                + " more likely reached than not";
    }

    static String progress(Standing s) {
        String against = s.over()
                ? (s.met() ? "reached" : "missed") + " on " + s.goal().to()
                : s.begun()
                        ? Figures.change(s.ahead()) + " against even pace"
                        : "begins on " + s.goal().from();
        return name(s.goal()) + ": " + against;
    }

    static String landing(Standing s) {
        Projection p = s.projection();
        if (p == null) {
            return s.silence();
        }
        if (s.over()) {
            return (s.met() ? "Reached" : "Missed") + " with " + Figures.of(p.expected(), s.unit());
        }
        return "Lands at " + Figures.of(p.expected(), s.unit()) + " (" + Figures.range(p.low(), p.high(), s.unit())
                + "), chance " + Figures.chance(p.chance())
                + (Double.isNaN(s.needed())
                        ? ""
                        : "; needs " + Figures.of(s.needed(), s.unit()) + " a day, was "
                                + Figures.of(s.pace(), s.unit()));
    }

    /** Filters of the page narrow what is there, but no target. */
    static Frame doubts(Frame frame, AnalysisContext context) {
        return context.filters().isEmpty()
                ? frame
                : frame.withCaveat(Caveat.of(
                        Caveat.Kind.ROWS_EXCLUDED,
                        "The filters in force narrow what was reached, while targets stay as they were set."));
    }
}
