package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;

/**
 * How a workspace is opened.
 *
 * @param pluginFolders folders of plugin jars that come with the product; the workspace's own folder is searched first
 */
public record WorkspaceOptions(List<Path> pluginFolders) {
    public WorkspaceOptions {
        pluginFolders = List.copyOf(pluginFolders);
    }

    /** With these plugins. */
    public static WorkspaceOptions withPlugins(List<Path> folders) {
        return new WorkspaceOptions(folders);
    }
}
