package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.features.Preparation;
import org.clientele.plugins.segmentation.features.PreparationOptions;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.data.Members;
import org.clientele.sdk.data.Segmentation;
import org.clientele.sdk.extension.AnalysisContext;
import org.clientele.sdk.extension.Parameter;
import org.clientele.sdk.query.Filter;
import org.clientele.sdk.text.Texts;

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
    private static final Texts TEXTS = Texts.of(SegmentsOnShow.class);

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
        String picked = picked(context);
        if (!picked.isEmpty()) {
            Set<String> made = new HashSet<>();
            keys(FeatureReader.read(context, FeatureChoice.of(features)), made);
            return published(picked, context, table, made);
        }
        if (!segmentation.isBlank()) {
            return published(segmentation, context, table, made(context));
        }
        Described found = live(context).segmented;
        Map<String, Integer> segments = new HashMap<>();
        List<String> customers = found.table().customers();
        for (int i = 0; i < customers.size(); i++) {
            segments.put(customers.get(i), found.segments()[i]);
        }
        int[] of = table.customers().stream()
                .mapToInt(c -> segments.getOrDefault(c, -1))
                .toArray();
        return new Described(table, found.names(), of, found.made(), named(found, context), found.caveats());
    }

    private static Described published(String key, AnalysisContext context, FeatureTable table, Set<String> made) {
        Published published = Published.of(key, context, table.window());
        return new Described(
                table,
                published.names(),
                published.of(table.customers()),
                made,
                published.dimension(),
                published.caveats());
    }

    /** Somebody who picked some of the segments goes on looking at them, and not at others that are found among their customers. */
    private String picked(AnalysisContext context) {
        return !segmentation.isBlank()
                ? ""
                : context.filters().stream()
                        .filter(f -> f instanceof Filter.Members m
                                && m.dimension().startsWith(Segmentation.LIVE)
                                && !m.exclude())
                        .map(f -> ((Filter.Members) f).dimension())
                        .findFirst()
                        .orElse("");
    }

    /** The dimension by which questions name these segments. */
    private String named(Described found, AnalysisContext context) {
        int[] of = found.segments();
        int[] in = IntStream.range(0, of.length).filter(i -> of[i] >= 0).toArray();
        List<String> customers = found.table().customers();
        return context.segments(
                TEXTS.get(
                        "live.name",
                        TEXTS.get("parameter.by." + by.name().toLowerCase(Locale.ROOT)),
                        found.names().size()),
                found.names(),
                Members.of(
                        Arrays.stream(in).mapToObj(customers::get).toArray(String[]::new),
                        Arrays.stream(in).map(i -> of[i]).toArray()));
    }

    /** What somebody said that a published segmentation was made of, or else what it was found with; "" if that cannot be known. */
    private String madeOf(AnalysisContext context) {
        if (!features.isBlank() && !features.strip().equals(FeatureChoice.AUTO)) {
            return features;
        }
        String key = segmentation.strip().replaceFirst("(?i)^segment\\.", "");
        return context.segmentations().stream()
                .filter(s -> s.dimension().equalsIgnoreCase("segment." + key)
                        || s.name().equalsIgnoreCase(key))
                .findFirst()
                .map(s -> SegmentChoice.madeOf(s.analysis(), s.parameters()))
                .orElse("");
    }

    private Set<String> made(AnalysisContext context) {
        Set<String> made = new HashSet<>();
        String known = madeOf(context);
        try {
            if (!known.isBlank()) {
                keys(FeatureReader.read(context, FeatureChoice.of(known)), made);
            }
        } catch (AnalyticsException e) {
            // Somebody may look at segments without seeing all that they were made of.
            if (e.code() == ErrorCode.CANCELLED || known.equals(features)) {
                throw e;
            }
        }
        return made;
    }

    private static void keys(FeatureTable table, Set<String> into) {
        table.features().forEach(f -> {
            into.add(f.key());
            into.addAll(f.facts());
        });
    }

    /** The customers as points of the chosen features, prepared as for clustering, and their segments. */
    public Placed placed(AnalysisContext context) {
        String shown = segmentation.isBlank() ? picked(context) : segmentation;
        if (shown.isBlank()) {
            return live(context);
        }
        String known = madeOf(context);
        FeatureTable table = FeatureReader.read(context, FeatureChoice.of(known.isBlank() ? features : known));
        Preparation.Prepared prepared =
                Preparation.fit(table, PreparationOptions.DEFAULT).apply(table);
        return new Placed(published(shown, context, prepared.table(), Set.of()), prepared);
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
