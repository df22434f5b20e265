package org.clientele.plugins.executive.portfolio;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of each state: the customers as they stood some days before the last one, and how many of each state bought in
 * the days since. Nothing after the earlier day enters the states.
 *
 * @param asOf the earlier day
 * @param until the last day
 * @param shares who bought in between, by state
 */
public record BackTest(int asOf, int until, Map<CustomerState, Share> shares) {
    public BackTest {
        shares = java.util.Collections.unmodifiableMap(new EnumMap<>(shares));
    }

    /** The test of {@code then}, whose day must lie before {@code until}. */
    public static BackTest of(PurchaseDays purchases, PurchaseRhythm then, int until) {
        int[] all = new int[CustomerState.values().length];
        int[] came = new int[all.length];
        for (int c = 0; c < purchases.customers(); c++) {
            CustomerState state = then.state(c);
            if (state != null) {
                all[state.ordinal()]++;
                came[state.ordinal()] += purchases.boughtWithin(c, then.asOf(), until) ? 1 : 0;
            }
        }
        Map<CustomerState, Share> shares = new EnumMap<>(CustomerState.class);
        for (CustomerState state : CustomerState.values()) {
            shares.put(state, new Share(came[state.ordinal()], all[state.ordinal()]));
        }
        return new BackTest(then.asOf(), until, shares);
    }

    /** The share of those in {@code state} who bought again. */
    public Share share(CustomerState state) {
        return java.util.Objects.requireNonNull(shares.get(state));
    }
}
