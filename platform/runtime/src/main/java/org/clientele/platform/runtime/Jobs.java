package org.clientele.platform.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/** A session's jobs: work in the background on daemon threads, and who is running. Thread-safe. */
public final class Jobs {
    private static final Texts TEXTS = Texts.of(Jobs.class);

    /** Set on threads that work for a job already, so that what it calls is not listed beside it. */
    private static final ThreadLocal<Boolean> WORKING = ThreadLocal.withInitial(() -> false);

    private final JobBoard board;
    private final Workers threads = Workers.growing("clientele-job");
    private final Map<Long, JobBoard.Entry> running = new ConcurrentHashMap<>();
    private final Listeners listeners = new Listeners();
    private volatile boolean closed;

    /** @param board where they are listed among those of other sessions */
    Jobs(JobBoard board) {
        this.board = board;
    }

    /** The result comes after the job has left the list. */
    <T> CompletableFuture<T> start(String title, Job<T> job) {
        JobBoard.Entry r = board.begin(title);
        running.put(r.id(), r);
        if (closed) {
            r.cancel().cancel();
        }
        listeners.tell();
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.submit(() -> {
                    WORKING.set(true);
                    try {
                        return job.run(
                                (fraction, message) -> {
                                    r.report(fraction, message);
                                    listeners.tell();
                                },
                                r.cancel());
                    } catch (OutOfMemoryError e) {
                        throw inWords(e);
                    } finally {
                        WORKING.remove();
                    }
                })
                .whenComplete((value, failure) -> {
                    running.remove(r.id());
                    r.end();
                    listeners.tell();
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(failure);
                    }
                });
        return result;
    }

    /** Lists what is done on this thread, unless that is done for a job which is listed. */
    <T> T listed(String title, Progress progress, CancelSignal cancel, BiFunction<Progress, CancelSignal, T> work) {
        if (WORKING.get()) {
            return work.apply(progress, cancel);
        }
        JobBoard.Entry r = board.begin(title);
        CancelSignal.Registration both = cancel.onCancel(r.cancel()::cancel);
        try {
            return work.apply(
                    (fraction, message) -> {
                        r.report(fraction, message);
                        progress.report(fraction, message);
                    },
                    r.cancel());
        } catch (OutOfMemoryError e) {
            throw inWords(e);
        } finally {
            both.close();
            r.end();
        }
    }

    /** What was begun is given up by then, and its memory with it: the program goes on. */
    private static AnalyticsException inWords(OutOfMemoryError e) {
        return new AnalyticsException(ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("jobs.java_memory_is_too_small"), e);
    }

    /** What runs now, oldest first. */
    public List<JobView> views() {
        return running.values().stream()
                .map(JobBoard.Entry::view)
                .sorted(Comparator.comparingLong(JobView::id))
                .toList();
    }

    /** Asks a job to stop; it ends within a second. */
    public void cancel(long id) {
        JobBoard.Entry r = running.get(id);
        if (r != null) {
            board.cancel(id);
            listeners.tell();
        }
    }

    /** Hears, on any thread, that {@link #views} changed. */
    public CancelSignal.Registration onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Asks all to stop; does not wait. */
    void cancelAll() {
        closed = true;
        running.values().forEach(r -> r.cancel().cancel());
    }

    /** Cancels what runs and waits a moment for it. */
    void close() {
        cancelAll();
        threads.close();
    }
}
