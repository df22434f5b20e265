package org.clientele.plugins.executive.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clientele.plugins.executive.insights.Finding.Answered;
import org.clientele.plugins.executive.insights.Finding.Moved;
import org.clientele.plugins.executive.page.Sheet;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.MetricQuery;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes that stand out from those before, in at most five sentences. Every number of a sentence is the answer to a
 * query that stands beside it; one sentence without a metric says that nothing stands out. What is named as contributing is a part of a sum, never a cause.
 */
public final class Insights implements Analysis<Insights.Parameters> {
    /** The analysis's id. */
    public static final String ID = "clientele.executive/insights";

    private static final int MOST = 5;
    /** Columns of the answer. */
    private static final int WIDTH = 16;

    /**
     * @param step how long the steps are whose changes are compared
     * @param most how many sentences at most
     */
    public record Parameters(
            @Parameter(label = "Changes from step to step") Step step,

            @Parameter(label = "Sentences", least = 1, most = MOST, step = 1)
            int most) {}

    /** The tile. */
    public static TileSpec.Builder tile() {
        return TileSpec.builder(
                        "insights",
                        "What stands out",
                        AnalysisCall.of(ID),
                        ChartSpec.of(ChartSpec.SENTENCES)
                                .encode(Channel.LABEL, "sentence")
                                .encode(Channel.Y, "change")
                                .encode(Channel.COLUMN, "compared", "smaller", "chance", "query")
                                .option("good", "good")
                                .option("open", "query"))
                .subtitle("The latest changes that lie outside 95 % of those before")
                .size(12, 4);
    }

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return "What stands out";
    }

    @Override
    public String description() {
        return "The change of each metric, of the whole and of its largest countries, categories and channels, from the step before to"
                + " the one in which the period ends, compared with all such changes before. Named is only what lies outside"
                + " 95 % of them when all are judged together (Westfall and Young's step-down maxT), so that a step like all"
                + " others gives a sentence once in twenty times, however many metrics are looked at. It takes "
                + StandOut.LEAST + " changes before.";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Step.BEST, MOST);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Windows windows = Windows.of(context, p.step())
                .orElseThrow(
                        () -> nothing("No data up to the end of this period. Choose a later one, or import a file."));
        if (windows.days().size() < Windows.least()) {
            throw nothing(
                    "What stands out is found among at least " + StandOut.LEAST + " changes before; up to the end of"
                            + " this period the data has " + Math.max(0, windows.before()) + ", from "
                            + windows.step() + " to " + windows.step() + ".");
        }
        List<Series> all = new History(context, windows).all();
        List<StandOut.Verdict> verdicts =
                StandOut.of(all.stream().map(Series::changes).toArray(double[][]::new));
        context.progress().report(0.8, title());
        List<Finding> findings = findings(all, verdicts, windows, context, p.most());
        return frame(findings, all.size(), windows, context);
    }

    private static AnalyticsException nothing(String sentence) {
        return new AnalyticsException(ErrorCode.NOTHING_YET, sentence);
    }

    private static List<Finding> findings(
            List<Series> all, List<StandOut.Verdict> verdicts, Windows windows, AnalysisContext context, int most) {
        List<Finding> findings = new ArrayList<>();
        for (StandOut.Verdict verdict : verdicts) {
            Series series = all.get(verdict.series());
            if (!verdict.standsOut() || findings.size() >= most) {
                break;
            }
            Finding found = found(series, verdict, windows, context);
            if (findings.stream().noneMatch(f -> says(f, found))) {
                findings.add(found);
            }
        }
        return findings;
    }

    /** Whether one sentence holds the other already: the whole and the member that contributed most to it. */
    private static boolean says(Finding one, Finding other) {
        if (!one.series().metric().id().equals(other.series().metric().id()) || one.rose() != other.rose()) {
            return false;
        }
        Finding whole = one.series().member() == null ? one : other;
        Finding part = whole == one ? other : one;
        Moved moved = whole.moved();
        return whole.series().member() == null
                && moved != null
                && moved.member().equals(part.part());
    }

    private static Finding found(Series series, StandOut.Verdict verdict, Windows windows, AnalysisContext context) {
        context.cancel().throwIfCancelled();
        var conditions = new Conditions(context).with(series.dimension(), series.member());
        Answered now = Answered.of(context, series.metric(), conditions, windows.now());
        Answered before = Answered.of(context, series.metric(), conditions, windows.last());
        Moved moved = series.rate() || series.member() != null
                ? null
                : History.DIMENSIONS.stream()
                        .map(d -> moved(d, series, now, before, windows, context))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        return new Finding(series, verdict, now, before, moved);
    }

    /** The member that moved most, where the members of a dimension make up the whole in both windows. */
    private static Optional<Moved> moved(
            String dimension, Series series, Answered now, Answered before, Windows windows, AnalysisContext context) {
        Parts after = Parts.of(context, series, dimension, windows.now());
        Parts first = Parts.of(context, series, dimension, windows.last());
        if (!after.makeUp(now.value()) || !first.makeUp(before.value())) {
            return Optional.empty();
        }
        return after.mostFrom(first).map(member -> {
            var conditions = new Conditions(context).with(dimension, member);
            return new Moved(
                    dimension,
                    member,
                    Answered.of(context, series.metric(), conditions, windows.now()),
                    Answered.of(context, series.metric(), conditions, windows.last()));
        });
    }

    /** A metric by the members of a dimension. */
    private record Parts(java.util.Map<String, Double> values, double sum) {
        static Parts of(AnalysisContext context, Series series, String dimension, org.clientele.sdk.query.Period days) {
            Frame frame = context.query(MetricQuery.of(series.metric().id().toString())
                    .by(dimension)
                    .during(days));
            Column names = frame.column(dimension);
            Column column = frame.column(series.metric().id().name());
            java.util.Map<String, Double> values = new java.util.TreeMap<>();
            double sum = 0;
            for (int row = 0; row < frame.rowCount(); row++) {
                double value = column.isNull(row) ? 0 : column.doubleAt(row);
                sum += value;
                if (!names.isNull(row)) {
                    values.put(Objects.requireNonNull(names.textAt(row)), value);
                }
            }
            return new Parts(values, sum);
        }

        boolean makeUp(double whole) {
            return values.size() > 1 && Math.abs(sum - whole) <= 1e-6 * Math.max(1, Math.abs(whole));
        }

        Optional<String> mostFrom(Parts before) {
            java.util.Set<String> all = new java.util.TreeSet<>(values.keySet());
            all.addAll(before.values.keySet());
            return all.stream()
                    .max(java.util.Comparator.comparingDouble(
                            m -> Math.abs(values.getOrDefault(m, 0.0) - before.values.getOrDefault(m, 0.0))));
        }
    }

    private static Frame frame(List<Finding> findings, int judged, Windows windows, AnalysisContext context) {
        Sheet sheet = new Sheet()
                .text("sentence", "What stands out")
                .text("metric", "Metric")
                .text("part", "Part")
                .number("now", "Now", Unit.none())
                .number("before", "Before", Unit.none())
                .share("change", "Change")
                .count("good", "Good", "")
                .count("compared", "Changes before", "")
                .count("smaller", "Smaller ones", "")
                .share("chance", "Chance in a step like all others")
                .text("query", "Query")
                .text("query_before", "Query of the step before")
                .text("contributed", "Contributed most")
                .number("contribution", "Its contribution", Unit.none())
                .text("query_part", "Query of the contribution")
                .text("query_part_before", "Query of it in the step before");
        for (Finding f : findings) {
            @Nullable Moved m = f.moved();
            sheet.row(
                    f.sentence(windows),
                    f.series().metric().id().toString(),
                    f.part().isEmpty() ? null : f.series().dimension() + " = " + f.part(),
                    f.now().value(),
                    f.before().value(),
                    f.size(),
                    f.good(),
                    (long) windows.before(),
                    (long) f.verdict().smaller(),
                    f.verdict().chance(),
                    f.now().query(),
                    f.before().query(),
                    m == null ? null : m.dimension() + " = " + m.member(),
                    m == null ? null : m.change(),
                    m == null ? null : m.now().query(),
                    m == null ? null : m.before().query());
        }
        String compared = judged + " changes to " + windows.words(windows.now()) + ", judged together against the "
                + windows.before() + " from " + windows.step() + " to " + windows.step() + " before"
                + (windows.whole() ? "" : ", the same elapsed part of each");
        if (findings.isEmpty()) {
            // A sentence without a metric: that nothing is unusual is an answer too.
            @Nullable Object[] row = new Object[WIDTH];
            row[0] = "Nothing stands out: none of these changes lies outside 95 % of those before.";
            sheet.row(row);
        }
        String said = findings.isEmpty() ? compared : findings.size() + " of " + compared;
        return sheet.frame().withInsight(said);
    }
}
