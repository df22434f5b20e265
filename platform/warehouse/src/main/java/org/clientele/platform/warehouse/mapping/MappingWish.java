package org.clientele.platform.warehouse.mapping;

import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for; null is: found out.
 *
 * @param recipeId id of a known recipe or an unambiguous suffix
 * @param recipe a recipe of the caller's own, which goes before {@code recipeId}
 * @param entity the table of the model that rows go to
 */
public record MappingWish(
        @Nullable String recipeId,
        @Nullable ImportRecipe recipe,
        @Nullable String entity) {
    /** Everything is found out. */
    public static final MappingWish NONE = new MappingWish(null, null, null);
}
