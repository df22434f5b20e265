package org.clientele.platform.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plugin, from its start to its stop: every call into one of its extensions goes through here, so that none
 * gets in once it was stopped and nothing of it is held afterwards. Thread-safe.
 */
final class Lease {
    private static final Texts TEXTS = Texts.of(Lease.class);

    private final String plugin;
    private final List<Runnable> onRevoke = new ArrayList<>();
    private @Nullable ClassLoader loader;
    private int inside;

    /** @param plugin id and version, for sentences */
    Lease(String plugin, ClassLoader loader) {
        this.plugin = plugin;
        this.loader = loader;
    }

    /**
     * Calls into the plugin on this thread, with the plugin's class loader as the context's.
     *
     * @param method what is called, for the message
     * @throws AnalyticsException PLUGIN_STOPPED once revoked, PLUGIN_FAILED if the plugin throws
     */
    <T> T call(String method, Callable<T> body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(enter());
        try {
            return body.call();
        } catch (StackOverflowError e) {
            throw failure(method, e);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw failure(method, e);
        } finally {
            thread.setContextClassLoader(before);
            leave();
        }
    }

    /** Runs {@code release} when this is revoked. */
    synchronized void onRevoke(Runnable release) {
        onRevoke.add(release);
    }

    /** Lets no call in any more and waits for those inside. What must be let go is let go in any case. */
    synchronized void revoke(Duration limit) {
        loader = null;
        onRevoke.forEach(Runnable::run);
        onRevoke.clear();
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toMillis(); inside > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Id and version. */
    String plugin() {
        return plugin;
    }

    /** Whether calls still get in. */
    synchronized boolean holds() {
        return loader != null;
    }

    /** What a call gets after the plugin is gone. */
    AnalyticsException stopped() {
        return new AnalyticsException(
                ErrorCode.PLUGIN_STOPPED, TEXTS.get("lease.was_stopped_updated_removed_open", plugin));
    }

    private AnalyticsException failure(String method, Throwable thrown) {
        return holds() ? PluginFailure.ofCall(plugin, method, thrown) : stopped();
    }

    private synchronized ClassLoader enter() {
        if (loader == null) {
            throw stopped();
        }
        inside++;
        return loader;
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
    }
}
