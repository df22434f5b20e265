package org.clientele.platform.runtime;

/**
 * What would keep a row out.
 *
 * @param cell the number of the cell, or -1 for the row as a whole
 * @param code of the kind of trouble
 * @param reason a sentence for a person
 */
public record CellFault(int cell, String code, String reason) {}
