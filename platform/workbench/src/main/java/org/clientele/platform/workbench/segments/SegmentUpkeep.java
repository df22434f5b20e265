package org.clientele.platform.workbench.segments;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.text.Texts;

/**
 * Puts customers into published segments after new data: a job like any other, shown and cancellable, one at a time, and not again within half a minute, however
 * often lines come in.
 */
public final class SegmentUpkeep implements CancelSignal.Registration {
    private static final Texts TEXTS = Texts.of(SegmentUpkeep.class);
    private static final Executor LATER = CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS);

    private final Session session;
    private final CancelSignal.Registration registration;
    private boolean running;
    private boolean again;
    private boolean closed;

    /** Begins at once, with what came in while the workspace was closed. */
    public SegmentUpkeep(Workspace workspace, Session session) {
        this.session = session;
        this.registration = workspace.onChange(this::changed);
        changed();
    }

    private synchronized void changed() {
        if (running) {
            again = true;
        } else if (!closed && !session.segmentations().due().isEmpty()) {
            running = true;
            again = false;
            session.background(
                            TEXTS.get("apply.due.job"),
                            (progress, cancel) -> session.segmentations().applyDue(progress, cancel))
                    .whenComplete((done, e) -> LATER.execute(this::rested));
        }
    }

    private void rested() {
        boolean more;
        synchronized (this) {
            running = false;
            more = again && !closed;
        }
        if (more) {
            changed();
        }
    }

    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            closed = true;
        }
    }
}
