package org.clientele.plugins.segmentation.rules;

import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.segmentation.SegmentationMetrics;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.segments.Actions;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.QualifiedId;
import org.clientele.sdk.data.Column;
import org.clientele.sdk.data.ColumnSpec;
import org.clientele.sdk.data.ColumnType;
import org.clientele.sdk.data.Frame;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.data.Segmentation.Segment;
import org.clientele.sdk.data.Unit;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Segmenter;
import org.clientele.sdk.text.Texts;

/** Customers scored by recency, frequency and monetary value, and named by the cell of the grid that they are in. */
public final class Rfm implements Segmenter<RfmParameters> {
    /** The last part of its id. */
    public static final String NAME = "rfm";

    private static final Texts TEXTS = Texts.of(Rfm.class);

    /** For the plugin. */
    public Rfm() {}

    /** Customers, scores and the scales that they follow from. */
    record Scored(Segmented segmented, RfmModel model, RfmModel.Score[] scores) {}

    @Override
    public QualifiedId id() {
        return QualifiedId.of(SegmentationMetrics.NAMESPACE + NAME);
    }

    @Override
    public String title() {
        return TEXTS.get("analysis.rfm");
    }

    @Override
    public String description() {
        return TEXTS.get("analysis.rfm.description");
    }

    @Override
    public RfmParameters defaults() {
        return RfmParameters.usual();
    }

    /** What segments are made of, see {@link FeatureChoice}. */
    public static String features() {
        return RfmModel.FEATURES;
    }

    /** The customers in their segments. */
    public static Segmented segment(RfmParameters p, AnalysisContext context) {
        return scored(p, context).segmented();
    }

    static Scored scored(RfmParameters p, AnalysisContext context) {
        // Rules are read before the data, so that whoever writes one is told at once.
        Grid.read(p.segments());
        RfmModel.cuts(p.cuts());
        FeatureTable table = table(context, p.days().asOf(), p.days().windowDays());
        return scored(RfmModel.fit(p, table), table);
    }

    private static FeatureTable table(AnalysisContext context, String asOf, int windowDays) {
        return FeatureReader.read(context, new FeatureChoice(RfmModel.FEATURES, asOf, windowDays));
    }

    private static Scored scored(RfmModel model, FeatureTable table) {
        RfmModel.Score[] scores = model.scores(table);
        int[] labels = new int[scores.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = scores[i].segment();
        }
        return new Scored(
                new Segmented(table, labels, segments(model.grid(), table, labels), model.text(), table.caveats()),
                model,
                scores);
    }

    private static List<Segment> segments(Grid grid, FeatureTable table, int[] labels) {
        List<Segment> all = new ArrayList<>();
        for (int s = 0; s < grid.names().size(); s++) {
            String key = grid.key(s);
            boolean usual = Grid.USUAL.contains(key);
            all.add(new Segment(
                    key,
                    grid.names().get(s),
                    usual ? TEXTS.get("segment." + key + ".description") : "",
                    usual ? TEXTS.get("segment." + key + ".action") : Actions.of(table, labels, s)));
        }
        return all;
    }

    @Override
    public Segmentation fit(RfmParameters p, AnalysisContext context) {
        return segment(p, context).segmentation(p.days().asOf(), model -> apply(model, context));
    }

    @Override
    public Members apply(String model, AnalysisContext context) {
        RfmModel kept = RfmModel.read(model);
        return scored(kept, table(context, "", kept.windowDays())).segmented().members();
    }

    @Override
    public Frame run(RfmParameters p, AnalysisContext context) {
        Scored scored = scored(p, context);
        return scored.segmented()
                .frame(List.of(
                        column("r", scored.scores(), RfmModel.Score::r),
                        column("f", scored.scores(), RfmModel.Score::f),
                        column("m", scored.scores(), RfmModel.Score::m),
                        column("fm", scored.scores(), RfmModel.Score::fm)));
    }

    private static Column column(
            String name, RfmModel.Score[] scores, java.util.function.ToIntFunction<RfmModel.Score> score) {
        Column.Builder values =
                Column.builder(new ColumnSpec(name, ColumnType.INTEGER, Unit.none(), TEXTS.get("column." + name)));
        for (RfmModel.Score s : scores) {
            values.addLong(score.applyAsInt(s));
        }
        return values.build();
    }
}
