package org.clientele.sdk.data;

import java.util.Arrays;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Customers, each with the segment that she is in, as two arrays of one length. Immutable and thread-safe. A customer who is in no segment is
 * not named.
 */
public final class Members implements CustomerList {
    private static final Texts TEXTS = Texts.of(Members.class);

    private final String[] customers;
    private final int[] segments;

    private Members(String[] customers, int[] segments) {
        this.customers = customers;
        this.segments = segments;
    }

    /**
     * Members in the order given. The arrays are copied.
     *
     * @param customers ids, each once, none null
     * @param segments for each customer the place of her segment in {@link Segmentation#segments}, from 0
     * @throws AnalyticsException CONTRACT_BROKEN if the arrays differ in length, an id is missing or repeated, or a place is below 0
     */
    public static Members of(String[] customers, int[] segments) {
        if (customers.length != segments.length) {
            throw broken(TEXTS.get("members.customers_have_segments", customers.length, segments.length));
        }
        int[] places = segments.clone();
        String[] ids = CustomerIds.checked(
                customers,
                i -> places[i] >= 0,
                i -> TEXTS.get("members.customer_is_in_segment", String.valueOf(customers[i]), places[i]),
                Members::broken);
        return new Members(ids, places);
    }

    private static AnalyticsException broken(String what) {
        return new AnalyticsException(
                ErrorCode.CONTRACT_BROKEN, TEXTS.get("members.members_segmentation_are_wrong", what));
    }

    @Override
    public int size() {
        return customers.length;
    }

    @Override
    public String customer(int place) {
        return customers[place];
    }

    /** The segment of the customer at a place: a place in the list of segments. */
    public int segment(int place) {
        return segments[place];
    }

    /**
     * How many customers each of the first {@code count} segments has.
     *
     * @throws AnalyticsException CONTRACT_BROKEN if a customer is in a segment beyond them
     */
    public int[] sizes(int count) {
        int[] sizes = new int[count];
        for (int segment : segments) {
            if (segment >= count) {
                throw broken(TEXTS.get("members.there_are_segments_and", count, segment + 1));
            }
            sizes[segment]++;
        }
        return sizes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Members m
                && Arrays.equals(customers, m.customers)
                && Arrays.equals(segments, m.segments);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(customers) + Arrays.hashCode(segments);
    }

    @Override
    public String toString() {
        return customers.length + " members";
    }
}
