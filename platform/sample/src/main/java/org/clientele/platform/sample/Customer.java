package org.clientele.platform.sample;

/**
 * How a customer behaves.
 *
 * @param registeredDay counted from the first day of trade; before it for customers of old
 * @param registeredSecond of that day
 * @param buysAtOnce whether she registers in order to buy
 * @param rate orders per average day of trade while she is a customer
 * @param lastDay after it she buys nothing more, even if nothing drives her away before
 * @param favourite the category that she comes for
 * @param consent whether she may be contacted
 */
record Customer(
        Segment segment,
        Place place,
        String acquisition,
        int registeredDay,
        int registeredSecond,
        boolean buysAtOnce,
        double rate,
        int lastDay,
        int favourite,
        boolean consent) {
    boolean trade() {
        return segment.trade();
    }
}
