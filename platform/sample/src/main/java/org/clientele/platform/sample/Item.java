package org.clientele.platform.sample;

/**
 * Something on the price list. Money is in units of 0.0001 pounds, by month.
 *
 * @param returnRate the share of its lines that come back
 * @param charge whether it is postage or a fee rather than goods
 * @param elasticity how the share of those who take it follows its price: price factor to the power of this
 * @param moved whether its price was changed once, on purpose, and its popularity is steady otherwise
 * @param fresh whether it was not on sale from the first day
 */
record Item(
        String id,
        String name,
        String category,
        String subcategory,
        String brand,
        double returnRate,
        boolean charge,
        long[] prices,
        long[] costs,
        double elasticity,
        boolean moved,
        boolean fresh) {}
