package org.clientele.platform.warehouse.mapping;

/**
 * Two sources that refer to each other.
 *
 * @param left name of the source that refers
 * @param leftColumn its column
 * @param right name of the source that is referred to, where the column identifies a row
 * @param rightColumn its column
 * @param overlap share of the left sample's values that the right sample has; the samples are the sources' starts, so the
 *     share over all rows may be far higher
 * @param reason a sentence
 */
public record JoinProposal(
        String left, String leftColumn, String right, String rightColumn, double overlap, String reason) {}
