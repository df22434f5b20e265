package org.clientele.plugins.executive.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The least of a function within the unit box, by the simplex of Nelder and Mead (The Computer Journal 7, 1965, 308-313) whose
 * corners are clamped to the box.
 */
final class NelderMead {
    private static final double SMALL = 1e-10;

    private NelderMead() {}

    private record Corner(double[] at, double value) {}

    /**
     * @param f is asked at points whose coordinates are all from 0 to 1
     * @param start where the first simplex stands
     * @param step how far its other corners are from there
     * @param evaluations how often {@code f} is asked at most
     * @return the best point that was found; never worse than {@code start}
     */
    static double[] least(ToDoubleFunction<double[]> f, double[] start, double step, int evaluations) {
        int n = start.length;
        if (n == 0) {
            return new double[0];
        }
        Corner[] simplex = new Corner[n + 1];
        simplex[0] = corner(f, start.clone());
        for (int i = 0; i < n; i++) {
            double[] at = start.clone();
            at[i] += at[i] + step <= 1 ? step : -step;
            simplex[i + 1] = corner(f, at);
        }
        int asked = n + 1;
        while (asked < evaluations) {
            Arrays.sort(simplex, Comparator.comparingDouble(Corner::value));
            Corner best = simplex[0];
            Corner worst = simplex[n];
            if (worst.value - best.value <= SMALL * (Math.abs(best.value) + SMALL) && size(simplex) < 1e-6) {
                break;
            }
            double[] middle = middle(simplex);
            Corner mirrored = corner(f, towards(middle, worst.at, -1));
            asked++;
            if (mirrored.value < best.value) {
                Corner farther = corner(f, towards(middle, worst.at, -2));
                asked++;
                simplex[n] = farther.value < mirrored.value ? farther : mirrored;
            } else if (mirrored.value < simplex[n - 1].value) {
                simplex[n] = mirrored;
            } else {
                boolean outside = mirrored.value < worst.value;
                Corner nearer = corner(f, towards(middle, outside ? mirrored.at : worst.at, 0.5));
                asked++;
                if (nearer.value < Math.min(mirrored.value, worst.value)) {
                    simplex[n] = nearer;
                } else {
                    for (int i = 1; i <= n; i++) {
                        simplex[i] = corner(f, towards(best.at, simplex[i].at, 0.5));
                    }
                    asked += n;
                }
            }
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Corner::value));
        return simplex[0].at;
    }

    private static Corner corner(ToDoubleFunction<double[]> f, double[] at) {
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(0, Math.min(1, at[i]));
        }
        double value = f.applyAsDouble(at);
        return new Corner(at, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }

    private static double[] middle(Corner[] simplex) {
        int n = simplex.length - 1;
        double[] middle = new double[n];
        for (int c = 0; c < n; c++) {
            for (int i = 0; i < n; i++) {
                middle[i] += simplex[c].at[i] / n;
            }
        }
        return middle;
    }

    private static double[] towards(double[] from, double[] to, double part) {
        double[] at = new double[from.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = from[i] + part * (to[i] - from[i]);
        }
        return at;
    }

    private static double size(Corner[] simplex) {
        double most = 0;
        for (Corner c : simplex) {
            for (int i = 0; i < c.at.length; i++) {
                most = Math.max(most, Math.abs(c.at[i] - simplex[0].at[i]));
            }
        }
        return most;
    }
}
