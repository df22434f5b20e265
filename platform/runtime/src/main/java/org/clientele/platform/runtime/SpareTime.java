package org.clientele.platform.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.clientele.sdk.CancelSignal;

/** Work that nobody waits for yet: it is given up as soon as somebody asks for anything. Thread-safe. */
final class SpareTime {
    private final Set<CancelSignal> running = ConcurrentHashMap.newKeySet();

    /** Does work on this thread under a signal that ends with {@code cancel}, and when somebody asks. */
    <T> T during(CancelSignal cancel, Function<CancelSignal, T> work) {
        CancelSignal mine = CancelSignal.create();
        CancelSignal.Registration stopping = cancel.onCancel(mine::cancel);
        running.add(mine);
        try {
            return work.apply(mine);
        } finally {
            running.remove(mine);
            stopping.close();
        }
    }

    /** Somebody asks for something now. */
    void asked() {
        running.forEach(CancelSignal::cancel);
    }
}
