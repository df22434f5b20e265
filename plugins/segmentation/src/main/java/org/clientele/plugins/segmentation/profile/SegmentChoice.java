package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.Preparation;
import org.clientele.plugins.segmentation.features.PreparationOptions;
import org.clientele.sdk.data.Caveat;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.text.Texts;

/**
 * Which segments somebody looks at: a published segmentation, or one that is found while she looks.
 *
 * @param segmentation the key of a published one, or "" for one that is found now
 * @param features what it is found in, see {@link FeatureChoice}; of a published one what it was made of
 * @param k how many segments
 * @param seed decides where the search begins
 */
public record SegmentChoice(String segmentation, String features, int k, long seed) {
    private static final Texts TEXTS = Texts.of(SegmentChoice.class);

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
        table.features().stream().map(Feature::key).forEach(into::add);
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
        FeatureTable table = FeatureReader.read(context, FeatureChoice.of(features));
        Preparation preparation = Preparation.fit(table, PreparationOptions.DEFAULT);
        Preparation.Prepared prepared = preparation.apply(table);
        int[] found = Clusterings.of(prepared.points(), k, seed, context);
        int[] order = bySize(found);
        int[] place = new int[order.length];
        IntStream.range(0, order.length).forEach(i -> place[order[i]] = i);
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= order.length; i++) {
            names.add(TEXTS.get("segment.number", i));
        }
        Set<String> made = new HashSet<>();
        keys(prepared.table(), made);
        List<Caveat> caveats = preparation.caveats(prepared);
        return new Placed(
                new Described(
                        prepared.table(),
                        names,
                        Arrays.stream(found).map(s -> place[s]).toArray(),
                        made,
                        "",
                        caveats),
                prepared);
    }

    /** The clusters, the largest first. */
    private static int[] bySize(int[] of) {
        int[] sizes = new int[Arrays.stream(of).max().orElse(-1) + 1];
        Arrays.stream(of).forEach(s -> sizes[s]++);
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingInt(s -> -sizes[s]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
