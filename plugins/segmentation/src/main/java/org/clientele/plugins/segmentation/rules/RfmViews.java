package org.clientele.plugins.segmentation.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.segments.SegmentSummary;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.FrameRows;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.Analysis;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/** What is shown of scored customers: the segments, the grid, and how many there are. */
public final class RfmViews {
    static final String SEGMENTS = "rfm-segments";
    static final String GRID = "rfm-grid";
    static final String CUTS = "rfm-cuts";

    private static final Texts TEXTS = Texts.of(RfmViews.class);

    private RfmViews() {}

    /** An analysis that shows something of scored customers. */
    private record View(String name, Function<Rfm.Scored, Frame> frame) implements Analysis<RfmParameters> {
        @Override
        public QualifiedId id() {
            return QualifiedId.of(SegmentationMetrics.NAMESPACE + name);
        }

        @Override
        public String title() {
            return TEXTS.get("analysis." + name);
        }

        @Override
        public String description() {
            return TEXTS.get("analysis." + name + ".description");
        }

        @Override
        public RfmParameters defaults() {
            return RfmParameters.usual();
        }

        @Override
        public Frame run(RfmParameters p, AnalysisContext context) {
            return frame.apply(Rfm.scored(p, context));
        }
    }

    static List<Analysis<?>> all() {
        return List.of(
                new View(SEGMENTS, RfmViews::segments), new View(GRID, RfmViews::grid), new View(CUTS, RfmViews::cuts));
    }

    private static Frame segments(Rfm.Scored scored) {
        Segmented found = scored.segmented();
        Frame frame = SegmentSummary.of(found);
        int[] sizes = found.sizes();
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < sizes.length; s++) {
            double revenue = frame.column("revenue").doubleAt(s);
            if (revenue > most) {
                most = revenue;
                best = s;
            }
        }
        double share = frame.column("revenue_share").doubleAt(best);
        return Double.isNaN(share)
                ? frame
                : frame.withInsight(TEXTS.get(
                        "insight.segments",
                        found.segments().get(best).name(),
                        Math.round(100.0 * sizes[best] / found.table().size()),
                        Math.round(100 * share)));
    }

    /** A row a cell of the grid, all of them: its scores, its segment, how many customers are in it, and what they brought. */
    private static Frame grid(Rfm.Scored scored) {
        FeatureTable table = scored.segmented().table();
        int[][] customers = new int[Grid.SCORES][Grid.SCORES];
        long[][] revenue = new long[Grid.SCORES][Grid.SCORES];
        long[] monetary = table.amounts("monetary");
        for (int i = 0; i < monetary.length; i++) {
            RfmModel.Score s = scored.scores()[i];
            customers[s.r() - 1][s.fm() - 1]++;
            revenue[s.r() - 1][s.fm() - 1] += monetary[i];
        }
        Unit money = table.feature("monetary").unit();
        FrameRows sheet = new FrameRows()
                .text("r", TEXTS.get("column.r"))
                .text("fm", TEXTS.get("column.fm"))
                .text("segment", TEXTS.get("column.segment"))
                .count("customers", TEXTS.get("column.customers"), "customers")
                .share("share", TEXTS.get("column.share"))
                .money("revenue", TEXTS.get("column.revenue"), money);
        for (int r = Grid.SCORES; r >= 1; r--) {
            for (int fm = 1; fm <= Grid.SCORES; fm++) {
                int n = customers[r - 1][fm - 1];
                sheet.row(
                        Integer.toString(r),
                        Integer.toString(fm),
                        scored.model().grid().names().get(scored.model().grid().segment(r, fm)),
                        n,
                        (double) n / table.size(),
                        revenue[r - 1][fm - 1]);
            }
        }
        return sheet.frame().withCaveats(scored.segmented().caveats());
    }

    /** A row a score: from what on it is given. */
    private static Frame cuts(Rfm.Scored scored) {
        RfmModel model = scored.model();
        FrameRows sheet = new FrameRows()
                .text("score", TEXTS.get("column.score"))
                .text("recency", TEXTS.get("column.recency"))
                .text("frequency", TEXTS.get("column.frequency"))
                .text("monetary", TEXTS.get("column.monetary"));
        for (int score = Grid.SCORES; score >= 1; score--) {
            sheet.row(
                    Integer.toString(score),
                    range(model.recency(), score),
                    range(model.frequency(), score),
                    range(model.monetary(), score));
        }
        Frame frame = sheet.frame().withCaveats(scored.segmented().caveats());
        FeatureTable table = scored.segmented().table();
        LocalDate asOf = table.asOf();
        LocalDate from = table.window().from();
        return asOf == null
                ? frame
                : frame.withInsight(
                        from == null ? TEXTS.get("insight.cuts.all", asOf) : TEXTS.get("insight.cuts", asOf, from));
    }

    private static String range(Scale scale, int score) {
        int place = scale.lessIsBetter() ? Grid.SCORES - score : score - 1;
        double[] cuts = scale.cuts();
        if (place == 0) {
            return TEXTS.get("range.up.to", cut(cuts[0]));
        }
        return place == cuts.length
                ? TEXTS.get("range.above", cut(cuts[place - 1]))
                : cuts[place] <= cuts[place - 1]
                        ? TEXTS.get("range.none")
                        : TEXTS.get("range.between", cut(cuts[place - 1]), cut(cuts[place]));
    }

    private static String cut(double value) {
        return Feature.plain(Math.rint(value * 100) / 100);
    }
}
