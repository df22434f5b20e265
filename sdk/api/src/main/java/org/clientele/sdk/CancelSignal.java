package org.clientele.sdk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clientele.sdk.text.Texts;

/**
 * Tells long work that nobody waits for it any more. Thread-safe. Work asks often (at least every 50 ms) or registers
 * what stops it at once.
 */
public final class CancelSignal {
    private static final Texts TEXTS = Texts.of(CancelSignal.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    /** A signal that is never cancelled unless {@link #cancel()} is called on it. */
    public static CancelSignal create() {
        return new CancelSignal();
    }

    /** Cancels: runs each listener once, on the calling thread. A second call does nothing. */
    public void cancel() {
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
        }
        listeners.forEach(Runnable::run);
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** @throws AnalyticsException CANCELLED if it was cancelled */
    public void throwIfCancelled() {
        if (cancelled) {
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("cancel.signal.cancelled"));
        }
    }

    /**
     * Runs {@code stop} when this is cancelled, at once if it already was.
     *
     * @return what takes the listener away again; closing it never throws
     */
    public Registration onCancel(Runnable stop) {
        listeners.add(stop);
        if (cancelled) {
            stop.run();
        }
        return () -> listeners.remove(stop);
    }

    /** Takes a listener away when closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
