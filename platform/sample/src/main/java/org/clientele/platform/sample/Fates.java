package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the truths say of the customers, counted when all days are over. */
final class Fates {
    private static final int[] TENURES = {0, 90, 180, 365, 730, 1461};

    private final World world;
    private final StringBuilder codes;
    private final int[] lastDays;
    private int[] driven = new int[16];
    private int drivenCount;
    private final int[] members;
    private final int[] lost;

    Fates(World world) {
        this.world = world;
        int n = world.options.customers();
        codes = new StringBuilder(n);
        lastDays = new int[n];
        members = new int[world.population.segments().size()];
        lost = new int[members.length];
        for (int i = 0; i < n; i++) {
            Customer customer = world.population.customer(i);
            int last = Math.min(TradingCalendar.DAYS, world.lives.lastDay(i, customer));
            int segment = customer.segment().index();
            codes.append(customer.segment().code());
            lastDays[i] = last;
            members[segment]++;
            lost[segment] += last < TradingCalendar.DAYS ? 1 : 0;
            if (world.lives.drivenAway(i) && world.lives.lastDay(i, customer) < customer.lastDay()) {
                driven = drivenCount == driven.length ? Arrays.copyOf(driven, drivenCount * 2) : driven;
                driven[drivenCount++] = i;
            }
        }
    }

    /**
     * Each customer's truth, at her number less that of the first.
     *
     * @param firstCustomer the id of the first; ids follow one another
     * @param segments the code of each customer's segment
     * @param lastActiveDay the last day on which each could buy, counted from the first day of trade as 0; the number of
     *     days if it lies behind the last
     * @param drivenAway places of those whom customer service drove away before their time
     */
    record Customers(String firstCustomer, String segments, int[] lastActiveDay, int[] drivenAway) {}

    Customers customers() {
        return new Customers(Population.id(0), codes.toString(), lastDays, Arrays.copyOf(driven, drivenCount));
    }

    /**
     * The share of those alive at the age of {@code fromDays} who drop out before that of {@code toDays}, were it not for
     * customer service.
     */
    record Dropout(int fromDays, int toDays, double share) {}

    /**
     * A type of customer: a gamma-Poisson process with dropout, the Pareto/NBD model.
     *
     * @param rateShape of the gamma distribution of purchase rates
     * @param ratePerDay its mean, in days of average trade, of which {@code seasonality.tradeDays} tells the passing
     * @param dropoutShape of the gamma distribution of dropout hazards
     * @param dropoutScaleDays so that shape / scale is the mean hazard a day
     * @param buysAtOnce the share that registers with an order; the others' first comes at their rate
     * @param dropout the hazards that follow, by tenure
     * @param favourite the category that they come for; "-" where each has one of her own
     * @param favouriteShare the share of what they reach for that is from it
     * @param lost customers who are gone at the end, for whatever reason
     */
    record Group(
            String code,
            String name,
            double share,
            double rateShape,
            double ratePerDay,
            double dropoutShape,
            double dropoutScaleDays,
            double buysAtOnce,
            List<Dropout> dropout,
            double basketLogMean,
            double basketLogDeviation,
            String favourite,
            double favouriteShare,
            double discountShare,
            double meanAge,
            double meanIncome,
            int customers,
            int lost) {}

    List<Group> groups() {
        List<Group> all = new ArrayList<>();
        for (Segment s : world.population.segments()) {
            List<Dropout> dropout = new ArrayList<>();
            for (int t = 0; t + 1 < TENURES.length; t++) {
                dropout.add(new Dropout(TENURES[t], TENURES[t + 1], s.dropout(TENURES[t], TENURES[t + 1])));
            }
            all.add(new Group(
                    s.code(),
                    s.name(),
                    s.share(),
                    s.rateShape(),
                    s.ordersAYear() / 365,
                    s.dropoutShape(),
                    s.dropoutScale(),
                    Population.BUYS_AT_ONCE,
                    dropout,
                    s.basketMean(),
                    s.basketDeviation(),
                    s.favourite(),
                    s.favouriteShare(),
                    s.discountShare(),
                    s.age(),
                    s.income(),
                    members[s.index()],
                    lost[s.index()]));
        }
        return all;
    }
}
