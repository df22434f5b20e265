package org.clientele.platform.runtime;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clientele.platform.query.LineFacts;
import org.clientele.platform.query.calendar.BusinessCalendar;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.dashboard.TileSpec;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes over all tiles of an open dashboard, each for one scope; only the newest counts. Thread-safe; only {@link #await} blocks. */
final class TilePasses {
    private static final Texts TEXTS = Texts.of(TilePasses.class);

    private static final Logger LOG = LoggerFactory.getLogger(TilePasses.class);

    private final Session session;
    private final DashboardSource source;
    private final DashboardSpec spec;
    private final Receiver receiver;
    private Scope wanted = Scope.ALL;
    private boolean closed;
    private volatile Pass newest = new Pass(Scope.ALL, DaysInForce.UNKNOWN);

    /** One pass over all tiles. */
    static final class Pass {
        private final CancelSignal cancel = CancelSignal.create();
        /** Complete, never exceptionally, once no tile of this pass can change any more. */
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        private final Scope scope;
        private volatile DaysInForce days;

        private Pass(Scope scope, DaysInForce days) {
            this.scope = scope;
            this.days = days;
        }

        Scope scope() {
            return scope;
        }

        DaysInForce days() {
            return days;
        }
    }

    /** Hears of each tile that was answered, from any thread. */
    interface Receiver {
        void answered(Pass pass, TileSpec tile, TileRun.Outcome outcome);

        /** A tile has something to show until its answer is there. */
        void early(Pass pass, TileSpec tile, TileRun.Outcome outcome);

        /** Every tile of a pass was answered. */
        void answered(Pass pass);
    }

    TilePasses(Session session, DashboardSource source, Receiver receiver) {
        this.session = session;
        this.source = source;
        this.spec = source.spec();
        this.receiver = receiver;
    }

    /** The pass whose answers count. */
    Pass newest() {
        return newest;
    }

    /** Starts a pass for what is made of the scope that was wanted last, and gives up the one before. */
    void start(UnaryOperator<Scope> choose) {
        Pass before;
        Pass next;
        synchronized (this) {
            if (closed) {
                return;
            }
            before = newest;
            Scope scope = choose.apply(wanted);
            wanted = scope;
            next = new Pass(scope, DaysInForce.of(scope, before.days.first(), before.days.last(), calendar()));
            newest = next;
        }
        before.cancel.cancel();
        CancelSignal.Registration closing = session.closing().onCancel(next.cancel::cancel);
        session.queryThreads()
                .submit(() -> look(next))
                .handle((looked, failure) -> failure == null ? tiles(next) : failed(next, failure))
                .thenCompose(Function.identity())
                .whenComplete((all, failure) -> {
                    closing.close();
                    receiver.answered(next);
                    next.done.complete(true);
                });
    }

    private BusinessCalendar calendar() {
        return session.workspace().settings().now().calendar();
    }

    private boolean look(Pass mine) {
        mine.cancel.throwIfCancelled();
        LineFacts facts = session.queries().facts(session.policy(), mine.cancel);
        mine.days = DaysInForce.of(mine.scope, facts.first(), facts.last(), calendar());
        return true;
    }

    private CompletableFuture<Void> tiles(Pass mine) {
        Function<TileSpec, TileRun.Outcome> answers = source.answers(
                session,
                mine.days.period(),
                mine.scope,
                (tile, outcome) -> receiver.early(mine, tile, outcome),
                mine.cancel);
        long asked = System.nanoTime();
        int batches = source.oneByOne() ? 1 : Math.max(1, spec.tiles().size());
        return CompletableFuture.allOf(IntStream.range(0, batches)
                .mapToObj(batch -> session.queryThreads().submit(() -> {
                    for (int i = batch; i < spec.tiles().size(); i += batches) {
                        mine.cancel.throwIfCancelled();
                        double waited = (System.nanoTime() - asked) / 1e6;
                        receiver.answered(
                                mine,
                                spec.tiles().get(i),
                                answers.apply(spec.tiles().get(i)).waited(waited));
                    }
                    return true;
                }))
                .toArray(CompletableFuture[]::new));
    }

    /** Without the data's first and last day no tile can run. */
    private CompletableFuture<Void> failed(Pass mine, @Nullable Throwable failure) {
        if (!mine.cancel.isCancelled()) {
            LOG.warn("The tiles of {} cannot run", spec.id(), failure);
        }
        for (TileSpec tile : spec.tiles()) {
            receiver.answered(mine, tile, TileRun.failed(tile, Objects.requireNonNull(failure)));
        }
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Does something as long as a pass is the newest one: no newer one begins meanwhile.
     *
     * @return what that answers; false if the pass is over
     */
    synchronized boolean during(Pass pass, BooleanSupplier deed) {
        return pass == newest && !pass.cancel.isCancelled() && deed.getAsBoolean();
    }

    /**
     * Waits until every tile of the newest pass is there.
     *
     * @throws AnalyticsException CANCELLED if this, or the session, is closed before, or {@code cancel} says so
     */
    void await(CancelSignal cancel) {
        CompletableFuture<Boolean> givenUp = new CompletableFuture<>();
        try (CancelSignal.Registration stop = cancel.onCancel(() -> givenUp.complete(true))) {
            Objects.requireNonNull(stop);
            Pass awaited;
            do {
                awaited = newest;
                CompletableFuture.anyOf(awaited.done, givenUp).get();
                cancel.throwIfCancelled();
            } while (awaited != newest);
            awaited.cancel.throwIfCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get("common.cancelled"), e);
        } catch (ExecutionException e) {
            throw new AnalyticsException(
                    ErrorCode.INTERNAL,
                    TEXTS.get("tile.passes.dashboard_did_not_run", String.valueOf(e.getCause())),
                    e);
        }
    }

    /** Cancels what runs; none starts after that. */
    void close() {
        Pass last;
        synchronized (this) {
            closed = true;
            last = newest;
        }
        last.cancel.cancel();
    }
}
