package org.clientele.platform.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.extension.ClientelePlugin;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.pf4j.AbstractPluginManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.ExtensionWrapper;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginRepository;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.VersionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PF4J over Felix: each method does one plugin's part of the life cycle and leaves the others alone, whatever that plugin
 * throws. Which plugins, and in which order, is {@link LifeCycle}'s matter. For one thread.
 */
final class FelixPlugins extends AbstractPluginManager {
    private static final Texts TEXTS = Texts.of(FelixPlugins.class);

    private static final Logger LOG = LoggerFactory.getLogger(FelixPlugins.class);

    private final FelixFramework framework;
    private final HostOptions options;
    private final CancelSignal closing;

    /** @param closing gives up plugins that are just starting */
    FelixPlugins(FelixFramework framework, HostOptions options, CancelSignal closing) {
        super(options.cacheRoot());
        this.framework = framework;
        this.options = options;
        this.closing = closing;
    }

    /** Installs, unresolved. */
    BundlePlugin load(PluginJar jar) {
        try {
            BundlePlugin plugin = new BundlePlugin(this, framework.install(jar), jar);
            plugins.put(plugin.id(), plugin);
            return plugin;
        } catch (BundleException | IOException e) {
            throw refused(jar, e);
        }
    }

    /** Puts another version in the place of a stopped plugin, unresolved. What uses it is unresolved as well. */
    BundlePlugin replace(BundlePlugin old, PluginJar jar) {
        BundlePlugin fresh = new BundlePlugin(this, old.bundle(), jar);
        fresh.want(old.wanted());
        try {
            framework.update(old.bundle(), jar);
        } catch (BundleException | IOException e) {
            throw refused(jar, e);
        }
        plugins.put(fresh.id(), fresh);
        return fresh;
    }

    /** All, by id. */
    List<BundlePlugin> all() {
        List<BundlePlugin> all = new ArrayList<>();
        plugins.values().forEach(plugin -> all.add((BundlePlugin) plugin));
        all.sort(Comparator.comparing(BundlePlugin::id));
        return all;
    }

    /** The plugin of an id, or null. */
    @Nullable
    BundlePlugin find(String id) {
        return (BundlePlugin) plugins.get(id);
    }

    /** Starts a resolved plugin; afterwards it is STARTED, or FAILED with a sentence. */
    @Override
    public org.pf4j.PluginState startPlugin(String id) {
        BundlePlugin plugin = installed(id);
        Lease lease = new Lease(plugin.label(), plugin.loader());
        try {
            plugin.bundle().start(Bundle.START_TRANSIENT);
            run(plugin, lease);
            plugin.become(PluginState.STARTED, "");
            LOG.info("{} started.", plugin.label());
        } catch (BundleException e) {
            fail(plugin, lease, PluginFailure.of(plugin.label(), TEXTS.get("felix.plugins.start"), e));
        } catch (AnalyticsException e) {
            fail(plugin, lease, e);
        }
        return plugin.getPluginState();
    }

    /** Stops a plugin, lets go of it, and waits for calls that are inside it; what it throws is only reported. */
    @Override
    protected org.pf4j.PluginState stopPlugin(String id, boolean dependents) {
        BundlePlugin plugin = installed(id);
        if (!plugin.isStarted()) {
            return plugin.getPluginState();
        }
        String problem = "";
        Lease lease = plugin.lease();
        ClientelePlugin entry = plugin.entry();
        if (lease != null) {
            lease.revoke(options.stopLimit());
        }
        if (entry != null) {
            try {
                stop(plugin, entry);
            } catch (AnalyticsException e) {
                problem = e.getMessage();
                LOG.warn(problem, e);
            }
        }
        plugin.release();
        stopBundle(plugin);
        plugin.become(PluginState.STOPPED, problem);
        LOG.info("{} stopped.", plugin.label());
        return plugin.getPluginState();
    }

    /** Removes a plugin and gives up its classes. */
    @Override
    public boolean unloadPlugin(String id) {
        BundlePlugin plugin = installed(id);
        stopPlugin(id, false);
        plugins.remove(id);
        try {
            framework.uninstall(plugin.bundle());
        } catch (BundleException e) {
            LOG.warn("{} could not be removed cleanly.", plugin.label(), e);
        }
        plugin.jar().discard();
        return true;
    }

    @Override
    public @Nullable ClassLoader getPluginClassLoader(String id) {
        return installed(id).getPluginClassLoader();
    }

    private void run(BundlePlugin plugin, Lease lease) {
        TimedCall calls = new TimedCall(plugin.label(), plugin.loader(), options.startLimit(), closing);
        List<ClientelePlugin> entries = calls.call(TEXTS.get("felix.plugins.entry_class"), () -> entries(plugin));
        if (entries.size() > 1) {
            throw PluginFailure.broken(
                    TEXTS.get("felix.plugins.has_entry_classes_annotate_class", plugin.label(), entries.size()));
        }
        if (entries.isEmpty()) {
            if (plugin.bundle().getHeaders("").get(Constants.EXPORT_PACKAGE) == null) {
                throw PluginFailure.broken(TEXTS.get("felix.plugins.has_no_entry_class_annotate", plugin.label()));
            }
            plugin.hold(lease, null, Contributions.NONE);
            return;
        }
        ClientelePlugin entry = entries.get(0);
        calls.call("start()", () -> {
            entry.start();
            return true;
        });
        try {
            plugin.hold(lease, entry, new ContributionReader(plugin.manifest(), calls, lease).read(entry));
        } catch (AnalyticsException e) {
            try {
                stop(plugin, entry);
            } catch (AnalyticsException second) {
                LOG.warn(second.getMessage(), second);
            }
            throw e;
        }
    }

    private List<ClientelePlugin> entries(BundlePlugin plugin) {
        return extensionFinder.find(ClientelePlugin.class, plugin.id()).stream()
                .map(ExtensionWrapper::getExtension)
                .toList();
    }

    private void stop(BundlePlugin plugin, ClientelePlugin entry) {
        CancelSignal never = CancelSignal.create();
        new TimedCall(plugin.label(), plugin.loader(), options.stopLimit(), never).call("stop()", () -> {
            entry.stop();
            return true;
        });
    }

    private void fail(BundlePlugin plugin, Lease lease, AnalyticsException why) {
        LOG.warn(why.getMessage(), why);
        lease.revoke(options.stopLimit());
        plugin.release();
        stopBundle(plugin);
        plugin.become(PluginState.FAILED, why.getMessage());
    }

    private void stopBundle(BundlePlugin plugin) {
        try {
            plugin.bundle().stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            LOG.warn("The bundle of {} did not stop cleanly.", plugin.label(), e);
        }
    }

    private BundlePlugin installed(String id) {
        return Objects.requireNonNull(find(id), id);
    }

    private static AnalyticsException refused(PluginJar jar, Exception e) {
        return new AnalyticsException(
                ErrorCode.PLUGIN_REFUSED,
                TEXTS.get("common.cannot_installed", jar.manifest().label(), String.valueOf(e.getMessage())),
                e);
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new IndexedEntries(this);
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new EntryFactory();
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return wrapper -> new Plugin();
    }

    // PF4J looks for jars, reads their descriptors and opens them by these three; load() does all of that.
    @Override
    protected PluginRepository createPluginRepository() {
        return new JarPluginRepository(List.of());
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this);
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new NobodyIsDisabled();
    }

    @Override
    protected VersionManager createVersionManager() {
        return new OsgiVersions();
    }

    @Override
    protected List<Path> createPluginsRoot() {
        return List.of();
    }

    /** Which plugins run is decided here, not by a file beside them. */
    private static final class NobodyIsDisabled implements PluginStatusProvider {
        @Override
        public boolean isPluginDisabled(String id) {
            return false;
        }

        @Override
        public void disablePlugin(String id) {}

        @Override
        public void enablePlugin(String id) {}
    }

    /** Versions and ranges as the manifest has them; PF4J's own are another scheme. */
    private static final class OsgiVersions implements VersionManager {
        @Override
        public boolean checkVersionConstraint(String version, String constraint) {
            return constraint.isBlank() || VersionRange.valueOf(constraint).includes(Version.parseVersion(version));
        }

        @Override
        public int compareVersions(String a, String b) {
            return Version.parseVersion(a).compareTo(Version.parseVersion(b));
        }
    }
}
