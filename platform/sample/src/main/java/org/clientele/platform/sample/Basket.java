package org.clientele.platform.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people choose: a thing of the season, of the shelf they came for, or what stands beside the last one. */
final class Basket {
    private static final int MOST_LINES = 45;
    private static final double BESIDE = 0.3;

    private final Catalogue catalogue;
    private final Affinities affinities;
    private final int viral;

    Basket(Catalogue catalogue, Affinities affinities) {
        this.catalogue = catalogue;
        this.affinities = affinities;
        this.viral = catalogue.index(Anomalies.VIRAL_PRODUCT);
    }

    /** Fills a basket; bit r of what it gives is set where affinity r did. */
    int fill(List<Integer> picked, Visit visit, int month, boolean byPost, Draws draws) {
        Customer customer = visit.customer();
        double mean = customer == null ? 0.35 : customer.segment().basketMean();
        double deviation = customer == null ? 0.85 : customer.segment().basketDeviation();
        double size = StrictMath.exp(mean + (byPost || visit.trade() ? 0.1 : -0.3) + deviation * draws.normal());
        int wanted = Math.min(MOST_LINES, 1 + (int) size);
        for (int attempt = 0; picked.size() < wanted && attempt < wanted * 5; attempt++) {
            int item = reachFor(picked, customer, month, draws);
            boolean takes = draws.chance(catalogue.taken(item, month));
            if (takes && !picked.contains(item)) {
                picked.add(item);
            }
        }
        if (picked.isEmpty()) {
            picked.add(catalogue.pick(month, draws.uniform()));
        }
        int rules = affinities.complete(picked, draws);
        if (Anomalies.viral(visit.day()) && draws.chance(Anomalies.VIRAL_SHARE) && !picked.contains(viral)) {
            picked.add(viral);
        }
        return rules;
    }

    private int reachFor(List<Integer> picked, @Nullable Customer customer, int month, Draws draws) {
        double u = draws.uniform();
        if (!picked.isEmpty() && u < BESIDE) {
            // People who take one mug take the one beside it too.
            return catalogue.pickBeside(month, draws.uniform(), picked.get(picked.size() - 1));
        }
        if (customer != null && u < BESIDE + (1 - BESIDE) * customer.segment().favouriteShare()) {
            return catalogue.pickInCategory(month, draws.uniform(), customer.favourite());
        }
        return catalogue.pick(month, draws.uniform());
    }

    /** How many of a thing of that first price. */
    static int quantity(Draws draws, long price, Visit visit) {
        long pounds = price / Shopping.POUND;
        if (visit.trade()) {
            int dozen = pounds < 12 ? 6 : pounds < 30 ? 3 : 1;
            return visit.bulk() * dozen * (1 + (int) (draws.exponential() * 0.7));
        }
        double more = pounds < 7 ? 0.42 : pounds < 20 ? 0.2 : 0.07;
        int quantity = 1;
        while (quantity < 24 && draws.chance(more)) {
            quantity++;
        }
        return quantity * visit.bulk();
    }
}
