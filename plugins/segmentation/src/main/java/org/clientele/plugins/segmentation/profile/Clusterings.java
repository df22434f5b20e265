package org.clientele.plugins.segmentation.profile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.cluster.KMeans;
import org.clientele.sdk.extension.AnalysisContext;
import org.jspecify.annotations.Nullable;

/**
 * Clusters that several cards of a dashboard look at, found once. They are kept by what they were found in, to the last bit of
 * every number, so that no change of data, filters or rights can bring an old answer back. Thread-safe.
 */
final class Clusterings {
    private static final int KEPT = 16;
    private static final Map<Key, int[]> FOUND = new LinkedHashMap<>(KEPT, 0.75f, true);
    private static final Map<Key, Object> SEARCHES = new java.util.concurrent.ConcurrentHashMap<>();

    private record Key(long first, long second, int rows, int columns, int k, long seed) {}

    private Clusterings() {}

    /** The cluster of each point, from 0; the array must not be changed. */
    static int[] of(Points points, int k, long seed, AnalysisContext context) {
        Key key = key(points, k, seed);
        Object search = SEARCHES.computeIfAbsent(key, unused -> new Object());
        try {
            // Cards that ask for the same wait for the first, instead of all searching at once.
            synchronized (search) {
                int[] known = known(key);
                if (known == null) {
                    context.cancel().throwIfCancelled();
                    known = KMeans.fit(points, KMeans.Options.of(k, seed), context.progress(), context.cancel())
                            .labels();
                    keep(key, known);
                }
                return known;
            }
        } finally {
            SEARCHES.remove(key, search);
        }
    }

    private static int @Nullable [] known(Key key) {
        synchronized (FOUND) {
            return FOUND.get(key);
        }
    }

    private static void keep(Key key, int[] labels) {
        synchronized (FOUND) {
            FOUND.put(key, labels);
            Iterator<Key> oldest = FOUND.keySet().iterator();
            while (FOUND.size() > KEPT && oldest.hasNext()) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Two sums of all bits with different multipliers: 128 bits, which do not meet by chance. */
    private static Key key(Points points, int k, long seed) {
        long first = 0xcbf29ce484222325L;
        long second = 0x9e3779b97f4a7c15L;
        for (double v : points.values()) {
            long bits = Double.doubleToLongBits(v);
            first = (first ^ bits) * 0x100000001b3L;
            first ^= first >>> 29;
            second = Long.rotateLeft(second, 5) * 0xff51afd7ed558ccdL + bits;
            second ^= second >>> 31;
        }
        return new Key(first, second, points.rows(), points.columns(), k, seed);
    }
}
