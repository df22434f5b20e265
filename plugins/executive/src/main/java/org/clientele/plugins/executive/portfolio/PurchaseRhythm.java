package org.clientele.plugins.executive.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Each customer's own rhythm and state, from what was known at the end of one day.
 *
 * <p>A gap is the number of days between two purchase days that follow each other. Gaps are taken as logarithms, because
 * they spread in proportion to their length and one long holiday must not change a rhythm much. A customer's rhythm is
 * the {@link Credibility} estimate of her mean logarithm, taken back to days: her own typical (geometric mean) gap, drawn
 * towards everybody's the more, the fewer gaps she has. A customer with one purchase day has everybody's rhythm.
 *
 * <p>How long is too long is learnt from the data too: each gap that ended is divided by the rhythm that was known when it
 * began. The gaps of one customer weigh 1 together, so that frequent buyers do not decide for all. A customer is at risk
 * when the time since her last purchase, divided by her rhythm, is above one quantile of those ratios, and lapsed above
 * another. Gaps that have not ended yet are not among them, so the quantiles lean towards the short side; what the states
 * are worth is for the {@link BackTest} to say.
 */
public final class PurchaseRhythm {
    private static final Texts TEXTS = Texts.of(PurchaseRhythm.class);

    /** How many customers had bought by the day. */
    private final int known;

    private final int asOf;
    private final Credibility gaps;
    private final double riskRatio;
    private final double lapsedRatio;
    private final double[] rhythms;
    private final double[] elapsed;

    private PurchaseRhythm(
            int known,
            int asOf,
            Credibility gaps,
            double riskRatio,
            double lapsedRatio,
            double[] rhythms,
            double[] elapsed) {
        this.known = known;
        this.asOf = asOf;
        this.gaps = gaps;
        this.riskRatio = riskRatio;
        this.lapsedRatio = lapsedRatio;
        this.rhythms = rhythms;
        this.elapsed = elapsed;
    }

    /**
     * The rhythms at the end of {@code asOf}; later purchases are not looked at.
     *
     * @param riskQuantile share of ended gaps, as ratios, beyond which a customer is at risk, between 0 and 1
     * @param lapsedQuantile the same for lapsed, not below {@code riskQuantile}
     * @throws AnalyticsException ARGUMENT_INVALID if the quantiles are not between 0 and 1 in that order
     */
    public static PurchaseRhythm of(PurchaseDays purchases, int asOf, double riskQuantile, double lapsedQuantile) {
        if (!(riskQuantile > 0 && riskQuantile <= lapsedQuantile && lapsedQuantile < 1)) {
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    TEXTS.get("rhythm.quantiles", String.valueOf(riskQuantile), String.valueOf(lapsedQuantile)));
        }
        int n = purchases.customers();
        int[] starts = new int[n + 1];
        for (int c = 0; c < n; c++) {
            starts[c + 1] = starts[c] + Math.max(0, purchases.count(c, asOf) - 1);
        }
        double[] logs = new double[starts[n]];
        double[] ones = new double[logs.length];
        Arrays.fill(ones, 1);
        Credibility.Builder builder = new Credibility.Builder();
        for (int c = 0; c < n; c++) {
            for (int i = starts[c]; i < starts[c + 1]; i++) {
                int k = i - starts[c];
                logs[i] = Math.log(purchases.day(c, k + 1) - purchases.day(c, k));
            }
            builder.group(logs, ones, starts[c], starts[c + 1]);
        }
        Credibility gaps = builder.build();
        double[] ratios = new double[logs.length];
        double[] weights = new double[logs.length];
        double[] rhythms = new double[n];
        double[] elapsed = new double[n];
        int known = 0;
        for (int c = 0; c < n; c++) {
            double sum = 0;
            int own = starts[c + 1] - starts[c];
            for (int i = starts[c]; i < starts[c + 1]; i++) {
                ratios[i] = Math.exp(logs[i] - gaps.estimate(i - starts[c], sum));
                weights[i] = 1.0 / own;
                sum += logs[i];
            }
            int bought = purchases.count(c, asOf);
            rhythms[c] = bought == 0 ? Double.NaN : Math.exp(gaps.estimate(own, sum));
            elapsed[c] = bought == 0 ? Double.NaN : asOf - purchases.day(c, bought - 1);
            known += bought == 0 ? 0 : 1;
        }
        double[] limits = quantiles(ratios, weights, riskQuantile, lapsedQuantile);
        return new PurchaseRhythm(known, asOf, gaps, limits[0], limits[1], rhythms, elapsed);
    }

    /** The smallest values that hold at least these parts of all weight among those not above them; NaN without values. */
    static double[] quantiles(double[] values, double[] weights, double... parts) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total = 0;
        for (int i : order) {
            total += weights[i];
        }
        double[] found = new double[parts.length];
        Arrays.fill(found, Double.NaN);
        for (int p = 0; p < parts.length; p++) {
            double below = 0;
            for (int i : order) {
                below += weights[i];
                // The sum of many equal parts may end a hair short of the whole.
                if (below >= parts[p] * total - 1e-9) {
                    found[p] = values[i];
                    break;
                }
            }
        }
        return found;
    }

    /** How many customers had bought by then. */
    public int known() {
        return known;
    }

    /** The day at whose end this was known. */
    public int asOf() {
        return asOf;
    }

    /** Whether anybody ever came back; if not, there is no rhythm and everybody counts as active. */
    public boolean hasRhythm() {
        return !Double.isNaN(riskRatio);
    }

    /** Everybody's typical gap in days; NaN where nobody came back. */
    public double typicalGap() {
        return Math.exp(gaps.mean());
    }

    /** How many own gaps weigh as much as everybody's rhythm; infinite where customers do not differ. */
    public double shrinkage() {
        return gaps.strength();
    }

    /** Beyond this multiple of her rhythm a customer is at risk. */
    public double riskRatio() {
        return riskRatio;
    }

    /** Beyond this multiple of her rhythm a customer has lapsed. */
    public double lapsedRatio() {
        return lapsedRatio;
    }

    /** The rhythm of {@code customer} in days; NaN before her first purchase. */
    public double rhythm(int customer) {
        return rhythms[customer];
    }

    /** Days since the last purchase of {@code customer}; NaN before her first. */
    public double elapsed(int customer) {
        return elapsed[customer];
    }

    /** The state of {@code customer}, or null before her first purchase. */
    public @Nullable CustomerState state(int customer) {
        if (Double.isNaN(elapsed[customer])) {
            return null;
        }
        double ratio = elapsed[customer] / rhythms[customer];
        if (ratio > lapsedRatio) {
            return CustomerState.LAPSED;
        }
        return ratio > riskRatio ? CustomerState.AT_RISK : CustomerState.ACTIVE;
    }

    /** How many customers are in each state, by {@link CustomerState#ordinal()}. */
    public int[] counts() {
        int[] counts = new int[CustomerState.values().length];
        for (int c = 0; c < rhythms.length; c++) {
            CustomerState state = state(c);
            if (state != null) {
                counts[state.ordinal()]++;
            }
        }
        return counts;
    }
}
