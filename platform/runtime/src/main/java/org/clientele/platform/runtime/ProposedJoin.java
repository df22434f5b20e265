package org.clientele.platform.runtime;

/**
 * A table of an import that refers to another one of the same import.
 *
 * @param left name of the table that refers
 * @param leftColumn the header of its column
 * @param right name of the table that is referred to
 * @param rightColumn the header of the column that identifies a row there
 * @param overlap 0 to 1: the share of the left sample's values that the right sample has
 * @param why a sentence
 */
public record ProposedJoin(
        String left, String leftColumn, String right, String rightColumn, double overlap, String why) {}
