package org.clientele.platform.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.runtime.BrushSession.Linked;
import org.clientele.platform.runtime.brush.BrushCubes;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.query.MetricQuery;

/** Fills the cubes of a brush that may come, one at a time; whoever brushes while they are filled waits for the rest. Thread-safe. */
final class BrushAhead {
    private final Session session;
    private CancelSignal running = CancelSignal.create();

    BrushAhead(Session session) {
        this.session = session;
    }

    /** Gives up what it fills, and fills others. */
    CompletableFuture<BrushCubes.Filling> fill(List<Linked> linked, String dimension) {
        CancelSignal mine = next();
        CancelSignal.Registration closing = session.closing().onCancel(mine::cancel);
        List<MetricQuery> questions = linked.stream().flatMap(Linked::questions).toList();
        return session.brushThreads()
                .submit(() -> session.cubes()
                        .ahead(questions, dimension, session.subject(), session.policy(), mine)
                        .filling())
                .whenComplete((filling, failure) -> closing.close());
    }

    private synchronized CancelSignal next() {
        stop();
        running = CancelSignal.create();
        return running;
    }

    /** Gives up what it fills. */
    synchronized void stop() {
        running.cancel();
    }
}
