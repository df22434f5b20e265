package org.clientele.plugins.executive.forecast;

/** Student's t with three degrees of freedom: as the normal law in the middle, with heavier ends. */
final class StudentLaw {
    private static final double ROOT = Math.sqrt(3);

    private StudentLaw() {}

    /** The probability of a value below {@code z}: Johnson, Kotz and Balakrishnan, volume 2, chapter 28. */
    static double below(double z) {
        double x = z / ROOT;
        return 0.5 + (Math.atan(x) + x / (1 + x * x)) / Math.PI;
    }
}
