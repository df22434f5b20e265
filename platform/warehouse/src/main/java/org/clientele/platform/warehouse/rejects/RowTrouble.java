package org.clientele.platform.warehouse.rejects;

/**
 * What can be wrong with a row whose cells are right: keys, and amounts that do not go together. They are found by
 * whoever loads rows; {@link RowFindings} makes the sentences.
 */
public enum RowTrouble implements Trouble {
    KEY_REPEATED("{0} stands on line {1} already, and each {2} is taken once. Delete one of the two lines."),
    KEY_REPEATED_EARLIER(
            "{0} stands on an earlier line already, and each {1} is taken once. Delete one of the two lines."),
    PRICE_AND_AMOUNT_EMPTY("Price and amount are both empty; one of them is needed to know what the line was worth."),
    AMOUNT_TOO_LARGE(
            "Quantity times price, {0} times {1}, has more than 14 digits before the point. One of the two is probably wrong.");

    private final String template;

    RowTrouble(String template) {
        this.template = template;
    }

    @Override
    public String template() {
        return template;
    }
}
