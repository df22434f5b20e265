package org.clientele.platform.warehouse.mapping;

/**
 * Why a column of a source goes where it goes.
 *
 * @param header the source's column
 * @param target the model column or, for what the model does not name, the attribute
 * @param attribute whether it is an attribute
 * @param confidence 0 to 1
 * @param why a sentence without its full stop
 */
public record ColumnReason(String header, String target, boolean attribute, double confidence, String why) {}
