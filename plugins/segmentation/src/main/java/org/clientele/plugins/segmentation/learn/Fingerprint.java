package org.clientele.plugins.segmentation.learn;

/** 128 bits that tell numbers apart which differ in any bit: two sums of all bits with different multipliers, which do not meet by chance. */
public record Fingerprint(long first, long second) {
    /** That of no numbers. */
    public static final Fingerprint NONE = new Fingerprint(0xcbf29ce484222325L, 0x9e3779b97f4a7c15L);

    /** That of the numbers so far, and of these behind them. */
    public Fingerprint and(double[] values) {
        long a = first;
        long b = second;
        for (double v : values) {
            long bits = Double.doubleToLongBits(v);
            a = (a ^ bits) * 0x100000001b3L;
            a ^= a >>> 29;
            b = Long.rotateLeft(b, 5) * 0xff51afd7ed558ccdL + bits;
            b ^= b >>> 31;
        }
        return new Fingerprint(a, b);
    }
}
