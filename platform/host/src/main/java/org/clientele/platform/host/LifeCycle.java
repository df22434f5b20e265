package org.clientele.platform.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which plugins run, and in which order they start and stop. Each operation changes what is installed or wanted and then
 * settles: everything that is wanted and can run, runs. For one thread.
 */
final class LifeCycle {
    private static final Texts TEXTS = Texts.of(LifeCycle.class);

    private static final Logger LOG = LoggerFactory.getLogger(LifeCycle.class);

    private final FelixFramework framework;
    private final FelixPlugins plugins;
    private final HostOptions options;
    private final Path copies;
    private final Map<Path, PluginInfo> refused = new TreeMap<>();
    private int copied;

    /**
     * @param copies an empty folder for copies of the jars
     * @param closing gives up plugins that are just starting
     */
    LifeCycle(FelixFramework framework, HostOptions options, Path copies, CancelSignal closing) {
        this.framework = framework;
        this.plugins = new FelixPlugins(framework, options, closing);
        this.options = options;
        this.copies = copies;
    }

    void loadAll(List<Path> folders) {
        for (Path folder : folders) {
            for (Path jar : jarsOf(folder)) {
                take(jar);
            }
        }
        settle();
    }

    PluginInfo install(Path jar) {
        BundlePlugin plugin = take(jar);
        if (plugin == null) {
            return refusal(jar);
        }
        settle();
        return plugin.info();
    }

    PluginInfo update(Path jar) {
        PluginJar next;
        BundlePlugin old;
        try {
            next = check(jar);
            old = plugins.find(next.manifest().id());
            if (old == null) {
                next.discard();
                throw new AnalyticsException(
                        ErrorCode.PLUGIN_REFUSED,
                        TEXTS.get(
                                "life.cycle.updates_nothing_is_not_installed",
                                next.manifest().label(),
                                next.manifest().id()));
            }
        } catch (AnalyticsException e) {
            return refuse(jar, null, e.getMessage());
        }
        boolean ran = old.isStarted();
        stopWithDependants(old);
        String why;
        BundlePlugin fresh = old;
        try {
            fresh = plugins.replace(old, next);
            settle();
            if (fresh.isStarted() || (!ran && fresh.isResolved() && !fresh.isFailed())) {
                old.jar().discard();
                return fresh.info();
            }
            why = fresh.message();
        } catch (AnalyticsException e) {
            why = e.getMessage();
        }
        return rollBack(fresh, old, next, why);
    }

    private PluginInfo rollBack(BundlePlugin fresh, BundlePlugin old, PluginJar next, String why) {
        stopWithDependants(fresh);
        BundlePlugin again = plugins.replace(fresh, old.jar());
        settle();
        String sentence = TEXTS.get(
                "life.cycle.version_was_not_taken_stays",
                next.manifest().version(),
                old.manifest().version(),
                why);
        next.discard();
        LOG.warn("{}: {}", again.id(), sentence);
        again.say(sentence);
        return again.info();
    }

    void stop(String id) {
        BundlePlugin plugin = installed(id);
        plugin.want(false);
        stopWithDependants(plugin);
        settle();
    }

    PluginInfo start(String id) {
        BundlePlugin plugin = installed(id);
        framework.resolve(List.of(plugin.bundle()));
        wantWithProviders(plugin.bundle(), new HashSet<>());
        settle();
        return plugin.info();
    }

    void uninstall(String id) {
        BundlePlugin plugin = installed(id);
        stopWithDependants(plugin);
        plugins.unloadPlugin(id);
        settle();
    }

    /** Stops everything, users before what they use; never throws. */
    void stopAll() {
        for (BundlePlugin plugin : plugins.all()) {
            try {
                plugin.want(false);
                stopWithDependants(plugin);
            } catch (RuntimeException e) {
                LOG.warn("{} did not stop cleanly.", plugin.label(), e);
            }
        }
    }

    /** Installed and refused ones, by id. */
    List<PluginInfo> infos() {
        List<PluginInfo> infos = new ArrayList<>();
        plugins.all().forEach(plugin -> infos.add(plugin.info()));
        infos.addAll(refused.values());
        infos.sort(Comparator.comparing(PluginInfo::id));
        return List.copyOf(infos);
    }

    Contributions contributions() {
        return Contributions.of(
                plugins.all().stream().map(BundlePlugin::contributions).toList());
    }

    private void settle() {
        List<BundlePlugin> waiting = plugins.all().stream()
                .filter(p -> !p.isStarted() && !p.isFailed())
                .toList();
        framework.resolve(waiting.stream().map(BundlePlugin::bundle).toList());
        for (BundlePlugin plugin : waiting) {
            if (!plugin.isResolved()) {
                plugin.become(
                        PluginState.REFUSED, Unresolved.why(plugin.label(), plugin.bundle(), framework.bundles()));
                LOG.warn(plugin.message());
            } else {
                plugin.become(PluginState.STOPPED, plugin.message());
                startAfterProviders(plugin, new HashSet<>());
            }
        }
    }

    /** @param under those that wait for this one: two plugins may use each other's packages */
    private void startAfterProviders(BundlePlugin plugin, Set<BundlePlugin> under) {
        if (!plugin.wanted() || plugin.isStarted() || plugin.isFailed() || !under.add(plugin)) {
            return;
        }
        for (Bundle bundle : framework.providers(plugin.bundle())) {
            BundlePlugin provider = plugins.find(bundle.getSymbolicName());
            if (provider != null && !under.contains(provider)) {
                startAfterProviders(provider, under);
                if (!provider.isStarted()) {
                    plugin.become(
                            PluginState.STOPPED,
                            TEXTS.get(
                                    provider.isFailed() ? "life.cycle.needs_failed" : "life.cycle.needs_stopped",
                                    plugin.label(),
                                    provider.label()));
                    return;
                }
            }
        }
        plugins.startPlugin(plugin.id());
        under.remove(plugin);
    }

    /** Stops the plugin and all that use it, these first; the others are to be wired anew, so past failures are void. */
    private void stopWithDependants(BundlePlugin plugin) {
        List<BundlePlugin> users = new ArrayList<>();
        collectUsersFirst(plugin, new HashSet<>(), users);
        for (BundlePlugin user : users) {
            plugins.stopPlugin(user.id(), false);
            if (user != plugin && user.isFailed()) {
                user.become(PluginState.STOPPED, "");
            }
        }
    }

    private void collectUsersFirst(BundlePlugin plugin, Set<BundlePlugin> seen, List<BundlePlugin> users) {
        if (!seen.add(plugin)) {
            return;
        }
        for (Bundle bundle : framework.dependants(plugin.bundle())) {
            BundlePlugin user = plugins.find(bundle.getSymbolicName());
            if (user != null) {
                collectUsersFirst(user, seen, users);
            }
        }
        users.add(plugin);
    }

    private void wantWithProviders(Bundle bundle, Set<Bundle> seen) {
        BundlePlugin plugin = plugins.find(bundle.getSymbolicName());
        if (plugin != null && seen.add(bundle)) {
            plugin.want(true);
            if (!plugin.isStarted()) {
                plugin.become(PluginState.STOPPED, "");
            }
            framework.providers(bundle).forEach(provider -> wantWithProviders(provider, seen));
        }
    }

    private @Nullable BundlePlugin take(Path jar) {
        PluginManifest manifest = null;
        try {
            PluginJar checked = check(jar);
            manifest = checked.manifest();
            BundlePlugin other = plugins.find(manifest.id());
            if (other != null) {
                checked.discard();
                throw new AnalyticsException(
                        ErrorCode.PLUGIN_REFUSED,
                        TEXTS.get(
                                "life.cycle.is_refused_because_is_installed",
                                manifest.label(),
                                other.label(),
                                other.jar().source()));
            }
            return plugins.load(checked);
        } catch (AnalyticsException e) {
            refuse(jar, manifest, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be installed.", jar, e);
            refuse(
                    jar,
                    manifest,
                    TEXTS.get("common.cannot_installed", jar.getFileName(), String.valueOf(e.getMessage())));
        }
        return null;
    }

    private PluginJar check(Path jar) {
        refused.remove(jar);
        return PluginJar.check(jar, copies.resolve("plugin-" + copied++ + ".jar"), options.jarLimits());
    }

    private PluginInfo refuse(Path jar, @Nullable PluginManifest m, String why) {
        LOG.warn(why);
        String file = String.valueOf(jar.getFileName());
        PluginInfo info = m == null
                ? new PluginInfo(file, file, "", "", "", PluginState.REFUSED, why, jar)
                : new PluginInfo(
                        m.id(),
                        m.title(),
                        m.version().toString(),
                        m.vendor(),
                        m.licence(),
                        PluginState.REFUSED,
                        why,
                        jar);
        refused.put(jar, info);
        return info;
    }

    private PluginInfo refusal(Path jar) {
        PluginInfo info = refused.get(jar);
        if (info == null) {
            throw new AnalyticsException(ErrorCode.INTERNAL, TEXTS.get("life.cycle.was_refused_without_reason", jar));
        }
        return info;
    }

    private BundlePlugin installed(String id) {
        BundlePlugin plugin = plugins.find(id);
        if (plugin == null) {
            String names = String.join(
                    ", ", plugins.all().stream().map(BundlePlugin::id).toList());
            throw new AnalyticsException(
                    ErrorCode.ARGUMENT_INVALID,
                    names.isEmpty()
                            ? TEXTS.get("life.cycle.not_installed_none", id)
                            : TEXTS.get("life.cycle.not_installed", id, names));
        }
        return plugin;
    }

    private static List<Path> jarsOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jar")) {
            stream.forEach(jars::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            LOG.warn("The plugin folder {} cannot be read.", folder, e);
        }
        jars.sort(Comparator.naturalOrder());
        return jars;
    }
}
