package org.clientele.platform.warehouse.mapping;

import org.clientele.sdk.extension.ImportRecipe;

/**
 * Another mapping of the same source.
 *
 * @param recipe it
 * @param confidence 0 to 1
 * @param why a sentence
 */
public record Alternative(ImportRecipe recipe, double confidence, String why) {}
