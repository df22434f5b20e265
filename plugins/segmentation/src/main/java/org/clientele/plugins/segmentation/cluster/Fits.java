package org.clientele.plugins.segmentation.cluster;

import java.util.Arrays;
import org.clientele.plugins.segmentation.learn.Fingerprint;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.SharedFits;
import org.clientele.plugins.segmentation.learn.cluster.Hierarchy;
import org.clientele.plugins.segmentation.learn.cluster.Linkage;
import org.clientele.plugins.segmentation.learn.cluster.Tree;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/**
 * Groups as the cards of a page look at them, which all ask for the same: found once. They are kept by the very coordinates that they were
 * found in, so that no change of data, filters, preparation or rights can bring old ones back. Thread-safe.
 */
final class Fits {
    /** A picture is of a sample first, and then of all; some go back to what they had. */
    private static final int KEPT = 4;

    private static final SharedFits<GroupsOf, Grouped> GROUPS = new SharedFits<>(KEPT);
    private static final SharedFits<TreeOf, Tree> TREES = new SharedFits<>(KEPT);

    private record GroupsOf(ClusterParameters way, Space points, Fingerprint sample) {}

    private record TreeOf(Linkage linkage, Space points) {}

    private record Space(Fingerprint values, int rows, int columns) {
        static Space of(Points points) {
            return new Space(Fingerprint.NONE.and(points.values()), points.rows(), points.columns());
        }
    }

    /**
     * Groups, and who is in which; arrays in it must not be changed.
     *
     * @param found on the sample
     * @param labels of all customers, below 0 for none
     */
    record Grouped(Finding found, int[] labels) {}

    private Fits() {}

    /** Groups of the sample, into which all are then put. */
    static Grouped groups(Clustered.Ready ready, ClusterParameters p, Progress progress, CancelSignal cancel) {
        Fingerprint sample = Fingerprint.NONE.and(
                Arrays.stream(ready.sample()).asDoubleStream().toArray());
        return GROUPS.of(new GroupsOf(p, Space.of(ready.points()), sample), progress, cancel, (all, nobody) -> {
            Points points = ready.sampled();
            Finding found = Finding.of(points, p, Fits::tree, all, nobody);
            return new Grouped(found, ready.isSampled() ? found.rule().assign(ready.points(), nobody) : found.labels());
        });
    }

    /** The tree of all joins, whose arrays must not be changed; every cut of it is of the same one. */
    static Tree tree(Points points, Linkage linkage, Progress progress, CancelSignal cancel) {
        return TREES.of(
                new TreeOf(linkage, Space.of(points)),
                progress,
                cancel,
                (all, nobody) -> Hierarchy.grow(points, linkage, all, nobody));
    }
}
