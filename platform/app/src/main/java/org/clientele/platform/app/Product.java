package org.clientele.platform.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clientele.platform.runtime.WorkspaceOptions;

/** The product as it was assembled: what lies beside the jars. */
final class Product {
    private Product() {}

    /** How workspaces are opened: with the plugins that came with the product. */
    static WorkspaceOptions options() {
        return WorkspaceOptions.withPlugins(pluginFolders());
    }

    /**
     * The folders of plugins: {@code clientele.plugins} (separated by the path separator) where that is set, else {@code
     * plugins} beside {@code lib}.
     */
    private static List<Path> pluginFolders() {
        List<Path> folders = new ArrayList<>();
        String named = System.getProperty("clientele.plugins");
        if (named != null) {
            for (String folder : named.split(java.io.File.pathSeparator, -1)) {
                folders.add(Path.of(folder));
            }
        } else {
            Path plugins = home().resolve("plugins");
            if (Files.isDirectory(plugins)) {
                folders.add(plugins);
            }
        }
        return folders;
    }

    /** The folder that holds {@code bin}, {@code lib} and {@code plugins}. */
    static Path home() {
        String named = System.getProperty("clientele.home");
        if (named != null) {
            return Path.of(named);
        }
        try {
            Path jar = Path.of(Product.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path lib = jar.getParent();
            Path home = lib == null ? null : lib.getParent();
            return home == null ? jar : home;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
