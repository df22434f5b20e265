package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clientele.platform.warehouse.Recipes;
import org.clientele.platform.warehouse.mapping.RecipeJson;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ImportRecipe;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The recipes that people of a workspace saved: JSON files that may be copied to another one. */
final class RecipeFolder {
    private static final Texts TEXTS = Texts.of(RecipeFolder.class);

    /** Its name in the workspace. */
    static final String NAME = "recipes";

    private static final Logger LOG = LoggerFactory.getLogger(RecipeFolder.class);
    private static final String VENDOR = "own.recipes/";

    private final Path folder;

    RecipeFolder(Path workspace) {
        this.folder = workspace.resolve(NAME);
    }

    /** All that can be read; one that is broken is left out and logged. */
    List<ImportRecipe> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ImportRecipe> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                try {
                    all.add(Recipes.read(file));
                } catch (AnalyticsException e) {
                    LOG.warn("A recipe of the workspace is left out: {}", e.getMessage());
                }
            }
        } catch (IOException e) {
            LOG.warn("The recipes in {} cannot be listed", folder, e);
        }
        return all;
    }

    /** Saves a table's mapping under a title; one of the same title is replaced. */
    Path save(ProposedTable table, String title) {
        String name = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            name = "recipe" + (name.isEmpty() ? "" : "-" + name);
        }
        ImportRecipe r = table.recipe();
        boolean headed = table.reading().headerRow() > 0;
        ImportRecipe own = ImportRecipe.builder(VENDOR + name, r.entity())
                .title(title)
                .layout(table.reading().layout())
                .headers(
                        headed
                                ? table.headers().stream()
                                        .map(h -> h.toLowerCase(Locale.ROOT))
                                        .toList()
                                : r.headers())
                .linePattern(r.linePattern())
                .names(headed ? r.names() : table.headers())
                .columns(r.columns())
                .constants(r.constants())
                .formats(r.formats())
                .leftOut(r.leftOut())
                .adjustmentOrders(r.adjustmentOrders())
                .charges(r.charges())
                .build();
        Path file = folder.resolve(name + ".json");
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, name, ".tmp");
            Files.writeString(fresh, RecipeJson.write(own));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("recipe.folder.recipe_cannot_written", file, String.valueOf(e.getMessage())),
                    e);
        }
    }
}
