package org.clientele.platform.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.sdk.CancelSignal;

/**
 * The long work of a whole workspace, whoever asked for it: the sessions' background jobs, and imports and the like that
 * another process asked this one for. Thread-safe.
 */
public final class JobBoard {
    private final Map<Long, Entry> running = new ConcurrentHashMap<>();
    private final Listeners listeners = new Listeners();
    private final AtomicLong ids = new AtomicLong();

    JobBoard() {}

    /** One that runs. */
    final class Entry {
        private final CancelSignal cancel = CancelSignal.create();
        private final long id = ids.incrementAndGet();
        private final String title;
        private volatile double fraction = -1;
        private volatile String message = "";

        private Entry(String title) {
            this.title = title;
        }

        long id() {
            return id;
        }

        CancelSignal cancel() {
            return cancel;
        }

        JobView view() {
            return new JobView(id, title, fraction, message, cancel.isCancelled());
        }

        void report(double done, String what) {
            fraction = done;
            message = what;
            listeners.tell();
        }

        void end() {
            running.remove(id);
            listeners.tell();
        }
    }

    Entry begin(String title) {
        Entry entry = new Entry(title);
        running.put(entry.id, entry);
        listeners.tell();
        return entry;
    }

    /** What runs now, the oldest first. Answers at once. */
    public List<JobView> views() {
        return running.values().stream()
                .map(Entry::view)
                .sorted(Comparator.comparingLong(JobView::id))
                .toList();
    }

    /** Asks one to stop; it ends within a second. */
    public void cancel(long id) {
        Entry entry = running.get(id);
        if (entry != null) {
            entry.cancel.cancel();
            listeners.tell();
        }
    }

    /** Hears, on any thread, that {@link #views()} changed. Must return at once. */
    public CancelSignal.Registration onChange(Runnable listener) {
        return listeners.add(listener);
    }
}
