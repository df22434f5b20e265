package org.clientele.platform.workbench.page;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of something that takes its time, of which the latest counts: threads that come in another order than they were
 * sent must not bring an old wish back. Thread-safe.
 */
final class Wishes<T> {
    private final Consumer<T> deed;
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();

    /** @param deed carries a wish out; one at a time */
    Wishes(Consumer<T> deed) {
        this.deed = deed;
    }

    /** Something is wanted in place of whatever was not carried out yet. */
    void want(T now) {
        newest.set(now);
    }

    /** Carries the newest wish out, unless somebody did. */
    synchronized void carryOut() {
        T now = newest.getAndSet(null);
        if (now != null) {
            deed.accept(now);
        }
    }
}
