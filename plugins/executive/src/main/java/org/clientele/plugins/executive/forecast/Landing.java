package org.clientele.plugins.executive.forecast;

/** Where a sum of steps comes down. */
public final class Landing {
    private final double expected;
    private final double spread;
    private final ErrorSpread errors;
    private final boolean neverNegative;

    Landing(double expected, double spread, ErrorSpread errors, boolean neverNegative) {
        this.expected = expected;
        this.spread = spread;
        this.errors = errors;
        this.neverNegative = neverNegative;
    }

    /** What is expected. */
    public double expected() {
        return floor(expected);
    }

    /** The lower bound of the 80 % interval. */
    public double low() {
        return floor(expected - errors.within(Forecaster.SHARE) * spread);
    }

    /** The upper bound of the 80 % interval. */
    public double high() {
        return floor(expected + errors.within(Forecaster.SHARE) * spread);
    }

    /** The probability that the sum is {@code value} or more, by the same law as the interval. */
    public double atLeast(double value) {
        if (neverNegative && value <= 0) {
            return 1;
        }
        if (spread == 0) {
            return expected >= value ? 1 : 0;
        }
        return errors.below((expected - value) / spread);
    }

    /** How many independent errors of earlier moments the interval was made from, besides the law that stands in for them. */
    public double evidence() {
        return errors.evidence();
    }

    private double floor(double value) {
        return neverNegative ? Math.max(0, value) : value;
    }
}
