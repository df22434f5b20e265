package org.clientele.platform.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.platform.host.PluginHost;
import org.clientele.platform.host.PluginInfo;
import org.clientele.platform.host.PluginState;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/** The workspace's own plugins: jars that a person installed, beside those that come with the product. */
final class PluginFolder {
    private static final Texts TEXTS = Texts.of(PluginFolder.class);

    private final PluginHost host;
    private final Path folder;

    PluginFolder(PluginHost host, Path folder) {
        this.host = host;
        this.folder = folder;
    }

    /** A jar that comes with the product and gave way to the workspace's own version of it is left out. */
    List<PluginView> views() {
        List<PluginInfo> all = host.plugins();
        Set<String> own = all.stream()
                .filter(p -> p.state() != PluginState.REFUSED && isOwn(p.source()))
                .map(PluginInfo::id)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(p -> p.state() != PluginState.REFUSED || isOwn(p.source()) || !own.contains(p.id()))
                .map(PluginFolder::view)
                .toList();
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
    synchronized PluginView install(Path jar) {
        Path source = jar.toAbsolutePath().normalize();
        if (!Files.isRegularFile(source)) {
            throw new AnalyticsException(ErrorCode.FILE_UNREADABLE, TEXTS.get("plugin.folder.is_not_file", source));
        }
        Map<String, Path> before = sources();
        PluginInfo installed = host.update(source);
        // A refusal that bears the file's name is of the jar itself or of an id that is new; others are of the update.
        if (installed.state() == PluginState.REFUSED
                && installed.id().equals(source.getFileName().toString())) {
            installed = host.install(source);
        } else if (installed.state() == PluginState.STOPPED) {
            installed = host.start(installed.id());
        }
        if (installed.state() != PluginState.STARTED || !installed.message().isEmpty()) {
            throw new AnalyticsException(
                    ErrorCode.PLUGIN_REFUSED,
                    installed.message().isEmpty()
                            ? TEXTS.get("plugin.folder.does_not_start_is", installed.title(), installed.state())
                            : installed.message());
        }
        keep(source, installed.id());
        Path old = before.get(installed.id());
        if (old != null && isOwn(old) && !old.equals(target(installed.id())) && !old.equals(source)) {
            delete(installed.id(), old);
        }
        return view(installed);
    }

    /** The jars of installed plugins; a refused one may bear the id of another that runs. */
    private Map<String, Path> sources() {
        Map<String, Path> sources = new HashMap<>();
        for (PluginInfo p : host.plugins()) {
            if (p.state() != PluginState.REFUSED || !sources.containsKey(p.id())) {
                sources.put(p.id(), p.source());
            }
        }
        return sources;
    }

    private boolean isOwn(Path jar) {
        return folder.equals(jar.getParent());
    }

    private Path target(String id) {
        return folder.resolve(id + ".jar");
    }

    private void keep(Path source, String id) {
        Path target = target(id);
        if (source.equals(target)) {
            return;
        }
        Path part = folder.resolve(id + ".part");
        try {
            Files.createDirectories(folder);
            Files.copy(source, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("plugin.folder.plugin_runs_but_could_not", id, target, String.valueOf(e.getMessage())),
                    e);
        } finally {
            delete(id, part);
        }
    }

    synchronized void remove(String id) {
        Path source = sources().get(id);
        host.uninstall(id);
        delete(id, target(id));
        if (source != null && isOwn(source)) {
            delete(id, source);
        }
    }

    private static void delete(String id, Path jar) {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get("plugin.folder.jar_plugin_could_not_deleted", jar, id, String.valueOf(e.getMessage())),
                    e);
        }
    }
}
