package org.clientele.platform.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Felix: class spaces, package versions and wires. Start it on a daemon thread: its dispatch thread inherits that, and
 * otherwise keeps the process alive for as long as nobody stops the framework.
 */
final class FelixFramework {
    private static final Texts TEXTS = Texts.of(FelixFramework.class);

    private static final Logger LOG = LoggerFactory.getLogger(FelixFramework.class);
    private static final Duration REFRESH_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final Framework framework;

    private FelixFramework(Framework framework) {
        this.framework = framework;
    }

    /** Starts a framework without bundles that keeps its files in {@code cache}. */
    static FelixFramework start(Path cache) throws BundleException {
        Map<String, Object> config = new HashMap<>();
        config.put(Constants.FRAMEWORK_STORAGE, cache.toAbsolutePath().toString());
        config.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        config.put(Constants.FRAMEWORK_BOOTDELEGATION, "");
        config.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemPackages.exports());
        config.put("felix.bootdelegation.implicit", "false");
        config.put("felix.service.urlhandlers", "false");
        config.put("felix.shutdown.hook", "false");
        // Its own threads would outlive the framework by a minute, and hold it that long.
        config.put("felix.resolver.parallelism", "1");
        config.put("felix.log.level", "2");
        config.put("felix.log.logger", new FelixLog());
        Framework framework = new org.apache.felix.framework.FrameworkFactory().newFramework(config);
        framework.start();
        return new FelixFramework(framework);
    }

    /** Adds a bundle, unresolved. */
    Bundle install(PluginJar jar) throws BundleException, IOException {
        try (InputStream in = jar.open()) {
            return framework
                    .getBundleContext()
                    .installBundle("plugin:" + jar.manifest().id(), in);
        }
    }

    /** Puts another version into a bundle and gives up the old one's classes. */
    void update(Bundle bundle, PluginJar jar) throws BundleException, IOException {
        try (InputStream in = jar.open()) {
            bundle.update(in);
        } finally {
            refresh(bundle);
        }
    }

    /** Removes a bundle and gives up its classes. */
    void uninstall(Bundle bundle) throws BundleException {
        try {
            bundle.uninstall();
        } finally {
            refresh(bundle);
        }
    }

    /** Resolves those that can be. */
    void resolve(Collection<Bundle> bundles) {
        framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    }

    /** All bundles, that of the framework first. */
    List<Bundle> bundles() {
        return List.of(framework.getBundleContext().getBundles());
    }

    /** Whose packages a bundle uses, directly. */
    Set<Bundle> providers(Bundle bundle) {
        Set<Bundle> providers = new LinkedHashSet<>();
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring != null) {
            for (BundleWire wire : wiring.getRequiredWires(null)) {
                providers.add(wire.getProvider().getBundle());
            }
        }
        providers.remove(bundle);
        providers.remove(framework);
        return providers;
    }

    /** Who uses packages of a bundle, directly or through others. */
    Set<Bundle> dependants(Bundle bundle) {
        Set<Bundle> found = new LinkedHashSet<>();
        Deque<Bundle> open = new ArrayDeque<>(List.of(bundle));
        while (!open.isEmpty()) {
            BundleWiring wiring = open.remove().adapt(BundleWiring.class);
            if (wiring == null) {
                continue;
            }
            for (BundleWire wire : wiring.getProvidedWires(null)) {
                Bundle requirer = wire.getRequirer().getBundle();
                if (!requirer.equals(bundle) && found.add(requirer)) {
                    open.add(requirer);
                }
            }
        }
        return found;
    }

    /** Stops the framework; returns within ten seconds. */
    void stop() {
        try {
            framework.stop();
            framework.waitForStop(STOP_LIMIT.toMillis());
        } catch (BundleException e) {
            LOG.warn("The plugin framework did not stop cleanly.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> done.countDown());
        try {
            if (!done.await(REFRESH_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The plugin framework still refreshes {}.", bundle.getSymbolicName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(
                    ErrorCode.CANCELLED, TEXTS.get("felix.framework.cancelled_while_plugins_were_wired"), e);
        }
    }
}
