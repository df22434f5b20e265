package org.clientele.platform.warehouse.rejects;

/**
 * What can be wrong with a row whose cells are right: keys, and amounts that do not go together. They are found by
 * whoever loads rows; {@link RowFindings} makes the sentences.
 */
public enum RowTrouble implements Trouble {
    KEY_REPEATED,
    KEY_REPEATED_EARLIER,
    PRICE_AND_AMOUNT_EMPTY,
    AMOUNT_TOO_LARGE
}
