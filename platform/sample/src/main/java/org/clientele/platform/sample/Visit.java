package org.clientele.platform.sample;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is about to order.
 *
 * @param key what is drawn depends on it and the day: a customer's number plus 2^32 for each order beyond her own of that
 *     day, or a negative number for a guest
 * @param day counted from the first day of trade
 * @param customer null for a guest
 * @param second of that day
 * @param bulk how many times the usual quantities are taken
 */
record Visit(long key, int day, @Nullable Customer customer, Place place, String channel, int second, int bulk) {
    static final String WEB = "web";
    static final String SHOP = "shop";
    static final String PHONE = "phone";

    /** The customer's number, or {@link Order#NOBODY}. */
    int number() {
        return customer == null ? Order.NOBODY : (int) key;
    }

    boolean trade() {
        return customer != null && customer.trade();
    }

    boolean onWeb() {
        return channel.equals(WEB);
    }

    /** In seconds since the first day of trade began. */
    long moment() {
        return day * 86_400L + second;
    }
}
