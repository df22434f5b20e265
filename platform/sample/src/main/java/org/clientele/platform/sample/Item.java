package org.clientele.platform.sample;

/**
 * Something on the price list. Money is in units of 0.0001 pounds, by month.
 *
 * @param returnRate the share of its lines that come back
 * @param charge whether it is postage or a fee rather than goods
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
        long[] costs) {}
