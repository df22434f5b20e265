package org.clientele.platform.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/** Which folders can be a workspace. */
final class WorkspaceFolder {
    private static final Set<String> OWN_NAMES = Set.of(
            "catalog", "catalog.new", "staging", "rejects", "plugins", "cache", RecipeFolder.NAME, "clientele.lock");
    /** What file managers leave in folders that a person takes for empty. */
    private static final Set<String> DESKTOP_NAMES = Set.of(".DS_Store", "desktop.ini", "Thumbs.db");

    private WorkspaceFolder() {}

    /**
     * A workspace, an empty folder or none.
     *
     * @throws AnalyticsException WORKSPACE_INVALID if it is something else
     */
    static void require(Path home) {
        // Both stores take these characters for the end of the path, and would write elsewhere.
        String path = File.separatorChar == '\\' ? home.toString().replace('\\', '/') : home.toString();
        if (path.matches("(?s).*[;?\\\\].*")) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    home
                            + " cannot be a workspace, because its path has a semicolon, a question mark or a backslash in it."
                            + " Choose another path.");
        }
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID, home + " is a file. A workspace is a folder: choose another path.");
        }
        if (Files.exists(home.resolve("warehouse.duckdb")) || !Files.exists(home)) {
            return;
        }
        try (Stream<Path> content = Files.list(home)) {
            List<String> strangers = content.map(p -> p.getFileName().toString())
                    .filter(name -> !OWN_NAMES.contains(name) && !DESKTOP_NAMES.contains(name))
                    .sorted()
                    .limit(3)
                    .toList();
            if (!strangers.isEmpty()) {
                throw new AnalyticsException(
                        ErrorCode.WORKSPACE_INVALID,
                        home + " is not a workspace, and it is not empty (it holds " + String.join(", ", strangers)
                                + "). Choose a workspace, or a new or empty folder.");
            }
        } catch (IOException e) {
            throw new AnalyticsException(ErrorCode.WORKSPACE_INVALID, home + " cannot be read: " + e.getMessage(), e);
        }
    }
}
