package org.clientele.platform.workbench;

import java.nio.file.Path;
import org.clientele.platform.runtime.Workspace;

/** Opens workspaces for the window. Called on a worker thread. */
@FunctionalInterface
public interface WorkspaceOpener {
    /**
     * Opens the workspace in a folder.
     *
     * @throws org.clientele.sdk.AnalyticsException if it cannot be opened; the window shows the message
     */
    Workspace open(Path directory);
}
