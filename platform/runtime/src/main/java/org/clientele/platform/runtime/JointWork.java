package org.clientele.platform.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.clientele.sdk.CancelSignal;
import org.jspecify.annotations.Nullable;

/** Of several who want the same at the same time one works and the others wait. Thread-safe. */
final class JointWork<T> {
    private final Map<Object, CompletableFuture<Optional<T>>> running = new ConcurrentHashMap<>();

    /**
     * What is kept, or what {@code work} gives, which has to keep it. Who waits is not bound to the one who works: each stops by
     * her own signal, and if the work fails or is cancelled, the next one does it herself.
     *
     * @param kept what is there without work, or null
     * @throws org.clientele.sdk.AnalyticsException CANCELLED, or whatever {@code work} throws
     */
    T once(Object key, CancelSignal cancel, Supplier<@Nullable T> kept, Supplier<T> work) {
        while (true) {
            cancel.throwIfCancelled();
            T known = kept.get();
            if (known != null) {
                return known;
            }
            CompletableFuture<Optional<T>> mine = new CompletableFuture<>();
            CompletableFuture<Optional<T>> working = running.putIfAbsent(key, mine);
            if (working == null) {
                Optional<T> done = Optional.empty();
                try {
                    done = Optional.of(work.get());
                    return done.get();
                } finally {
                    running.remove(key, mine);
                    mine.complete(done);
                }
            }
            CompletableFuture<Optional<T>> waiting = working.copy();
            CancelSignal.Registration stop = cancel.onCancel(() -> waiting.complete(Optional.empty()));
            Optional<T> found = waiting.join();
            stop.close();
            if (found.isPresent()) {
                return found.get();
            }
        }
    }
}
