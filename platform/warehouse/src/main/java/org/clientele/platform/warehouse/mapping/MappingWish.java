package org.clientele.platform.warehouse.mapping;

import org.clientele.sdk.extension.ImportRecipe;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for; null is: found out.
 *
 * @param recipeId id of a known recipe or an unambiguous suffix
 * @param recipe a recipe of the caller's own, which goes before {@code recipeId}
 * @param entity the table of the model that rows go to
 * @param partly whether it may lack what its table needs, since a person sees to it
 */
public record MappingWish(
        @Nullable String recipeId,
        @Nullable ImportRecipe recipe,
        @Nullable String entity,
        boolean partly) {
    /** Everything is found out. */
    public static final MappingWish NONE = new MappingWish(null, null, null);

    /** A wish for all that is needed. */
    public MappingWish(@Nullable String recipeId, @Nullable ImportRecipe recipe, @Nullable String entity) {
        this(recipeId, recipe, entity, false);
    }
}
