package org.clientele.plugins.segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.clientele.plugins.segmentation.features.Feature;
import org.clientele.plugins.segmentation.stats.Anova;
import org.clientele.plugins.segmentation.stats.ChiSquare;
import org.clientele.plugins.segmentation.stats.Corrections;
import org.clientele.plugins.segmentation.stats.KruskalWallis;
import org.clientele.sdk.CancelSignal;

/**
 * How far segments differ in one feature.
 *
 * @param feature its place in the table
 * @param test what was asked
 * @param statistic F, H or chi squared; NaN where it cannot be told
 * @param degrees its degrees of freedom
 * @param effect eta squared, epsilon squared or Cramér's V, less what chance gives where there is such a figure
 * @param p NaN where a test would be circular, or cannot be made
 * @param adjusted for all features that are tested; NaN as p
 * @param circular the label of the feature that makes a test circular, or ""
 * @param sparse whether so few are expected in more than a fifth of the cells that p is not to be trusted
 */
record Difference(
        int feature,
        Test test,
        double statistic,
        double degrees,
        double effect,
        double p,
        double adjusted,
        String circular,
        boolean sparse) {
    /** What was asked. */
    enum Test {
        ANOVA,
        WELCH,
        KRUSKAL,
        CHI_SQUARE
    }

    /** How means are compared. */
    enum Method {
        WELCH,
        ANOVA,
        KRUSKAL
    }

    /** What allows for many tests. */
    enum Correction {
        HOLM,
        BENJAMINI_HOCHBERG
    }

    private static final double SPARSE = 0.2;

    /** Of all features, those that segments differ most in first; of numbers by eta or epsilon squared, of categories by V squared. */
    static List<Difference> all(Described s, Method method, Correction correction, CancelSignal cancel) {
        List<String> circular = s.circular();
        List<Difference> all = new ArrayList<>();
        for (int f = 0; f < circular.size(); f++) {
            cancel.throwIfCancelled();
            Difference d = s.table().features().get(f).kind() == Feature.Kind.NUMBER
                    ? means(s, f, method, circular.get(f))
                    : shares(s, f, circular.get(f));
            if (!Double.isNaN(d.effect)) {
                all.add(d);
            }
        }
        double[] p = all.stream().mapToDouble(Difference::p).toArray();
        double[] adjusted = correction == Correction.HOLM ? Corrections.holm(p) : Corrections.benjaminiHochberg(p);
        List<Difference> told = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            told.add(all.get(i).adjusted(adjusted[i]));
        }
        told.sort(Comparator.comparingDouble((Difference d) -> -d.explained()));
        return told;
    }

    private static Difference means(Described s, int f, Method method, String circular) {
        if (method == Method.KRUSKAL) {
            KruskalWallis k = KruskalWallis.of(s.table().values(f), s.segments(), s.count());
            return of(f, Test.KRUSKAL, k.h(), k.degrees(), k.epsilonSquared(), k.p(), circular, false);
        }
        // With a segment of one, Welch's test has no answer, and the classical one has.
        Anova welch = Anova.welch(s.moments(f));
        boolean classical = method == Method.ANOVA || Double.isNaN(welch.p());
        Anova a = classical ? Anova.of(s.moments(f)) : welch;
        return of(f, classical ? Test.ANOVA : Test.WELCH, a.f(), a.between(), a.omegaSquared(), a.p(), circular, false);
    }

    private static Difference shares(Described s, int f, String circular) {
        ChiSquare c = ChiSquare.of(counts(s, f));
        boolean sparse = c.sparse() > SPARSE * c.cells();
        return of(f, Test.CHI_SQUARE, c.statistic(), c.degrees(), c.correctedV(), c.p(), circular, sparse);
    }

    /** Customers by segment and value of a category or flag. */
    static long[][] counts(Described s, int f) {
        double[] values = s.table().values(f);
        int levels =
                (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(-1) + 1;
        long[][] counts = new long[s.count()][levels];
        for (int i = 0; i < values.length; i++) {
            if (s.segments()[i] >= 0 && !Double.isNaN(values[i])) {
                counts[s.segments()[i]][(int) values[i]]++;
            }
        }
        return counts;
    }

    private static Difference of(
            int f,
            Test test,
            double statistic,
            double degrees,
            double effect,
            double p,
            String circular,
            boolean sparse) {
        double told = circular.isEmpty() ? p : Double.NaN;
        return new Difference(f, test, statistic, degrees, effect, told, Double.NaN, circular, sparse);
    }

    private Difference adjusted(double value) {
        return new Difference(feature, test, statistic, degrees, effect, p, value, circular, sparse);
    }

    /** The share of variance that lies between segments, so that features of all kinds have an order. */
    double explained() {
        return test == Test.CHI_SQUARE ? effect * effect : effect;
    }

    /** J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988: by eta squared .01, .06, .14, by V .1, .3, .5. */
    String size() {
        double[] bounds = test == Test.CHI_SQUARE ? new double[] {0.1, 0.3, 0.5} : new double[] {0.01, 0.06, 0.14};
        return effect >= bounds[2] ? "large" : effect >= bounds[1] ? "medium" : effect >= bounds[0] ? "small" : "none";
    }
}
