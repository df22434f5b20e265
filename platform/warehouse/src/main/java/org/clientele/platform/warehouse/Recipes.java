package org.clientele.platform.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.clientele.platform.warehouse.mapping.RecipeJson;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;

/** Import recipes as JSON, and those that come with the customer model. */
public final class Recipes {
    private static final Texts TEXTS = Texts.of(Recipes.class);

    private static final List<String> BUILT_IN = List.of(
            "online-retail",
            "online-retail-ii",
            "cdnow-master",
            "cdnow-sample",
            "groceries",
            "groceries-items",
            "marketing-campaign",
            "telco-churn",
            "e-mail-test");

    private Recipes() {}

    /** The recipes that need no plugin. */
    public static List<ImportRecipe> builtIn() {
        return BUILT_IN.stream().map(Recipes::builtIn).toList();
    }

    private static ImportRecipe builtIn(String name) {
        try (InputStream in = Recipes.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new AnalyticsException(ErrorCode.INTERNAL, "A recipe is missing from the program.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name + ".json");
        } catch (IOException e) {
            throw new AnalyticsException(ErrorCode.INTERNAL, "A recipe of the program cannot be read.", e);
        }
    }

    /**
     * Reads a recipe from a JSON file.
     *
     * @throws AnalyticsException FILE_UNREADABLE, or ARGUMENT_INVALID saying what in it is wrong
     */
    public static ImportRecipe read(Path file) {
        try {
            return parse(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (e instanceof NoSuchFileException) {
                why = TEXTS.get("recipes.there_no_such_file");
            } else if (e instanceof CharacterCodingException) {
                why = TEXTS.get("recipes.no_text_utf_8");
            } else if (e instanceof AccessDeniedException) {
                why = TEXTS.get("recipes.you_have_no_right");
            }
            throw new AnalyticsException(
                    ErrorCode.FILE_UNREADABLE, TEXTS.get("recipes.cannot_read_recipe", file, why), e);
        }
    }

    /**
     * Reads a recipe from JSON text.
     *
     * @param name what to call it in messages
     * @throws AnalyticsException ARGUMENT_INVALID saying what in it is wrong
     */
    public static ImportRecipe parse(String json, String name) {
        return RecipeJson.parse(json, name);
    }

    /** Refuses a recipe that no import could follow, whoever made it. */
    static void check(ImportRecipe recipe, String name) {
        RecipeJson.check(recipe, name);
    }
}
