package org.clientele.platform.warehouse.rejects;

import java.time.LocalDateTime;

/** Findings about rows whose cells are right one by one. */
public final class RowFindings {
    private RowFindings() {}

    /**
     * A key that stands there twice.
     *
     * @param what what the key names: "customer"
     * @param line the earlier line, or 0 where it is not known
     */
    public static Finding repeated(String key, String what, long line) {
        return line > 0
                ? RowTrouble.KEY_REPEATED.with(Shown.quoted(key), line, what)
                : RowTrouble.KEY_REPEATED_EARLIER.with(Shown.quoted(key), what);
    }

    /** A reference to something that nobody imported; {@code what} names it: "product". */
    public static Finding unknownReference(String key, String what) {
        return RowTrouble.REFERENCE_UNKNOWN.with(Shown.quoted(key), what);
    }

    /** An update of something that is not there; {@code what} names it: "customer". */
    public static Finding unknownUpdate(String key, String what) {
        return RowTrouble.UPDATE_KEY_UNKNOWN.with(Shown.quoted(key), what);
    }

    /** Neither price nor amount. */
    public static Finding noPrice() {
        return RowTrouble.PRICE_AND_AMOUNT_EMPTY.with();
    }

    /** A line that takes its product's price, which has none. */
    public static Finding noProductPrice(String product) {
        return RowTrouble.PRICE_NOT_KNOWN.with(Shown.quoted(product));
    }

    /** Quantity times price that no amount can hold. */
    public static Finding amountTooLarge(String quantity, String price) {
        return RowTrouble.AMOUNT_TOO_LARGE.with(Shown.quoted(quantity), Shown.quoted(price));
    }

    /** Lines of an order without its header. */
    public static Finding noOrderHeader(String order) {
        return RowTrouble.ORDER_HEADER_MISSING.with(Shown.quoted(order));
    }

    /** A time that the clocks left out. */
    public static Finding skippedTime(LocalDateTime time, String zone) {
        return RowTrouble.TIME_SKIPPED.with(Shown.quoted(time.toString().replace('T', ' ')), zone);
    }
}
