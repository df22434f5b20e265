package org.clientele.platform.host;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.pf4j.AbstractExtensionFinder;
import org.pf4j.ExtensionDescriptor;
import org.pf4j.ExtensionWrapper;
import org.pf4j.PluginManager;
import org.pf4j.PluginWrapper;
import org.pf4j.processor.ExtensionStorage;
import org.pf4j.processor.IndexedExtensionStorage;

/**
 * Finds extensions by the index that PF4J's processor wrote, read from the bundle itself: a class loader may be missing
 * and would also look into other bundles. What does not link is thrown, not logged.
 */
final class IndexedEntries extends AbstractExtensionFinder {
    private static final Texts TEXTS = Texts.of(IndexedEntries.class);

    IndexedEntries(PluginManager owner) {
        super(owner);
    }

    @Override
    public Map<String, Set<String>> readPluginsStorages() {
        Map<String, Set<String>> classes = new LinkedHashMap<>();
        for (PluginWrapper plugin : pluginManager.getPlugins()) {
            classes.put(plugin.getPluginId(), classNames((BundlePlugin) plugin));
        }
        return classes;
    }

    @Override
    public Map<String, Set<String>> readClasspathStorages() {
        return Map.of();
    }

    @Override
    public Set<String> findClassNames(String pluginId) {
        return classNames((BundlePlugin) pluginManager.getPlugin(pluginId));
    }

    @Override
    public <T> List<ExtensionWrapper<T>> find(Class<T> type, String pluginId) {
        BundlePlugin plugin = (BundlePlugin) pluginManager.getPlugin(pluginId);
        List<ExtensionWrapper<T>> found = new ArrayList<>();
        for (String className : classNames(plugin)) {
            Class<?> extension = load(plugin, className);
            if (type.isAssignableFrom(extension)) {
                found.add(new ExtensionWrapper<>(
                        new ExtensionDescriptor(0, extension), pluginManager.getExtensionFactory()));
            }
        }
        return found;
    }

    private static Class<?> load(BundlePlugin plugin, String className) {
        try {
            return Class.forName(className, true, plugin.loader());
        } catch (ClassNotFoundException e) {
            throw new AnalyticsException(
                    ErrorCode.PLUGIN_FAILED, TEXTS.get("indexed.entries.class_index_is_not_in", className), e);
        }
    }

    private static Set<String> classNames(BundlePlugin plugin) {
        Set<String> names = new TreeSet<>();
        URL index = plugin.bundle().getEntry(IndexedExtensionStorage.EXTENSIONS_RESOURCE);
        if (index != null) {
            try (Reader reader = new InputStreamReader(index.openStream(), StandardCharsets.UTF_8)) {
                ExtensionStorage.read(reader, names);
            } catch (IOException e) {
                throw new AnalyticsException(
                        ErrorCode.PLUGIN_REFUSED,
                        TEXTS.get("indexed.entries.has_index_cannot_read", plugin.label()),
                        e);
            }
        }
        return names;
    }
}
