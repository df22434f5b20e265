package org.clientele.plugins.executive.revenue;

import java.math.BigInteger;
import org.clientele.sdk.text.Texts;

/**
 * Why sales changed between two periods, product by product, to the last digit.
 *
 * <p>With revenue r and quantity q of a product in the period before (0) and now (1), and R and Q their sums over the products
 * sold in both:
 *
 * <pre>
 *   volume = r0 (Q1 / Q0 - 1)          what if everything had sold more or less alike, at the old prices
 *   mix    = r0 (q1 / q0 - Q1 / Q0)    what if dearer products gained or lost against cheaper ones, at the old prices
 *   price  = r1 - r0 q1 / q0           what the new prices add at the new quantities
 *   new    = r1, lost = -r0            products of one of the periods only
 *   other  = r1 - r0                   products whose quantity is not above 0, so that they have no price
 * </pre>
 *
 * Source: the sales-price, sales-quantity and sales-mix variances of C. T. Horngren, S. M. Datar, M. V. Rajan, "Cost
 * Accounting: A Managerial Emphasis" (14th edition, 2012), chapters 7 and 14, with the period before in the place of the
 * budget. Each of {@code r0 q1 / q0} and {@code r0 Q1 / Q0} is rounded half to even once and used in two of the terms with
 * opposite signs, so the parts of every product add up exactly. Quantities of different products are added: where these are
 * pieces beside kilograms, only volume + mix has a meaning.
 */
public final class PriceVolumeMix {
    private static final Texts TEXTS = Texts.of(PriceVolumeMix.class);

    /** What changed. */
    public enum Effect {
        VOLUME("effect.volume"),
        MIX("effect.mix"),
        PRICE("effect.price"),
        NEW("effect.new"),
        LOST("effect.lost"),
        OTHER("effect.other");

        private final String key;

        Effect(String key) {
            this.key = key;
        }

        /** For people. */
        public String label() {
            return TEXTS.get(key);
        }

        /** The same within a sentence. */
        String within() {
            return TEXTS.get("within." + key);
        }
    }

    private final long[][] effects;
    private final long[] before;
    private final long[] now;

    private PriceVolumeMix(long[][] effects, long[] before, long[] now) {
        this.effects = effects;
        this.before = before;
        this.now = now;
    }

    /**
     * The effects of each product, numbered from 0 as in the arrays, which are of equal length.
     *
     * @param revenueBefore in the smallest unit of money
     * @param quantityBefore in the smallest unit of quantity, the same for all
     * @throws ArithmeticException if a result does not fit 64 bits
     */
    public static PriceVolumeMix of(
            long[] revenueBefore, long[] quantityBefore, long[] revenueNow, long[] quantityNow) {
        int n = revenueBefore.length;
        BigInteger allBefore = BigInteger.ZERO;
        BigInteger allNow = BigInteger.ZERO;
        for (int i = 0; i < n; i++) {
            if (quantityBefore[i] > 0 && quantityNow[i] > 0) {
                allBefore = allBefore.add(BigInteger.valueOf(quantityBefore[i]));
                allNow = allNow.add(BigInteger.valueOf(quantityNow[i]));
            }
        }
        long[][] effects = new long[Effect.values().length][n];
        for (int i = 0; i < n; i++) {
            long r0 = revenueBefore[i];
            long r1 = revenueNow[i];
            if (quantityBefore[i] > 0 && quantityNow[i] > 0) {
                long alike = times(r0, allNow, allBefore);
                long own = times(r0, BigInteger.valueOf(quantityNow[i]), BigInteger.valueOf(quantityBefore[i]));
                effects[Effect.VOLUME.ordinal()][i] = Math.subtractExact(alike, r0);
                effects[Effect.MIX.ordinal()][i] = Math.subtractExact(own, alike);
                effects[Effect.PRICE.ordinal()][i] = Math.subtractExact(r1, own);
            } else if (r0 == 0 && quantityBefore[i] == 0 && quantityNow[i] > 0) {
                effects[Effect.NEW.ordinal()][i] = r1;
            } else if (r1 == 0 && quantityNow[i] == 0 && quantityBefore[i] > 0) {
                effects[Effect.LOST.ordinal()][i] = Math.negateExact(r0);
            } else {
                effects[Effect.OTHER.ordinal()][i] = Math.subtractExact(r1, r0);
            }
        }
        return new PriceVolumeMix(effects, revenueBefore.clone(), revenueNow.clone());
    }

    /** {@code value * numerator / denominator}, rounded half to even. */
    static long times(long value, BigInteger numerator, BigInteger denominator) {
        return new java.math.BigDecimal(BigInteger.valueOf(value).multiply(numerator))
                .divide(new java.math.BigDecimal(denominator), 0, java.math.RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** How many products there are. */
    public int products() {
        return before.length;
    }

    /** The effect on one product. */
    public long of(Effect effect, int product) {
        return effects[effect.ordinal()][product];
    }

    /** The effect on all products. */
    public long total(Effect effect) {
        return sum(effects[effect.ordinal()]);
    }

    /** How many products an effect is about: those where it is not 0. */
    public int count(Effect effect) {
        int n = 0;
        for (long value : effects[effect.ordinal()]) {
            n += value == 0 ? 0 : 1;
        }
        return n;
    }

    /** Revenue of all products in the period before. */
    public long before() {
        return sum(before);
    }

    /** Revenue of all products now. */
    public long now() {
        return sum(now);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum = Math.addExact(sum, value);
        }
        return sum;
    }
}
