package org.clientele.platform.sample;

import java.util.List;

/**
 * Random draws that depend on nothing but a key, so that any part of the retailer can be drawn again at any time instead
 * of being kept. SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014); functions that
 * may differ between machines come from StrictMath. Not thread-safe.
 */
final class Draws {
    /** What is drawn: the same customer and day give unrelated numbers for different purposes. */
    enum Purpose {
        POPULARITY,
        PRICE,
        TRAITS,
        IDENTITY,
        GAP,
        VISIT,
        BASKET,
        RETURN,
        GUESTS,
        FAULT,
        TICKET,
        FEEDBACK,
        BROWSING,
        CAMPAIGN,
        EXPERIMENT,
        OPPORTUNITY,
        SUBSCRIPTION,
        TARGET,
        RATES,
        MARKET
    }

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** The draws of a purpose for two numbers, such as a customer and a day. */
    static Draws of(long seed, Purpose purpose, long a, long b) {
        long key = mix(seed + GAMMA * (purpose.ordinal() + 1));
        key = mix(key ^ (a * 0xD1342543DE82EF95L));
        return new Draws(mix(key + b * GAMMA));
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** Evenly from 0 to below 1. */
    double uniform() {
        state += GAMMA;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    /** Evenly from 0 to {@code n - 1}. */
    int below(int n) {
        return (int) (uniform() * n);
    }

    /** True in a share {@code p} of cases. */
    boolean chance(double p) {
        return uniform() < p;
    }

    /** Exponential with mean 1. */
    double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
    double normal() {
        double radius = Math.sqrt(2 * exponential());
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** Gamma with mean 1 and the given shape (Marsaglia and Tsang 2000; below shape 1 with their boost). */
    double gamma(double shape) {
        double boost = 1;
        double k = shape;
        if (k < 1) {
            boost = StrictMath.pow(1 - uniform(), 1 / k);
            k += 1;
        }
        double d = k - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double t = 1 + c * x;
            double v = t * t * t;
            if (t > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return boost * d * v / shape;
            }
        }
    }

    /** Poisson with the given mean, by counting exponential gaps. */
    int poisson(double mean) {
        int n = 0;
        for (double t = exponential(); t < mean; t += exponential()) {
            n++;
        }
        return n;
    }

    /** One of {@code values}, each as often as the others. */
    <T> T any(List<T> values) {
        return values.get(below(values.size()));
    }

    /** One of {@code names}, the earlier ones more often. */
    String oneOf(String[] names) {
        double u = uniform();
        return names[(int) (StrictMath.pow(u, 1.4) * names.length)];
    }
}
