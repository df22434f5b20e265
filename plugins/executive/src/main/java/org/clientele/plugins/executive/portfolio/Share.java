package org.clientele.plugins.executive.portfolio;

/**
 * A share that was counted, and where the true one lies with 95 % confidence: the score interval of E. B. Wilson, "Probable
 * Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical Association 22 (1927).
 *
 * @param hits how many of them
 * @param of how many
 */
public record Share(int hits, int of) {
    private static final double Z = 1.959963984540054;

    public Share {
        if (hits < 0 || of < hits) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
    }

    /** The share itself; NaN of none. */
    public double value() {
        return of == 0 ? Double.NaN : (double) hits / of;
    }

    /** The lower end, 0 of none. */
    public double low() {
        return of == 0 ? 0 : Math.max(0, centre() - reach());
    }

    /** The upper end, 1 of none. */
    public double high() {
        return of == 0 ? 1 : Math.min(1, centre() + reach());
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double reach() {
        double p = value();
        return Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
    }
}
