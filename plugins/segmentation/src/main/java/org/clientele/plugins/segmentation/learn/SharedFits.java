package org.clientele.plugins.segmentation.learn;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;

/**
 * Fits that several ask for, each made once: who comes first makes it on her own thread, so that it waits for none; who asks for the same
 * meanwhile waits; the last few are kept. Who is cancelled leaves at once, and the fit goes on until nobody waits for it. Thread-safe.
 *
 * @param <K> all that a fit depends on
 * @param <V> what it gives, which nobody changes
 */
public final class SharedFits<K, V> {
    private final int kept;
    private final Map<K, V> last = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<K, Fit<V>> underWay = new HashMap<>();

    /** @param kept how many are kept */
    public SharedFits(int kept) {
        this.kept = kept;
    }

    /** What makes a fit. */
    @FunctionalInterface
    public interface Work<V> {
        /**
         * @param progress tells all who wait
         * @param cancel is cancelled when nobody waits any more; then this ends as CANCELLED
         */
        V fit(Progress progress, CancelSignal cancel);
    }

    private record Asking<V>(Progress progress, CompletableFuture<V> answer) {}

    /** A fit under way. */
    private static final class Fit<V> implements Progress {
        private final CancelSignal cancel = CancelSignal.create();
        private final List<Asking<V>> asking = new CopyOnWriteArrayList<>();

        @Override
        public void report(double fraction, String message) {
            asking.forEach(a -> a.progress.report(fraction, message));
        }
    }

    /**
     * What is kept, or what a fit under way or this work gives.
     *
     * @throws AnalyticsException CANCELLED if who asks is; or what the work threw, which all get who waited for it
     */
    public V of(K key, Progress progress, CancelSignal cancel, Work<V> work) {
        while (true) {
            cancel.throwIfCancelled();
            Asking<V> mine = new Asking<>(progress, new CompletableFuture<>());
            boolean first;
            Fit<V> fit;
            synchronized (this) {
                V known = last.get(key);
                if (known != null) {
                    return known;
                }
                first = !underWay.containsKey(key);
                fit = underWay.computeIfAbsent(key, unused -> new Fit<>());
                fit.asking.add(mine);
            }
            CancelSignal.Registration leaving = cancel.onCancel(() -> leave(key, fit, mine));
            try {
                if (first) {
                    make(key, fit, work);
                }
                return mine.answer.join();
            } catch (CancellationException e) {
                cancel.throwIfCancelled();
                throw e;
            } catch (CompletionException e) {
                // Work that ended with her who did it is done by the next one.
                if (first || !isCancelled(e.getCause())) {
                    throw cause(e);
                }
            } finally {
                leaving.close();
            }
        }
    }

    private static boolean isCancelled(Throwable t) {
        return t instanceof AnalyticsException e && e.code() == ErrorCode.CANCELLED;
    }

    private static RuntimeException cause(CompletionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException failure ? failure : e;
    }

    private void make(K key, Fit<V> fit, Work<V> work) {
        try {
            V made = work.fit(fit, fit.cancel);
            synchronized (this) {
                if (underWay.remove(key, fit)) {
                    keep(key, made);
                }
            }
            fit.asking.forEach(a -> a.answer.complete(made));
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                underWay.remove(key, fit);
            }
            fit.asking.forEach(a -> a.answer.completeExceptionally(e));
        }
    }

    private void keep(K key, V made) {
        last.put(key, made);
        Iterator<K> oldest = last.keySet().iterator();
        while (last.size() > kept && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private void leave(K key, Fit<V> fit, Asking<V> one) {
        boolean alone;
        synchronized (this) {
            fit.asking.remove(one);
            alone = fit.asking.isEmpty();
            if (alone) {
                // Whoever asks from now on does not wait for one that is given up.
                underWay.remove(key, fit);
            }
        }
        one.answer.cancel(false);
        if (alone) {
            fit.cancel.cancel();
        }
    }
}
