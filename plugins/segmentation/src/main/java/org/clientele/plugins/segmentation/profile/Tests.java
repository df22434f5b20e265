package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.segmentation.stats.GroupMoments;
import org.clientele.plugins.segmentation.stats.TukeyPair;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.text.Texts;

/** What segments differ in, and by how much: a row a feature, and a row a pair of segments. */
final class Tests {
    private static final Texts TEXTS = Texts.of(Tests.class);
    private static final double CONFIDENCE = 0.95;
    private static final double SIGNIFICANT = 0.05;

    private Tests() {}

    /** A row a feature, those that segments differ most in first. */
    static Frame features(Described s, List<Difference> all) {
        compared(s);
        List<String> labels = s.labels();
        FrameRows rows = new FrameRows()
                .text("feature", TEXTS.get("column.feature"))
                .text("test", TEXTS.get("column.test"))
                .number("effect", TEXTS.get("column.effect"), Unit.none())
                .text("size", TEXTS.get("column.size"))
                .text("adjusted", TEXTS.get("column.adjusted"))
                .text("reason", TEXTS.get("column.reason"))
                .number("statistic", TEXTS.get("column.statistic"), Unit.none())
                .number("degrees", TEXTS.get("column.degrees"), Unit.none())
                .number("p", TEXTS.get("column.p"), Unit.none())
                .number("adjusted-p", TEXTS.get("column.adjusted"), Unit.none());
        int tested = 0;
        int found = 0;
        List<String> sparse = new ArrayList<>();
        for (Difference d : all) {
            String label = labels.get(d.feature());
            rows.row(
                    label,
                    TEXTS.get("test." + Words.key(d.test())),
                    d.effect(),
                    TEXTS.get("size." + d.size()),
                    said(Words.p(d.adjusted())),
                    said(reason(s, d)),
                    d.statistic(),
                    d.degrees(),
                    d.p(),
                    d.adjusted());
            tested += Double.isNaN(d.p()) ? 0 : 1;
            found += d.adjusted() < SIGNIFICANT ? 1 : 0;
            if (d.sparse() && d.circular().isEmpty()) {
                sparse.add(label);
            }
        }
        Frame frame = Segments.told(s, rows.frame());
        if (s.made().isEmpty()) {
            frame = frame.withCaveat(Caveat.of(Caveat.Kind.ASSUMPTION, TEXTS.get("caveat.made.unknown")));
        }
        if (!sparse.isEmpty()) {
            frame = frame.withCaveat(
                    Caveat.of(Caveat.Kind.SMALL_SAMPLE, TEXTS.get("caveat.sparse", Words.list(sparse, 4))));
        }
        return frame.withInsight(
                tested == 0
                        ? TEXTS.get("tests.insight.none")
                        : TEXTS.get("tests.insight", found, tested, all.size() - tested));
    }

    private static void compared(Described s) {
        if (s.count() < 2) {
            throw new AnalyticsException(ErrorCode.DATA_VALUE_INVALID, TEXTS.get("tests.one"));
        }
    }

    private static String said(String text) {
        return text.isEmpty() ? TEXTS.get("none") : text;
    }

    private static String reason(Described s, Difference d) {
        if (d.circular().isEmpty()) {
            return "";
        }
        if (s.isPart(d.feature())) {
            return TEXTS.get("reason.part");
        }
        return s.made().contains(s.table().features().get(d.feature()).key())
                ? TEXTS.get("reason.made")
                : TEXTS.get("reason.same", d.circular());
    }

    /**
     * A row a pair of segments, by what their means of a feature differ; intervals and p-values are Tukey's, and missing where the
     * segments were made of the feature.
     */
    static Frame pairs(Described s, int feature) {
        compared(s);
        String label = s.labels().get(feature);
        String circular = s.circular(feature);
        Unit unit = s.table().features().get(feature).unit();
        GroupMoments moments = s.moments(feature);
        List<TukeyPair> pairs = TukeyPair.of(moments, CONFIDENCE);
        if (pairs.isEmpty()) {
            throw new AnalyticsException(ErrorCode.DATA_VALUE_INVALID, TEXTS.get("pairs.none", label));
        }
        FrameRows rows = new FrameRows()
                .text("pair", TEXTS.get("column.pair"))
                .number("difference", TEXTS.get("column.difference", label), unit)
                .number("low", TEXTS.get("column.low"), unit)
                .number("high", TEXTS.get("column.high"), unit)
                .text("adjusted", TEXTS.get("column.adjusted"))
                .number("p", TEXTS.get("column.p"), Unit.none());
        int found = 0;
        boolean told = circular.isEmpty();
        for (TukeyPair p : pairs) {
            found += told && p.p() < SIGNIFICANT ? 1 : 0;
            rows.row(
                    TEXTS.get("pair", s.names().get(p.second()), s.names().get(p.first())),
                    p.difference(),
                    told ? p.low() : Double.NaN,
                    told ? p.high() : Double.NaN,
                    said(told ? Words.p(p.p()) : ""),
                    told ? p.p() : Double.NaN);
        }
        return Segments.told(s, rows.frame())
                .withInsight(
                        told
                                ? TEXTS.get("pairs.insight", label, found, pairs.size())
                                : s.isPart(feature)
                                        ? TEXTS.get("pairs.part", label)
                                        : label.equals(circular)
                                                ? TEXTS.get("pairs.made", label)
                                                : TEXTS.get("pairs.circular", label, circular));
    }
}
