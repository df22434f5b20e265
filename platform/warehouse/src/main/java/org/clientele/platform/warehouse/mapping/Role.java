package org.clientele.platform.warehouse.mapping;

/** What a source is among the sources of one import. */
public enum Role {
    /** Its rows are rows of the recipe's table. */
    TABLE,
    /** Orders without their lines: what it has (date, customer, country, ...) goes to the lines of other sources. */
    ORDER_HEADER,
    /** Lines of orders whose date, and mostly customer, another source has. */
    LINES_WITHOUT_HEADER,
    /** Lines of orders with all but a price, which is the product's. */
    LINES_WITHOUT_PRICE,
    /** Names of categories, which go to products by the category's id. */
    PRODUCT_CATEGORY,
    /** Returns: order lines of their own, or only the ids of orders that came back. */
    RETURNS,
    /** Nothing of the model; it is left out, and its recipe is null. */
    UNRECOGNISED
}
