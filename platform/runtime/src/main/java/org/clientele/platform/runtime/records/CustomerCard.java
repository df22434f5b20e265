package org.clientele.platform.runtime.records;

import java.util.List;

/**
 * Who a customer is and how she buys.
 *
 * @param id of the customer
 * @param name for people, or "" where it is not known or not to be seen
 * @param facts what is known of her, attributes first, in words and figures for people
 */
public record CustomerCard(String id, String name, List<Fact> facts) {
    /**
     * One thing that is known.
     *
     * @param label "Country"
     * @param value "France", or "" where the policy hides it
     * @param hidden whether the policy hides it
     */
    public record Fact(String label, String value, boolean hidden) {}

    public CustomerCard {
        facts = List.copyOf(facts);
    }
}
