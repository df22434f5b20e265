package org.clientele.sdk.data;

import java.util.Arrays;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Customers, each with a number, as two arrays of one length. Immutable and thread-safe. A customer of whom the number is not known is not named.
 */
public final class Scores implements CustomerList {
    private static final Texts TEXTS = Texts.of(Scores.class);

    private final String[] customers;
    private final double[] values;

    private Scores(String[] customers, double[] values) {
        this.customers = customers;
        this.values = values;
    }

    /**
     * Scores in the order given. The arrays are copied.
     *
     * @param customers ids, each once, none null
     * @param values for each customer her number, in the unit of the {@link Scoring}; finite
     * @throws AnalyticsException CONTRACT_BROKEN if the arrays differ in length, an id is missing or repeated, or a number is not finite
     */
    public static Scores of(String[] customers, double[] values) {
        if (customers.length != values.length) {
            throw broken(TEXTS.get("scores.customers_have_values", customers.length, values.length));
        }
        double[] numbers = values.clone();
        String[] ids = CustomerIds.checked(
                customers,
                i -> Double.isFinite(numbers[i]),
                i -> TEXTS.get("scores.customer_has_value", String.valueOf(customers[i]), String.valueOf(numbers[i])),
                Scores::broken);
        return new Scores(ids, numbers);
    }

    private static AnalyticsException broken(String what) {
        return new AnalyticsException(ErrorCode.CONTRACT_BROKEN, TEXTS.get("scores.are_wrong", what));
    }

    @Override
    public int size() {
        return customers.length;
    }

    @Override
    public String customer(int place) {
        return customers[place];
    }

    /** The number of the customer at a place. */
    public double value(int place) {
        return values[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scores s && Arrays.equals(customers, s.customers) && Arrays.equals(values, s.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(customers) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return customers.length + " scores";
    }
}
