package org.clientele.plugins.executive.insights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.plugins.executive.insights.Finding.Answered;
import org.clientele.plugins.executive.insights.Finding.Moved;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.chart.Channel;
import org.clientele.sdk.chart.ChartSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.AnalysisCall;
import org.clientele.sdk.query.MetricQuery;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes that stand out from those before, in at most five sentences. Every number of a sentence is the answer to a
 * query that stands beside it; sentences without a metric say that nothing stands out, and what came nearest to it. What is named as contributing is a part of a sum, never a cause.
 */
public final class Insights implements Analysis<Insights.Parameters> {
    private static final Texts TEXTS = Texts.of(Insights.class);

    /** The analysis's id. */
    public static final String ID = "clientele.executive/insights";

    private static final int MOST = 5;
    /** How many are named that came near. */
    private static final int NEAREST = 3;
    /** Columns of the answer. */
    private static final int WIDTH = 16;

    /**
     * @param step how long the steps are whose changes are compared
     * @param most how many sentences at most
     */
    public record Parameters(
            @Parameter(label = "%step") Step step,

            @Parameter(label = "%insights.parameter.most", least = 1, most = MOST, step = 1)
            int most) {}

    /** The tile. */
    public static TileSpec.Builder tile() {
        return TileSpec.builder(
                        "insights",
                        TEXTS.get("insights.insights.title"),
                        AnalysisCall.of(ID),
                        ChartSpec.of(ChartSpec.SENTENCES)
                                .encode(Channel.LABEL, "sentence")
                                .encode(Channel.Y, "change")
                                .encode(Channel.COLUMN, "compared", "smaller", "chance", "query")
                                .option("good", "good")
                                .option("open", "query"))
                .subtitle(TEXTS.get("insights.insights.subtitle"))
                .size(12, 4);
    }

    @Override
    public QualifiedId id() {
        return QualifiedId.of(ID);
    }

    @Override
    public String title() {
        return TEXTS.get("insights.title");
    }

    @Override
    public String description() {
        return TEXTS.get("insights.description", StandOut.LEAST);
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Step.BEST, MOST);
    }

    @Override
    public Frame run(Parameters p, AnalysisContext context) {
        Windows windows = Windows.of(context, p.step()).orElseThrow(() -> nothing(TEXTS.get("insights.no_data_up_to")));
        if (windows.days().size() < Windows.least()) {
            throw nothing(
                    TEXTS.get("insights.too_few." + windows.step(), StandOut.LEAST, Math.max(0, windows.before())));
        }
        List<Series> all = new History(context, windows).all();
        List<StandOut.Verdict> verdicts =
                StandOut.of(all.stream().map(Series::changes).toArray(double[][]::new));
        context.progress().report(0.8, title());
        List<Finding> findings = findings(all, verdicts, windows, context, p.most());
        List<Finding> nearest = findings.isEmpty() ? nearest(all, verdicts, windows, context) : List.of();
        return frame(findings, nearest, all, windows);
    }

    /** Where nothing stands out: the largest change of each of the metrics that came nearest to it. */
    private static List<Finding> nearest(
            List<Series> all, List<StandOut.Verdict> verdicts, Windows windows, AnalysisContext context) {
        Set<QualifiedId> metrics = new HashSet<>();
        List<Finding> nearest = new ArrayList<>();
        for (StandOut.Verdict verdict : verdicts) {
            Series series = all.get(verdict.series());
            if (nearest.size() < NEAREST && metrics.add(series.metric().id())) {
                nearest.add(Finding.of(series, verdict, windows, context));
            }
        }
        return nearest;
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

    /** What came near to standing out: its sentence and numbers, but no metric, and neither good nor bad. */
    private static @Nullable Object[] near(Finding f, Windows windows) {
        @Nullable Object[] row = new Object[WIDTH];
        row[0] = f.nearly(windows);
        row[3] = f.now().value();
        row[4] = f.before().value();
        row[5] = f.size();
        row[6] = 0L;
        row[7] = (long) windows.before();
        row[8] = (long) f.verdict().smaller();
        row[9] = f.verdict().chance();
        row[10] = f.now().query();
        row[11] = f.before().query();
        return row;
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
        Finding found = Finding.of(series, verdict, windows, context);
        Moved moved = series.rate() || series.member() != null
                ? null
                : History.DIMENSIONS.stream()
                        .map(d -> moved(d, series, found.now(), found.before(), windows, context))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        return new Finding(series, verdict, found.now(), found.before(), moved);
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

    private static Frame frame(List<Finding> findings, List<Finding> nearest, List<Series> all, Windows windows) {
        FrameRows sheet = new FrameRows()
                .text("sentence", TEXTS.get("insights.column.sentence"))
                .text("metric", TEXTS.get("insights.column.metric"))
                .text("part", TEXTS.get("insights.column.part"))
                .number("now", TEXTS.get("insights.column.now"), Unit.none())
                .number("before", TEXTS.get("insights.column.before"), Unit.none())
                .share("change", TEXTS.get("insights.column.change"))
                .count("good", TEXTS.get("insights.column.good"), "")
                .count("compared", TEXTS.get("insights.column.compared"), "")
                .count("smaller", TEXTS.get("insights.column.smaller"), "")
                .share("chance", TEXTS.get("insights.column.chance"))
                .text("query", TEXTS.get("insights.column.query"))
                .text("query_before", TEXTS.get("insights.column.query_before"))
                .text("contributed", TEXTS.get("insights.column.contributed"))
                .number("contribution", TEXTS.get("insights.column.contribution"), Unit.none())
                .text("query_part", TEXTS.get("insights.column.query_part"))
                .text("query_part_before", TEXTS.get("insights.column.query_part_before"));
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
        String compared = TEXTS.get(
                "insights.compared." + windows.step() + (windows.whole() ? ".whole" : ".part"),
                all.size(),
                windows.words(windows.now()),
                windows.before());
        if (findings.isEmpty()) {
            // Sentences without a metric: that nothing is unusual is an answer too.
            long whole = all.stream().filter(s -> s.member() == null).count();
            @Nullable Object[] row = new Object[WIDTH];
            row[0] = TEXTS.get("insights.nothing", whole, all.size() - whole);
            sheet.row(row);
            nearest.forEach(f -> sheet.row(near(f, windows)));
        }
        String said = findings.isEmpty() ? compared : TEXTS.get("insights.some", findings.size(), compared);
        return sheet.frame().withInsight(said);
    }
}
