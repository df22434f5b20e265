package org.clientele.platform.runtime;

/**
 * What was decided for a column of a source.
 *
 * @param header its name there
 * @param column the column of the customer model, or the attribute that it becomes
 * @param confidence 0 to 1; below 0.8 a person should look
 * @param why a sentence without its full stop
 */
public record ProposedColumn(String header, String column, double confidence, String why) {}
