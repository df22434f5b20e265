package org.clientele.platform.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order, or what came back of one. Money is in units of 0.0001 pounds.
 *
 * @param id of the order, or of the credit note
 * @param customer the customer's number, or {@link #NOBODY} for a guest
 * @param country where it goes if the customer does not live there, or null
 * @param taxed whether value added tax is due
 * @param firstLine the number of the first of {@code lines}
 * @param rules bit r is set where affinity r put something into the basket
 */
record Order(
        String id,
        int customer,
        @Nullable String country,
        boolean taxed,
        String channel,
        int second,
        int firstLine,
        List<Line> lines,
        int rules) {
    static final int NOBODY = -1;

    private static final long FIRST_ORDER_NUMBER = 100_001;

    /**
     * One line.
     *
     * @param quantity whole pieces, negative for returns
     * @param discount of the sign of the quantity
     */
    record Line(Item item, int quantity, long price, long discount, long cost) {
        long amount() {
            return quantity * price - discount;
        }
    }

    static String id(long number) {
        return "SO-" + (FIRST_ORDER_NUMBER + number);
    }

    /** What is paid for it, without tax. */
    long amount() {
        long sum = 0;
        for (Line line : lines) {
            sum += line.amount();
        }
        return sum;
    }
}
