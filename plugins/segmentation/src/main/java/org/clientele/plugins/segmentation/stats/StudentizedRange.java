package org.clientele.plugins.segmentation.stats;

import org.hipparchus.special.Gamma;

/**
 * The distribution of the range of {@code k} normal values, divided by an independent estimate of their standard deviation. The
 * definition is integrated as it stands (J. W. Tukey, 1953; H. L. Harter, Tables of range and studentized range, Annals of
 * Mathematical Statistics 31, 1960): over the logarithm of the estimate, which is smooth for one degree of freedom as for a
 * million, by composite Gauss-Legendre. Good to 1e-9.
 */
final class StudentizedRange {
    private static final double[] NODES = {
        0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438,
        0.7554044083550030, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
    };
    private static final double[] WEIGHTS = {
        0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767,
        0.1246289712555339, 0.0951585116824928, 0.0622535239386479, 0.0271524594117541
    };
    private static final double FAR = 8.5;
    private static final double NEGLIGIBLE = 1e-14;

    private StudentizedRange() {}

    private interface Curve {
        double at(double x);
    }

    /**
     * P(Q < q).
     *
     * @param groups how many values the range is of, at least 2
     * @param degrees degrees of freedom of the estimate, at least 1
     */
    static double below(double q, int groups, double degrees) {
        if (!(q > 0)) {
            return 0;
        }
        if (Double.isInfinite(q)) {
            return 1;
        }
        double half = degrees / 2;
        double constant = Math.log(2) + half * Math.log(half) - Gamma.logGamma(half);
        Curve weighed = x -> {
            double s = Math.exp(x);
            double density = Math.exp(constant + degrees * x - half * s * s);
            return density < NEGLIGIBLE ? 0 : density * range(q * s, groups);
        };
        double deviation = 1 / Math.sqrt(2 * degrees);
        // Towards 0 the density falls as s^degrees, towards infinity as a normal one: the left end is far out for few
        // degrees.
        double left = Math.max(-9 * deviation - 40 / degrees, -45);
        double right = Math.min(9 * deviation, 2.5);
        int panels = degrees < 10 ? 24 : 8;
        return Math.max(0, Math.min(1, integral(weighed, left, right, panels)));
    }

    /** The q that a share {@code part}, between 0 and 1, lies below. */
    static double quantile(double part, int groups, double degrees) {
        double low = 0;
        double high = 8;
        while (below(high, groups, degrees) < part && high < 1e6) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 60 && high - low > 1e-10 * high; i++) {
            double middle = (low + high) / 2;
            if (below(middle, groups, degrees) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(range of k standard normal values < w). */
    private static double range(double w, int k) {
        Curve first = z -> {
            double between = Tails.normal(z) - Tails.normal(z - w);
            return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * Math.pow(between, k - 1);
        };
        return Math.min(1, k * integral(first, -FAR, FAR, 6));
    }

    private static double integral(Curve curve, double from, double to, int panels) {
        double half = (to - from) / panels / 2;
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            double middle = from + (2 * p + 1) * half;
            for (int i = 0; i < NODES.length; i++) {
                double d = half * NODES[i];
                sum += WEIGHTS[i] * (curve.at(middle - d) + curve.at(middle + d));
            }
        }
        return sum * half;
    }
}
