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
import org.clientele.sdk.text.Texts;

/** Which folders can be a workspace. */
final class WorkspaceFolder {
    private static final Texts TEXTS = Texts.of(WorkspaceFolder.class);

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
                    ErrorCode.WORKSPACE_INVALID, TEXTS.get("workspace.folder.cannot_workspace_because_path_has", home));
        }
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID, TEXTS.get("workspace.folder.is_file_workspace_is_folder", home));
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
                        TEXTS.get("workspace.folder.is_not_workspace_is_not", home, String.join(", ", strangers)));
            }
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.WORKSPACE_INVALID,
                    TEXTS.get("workspace.folder.cannot_read", home, String.valueOf(e.getMessage())),
                    e);
        }
    }
}
