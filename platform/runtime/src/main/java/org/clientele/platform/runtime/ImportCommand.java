package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to import files.
 *
 * @param files what to import, in order
 * @param recipe the id of a recipe or the path of a recipe's JSON file, or "" to find one by the headers
 * @param entity the table of the customer model, or "" to find it
 * @param database what to import instead of files, or null
 * @param mode what happens to rows that are there
 */
public record ImportCommand(
        List<Path> files,
        String recipe,
        String entity,
        @Nullable DatabaseSource database,
        ImportMode mode) {
    /** A wish to import files. */
    public ImportCommand(List<Path> files, String recipe, String entity, ImportMode mode) {
        this(files, recipe, entity, null, mode);
    }

    public ImportCommand {
        files = List.copyOf(files);
    }
}
