package org.clientele.platform.app;

import java.nio.file.Path;

/** Where a workspace is when nobody says. */
final class DefaultWorkspace {
    private DefaultWorkspace() {}

    /** {@code $XDG_DATA_HOME/clientele/workspace}, or the same below the home folder's {@code .local/share}. */
    static Path path() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data == null || data.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        return base.resolve("clientele").resolve("workspace");
    }
}
