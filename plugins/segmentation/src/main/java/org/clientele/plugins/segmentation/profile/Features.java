package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.stats.Bins;
import org.clientele.plugins.segmentation.stats.Correlations;
import org.clientele.plugins.segmentation.stats.MutualInformation;
import org.clientele.plugins.segmentation.stats.Outliers;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** How features go together, what they tell of an outcome, and which values are far from the others. */
final class Features {
    private static final Texts TEXTS = Texts.of(Features.class);
    private static final int CLASSES = 10;
    private static final int OUTCOME_CLASSES = 5;
    private static final int LEAST = 20;
    private static final double STRONG = 0.5;

    /** How two features are compared. */
    enum Coefficient {
        SPEARMAN,
        PEARSON
    }

    /** When a value is far from the others. */
    enum Rule {
        FENCES,
        DEVIATIONS
    }

    private Features() {}

    private static int[] numbers(FeatureTable table) {
        return IntStream.range(0, table.features().size())
                .filter(f -> table.features().get(f).kind() != Feature.Kind.CATEGORY)
                .toArray();
    }

    /** A row a pair of features, both ways, so that those which go together stand together. */
    static Frame correlation(FeatureTable table, Coefficient by, CancelSignal cancel) {
        List<String> labels = Described.labels(table);
        int[] numbers = numbers(table);
        double[][] columns = Arrays.stream(numbers).mapToObj(table::values).toArray(double[][]::new);
        cancel.throwIfCancelled();
        Correlations told = by == Coefficient.SPEARMAN ? Correlations.spearman(columns) : Correlations.pearson(columns);
        cancel.throwIfCancelled();
        int[] order = Arrays.stream(told.order())
                .filter(i -> !Double.isNaN(told.r()[i][i]))
                .toArray();
        if (order.length < 2) {
            throw new AnalyticsException(ErrorCode.DATA_VALUE_INVALID, TEXTS.get("correlation.few"));
        }
        FrameRows rows = new FrameRows()
                .text("feature", TEXTS.get("column.feature"))
                .text("other", TEXTS.get("column.other"))
                .number("correlation", TEXTS.get("column.correlation"), Unit.none())
                .count("customers", TEXTS.get("column.customers"), "customers");
        int strong = 0;
        int[] best = {order[0], order[1]};
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < order.length; j++) {
                double r = told.r()[order[i]][order[j]];
                rows.row(
                        labels.get(numbers[order[i]]),
                        labels.get(numbers[order[j]]),
                        r,
                        told.counts()[order[i]][order[j]]);
                if (i < j) {
                    strong += Math.abs(r) >= STRONG ? 1 : 0;
                    best = Math.abs(r) > Math.abs(told.r()[best[0]][best[1]]) ? new int[] {order[i], order[j]} : best;
                }
            }
        }
        int lost = numbers.length - order.length;
        Frame frame = rows.frame().withCaveats(table.caveats());
        if (lost > 0) {
            frame = frame.withCaveat(Caveat.of(Caveat.Kind.ROWS_EXCLUDED, TEXTS.get("caveat.constant", lost)));
        }
        return frame.withInsight(TEXTS.get(
                "correlation.insight",
                strong,
                labels.get(numbers[best[0]]),
                labels.get(numbers[best[1]]),
                Words.number(told.r()[best[0]][best[1]], 2)));
    }

    /** A row a feature, by how much it tells of the outcome. */
    static Frame information(FeatureTable table, int outcome, long seed, CancelSignal cancel) {
        Feature told = table.features().get(outcome);
        List<String> labels = Described.labels(table);
        boolean isClass = told.kind() != Feature.Kind.NUMBER;
        double[] values = table.values(outcome);
        int[] rows = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        double[] known = Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        Bins classes = isClass ? classes(known) : Bins.quantiles(known, OUTCOME_CLASSES);
        if (classes.classes() < 2 || rows.length < LEAST) {
            throw new AnalyticsException(
                    ErrorCode.DATA_VALUE_INVALID,
                    TEXTS.get("information.few", labels.get(outcome), rows.length, LEAST));
        }
        int[] fold = isClass
                ? MutualInformation.folds(classes.codes(), classes.classes(), seed)
                : MutualInformation.folds(new int[rows.length], 1, seed);
        record Told(int feature, MutualInformation information) {}
        List<Told> all = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int f = 0; f < labels.size(); f++) {
            cancel.throwIfCancelled();
            if (f != outcome && (table.features().get(f).isOf(told.facts()) || twin(table, f, outcome))) {
                same.add(labels.get(f));
            } else if (f != outcome) {
                double[] of = table.values(f);
                double[] there = Arrays.stream(rows).mapToDouble(i -> of[i]).toArray();
                boolean category = table.features().get(f).kind() != Feature.Kind.NUMBER;
                Bins bins = category ? classes(there) : Bins.quantiles(there, CLASSES);
                all.add(new Told(
                        f,
                        MutualInformation.of(bins.codes(), bins.classes(), classes.codes(), classes.classes(), fold)));
            }
        }
        all.sort(Comparator.comparingDouble((Told t) -> -t.information.share()));
        FrameRows sheet = new FrameRows()
                .text("feature", TEXTS.get("column.feature"))
                .share("information", TEXTS.get("column.information", labels.get(outcome)))
                .share("low", TEXTS.get("column.spread.low"))
                .share("high", TEXTS.get("column.spread.high"))
                .share("deviation", TEXTS.get("column.deviation"))
                .share("plain", TEXTS.get("column.plain"));
        for (Told t : all) {
            MutualInformation m = t.information;
            sheet.row(
                    labels.get(t.feature),
                    m.share(),
                    m.share() - m.deviation(),
                    m.share() + m.deviation(),
                    m.deviation(),
                    m.plain());
        }
        Frame frame = sheet.frame().withCaveats(table.caveats());
        if (!same.isEmpty()) {
            frame = frame.withCaveat(Caveat.of(
                    Caveat.Kind.ROWS_EXCLUDED,
                    TEXTS.get("caveat.outcome.same", Words.list(same, 4), labels.get(outcome))));
        }
        if (rows.length < values.length) {
            frame = frame.withCaveat(Caveat.of(
                    Caveat.Kind.ROWS_EXCLUDED,
                    TEXTS.get("caveat.outcome.missing", values.length - rows.length, labels.get(outcome))));
        }
        return all.isEmpty()
                ? frame
                : frame.withInsight(TEXTS.get(
                        "information.insight",
                        labels.get(all.get(0).feature),
                        Words.percent(Math.max(0, all.get(0).information.share())),
                        labels.get(outcome)));
    }

    /** Whether two numbers rank customers in so nearly the same way that one tells nothing new of the other. */
    private static boolean twin(FeatureTable table, int feature, int outcome) {
        if (table.features().get(feature).kind() == Feature.Kind.CATEGORY
                || table.features().get(outcome).kind() == Feature.Kind.CATEGORY) {
            return false;
        }
        double r = Correlations.spearman(new double[][] {table.values(feature), table.values(outcome)})
                .r()[0][1];
        return Math.abs(r) >= Described.SAME;
    }

    /** The values of a category or flag as classes; missing ones are the last class where there are any. */
    private static Bins classes(double[] values) {
        int levels =
                (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(-1) + 1;
        boolean missing = Arrays.stream(values).anyMatch(Double::isNaN);
        int[] codes = Arrays.stream(values)
                .mapToInt(v -> Double.isNaN(v) ? levels : (int) v)
                .toArray();
        return new Bins(codes, missing ? levels + 1 : levels, new double[0]);
    }

    private static Outliers far(double[] values, Rule rule, double reach) {
        return rule == Rule.FENCES ? Outliers.fences(values, reach) : Outliers.deviations(values, reach);
    }

    /** A row a feature of numbers: from where on values are far, and how many are. */
    static Frame outliers(FeatureTable table, Rule rule, double reach) {
        List<String> labels = Described.labels(table);
        FrameRows rows = new FrameRows()
                .text("feature", TEXTS.get("column.feature"))
                .count("count", TEXTS.get("column.far"), "customers")
                .share("share", TEXTS.get("column.share"))
                .number("low", TEXTS.get("column.fence.low"), Unit.none())
                .number("high", TEXTS.get("column.fence.high"), Unit.none())
                .count("below", TEXTS.get("column.below"), "customers")
                .count("above", TEXTS.get("column.above"), "customers")
                .count("known", TEXTS.get("column.known"), "customers");
        int[] plain = plain(table);
        List<Integer> order = new ArrayList<>();
        Outliers[] found = new Outliers[table.features().size()];
        boolean[] any = new boolean[table.size()];
        for (int f : plain) {
            Outliers o = far(table.values(f), rule, reach);
            found[f] = o;
            order.add(f);
            double[] values = table.values(f);
            for (int i = 0; i < any.length; i++) {
                any[i] |= o.far(values[i]);
            }
        }
        order.sort(Comparator.comparingInt(f -> -(found[f].below() + found[f].above())));
        for (int f : order) {
            Outliers o = found[f];
            int count = o.below() + o.above();
            rows.row(
                    labels.get(f),
                    count,
                    (double) count / Math.max(1, o.count()),
                    finite(o.low()),
                    finite(o.high()),
                    o.below(),
                    o.above(),
                    o.count());
        }
        int customers = (int) IntStream.range(0, any.length).filter(i -> any[i]).count();
        return rows.frame()
                .withCaveats(table.caveats())
                .withInsight(TEXTS.get("outliers.insight", customers, any.length));
    }

    private static double finite(double v) {
        return Double.isFinite(v) ? v : Double.NaN;
    }

    private static int[] plain(FeatureTable table) {
        return IntStream.range(0, table.features().size())
                .filter(f -> table.features().get(f).kind() == Feature.Kind.NUMBER)
                .toArray();
    }

    /** A row a customer who is far in some feature, those who are far in most first. */
    static Frame outlying(FeatureTable table, Rule rule, double reach, int most) {
        List<String> labels = Described.labels(table);
        int[] plain = plain(table);
        List<List<String>> far = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            far.add(new ArrayList<>());
        }
        for (int f : plain) {
            Outliers o = far(table.values(f), rule, reach);
            double[] values = table.values(f);
            for (int i = 0; i < values.length; i++) {
                if (o.far(values[i])) {
                    far.get(i).add(labels.get(f));
                }
            }
        }
        int[] order = IntStream.range(0, far.size())
                .filter(i -> !far.get(i).isEmpty())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -far.get(i).size()))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        FrameRows rows = new FrameRows()
                .column(new ColumnSpec("customer", ColumnType.TEXT, Unit.none(), TEXTS.get("column.customer"))
                        .ofDimension("customer"))
                .count("count", TEXTS.get("column.far.features"), "features")
                .text("features", TEXTS.get("column.far.in"));
        for (int i : order) {
            rows.row(table.customers().get(i), far.get(i).size(), Words.list(far.get(i), 4));
        }
        return rows.frame().withCaveats(table.caveats());
    }
}
