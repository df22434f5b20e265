package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.Preparation;
import org.clientele.plugins.segmentation.features.PreparationOptions;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;

/**
 * Which segments somebody looks at: a published segmentation, or one that is found while she looks.
 *
 * @param segmentation the key of a published one, or "" for one that is found now
 * @param by how customers are put into segments that are found now
 * @param features what it is found in, see {@link FeatureChoice}; of a published one what it was made of
 * @param k how many segments
 * @param seed decides where the search begins
 */
public record SegmentsOnShow(
        @Parameter(label = "%parameter.segmentation", help = "%parameter.segmentation.help")
        String segmentation,

        @Parameter(label = "%parameter.by", help = "%parameter.by.help")
        SegmentChoice.Method by,

        @Parameter(label = "%parameter.features", help = "%parameter.features.help")
        String features,

        @Parameter(label = "%parameter.k", least = 2, most = 12, step = 1)
        int k,

        @Parameter(label = "%parameter.seed", least = 0, most = 999, step = 1)
        long seed) {
    /** Four segments that k-means finds now. */
    public static final SegmentsOnShow USUAL =
            new SegmentsOnShow("", SegmentChoice.Method.K_MEANS, FeatureChoice.AUTO, 4, 1);

    /**
     * Customers as points, and the segment of each.
     *
     * @param segmented with the features that the points are made of
     * @param prepared the points
     */
    public record Placed(Described segmented, Preparation.Prepared prepared) {}

    /**
     * The segments, with features to describe them by.
     *
     * @param describe which, see {@link FeatureChoice}
     * @throws org.clientele.sdk.AnalyticsException what is lacking, or which choice is wrong
     */
    public Described of(AnalysisContext context, String describe) {
        return of(context, describe, table -> table);
    }

    /** The same with features that are not read but worked out. */
    Described of(AnalysisContext context, String describe, UnaryOperator<FeatureTable> more) {
        FeatureTable table = more.apply(FeatureReader.read(context, FeatureChoice.of(describe)));
        context.cancel().throwIfCancelled();
        if (!segmentation.isBlank()) {
            Published published = Published.of(segmentation, context, table.window());
            Set<String> made = new HashSet<>();
            if (!features.isBlank() && !features.strip().equals(FeatureChoice.AUTO)) {
                keys(FeatureReader.read(context, FeatureChoice.of(features)), made);
            }
            return new Described(
                    table,
                    published.names(),
                    published.of(table.customers()),
                    made,
                    published.dimension(),
                    published.caveats());
        }
        Placed live = live(context);
        Map<String, Integer> segments = new HashMap<>();
        List<String> customers = live.segmented.table().customers();
        for (int i = 0; i < customers.size(); i++) {
            segments.put(customers.get(i), live.segmented.segments()[i]);
        }
        int[] of = table.customers().stream()
                .mapToInt(c -> segments.getOrDefault(c, -1))
                .toArray();
        Set<String> made = new HashSet<>();
        keys(live.segmented.table(), made);
        return new Described(table, live.segmented.names(), of, made, "", live.segmented.caveats());
    }

    private static void keys(FeatureTable table, Set<String> into) {
        table.features().forEach(f -> {
            into.add(f.key());
            into.addAll(f.facts());
        });
    }

    /** The customers as points of the chosen features, prepared as for clustering, and their segments. */
    public Placed placed(AnalysisContext context) {
        if (segmentation.isBlank()) {
            return live(context);
        }
        FeatureTable table = FeatureReader.read(context, FeatureChoice.of(features));
        Preparation.Prepared prepared =
                Preparation.fit(table, PreparationOptions.DEFAULT).apply(table);
        Published published = Published.of(segmentation, context, table.window());
        FeatureTable kept = prepared.table();
        Described segmented = new Described(
                kept,
                published.names(),
                published.of(kept.customers()),
                Set.of(),
                published.dimension(),
                published.caveats());
        return new Placed(segmented, prepared);
    }

    private Placed live(AnalysisContext context) {
        SegmentChoice usual = SegmentChoice.usual();
        Segmented found = Clusterings.of(
                new SegmentChoice(by, k, features, usual.weights(), seed, usual.asOf(), usual.windowDays()), context);
        int[] sizes = found.sizes();
        int[] place = new int[sizes.length];
        List<String> names = new ArrayList<>();
        for (int s = 0; s < sizes.length; s++) {
            // Of rules there may be some that nobody fulfils.
            place[s] = sizes[s] == 0 ? -1 : names.size();
            if (sizes[s] > 0) {
                names.add(found.segments().get(s).name());
            }
        }
        Preparation.Prepared prepared =
                Preparation.fit(found.table(), PreparationOptions.DEFAULT).apply(found.table());
        Set<String> made = new HashSet<>();
        keys(found.table(), made);
        int[] of = Arrays.stream(found.labels()).map(l -> l < 0 ? -1 : place[l]).toArray();
        return new Placed(new Described(found.table(), names, of, made, "", found.caveats()), prepared);
    }
}
