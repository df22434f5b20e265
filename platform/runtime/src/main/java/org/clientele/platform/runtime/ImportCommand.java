package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;

/**
 * A wish to import files.
 *
 * @param files what to import, in order
 * @param recipe the id of a recipe or the path of a recipe's JSON file, or "" to find one by the headers
 * @param entity the table of the customer model, or "" to find it
 * @param mode what happens to rows that are there
 */
public record ImportCommand(List<Path> files, String recipe, String entity, ImportMode mode) {
    public ImportCommand {
        files = List.copyOf(files);
    }
}
