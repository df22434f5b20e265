package org.clientele.plugins.segmentation.learn.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.clientele.plugins.segmentation.learn.Points;
import org.clientele.plugins.segmentation.learn.Refusal;
import org.clientele.plugins.segmentation.learn.Setting;
import org.clientele.plugins.segmentation.learn.numeric.ColumnMoments;
import org.clientele.plugins.segmentation.learn.numeric.Draws;
import org.clientele.plugins.segmentation.learn.quality.AdjustedRand;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/**
 * Groups as the components of a mixture of normal distributions, by expectation and maximization (Dempster, Laird and Rubin
 * 1977). Starts are k-means' groups; all starts are followed for a few iterations and the best ones to their end (Biernacki,
 * Celeux and Govaert 2003).
 */
public final class GaussianMixture {
    private static final Texts TEXTS = Texts.of(GaussianMixture.class);
    private static final int SHORT = 20;
    private static final int FOLLOWED = 2;
    /** Adjusted Rand index from which two starts are one: k-means stops within a few points of the same groups. */
    private static final double SAME = 0.995;

    private GaussianMixture() {}

    /**
     * How to look.
     *
     * @param groups how many components, at least 1
     * @param shape what the covariances may be
     * @param restarts from how many starts to look for the highest likelihood, at least 1
     * @param maxIterations of a start, at least 1
     * @param tolerance the likelihood is at rest when the mean of its logarithm over the points rises by less
     * @param regularisation added to the variances, in variances of the columns, so that no component shrinks to a point
     * @param seed decides the starts
     */
    public record Options(
            int groups,
            Covariance shape,
            int restarts,
            int maxIterations,
            double tolerance,
            double regularisation,
            long seed) {
        /** Ten starts, 1,000 iterations, a tolerance of 1e-6 (a larger one may stop on a saddle) and a regularisation of 1e-6. */
        public static Options of(int groups, Covariance shape, long seed) {
            return new Options(groups, shape, 10, 1_000, 1e-6, 1e-6, seed);
        }

        /** The same with another number of starts. */
        public Options restarts(int starts) {
            return new Options(groups, shape, starts, maxIterations, tolerance, regularisation, seed);
        }
    }

    /**
     * Looks for components.
     *
     * @throws org.clientele.sdk.AnalyticsException DATA_VALUE_INVALID if there are fewer points, or fewer different points,
     *     than components, if a column is constant, or if a number is not finite; ARGUMENT_INVALID if an option is out of
     *     its range
     */
    public static MixtureModel fit(Points points, Options options, Progress progress, CancelSignal cancel) {
        check(options);
        points.check(Math.max(2, options.groups()), cancel);
        double[] floor = floor(points, options.regularisation(), cancel);
        List<KMeansModel> starts = starts(points, options, cancel);
        Expectation[] runs = new Expectation[starts.size()];
        for (int run = 0; run < runs.length; run++) {
            progress.report(0.5 * run / runs.length, TEXTS.get("restart", run + 1, runs.length));
            runs[run] = new Expectation(points, options.groups(), options.shape(), floor, cancel);
            runs[run].start(starts.get(run).labels());
            runs[run].improve(Math.min(SHORT, options.maxIterations()), options.tolerance());
        }
        Arrays.sort(runs, Comparator.comparingDouble(run -> -run.logLikelihood()));
        int followed = Math.min(FOLLOWED, runs.length);
        for (int run = 0; run < followed; run++) {
            progress.report(0.5 + 0.5 * run / followed, TEXTS.get("follow", run + 1, followed));
            runs[run].improve(options.maxIterations(), options.tolerance());
        }
        Arrays.sort(runs, 0, followed, Comparator.comparingDouble(run -> -run.logLikelihood()));
        return model(points, runs[0], cancel);
    }

    /** The groups of k-means that differ: many starts end in the same ones, which need be followed once only. */
    private static List<KMeansModel> starts(Points points, Options options, CancelSignal cancel) {
        List<KMeansModel> starts = new ArrayList<>();
        for (int run = 0; run < options.restarts(); run++) {
            KMeans.Options start = KMeans.Options.of(options.groups(), Draws.seedOf(options.seed(), run))
                    .restarts(1);
            KMeansModel found = KMeans.fit(points, start, Progress.NONE, cancel);
            if (starts.stream().noneMatch(s -> AdjustedRand.of(s.labels(), found.labels()) > SAME)) {
                starts.add(found);
            }
        }
        return starts;
    }

    private static MixtureModel model(Points points, Expectation best, CancelSignal cancel) {
        Mixture mixture = best.mixture();
        double logLikelihood = mixture.logLikelihood(points, cancel);
        double bic = -2 * logLikelihood + mixture.parameters() * Math.log(points.rows());
        double aic = -2 * logLikelihood + 2 * mixture.parameters();
        int[] labels = mixture.assign(points, cancel);
        return new MixtureModel(mixture, labels, logLikelihood, bic, aic, best.iterations(), best.converged());
    }

    private static void check(Options options) {
        if (options.groups() < 1) {
            throw Refusal.tooSmall(Setting.GROUPS, options.groups(), 1);
        }
        if (options.restarts() < 1) {
            throw Refusal.tooSmall(Setting.RESTARTS, options.restarts(), 1);
        }
        if (options.maxIterations() < 1) {
            throw Refusal.tooSmall(Setting.ITERATIONS, options.maxIterations(), 1);
        }
        if (!(options.tolerance() >= 0)) {
            throw Refusal.tooSmall(Setting.TOLERANCE, options.tolerance(), 0);
        }
        if (!(options.regularisation() > 0)) {
            throw Refusal.notAbove(Setting.REGULARISATION, options.regularisation(), 0);
        }
    }

    private static double[] floor(Points points, double regularisation, CancelSignal cancel) {
        ColumnMoments moments = ColumnMoments.of(points, cancel);
        double[] floor = new double[points.columns()];
        for (int j = 0; j < floor.length; j++) {
            double variance = moments.squares()[j] / points.rows();
            if (!(Math.sqrt(variance) > 1e-14 * Math.abs(moments.means()[j]))) {
                throw Refusal.constant(j);
            }
            floor[j] = regularisation * variance;
        }
        return floor;
    }
}
