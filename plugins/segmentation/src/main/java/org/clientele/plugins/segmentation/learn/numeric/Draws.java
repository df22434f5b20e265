package org.clientele.plugins.segmentation.learn.numeric;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random numbers of a seed: the same on every machine. For one thread. */
public final class Draws {
    private final SplittableRandom random;
    private double spare;
    private boolean spared;

    /** @param seed any number */
    public Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The seed of one of several runs under a seed. */
    public static long seedOf(long seed, int run) {
        return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (run + 1L)).nextLong();
    }

    /** From 0, included, to 1, not included. */
    public double uniform() {
        return random.nextDouble();
    }

    /** A whole number from 0 to {@code bound}, the latter not included. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Of the standard normal distribution, by Marsaglia's polar method. */
    public double normal() {
        if (spared) {
            spared = false;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double stretch = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * stretch;
        spared = true;
        return u * stretch;
    }

    /** Different numbers below {@code bound}, ascending, each as likely as any; all of them if that many are wanted. */
    public int[] sample(int bound, int wanted) {
        int[] all = new int[bound];
        Arrays.setAll(all, i -> i);
        if (wanted >= bound) {
            return all;
        }
        for (int i = 0; i < wanted; i++) {
            int j = i + below(bound - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        int[] some = Arrays.copyOf(all, wanted);
        Arrays.sort(some);
        return some;
    }
}
