package org.clientele.platform.warehouse;

/**
 * Rows that refer to something that is not there. They are loaded all the same, and show as unknown.
 *
 * @param column the column that refers
 * @param refersTo the table, or the source of the same import, that lacks what it names
 * @param rows how many rows
 * @param values how many different values
 * @param example one of them
 */
public record Orphan(String column, String refersTo, long rows, long values, String example) {}
