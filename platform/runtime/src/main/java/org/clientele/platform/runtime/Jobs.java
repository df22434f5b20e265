package org.clientele.platform.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.sdk.CancelSignal;

/** Runs jobs on daemon threads and tells who is running. Thread-safe. */
final class Jobs implements AutoCloseable {
    private final Workers threads = Workers.growing("clientele-job");
    private final Map<Long, Running> running = new ConcurrentHashMap<>();
    private final Listeners listeners = new Listeners();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean closed;

    private static final class Running {
        final CancelSignal cancel = CancelSignal.create();
        final long id;
        final String title;
        volatile double fraction = -1;
        volatile String message = "";

        Running(long id, String title) {
            this.id = id;
            this.title = title;
        }

        JobView view() {
            return new JobView(id, title, fraction, message, cancel.isCancelled());
        }
    }

    /** The result comes after the job has left the list. */
    <T> CompletableFuture<T> start(String title, Job<T> job) {
        Running r = new Running(ids.incrementAndGet(), title);
        running.put(r.id, r);
        if (closed) {
            r.cancel.cancel();
        }
        listeners.tell();
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.submit(() -> job.run(
                        (fraction, message) -> {
                            r.fraction = fraction;
                            r.message = message;
                            listeners.tell();
                        },
                        r.cancel))
                .whenComplete((value, failure) -> {
                    running.remove(r.id);
                    listeners.tell();
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
        return result;
    }

    List<JobView> views() {
        return running.values().stream()
                .map(Running::view)
                .sorted(Comparator.comparingLong(JobView::id))
                .toList();
    }

    void cancel(long id) {
        Running r = running.get(id);
        if (r != null) {
            r.cancel.cancel();
            listeners.tell();
        }
    }

    CancelSignal.Registration onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Asks all to stop; does not wait. */
    void cancelAll() {
        closed = true;
        running.values().forEach(r -> r.cancel.cancel());
    }

    /** Cancels what runs and waits a moment for it. */
    @Override
    public void close() {
        cancelAll();
        threads.close();
    }
}
