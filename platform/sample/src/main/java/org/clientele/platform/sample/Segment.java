package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A latent type of customer. Within it, purchase rates and dropout hazards are gamma-distributed and independent, and
 * life times given the hazard exponential: the Pareto/NBD model of Schmittlein, Morrison and Colombo (1987).
 *
 * @param code one letter
 * @param share of all customers
 * @param rateShape of the gamma distribution of purchase rates
 * @param ordersAYear its mean, in a year of average trade while the customer is alive
 * @param dropoutShape of the gamma distribution of hazards
 * @param dropoutScale in days; the mean hazard is shape / scale a day
 * @param basketMean of the logarithm of lines a basket
 * @param basketDeviation of the same
 * @param favourite the category that they come for; {@link #ANY} where each has one of her own
 * @param favouriteShare of what they reach for is from it, the rest from the whole shop
 * @param discountShare of orders that take a discount
 * @param age in years, on average
 * @param income a year in pounds, on average; 0 where there is none to ask for
 * @param consent share that may be contacted
 * @param acquisition weights of the channels
 */
record Segment(
        int index,
        String code,
        String name,
        double share,
        double rateShape,
        double ordersAYear,
        double dropoutShape,
        double dropoutScale,
        double basketMean,
        double basketDeviation,
        String favourite,
        double favouriteShare,
        double discountShare,
        double age,
        double income,
        double consent,
        double[] acquisition) {
    static final String ANY = "-";

    private static final String TRADE = "T";

    static List<Segment> all() {
        List<Segment> all = new ArrayList<>();
        for (String[] f : Resource.rows("segments.txt")) {
            double[] n = Stream.concat(Arrays.stream(f, 2, 9), Arrays.stream(f, 10, 15))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] channels = Arrays.stream(f[15].split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            all.add(new Segment(
                    all.size(),
                    f[0],
                    f[1],
                    n[0] / 100,
                    n[1],
                    n[2],
                    n[3],
                    n[4],
                    n[5],
                    n[6],
                    f[9],
                    n[7] / 100,
                    n[8] / 100,
                    n[9],
                    n[10],
                    n[11] / 100,
                    channels));
        }
        return all;
    }

    /** Whether these people buy for a shop of their own. */
    boolean trade() {
        return code.equals(TRADE);
    }

    /** The share of those alive at the age of {@code from} days who drop out before that of {@code to}. */
    double dropout(double from, double to) {
        return 1 - StrictMath.pow((dropoutScale + from) / (dropoutScale + to), dropoutShape);
    }
}
