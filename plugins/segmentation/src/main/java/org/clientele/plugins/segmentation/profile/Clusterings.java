package org.clientele.plugins.segmentation.profile;

import java.util.List;
import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.learn.Fingerprint;
import org.clientele.plugins.segmentation.learn.SharedFits;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.extension.AnalysisContext;

/**
 * Segments that several cards of a dashboard look at, found once. They are kept by what they were found in, to the last bit of
 * every number, so that no change of data, filters or rights can bring an old answer back. Thread-safe.
 */
final class Clusterings {
    private static final SharedFits<Key, Segmented> FOUND = new SharedFits<>(8);

    /** @param customers of their ids, in order */
    private record Key(SegmentChoice choice, Fingerprint values, int size, int customers, List<Feature> features) {}

    private Clusterings() {}

    /** The segments; arrays in it must not be changed. */
    static Segmented of(SegmentChoice choice, AnalysisContext context) {
        // Rules have features of their own, which do not vary unless these do.
        boolean rules = choice.by() == SegmentChoice.Method.RFM || choice.by() == SegmentChoice.Method.TIERS;
        FeatureTable table = FeatureReader.read(
                context,
                new FeatureChoice(rules ? FeatureReader.LRFM : choice.features(), choice.asOf(), choice.windowDays()));
        return FOUND.of(
                key(choice, table), context.progress(), context.cancel(), (all, nobody) -> choice.segment(context));
    }

    private static Key key(SegmentChoice choice, FeatureTable table) {
        Fingerprint values = Fingerprint.NONE;
        for (int f = 0; f < table.features().size(); f++) {
            values = values.and(table.values(f));
        }
        return new Key(choice, values, table.size(), table.customers().hashCode(), table.features());
    }
}
