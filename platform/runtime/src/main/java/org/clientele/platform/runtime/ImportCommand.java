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
 * @param reading how the files are read
 */
public record ImportCommand(
        List<Path> files,
        String recipe,
        String entity,
        @Nullable DatabaseSource database,
        ImportMode mode,
        ReadingOptions reading) {
    /** A wish to import files, of which is found out how to read them. */
    public ImportCommand(List<Path> files, String recipe, String entity, ImportMode mode) {
        this(files, recipe, entity, null, mode, ReadingOptions.AUTOMATIC);
    }

    public ImportCommand {
        files = List.copyOf(files);
    }
}
