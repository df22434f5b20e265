package org.clientele.platform.host;

import java.util.Objects;
import org.clientele.sdk.extension.ClientelePlugin;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.Plugin;
import org.pf4j.PluginManager;
import org.pf4j.PluginWrapper;

/**
 * One installed version of a plugin: PF4J's record over Felix's bundle. An update makes another one over the same bundle.
 * The class loader is asked for each time, because there is none before the bundle is resolved and another one after it
 * was wired anew.
 */
final class BundlePlugin extends PluginWrapper {
    private final Bundle bundle;
    private final PluginJar jar;
    private boolean wanted = true;
    private String message = "";
    private @Nullable Lease lease;
    private @Nullable ClientelePlugin entry;
    private Contributions contributions = Contributions.NONE;

    BundlePlugin(PluginManager owner, Bundle bundle, PluginJar jar) {
        super(owner, descriptor(jar.manifest()), jar.source(), null);
        this.bundle = bundle;
        this.jar = jar;
    }

    private static DefaultPluginDescriptor descriptor(PluginManifest manifest) {
        return new DefaultPluginDescriptor(
                manifest.id(),
                manifest.title(),
                Plugin.class.getName(),
                manifest.version().toString(),
                "",
                manifest.vendor(),
                manifest.licence());
    }

    Bundle bundle() {
        return bundle;
    }

    PluginJar jar() {
        return jar;
    }

    PluginManifest manifest() {
        return jar.manifest();
    }

    String id() {
        return jar.manifest().id();
    }

    /** Id and version. */
    String label() {
        return jar.manifest().label();
    }

    /** Whether it should run; false after a person stopped it. */
    boolean wanted() {
        return wanted;
    }

    void want(boolean run) {
        wanted = run;
    }

    boolean isStarted() {
        return getPluginState() == org.pf4j.PluginState.STARTED;
    }

    boolean isFailed() {
        return getPluginState() == org.pf4j.PluginState.FAILED;
    }

    boolean isResolved() {
        return bundle.adapt(BundleWiring.class) != null;
    }

    /** Sets the state and the sentence that goes with it. */
    void become(PluginState state, String why) {
        setPluginState(
                switch (state) {
                    case STARTED -> org.pf4j.PluginState.STARTED;
                    case STOPPED -> org.pf4j.PluginState.STOPPED;
                    case FAILED -> org.pf4j.PluginState.FAILED;
                    case REFUSED -> org.pf4j.PluginState.CREATED;
                });
        message = why;
    }

    String message() {
        return message;
    }

    void say(String sentence) {
        message = sentence;
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    Contributions contributions() {
        return contributions;
    }

    /** The entry class's one object while it runs; null for a plugin that only lends packages to others. */
    @Nullable
    ClientelePlugin entry() {
        return entry;
    }

    void hold(Lease current, @Nullable ClientelePlugin started, Contributions offered) {
        lease = current;
        entry = started;
        contributions = offered;
    }

    void release() {
        lease = null;
        entry = null;
        contributions = Contributions.NONE;
    }

    PluginInfo info() {
        PluginManifest m = jar.manifest();
        PluginState state = switch (getPluginState()) {
            case STARTED -> PluginState.STARTED;
            case FAILED -> PluginState.FAILED;
            case CREATED -> PluginState.REFUSED;
            default -> PluginState.STOPPED;
        };
        return new PluginInfo(
                m.id(), m.title(), m.version().toString(), m.vendor(), m.licence(), state, message, jar.source());
    }

    @Override
    public @Nullable ClassLoader getPluginClassLoader() {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null ? null : wiring.getClassLoader();
    }

    /** As {@link #getPluginClassLoader()}, for a plugin that is resolved. */
    ClassLoader loader() {
        return Objects.requireNonNull(getPluginClassLoader(), () -> label() + " is not resolved");
    }

    /** The base class caches this across updates; ours does its work in the entry class, so there is nothing to keep. */
    @Override
    public Plugin getPlugin() {
        return new Plugin();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
