package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How a workspace is opened.
 *
 * @param pluginFolders folders of plugin jars that come with the product; the workspace's own folder is searched first
 * @param locale how numbers and dates are shown
 */
public record WorkspaceOptions(List<Path> pluginFolders, Locale locale) {
    public WorkspaceOptions {
        pluginFolders = List.copyOf(pluginFolders);
    }

    /** With these plugins, showing numbers as in the United Kingdom. */
    public static WorkspaceOptions withPlugins(List<Path> folders) {
        return new WorkspaceOptions(folders, Locale.UK);
    }
}
