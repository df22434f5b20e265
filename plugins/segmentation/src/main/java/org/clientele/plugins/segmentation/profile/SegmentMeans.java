package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.stats.GroupMoments;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/**
 * Means of features by segment, in the feature's unit and in standard deviations from the mean of all.
 *
 * @param of whose means they are
 * @param features their places in the table, those that the segments differ most in first
 * @param means as they are, by feature and segment; NaN where nothing is known
 * @param standard in standard deviations from the mean of all, by feature and segment, outermost values drawn in
 * @param shares how much of the variance lies between segments, by feature
 */
record SegmentMeans(Described of, int[] features, double[][] means, double[][] standard, double[] shares) {
    private static final Texts TEXTS = Texts.of(SegmentMeans.class);
    private static final int AXES = 6;
    private static final int TYPICAL = 3;
    private static final double NOTABLE = 0.35;

    private record Row(int feature, double[] means, double[] standard, double share) {}

    /**
     * @param trim the share of values at each end that count as the value there, so that a few customers do not make a mean
     * @param most how many features at most
     */
    static SegmentMeans of(Described s, double trim, int most) {
        List<Row> rows = new ArrayList<>();
        for (int f : s.numbers()) {
            double[] values = s.table().values(f);
            GroupMoments plain = GroupMoments.of(values, s.segments(), s.count());
            boolean flag = s.table().features().get(f).kind() == Feature.Kind.FLAG;
            GroupMoments drawn =
                    GroupMoments.of(flag ? values : Described.trimmed(values, trim), s.segments(), s.count());
            double deviation = drawn.deviation();
            if (deviation > 0) {
                double mean = drawn.mean();
                double[] standard = new double[s.count()];
                for (int g = 0; g < standard.length; g++) {
                    standard[g] = (drawn.means()[g] - mean) / deviation;
                }
                rows.add(new Row(f, plain.means(), standard, drawn.between() / (drawn.between() + drawn.within())));
            }
        }
        rows.sort(Comparator.comparingDouble((Row r) -> -r.share));
        List<Row> shown = rows.subList(0, Math.min(most, rows.size()));
        return new SegmentMeans(
                s,
                shown.stream().mapToInt(Row::feature).toArray(),
                shown.stream().map(Row::means).toArray(double[][]::new),
                shown.stream().map(Row::standard).toArray(double[][]::new),
                shown.stream().mapToDouble(Row::share).toArray());
    }

    /** A row a feature and segment. */
    Frame frame() {
        List<String> labels = of.labels();
        FrameRows rows = new FrameRows()
                .column(Segments.column(of))
                .text("feature", TEXTS.get("column.feature"))
                .number("standard", TEXTS.get("column.standard"), Unit.none())
                .number("mean", TEXTS.get("column.mean"), Unit.none())
                .share("share", TEXTS.get("column.explained"))
                .text("made", TEXTS.get("column.made"));
        for (int i = 0; i < features.length; i++) {
            boolean made =
                    of.made().contains(of.table().features().get(features[i]).key());
            for (int g = 0; g < of.count(); g++) {
                rows.row(
                        of.names().get(g),
                        labels.get(features[i]),
                        standard[i][g],
                        means[i][g],
                        shares[i],
                        TEXTS.get(made ? "made.yes" : "made.no"));
            }
        }
        return Segments.told(of, rows.frame()).withInsight(sentence());
    }

    private String sentence() {
        if (features.length == 0) {
            return "";
        }
        String made = Words.list(of.madeLabels(), 4);
        return made.isEmpty()
                ? TEXTS.get("profile.insight.unknown", of.labels().get(features[0]))
                : TEXTS.get("profile.insight", made);
    }

    /** A row a segment, with the means of the features that segments differ most in as {@code axis-1} to {@code axis-6}. */
    Frame axes() {
        List<String> labels = of.labels();
        FrameRows rows = new FrameRows()
                .column(Segments.column(of))
                .count("customers", TEXTS.get("column.customers"), "customers");
        for (int a = 0; a < AXES; a++) {
            boolean there = a < features.length;
            rows.column(new ColumnSpec(
                    "axis-" + (a + 1),
                    ColumnType.DOUBLE,
                    there ? of.table().features().get(features[a]).unit() : Unit.none(),
                    there ? labels.get(features[a]) : "–"));
        }
        int[] sizes = of.sizes();
        for (int g = 0; g < of.count(); g++) {
            Object[] row = new Object[2 + AXES];
            row[0] = of.names().get(g);
            row[1] = sizes[g];
            for (int a = 0; a < AXES; a++) {
                row[2 + a] = a < features.length ? means[a][g] : Double.NaN;
            }
            rows.row(row);
        }
        return Segments.told(of, rows.frame());
    }

    /** A row a segment: how large it is, and what sets it apart in words. */
    Frame sizes() {
        FrameRows rows = new FrameRows()
                .column(Segments.column(of))
                .count("customers", TEXTS.get("column.customers"), "customers")
                .share("share", TEXTS.get("column.share"))
                .text("typical", TEXTS.get("column.typical"));
        int[] sizes = of.sizes();
        int all = IntStream.of(sizes).sum();
        for (int g = 0; g < of.count(); g++) {
            rows.row(of.names().get(g), sizes[g], (double) sizes[g] / all, typical(g));
        }
        int none = of.segments().length - all;
        String said = TEXTS.get("sizes.insight", all, of.count());
        return Segments.told(of, rows.frame())
                .withInsight(none == 0 ? said : TEXTS.get("sizes.insight.none", said, none));
    }

    private String typical(int segment) {
        List<String> labels = of.labels();
        List<String> parts = IntStream.range(0, features.length)
                .filter(i -> Math.abs(standard[i][segment]) >= NOTABLE)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(standard[i][segment])))
                .limit(TYPICAL)
                .map(i -> TEXTS.get(standard[i][segment] > 0 ? "typical.high" : "typical.low", labels.get(features[i])))
                .toList();
        return parts.isEmpty() ? TEXTS.get("typical.average") : Words.list(parts, TYPICAL);
    }
}
