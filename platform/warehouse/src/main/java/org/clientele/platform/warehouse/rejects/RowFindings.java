package org.clientele.platform.warehouse.rejects;

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

    /** Neither price nor amount. */
    public static Finding noPrice() {
        return RowTrouble.PRICE_AND_AMOUNT_EMPTY.with();
    }

    /** Quantity times price that no amount can hold. */
    public static Finding amountTooLarge(String quantity, String price) {
        return RowTrouble.AMOUNT_TOO_LARGE.with(Shown.quoted(quantity), Shown.quoted(price));
    }
}
