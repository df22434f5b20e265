package org.clientele.platform.host;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;

/**
 * Calls a plugin's life-cycle methods on a thread of their own, so that one that never returns stops neither the other
 * plugins nor the workbench. The thread is a daemon, and so are those that the plugin starts from it.
 *
 * @param plugin id and version, for sentences
 * @param loader the plugin's class loader, the thread's context
 * @param limit how long is waited
 * @param giveUp ends the waiting earlier
 */
record TimedCall(String plugin, ClassLoader loader, Duration limit, CancelSignal giveUp) {
    private static final Texts TEXTS = Texts.of(TimedCall.class);

    /**
     * Calls.
     *
     * @param method for the sentence
     * @throws AnalyticsException PLUGIN_FAILED, whatever is thrown, or if it does not return in time; CANCELLED if waiting
     *     ended earlier
     */
    <T> T call(String method, Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(body);
        Thread thread = new Thread(task, "plugin " + plugin);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        CancelSignal.Registration givingUp = giveUp.onCancel(() -> task.cancel(true));
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw PluginFailure.of(plugin, method, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new AnalyticsException(
                    ErrorCode.PLUGIN_FAILED,
                    TEXTS.get("timed.call.failed_in_did_not_return", plugin, method, seconds()));
        } catch (CancellationException e) {
            throw cancelled(method);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw cancelled(method);
        } finally {
            givingUp.close();
        }
    }

    private AnalyticsException cancelled(String method) {
        return new AnalyticsException(
                ErrorCode.CANCELLED, TEXTS.get("timed.call.was_not_waited_for_in", plugin, method));
    }

    private String seconds() {
        return limit.toMillis() % 1000 == 0
                ? TEXTS.get("timed.call.s", limit.toSeconds())
                : TEXTS.get("timed.call.ms", limit.toMillis());
    }
}
