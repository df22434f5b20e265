package org.clientele.plugins.executive.portfolio;

import java.util.Arrays;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * On which days each customer bought: ascending, each day once. Customers are numbered from 0, days count from 1970-01-01.
 * Immutable and thread-safe.
 */
public final class PurchaseDays {
    private static final Texts TEXTS = Texts.of(PurchaseDays.class);

    private final int[] starts;
    private final int[] days;

    private PurchaseDays(int[] starts, int[] days) {
        this.starts = starts;
        this.days = days;
    }

    /**
     * Purchases in any order; the same day of the same customer counts once.
     *
     * @param customers how many customers there are; one without a purchase is allowed
     * @param customer the customer of each purchase
     * @param day the day of each purchase, as many as {@code customer}
     * @throws AnalyticsException CONTRACT_BROKEN if the arrays differ in length or name another customer
     */
    public static PurchaseDays of(int customers, int[] customer, int[] day) {
        if (customer.length != day.length) {
            throw new AnalyticsException(
                    ErrorCode.CONTRACT_BROKEN,
                    TEXTS.get("purchase.days.purchases_have_customer_and", customer.length, day.length));
        }
        long[] keys = new long[customer.length];
        for (int i = 0; i < keys.length; i++) {
            if (customer[i] < 0 || customer[i] >= customers) {
                throw new AnalyticsException(
                        ErrorCode.CONTRACT_BROKEN,
                        TEXTS.get("purchase.days.purchase_is_customer", i, customer[i], customers));
            }
            // The flipped sign bit makes days before 1970 sort before later ones in the low half of a key.
            keys[i] = ((long) customer[i] << 32) | ((day[i] ^ Integer.MIN_VALUE) & 0xffff_ffffL);
        }
        Arrays.sort(keys);
        int[] starts = new int[customers + 1];
        int[] days = new int[keys.length];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                days[n++] = (int) keys[i] ^ Integer.MIN_VALUE;
                starts[(int) (keys[i] >>> 32) + 1] = n;
            }
        }
        for (int c = 1; c <= customers; c++) {
            starts[c] = Math.max(starts[c], starts[c - 1]);
        }
        return new PurchaseDays(starts, Arrays.copyOf(days, n));
    }

    /** How many customers there are. */
    public int customers() {
        return starts.length - 1;
    }

    /** On how many days {@code customer} bought. */
    public int count(int customer) {
        return starts[customer + 1] - starts[customer];
    }

    /** On how many days up to {@code asOf}, that day included, {@code customer} bought. */
    public int count(int customer, int asOf) {
        int found = Arrays.binarySearch(days, starts[customer], starts[customer + 1], asOf);
        return (found < 0 ? -found - 1 : found + 1) - starts[customer];
    }

    /** The {@code i}-th purchase day of {@code customer}, from 0. */
    public int day(int customer, int i) {
        return days[starts[customer] + i];
    }

    /** The first day of all, or {@link Integer#MAX_VALUE} where nobody bought. */
    public int firstDay() {
        return Arrays.stream(days).min().orElse(Integer.MAX_VALUE);
    }

    /** The last day of all, or {@link Integer#MIN_VALUE} where nobody bought. */
    public int lastDay() {
        return Arrays.stream(days).max().orElse(Integer.MIN_VALUE);
    }

    /** Whether {@code customer} bought after {@code after}, up to {@code to}, that day included. */
    public boolean boughtWithin(int customer, int after, int to) {
        return count(customer, to) > count(customer, after);
    }
}
