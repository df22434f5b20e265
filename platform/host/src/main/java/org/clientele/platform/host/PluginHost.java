package org.clientele.platform.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs plugins. A plugin is one jar, which is an OSGi bundle and a PF4J plugin; neither shows here. Whatever is wrong with
 * one plugin is said in a sentence in its {@link PluginInfo}, and the others run on. This is no sandbox: a plugin's code
 * may do what this process may.
 *
 * <p>Thread-safe. What changes plugins happens on one thread, one after the other; the callers wait. {@link #plugins()} and
 * {@link #contributions()} answer at once with the last settled state.
 */
public final class PluginHost implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(PluginHost.class);

    private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

    private final HostOptions options;
    private final ExecutorService thread;
    private final CancelSignal closing = CancelSignal.create();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread current;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Contributions.NONE);
    private volatile boolean closed;
    private @Nullable CacheFolder cache;
    private @Nullable FelixFramework framework;
    private @Nullable LifeCycle lifeCycle;

    private record Snapshot(List<PluginInfo> plugins, Contributions contributions) {}

    /** Takes a listener away when closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private PluginHost(HostOptions options) {
        this.options = options;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread t = new Thread(task, "clientele plugins");
            t.setDaemon(true);
            return t;
        });
    }

    /**
     * Starts a host without plugins.
     *
     * @throws AnalyticsException RESOURCE_EXHAUSTED if its cache folder cannot be made; INTERNAL if the framework does not
     *     start
     */
    public static PluginHost start(HostOptions options) {
        PluginHost host = new PluginHost(options);
        try {
            host.await(host.submit(host::open));
            return host;
        } catch (RuntimeException | Error e) {
            host.close();
            throw e;
        }
    }

    /**
     * Installs every {@code *.jar} of some folders, by folder and then by name, and starts what can be started. Never
     * throws for a jar or a folder: {@link #plugins()} says what became of each. A folder that is not there is empty.
     */
    public void loadAll(List<Path> folders) {
        List<Path> places = folders.stream().map(PluginHost::whole).toList();
        change(life -> {
            life.loadAll(places);
            return true;
        });
    }

    /**
     * Installs one jar and starts it, and with it what waited for it. An id that is installed already is refused.
     *
     * @return how it is now; REFUSED or FAILED with the reason
     */
    public PluginInfo install(Path jar) {
        return change(life -> life.install(whole(jar)));
    }

    /**
     * Puts another version in the place of an installed one, while it runs; plugins that use its packages are stopped,
     * wired anew and started again. If the new version is refused or fails, the old one comes back.
     *
     * @return how the plugin is now. Its version tells which one it is; a message on a running plugin says why an update
     *     was not taken. REFUSED, with the jar's name as id, if the jar is no plugin or nothing of its id is installed
     */
    public PluginInfo update(Path jar) {
        return change(life -> life.update(whole(jar)));
    }

    /**
     * Stops a plugin and those that use its packages; these start again with it.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if no such plugin is installed
     */
    public void stop(String id) {
        change(life -> {
            life.stop(id);
            return true;
        });
    }

    /**
     * Starts a plugin that is stopped or failed, and those that it uses.
     *
     * @return how it is now
     * @throws AnalyticsException ARGUMENT_INVALID if no such plugin is installed
     */
    public PluginInfo start(String id) {
        return change(life -> life.start(id));
    }

    /**
     * Stops and removes a plugin. Its jar stays where it came from.
     *
     * @throws AnalyticsException ARGUMENT_INVALID if no such plugin is installed
     */
    public void uninstall(String id) {
        change(life -> {
            life.uninstall(id);
            return true;
        });
    }

    /** All plugins and refused jars, by id. */
    public List<PluginInfo> plugins() {
        return snapshot.plugins();
    }

    /** What started plugins contribute. A snapshot: it does not change, but its chart types end with their plugin. */
    public Contributions contributions() {
        return snapshot.contributions();
    }

    /**
     * Runs {@code listener} after each change, on the host's thread: it must return at once and not wait for another
     * thread that may call the host.
     */
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Stops every plugin and the framework and deletes the cache folder. Returns from any state, also a second time. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        closing.cancel();
        if (Thread.currentThread() == current) {
            shutDown();
        } else {
            Future<Boolean> done = submit(() -> {
                shutDown();
                return true;
            });
            try {
                done.get(closeMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("The plugin host did not close cleanly.", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread.shutdownNow();
    }

    private long closeMillis() {
        long perPlugin = 2 * options.stopLimit().toMillis();
        return perPlugin * (1 + snapshot.plugins().size()) + 15_000;
    }

    private boolean open() {
        try {
            CacheFolder folder = CacheFolder.create(options.cacheRoot());
            cache = folder;
            Path copies = Files.createDirectory(folder.path().resolve("jars"));
            FelixFramework felix = FelixFramework.start(folder.path().resolve("bundles"));
            framework = felix;
            lifeCycle = new LifeCycle(felix, options, copies, closing);
            return true;
        } catch (IOException e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    TEXTS.get(
                            "plugin.host.plugins_cannot_start_because_nothing",
                            options.cacheRoot(),
                            String.valueOf(e.getMessage())),
                    e);
        } catch (BundleException e) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL,
                    TEXTS.get("plugin.host.plugin_framework_did_not_start", String.valueOf(e.getMessage())),
                    e);
        }
    }

    private void shutDown() {
        try {
            if (lifeCycle != null) {
                lifeCycle.stopAll();
                publish(lifeCycle);
            }
        } finally {
            lifeCycle = null;
            if (framework != null) {
                framework.stop();
            }
            if (cache != null) {
                cache.close();
            }
        }
    }

    /** An operation on the one thread. */
    private interface Operation<T> {
        T on(LifeCycle life);
    }

    private <T> T change(Operation<T> operation) {
        if (Thread.currentThread() == current) {
            return changeHere(operation);
        }
        if (closed) {
            throw isClosed();
        }
        return await(submit(() -> changeHere(operation)));
    }

    private <T> T changeHere(Operation<T> operation) {
        LifeCycle life = lifeCycle;
        if (life == null) {
            throw isClosed();
        }
        try {
            return operation.on(life);
        } finally {
            publish(life);
        }
    }

    private void publish(LifeCycle life) {
        Snapshot next = new Snapshot(life.infos(), life.contributions());
        if (next.equals(snapshot)) {
            return;
        }
        snapshot = next;
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener to plugin changes failed.", e);
            }
        }
    }

    private <T> Future<T> submit(Callable<T> task) {
        try {
            return thread.submit(() -> {
                current = Thread.currentThread();
                return task.call();
            });
        } catch (RejectedExecutionException e) {
            throw isClosed();
        }
    }

    private <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AnalyticsException a) {
                throw new AnalyticsException(a.code(), a.getMessage(), a);
            }
            throw new AnalyticsException(
                    ErrorCode.INTERNAL, TEXTS.get("plugin.host.plugin_host_failed", String.valueOf(e.getCause())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(
                    ErrorCode.CANCELLED, TEXTS.get("plugin.host.interrupted_while_waiting_for_plugins"), e);
        }
    }

    private static AnalyticsException isClosed() {
        return new AnalyticsException(ErrorCode.PLUGIN_STOPPED, TEXTS.get("plugin.host.plugin_host_is_closed"));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
