package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.clientele.platform.host.PluginHost;
import org.clientele.platform.host.PluginInfo;
import org.clientele.platform.host.PluginState;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;

/** The workspace's own plugins: jars that a person installed, beside those that come with the product. */
final class PluginFolder {
    private final PluginHost host;
    private final Path folder;

    PluginFolder(PluginHost host, Path folder) {
        this.host = host;
        this.folder = folder;
    }

    List<PluginView> views() {
        return host.plugins().stream().map(PluginFolder::view).toList();
    }

    static PluginView view(PluginInfo p) {
        return new PluginView(
                p.id(),
                p.title(),
                p.version(),
                p.vendor(),
                p.licence(),
                p.state().name(),
                p.message(),
                p.source().toString());
    }

    /** Tries the jar where it lies; only one that started is copied into the workspace. */
    PluginView install(Path jar) {
        Path source = jar.toAbsolutePath();
        if (!Files.isRegularFile(source)) {
            throw new AnalyticsException(ErrorCode.FILE_UNREADABLE, source + " is not a file.");
        }
        PluginInfo installed = host.update(source);
        if (installed.state() == PluginState.REFUSED) {
            installed = host.install(source);
        }
        if (installed.state() != PluginState.STARTED || !installed.message().isEmpty()) {
            throw new AnalyticsException(ErrorCode.PLUGIN_REFUSED, installed.message());
        }
        keep(source, installed.id());
        return view(installed);
    }

    private void keep(Path source, String id) {
        Path target = folder.resolve(id + ".jar");
        if (source.equals(target)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(id + ".part");
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "The plugin " + id + " runs, but it could not be copied to " + target
                            + ", so it will be gone at the next start: " + e.getMessage(),
                    e);
        }
    }

    void remove(String id) {
        host.uninstall(id);
        try {
            Files.deleteIfExists(folder.resolve(id + ".jar"));
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "The plugin " + id + " was stopped, but its jar could not be deleted: " + e.getMessage(),
                    e);
        }
    }
}
