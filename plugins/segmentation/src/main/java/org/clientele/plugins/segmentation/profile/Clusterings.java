package org.clientele.plugins.segmentation.profile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.plugins.segmentation.cluster.SegmentChoice;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.features.FeatureChoice;
import org.clientele.plugins.segmentation.features.FeatureReader;
import org.clientele.plugins.segmentation.features.FeatureTable;
import org.clientele.plugins.segmentation.segments.Segmented;
import org.clientele.sdk.extension.AnalysisContext;
import org.jspecify.annotations.Nullable;

/**
 * Segments that several cards of a dashboard look at, found once. They are kept by what they were found in, to the last bit of
 * every number, so that no change of data, filters or rights can bring an old answer back. Thread-safe.
 */
final class Clusterings {
    private static final int KEPT = 8;
    private static final Map<Key, Segmented> FOUND = new LinkedHashMap<>(KEPT, 0.75f, true);
    private static final Map<Key, Object> SEARCHES = new ConcurrentHashMap<>();

    private record Key(SegmentChoice choice, long first, long second, int customers, List<Feature> features) {}

    private Clusterings() {}

    /** The segments; arrays in it must not be changed. */
    static Segmented of(SegmentChoice choice, AnalysisContext context) {
        // Rules have features of their own, which do not vary unless these do.
        boolean rules = choice.by() == SegmentChoice.Method.RFM || choice.by() == SegmentChoice.Method.TIERS;
        FeatureTable table = FeatureReader.read(
                context,
                new FeatureChoice(rules ? FeatureReader.LRFM : choice.features(), choice.asOf(), choice.windowDays()));
        Key key = key(choice, table);
        Object search = SEARCHES.computeIfAbsent(key, unused -> new Object());
        try {
            // Cards that ask for the same wait for the first, instead of all searching at once.
            synchronized (search) {
                Segmented known = known(key);
                if (known == null) {
                    context.cancel().throwIfCancelled();
                    known = choice.segment(context);
                    keep(key, known);
                }
                return known;
            }
        } finally {
            SEARCHES.remove(key, search);
        }
    }

    private static @Nullable Segmented known(Key key) {
        synchronized (FOUND) {
            return FOUND.get(key);
        }
    }

    private static void keep(Key key, Segmented found) {
        synchronized (FOUND) {
            FOUND.put(key, found);
            Iterator<Key> oldest = FOUND.keySet().iterator();
            while (FOUND.size() > KEPT && oldest.hasNext()) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Two sums of all bits with different multipliers: 128 bits, which do not meet by chance. */
    private static Key key(SegmentChoice choice, FeatureTable table) {
        long first = 0xcbf29ce484222325L;
        long second = 0x9e3779b97f4a7c15L + table.customers().hashCode();
        for (int f = 0; f < table.features().size(); f++) {
            for (double v : table.values(f)) {
                long bits = Double.doubleToLongBits(v);
                first = (first ^ bits) * 0x100000001b3L;
                first ^= first >>> 29;
                second = Long.rotateLeft(second, 5) * 0xff51afd7ed558ccdL + bits;
                second ^= second >>> 31;
            }
        }
        return new Key(choice, first, second, table.size(), table.features());
    }
}
