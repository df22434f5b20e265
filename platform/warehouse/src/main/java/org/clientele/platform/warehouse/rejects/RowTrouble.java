package org.clientele.platform.warehouse.rejects;

/**
 * What can be wrong with a row whose cells are right: keys, and amounts that do not go together. They are found by
 * whoever loads rows; {@link RowFindings} makes the sentences.
 */
public enum RowTrouble implements Trouble {
    KEY_REPEATED("{0} stands on line {1} already, and each {2} is taken once. Delete one of the two lines."),
    KEY_REPEATED_EARLIER(
            "{0} stands on an earlier line already, and each {1} is taken once. Delete one of the two lines."),
    REFERENCE_UNKNOWN("{0} is no {1} that was imported. Import the {1} first, or correct the value."),
    UPDATE_KEY_UNKNOWN("{0} is no {1} that is there, so there is nothing to update. Append it, or correct the value."),
    PRICE_AND_AMOUNT_EMPTY("Price and amount are both empty; one of them is needed to know what the line was worth."),
    PRICE_NOT_KNOWN(
            "The line has no price, and neither has the product {0}. Import the product's price, or write one here."),
    AMOUNT_TOO_LARGE(
            "Quantity times price, {0} times {1}, has more than 14 digits before the point. One of the two is probably wrong."),
    ORDER_HEADER_MISSING(
            "The order {0} has lines but no header with its date. Add the order to the file of orders, or write the date here."),
    TIME_SKIPPED(
            "{0} was skipped when the clocks went forward in {1}, so nothing happened then. Look at the hour and the time zone.");

    private final String template;

    RowTrouble(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
