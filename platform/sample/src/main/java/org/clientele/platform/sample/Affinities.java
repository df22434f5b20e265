package org.clientele.platform.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Products that are taken together more often than chance, or a common shelf, would have it. Counts what came of it. */
final class Affinities {
    /**
     * Who takes {@code given}, also takes {@code then} in a share of cases, if it is not in the basket anyway.
     *
     * @param given indexes of one or two items
     */
    private record Rule(List<Integer> given, int then, double share) {}

    private final Catalogue catalogue;
    private final List<Rule> rules = new ArrayList<>();
    private final long[] givenCount;
    private final long[] thenCount;
    private final long[] putThere;
    private long baskets;

    Affinities(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (String[] f : Resource.rows("affinities.txt")) {
            List<Integer> given =
                    Arrays.stream(f[0].split(";")).map(catalogue::index).toList();
            rules.add(new Rule(given, catalogue.index(f[1]), Double.parseDouble(f[2])));
        }
        givenCount = new long[rules.size()];
        thenCount = new long[rules.size()];
        putThere = new long[rules.size()];
    }

    /** Puts more into a basket; bit r of what it gives is set where rule r did. */
    int complete(List<Integer> basket, Draws draws) {
        int fired = 0;
        for (int r = 0; r < rules.size(); r++) {
            Rule rule = rules.get(r);
            if (basket.containsAll(rule.given) && draws.chance(rule.share) && !basket.contains(rule.then)) {
                basket.add(rule.then);
                fired |= 1 << r;
            }
        }
        return fired;
    }

    /** Hears of each basket that was bought. */
    void bought(Order order) {
        baskets++;
        for (int r = 0; r < rules.size(); r++) {
            Rule rule = rules.get(r);
            boolean all = true;
            for (int item : rule.given) {
                all &= holds(order, item);
            }
            givenCount[r] += all ? 1 : 0;
            thenCount[r] += holds(order, rule.then) ? 1 : 0;
            putThere[r] += order.rules() >> r & 1;
        }
    }

    private boolean holds(Order order, int index) {
        Item item = catalogue.items().get(index);
        for (Order.Line line : order.lines()) {
            if (line.item() == item) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the truths say of one rule.
     *
     * @param given ids of one or two products
     * @param then the product that goes with them
     * @param share of the baskets with {@code given} into which {@code then} was put if it was not there anyway
     * @param baskets orders with {@code given}
     * @param lift share + (1 - share) x p, over the share of all orders with {@code then}, where p is the share of orders
     *     with {@code then} that no rule put there
     */
    record Planted(List<String> given, String then, double share, long baskets, double lift) {}

    List<Planted> planted() {
        List<Planted> all = new ArrayList<>();
        for (int r = 0; r < rules.size(); r++) {
            Rule rule = rules.get(r);
            double n = Math.max(1, baskets);
            double anyway = (thenCount[r] - putThere[r]) / n;
            double lift = (rule.share + (1 - rule.share) * anyway) / Math.max(1 / n, thenCount[r] / n);
            all.add(new Planted(
                    rule.given.stream().map(i -> catalogue.items().get(i).id()).toList(),
                    catalogue.items().get(rule.then).id(),
                    rule.share,
                    givenCount[r],
                    lift));
        }
        return all;
    }
}
