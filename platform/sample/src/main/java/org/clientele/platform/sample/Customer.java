package org.clientele.platform.sample;

/**
 * How a customer behaves.
 *
 * @param registeredDay counted from the first day of trade; before it for customers of old
 * @param registeredSecond of that day
 * @param buysAtOnce whether she registers in order to buy
 * @param rate orders per average day of trade while she is a customer
 * @param lastDay after it she buys nothing more
 * @param trade whether she buys for a shop of her own
 * @param favourite the category that she comes for
 */
record Customer(
        Place place,
        String acquisition,
        int registeredDay,
        int registeredSecond,
        boolean buysAtOnce,
        double rate,
        double lastDay,
        boolean trade,
        int favourite) {}
