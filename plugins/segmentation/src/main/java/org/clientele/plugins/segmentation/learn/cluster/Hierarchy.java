package org.clientele.plugins.segmentation.learn.cluster;

import java.util.Arrays;
import java.util.Comparator;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * Agglomerative clustering of points by Euclidean distances. Chains of nearest neighbours (Murtagh 1983; Müllner, Modern
 * hierarchical, agglomerative clustering algorithms, 2011) take time by the square of the number of points; the heights are
 * those of SciPy's linkage. Groups remember their neighbours, and no distances are kept, until so few are left that a matrix of
 * average or complete distances is small: some hundred bytes a point and 13 MB.
 */
public final class Hierarchy {
    /** More points are refused: nobody waits so long. */
    public static final int MOST = 20_000;

    /** Of so many groups all distances are kept at most, and of no more than a share of the points. */
    private static final int FEW = 2_500;

    private static final int SHARE = 4;

    private static final Texts TEXTS = Texts.of(Hierarchy.class);

    private Hierarchy() {}

    /**
     * Joins points until all are together.
     *
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID without points or if a number is not finite;
     *     RESOURCE_EXHAUSTED for more points than {@link #MOST} or than there is memory for
     */
    public static Tree grow(Points points, Linkage linkage, Progress progress, CancelSignal cancel) {
        points.check(1, cancel);
        if (points.rows() > MOST) {
            throw Refusal.tooManyPoints(points.rows(), MOST);
        }
        progress.report(0, TEXTS.get("joining", 0, points.rows() - 1));
        Chain chain = new Chain(points.rows(), progress, cancel);
        ByNeighbours many = new ByNeighbours(points, linkage, cancel);
        int few = linkage == Linkage.WARD ? 1 : Math.max(1, Math.min(FEW, points.rows() / SHARE));
        chain.join(many, few);
        if (linkage != Linkage.WARD) {
            chain.join(new ByDistance(points, many.left(), linkage, cancel), 1);
        }
        return chain.sorted();
    }

    /** Groups that are left, known by the number of a point in each, and how far apart they are. */
    interface Nearness {
        /** The nearest other group; of several the one asked for if it is one of them, else the lowest. */
        int nearest(int group, int preferred);

        /** The distance that {@link #nearest} found last. */
        double distance();

        /** Joins two groups; the second number then stands for both, and the first for none. */
        void join(int gone, int kept);
    }

    /** A chain in which each group is the nearest neighbour of the one before, until two are each other's. */
    private static final class Chain {
        private final int points;
        private final Progress progress;
        private final CancelSignal cancel;
        private final int[] from;
        private final int[] to;
        private final double[] heights;
        private final boolean[] gone;
        private int joins;

        Chain(int points, Progress progress, CancelSignal cancel) {
            this.points = points;
            this.progress = progress;
            this.cancel = cancel;
            from = new int[points - 1];
            to = new int[points - 1];
            heights = new double[points - 1];
            gone = new boolean[points];
        }

        /** Joins groups, by a chain of its own, until so many are left. */
        void join(Nearness nearness, int groups) {
            int[] chain = new int[points];
            int length = 0;
            int first = 0;
            while (points - joins > groups) {
                cancel.throwIfCancelled();
                if (length == 0) {
                    while (gone[first]) {
                        first++;
                    }
                    chain[length++] = first;
                }
                int end = chain[length - 1];
                int before = length > 1 ? chain[length - 2] : -1;
                int next = nearness.nearest(end, before);
                if (next != before) {
                    chain[length++] = next;
                    continue;
                }
                length -= 2;
                from[joins] = Math.min(end, next);
                to[joins] = Math.max(end, next);
                heights[joins] = nearness.distance();
                gone[from[joins]] = true;
                nearness.join(from[joins], to[joins]);
                joins++;
                if (joins % 256 == 0) {
                    progress.report((double) joins / (points - 1), TEXTS.get("joining", joins, points - 1));
                }
            }
        }

        /** The joins by height, with the numbers of the groups that they join. */
        Tree sorted() {
            Integer[] order = new Integer[joins];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> heights[i]));
            Tree tree = new Tree(points, new int[joins], new int[joins], new double[joins], new int[joins]);
            int[] root = new int[2 * points - 1];
            Arrays.setAll(root, i -> i);
            for (int i = 0; i < joins; i++) {
                int a = root(root, from[order[i]]);
                int b = root(root, to[order[i]]);
                root[a] = points + i;
                root[b] = points + i;
                tree.left()[i] = Math.min(a, b);
                tree.right()[i] = Math.max(a, b);
                tree.heights()[i] = heights[order[i]];
                tree.sizes()[i] = size(tree, a) + size(tree, b);
            }
            return tree;
        }

        private int size(Tree tree, int group) {
            return group < points ? 1 : tree.sizes()[group - points];
        }

        private static int root(int[] root, int of) {
            int at = of;
            while (root[at] != at) {
                root[at] = root[root[at]];
                at = root[at];
            }
            return at;
        }
    }
}
