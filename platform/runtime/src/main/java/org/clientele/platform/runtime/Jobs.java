package org.clientele.platform.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.sdk.CancelSignal;

/** Runs jobs on daemon threads and tells who is running. Thread-safe. */
final class Jobs implements AutoCloseable {
    private final ExecutorService threads;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

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

    Jobs() {
        threads = Executors.newCachedThreadPool(DaemonThreads.named("clientele-job"));
    }

    <T> CompletableFuture<T> start(String title, Job<T> job) {
        Running r = new Running(ids.incrementAndGet(), title);
        CompletableFuture<T> result = new CompletableFuture<>();
        running.put(r.id, r);
        changed();
        threads.execute(() -> {
            try {
                result.complete(job.run(
                        (fraction, message) -> {
                            r.fraction = fraction;
                            r.message = message;
                            changed();
                        },
                        r.cancel));
            } catch (Throwable t) {
                result.completeExceptionally(t);
            } finally {
                running.remove(r.id);
                changed();
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
            changed();
        }
    }

    CancelSignal.Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Cancels what runs; does not wait longer than a moment for it. */
    @Override
    public void close() {
        running.values().forEach(r -> r.cancel.cancel());
        DaemonThreads.shutdown(threads);
    }
}
