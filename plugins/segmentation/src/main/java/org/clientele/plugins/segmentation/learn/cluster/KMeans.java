package org.clientele.plugins.segmentation.learn.cluster;

import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * k-means: groups whose points are near the mean of their group, by Lloyd's iteration (Lloyd 1982) from several starts that
 * greedy k-means++ draws (Arthur and Vassilvitskii 2007; with local trials as scikit-learn does). Its centres are those of the
 * plain iteration; distances that cannot matter are not computed (Hamerly 2010). Needs 20 bytes a point beside the points.
 */
public final class KMeans {
    private static final Texts TEXTS = Texts.of(KMeans.class);

    private KMeans() {}

    /**
     * How to look.
     *
     * @param groups how many groups, at least 1
     * @param restarts from how many starts to look for the smallest inertia, at least 1
     * @param maxIterations how often centres may move, at least 1
     * @param tolerance centres are at rest when the squares of their last moves sum up to no more than this times the mean
     *     variance of the columns; 0 goes on until no point changes its group
     * @param seed decides the starts
     */
    public record Options(int groups, int restarts, int maxIterations, double tolerance, long seed) {
        /** Ten starts, 300 iterations and the tolerance of scikit-learn, 1e-4. */
        public static Options of(int groups, long seed) {
            return new Options(groups, 10, 300, 1e-4, seed);
        }

        /** The same with another number of starts. */
        public Options restarts(int starts) {
            return new Options(groups, starts, maxIterations, tolerance, seed);
        }
    }

    /**
     * Looks for groups from starts of its own.
     *
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if there are fewer points, or fewer different points,
     *     than groups, or if a number is not finite; ARGUMENT_INVALID if an option is out of its range
     */
    public static KMeansModel fit(Points points, Options options, Progress progress, CancelSignal cancel) {
        if (options.groups() < 1) {
            throw Refusal.tooSmall(Setting.GROUPS, options.groups(), 1);
        }
        if (options.restarts() < 1) {
            throw Refusal.tooSmall(Setting.RESTARTS, options.restarts(), 1);
        }
        points.check(options.groups(), cancel);
        Lloyd lloyd = new Lloyd(points, options.maxIterations(), options.tolerance(), cancel);
        KMeansModel best = null;
        for (int run = 0; run < options.restarts(); run++) {
            progress.report((double) run / options.restarts(), TEXTS.get("restart", run + 1, options.restarts()));
            Points start = Seeding.draw(points, options.groups(), Draws.seedOf(options.seed(), run), cancel);
            best = better(best, lloyd.from(start));
        }
        if (best == null) {
            throw new IllegalStateException("No restart was made.");
        }
        return best;
    }

    private static KMeansModel better(@Nullable KMeansModel best, KMeansModel next) {
        return best == null || next.inertia() < best.inertia() ? next : best;
    }

    /**
     * Looks for groups from given centres, once.
     *
     * @param initial the first centres, a row each, of as many columns as the points
     * @param maxIterations see {@link Options#maxIterations()}
     * @param tolerance see {@link Options#tolerance()}
     * @throws org.clientele.sdk.AnalyticsException as the other way
     */
    public static KMeansModel fit(
            Points points,
            Points initial,
            int maxIterations,
            double tolerance,
            Progress progress,
            CancelSignal cancel) {
        if (initial.columns() != points.columns()) {
            throw Refusal.unequal(initial.columns(), points.columns());
        }
        if (initial.rows() < 1) {
            throw Refusal.tooSmall(Setting.GROUPS, initial.rows(), 1);
        }
        initial.check(1, cancel);
        points.check(initial.rows(), cancel);
        progress.report(0, TEXTS.get("restart", 1, 1));
        return new Lloyd(points, maxIterations, tolerance, cancel).from(initial);
    }
}
