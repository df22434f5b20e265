package org.clientele.platform.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clientele.sdk.CancelSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom to tell. One that throws, such as a window that is just closing, harms neither the others nor the teller. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    CancelSignal.Registration add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell() {
        for (Runnable listener : all) {
            guard(listener);
        }
    }

    /** Calls somebody else's code and survives it. */
    static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A listener failed.", e);
        }
    }

    void clear() {
        all.clear();
    }
}
