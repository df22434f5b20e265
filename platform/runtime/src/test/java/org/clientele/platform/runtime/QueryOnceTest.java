package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.Frame;
import org.junit.jupiter.api.Test;

class QueryOnceTest {
    private final QueryCache cache = new QueryCache();
    private final AtomicInteger worked = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch allowed = new CountDownLatch(1);

    private Frame slowly() {
        worked.incrementAndGet();
        begun.countDown();
        try {
            allowed.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return Frame.of();
    }

    @Test
    void whoAsksTheSameAtTheSameTimeWaitsForTheOneAnswer() throws Exception {
        CompletableFuture<Frame> first =
                CompletableFuture.supplyAsync(() -> cache.once("key", CancelSignal.create(), this::slowly));
        begun.await();
        CompletableFuture<Frame> second =
                CompletableFuture.supplyAsync(() -> cache.once("key", CancelSignal.create(), this::slowly));
        allowed.countDown();
        assertThat(second.get()).isSameAs(first.get());
        assertThat(cache.once("key", CancelSignal.create(), this::slowly)).isSameAs(first.get());
        assertThat(worked).hasValue(1);
    }

    @Test
    void whoWaitsStopsByHerOwnSignal() throws Exception {
        CompletableFuture<Frame> first =
                CompletableFuture.supplyAsync(() -> cache.once("key", CancelSignal.create(), this::slowly));
        begun.await();
        CancelSignal mine = CancelSignal.create();
        CompletableFuture<Frame> second = CompletableFuture.supplyAsync(() -> cache.once("key", mine, this::slowly));
        mine.cancel();
        assertThatThrownBy(second::get).hasCauseInstanceOf(AnalyticsException.class);
        assertThat(first).isNotDone();
        allowed.countDown();
        assertThat(first.get()).isNotNull();
        assertThat(worked).hasValue(1);
    }

    @Test
    void failedWorkIsDoneAgainByWhoWaitedAndNotKept() throws Exception {
        CompletableFuture<Frame> first =
                CompletableFuture.supplyAsync(() -> cache.once("key", CancelSignal.create(), () -> {
                    slowly();
                    throw new IllegalStateException("no");
                }));
        begun.await();
        CompletableFuture<Frame> second =
                CompletableFuture.supplyAsync(() -> cache.once("key", CancelSignal.create(), this::slowly));
        allowed.countDown();
        assertThatThrownBy(first::get).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(second.get()).isNotNull();
        assertThat(worked).hasValue(2);
    }
}
