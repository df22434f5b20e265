package org.clientele.plugins.segmentation.stats;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Upper tails of distributions, by the function that gives the tail itself, so that a p-value of 1e-40 is not 0. */
final class Tails {
    private Tails() {}

    /** P(F > f) with these degrees of freedom; NaN where one of them is no number above 0. */
    static double f(double f, double numerator, double denominator) {
        if (!(numerator > 0) || !(denominator > 0) || Double.isNaN(f)) {
            return Double.NaN;
        }
        if (f <= 0) {
            return 1;
        }
        return Double.isInfinite(f)
                ? 0
                : Beta.regularizedBeta(denominator / (denominator + numerator * f), denominator / 2, numerator / 2);
    }

    /** P(chi squared > x); NaN where the degrees of freedom are no number above 0. */
    static double chiSquared(double x, double degrees) {
        if (!(degrees > 0) || Double.isNaN(x)) {
            return Double.NaN;
        }
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2, x / 2);
    }

    /** P(|t| > x). */
    static double t(double x, double degrees) {
        return f(x * x, 1, degrees);
    }

    /**
     * P(Z < z) of the normal distribution, to 1e-15. Graeme West, Better approximations to cumulative normal functions, Wilmott
     * 2005, after Hart 1968.
     */
    static double normal(double z) {
        double x = Math.abs(z);
        double tail = 0;
        if (x <= 37) {
            double density = Math.exp(-x * x / 2);
            if (x < 7.07106781186547) {
                double over = 3.52624965998911e-02 * x + 0.700383064443688;
                over = over * x + 6.37396220353165;
                over = over * x + 33.912866078383;
                over = over * x + 112.079291497871;
                over = over * x + 221.213596169931;
                over = over * x + 220.206867912376;
                double under = 8.83883476483184e-02 * x + 1.75566716318264;
                under = under * x + 16.064177579207;
                under = under * x + 86.7807322029461;
                under = under * x + 296.564248779674;
                under = under * x + 637.333633378831;
                under = under * x + 793.826512519948;
                under = under * x + 440.413735824752;
                tail = density * over / under;
            } else {
                double fraction = x + 0.65;
                for (int i = 4; i >= 1; i--) {
                    fraction = x + i / fraction;
                }
                tail = density / fraction / 2.506628274631;
            }
        }
        return z > 0 ? 1 - tail : tail;
    }
}
