package org.clientele.sdk.data;

/** Customers, each once, with what an analysis found of each: the segment that she is in, or a number. */
public sealed interface CustomerList permits Members, Scores {
    /** How many customers there are. */
    int size();

    /** The id of the customer at a place, from 0. */
    String customer(int place);
}
