package org.clientele.plugins.segmentation.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedFitsTest {
    private final SharedFits<String, String> fits = new SharedFits<>(2);
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    /** Somebody who asks from a thread of her own. */
    private final class Card {
        final CancelSignal cancel = CancelSignal.create();
        final CountDownLatch heard = new CountDownLatch(1);
        final CompletableFuture<String> answer;

        Card(String key) {
            answer = CompletableFuture.supplyAsync(
                    () -> fits.of(
                            key,
                            (fraction, message) -> heard.countDown(),
                            cancel,
                            (all, nobody) -> slowly(key, all, nobody)),
                    work -> new Thread(work, "card").start());
        }

        /** Waits until the fit tells her how far it is: from then on she is one of those who wait. */
        Card heard() throws InterruptedException {
            heard.await();
            return this;
        }

        void assertCancelled() {
            assertThatThrownBy(answer::get)
                    .hasCauseInstanceOf(AnalyticsException.class)
                    .cause()
                    .satisfies(e -> assertThat(((AnalyticsException) e).code()).isEqualTo(ErrorCode.CANCELLED));
        }
    }

    /** Tells how far it is until it is allowed to end. */
    private String slowly(String key, Progress progress, CancelSignal cancel) {
        int number = made.incrementAndGet();
        while (allowed.getCount() > 0) {
            if (cancel.isCancelled()) {
                stopped.countDown();
            }
            cancel.throwIfCancelled();
            progress.report(0.5, "half");
            Thread.onSpinWait();
        }
        RuntimeException thrown = failure.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
        return key + " " + number;
    }

    private String ask(String key) {
        return fits.of(key, Progress.NONE, CancelSignal.create(), (all, nobody) -> key + " " + made.incrementAndGet());
    }

    @Test
    void whoAsksForTheSameGetsTheOneFitMeanwhileAndAfterwards() throws Exception {
        Card first = new Card("seed 1").heard();
        Card second = new Card("seed 1").heard();
        assertThat(ask("seed 2")).as("another fit waits for none").isEqualTo("seed 2 2");
        allowed.countDown();
        assertThat(first.answer.get()).isEqualTo("seed 1 1");
        assertThat(second.answer.get()).isSameAs(first.answer.get());
        assertThat(ask("seed 1")).isSameAs(first.answer.get());
        assertThat(made).hasValue(2);
    }

    @Test
    void whoIsCancelledLeavesAndTheFitGoesOnForTheOthers() throws Exception {
        Card working = new Card("seed 1").heard();
        Card staying = new Card("seed 1").heard();
        Card leaving = new Card("seed 1").heard();
        leaving.cancel.cancel();
        leaving.assertCancelled();
        assertThat(working.answer).as("who left did not wait for the end").isNotDone();
        working.cancel.cancel();
        allowed.countDown();
        assertThat(staying.answer.get()).isEqualTo("seed 1 1");
        working.assertCancelled();
        assertThat(made).hasValue(1);
    }

    @Test
    void whenTheLastLeavesTheFitStopsAndNobodyWaitsForItAnyMore() throws Exception {
        Card working = new Card("seed 1").heard();
        Card waiting = new Card("seed 1").heard();
        working.cancel.cancel();
        assertThat(stopped.getCount()).as("somebody still waits").isEqualTo(1);
        waiting.cancel.cancel();
        assertThat(ask("seed 1")).isEqualTo("seed 1 2");
        stopped.await();
        working.assertCancelled();
        waiting.assertCancelled();
        assertThat(ask("seed 1")).as("kept").isEqualTo("seed 1 2");
    }

    @Test
    void whatGoesWrongReachesAllWhoWaitAndIsNotKept() throws Exception {
        AnalyticsException wrong = new AnalyticsException(ErrorCode.DATA_VALUE_INVALID, "All customers are alike.");
        failure.set(wrong);
        List<Card> cards = Stream.of(new Card("seed 1"), new Card("seed 1")).toList();
        for (Card card : cards) {
            card.heard();
        }
        allowed.countDown();
        for (Card card : cards) {
            assertThatThrownBy(card.answer::get).hasCause(wrong);
        }
        assertThat(made).hasValue(1);
        assertThat(ask("seed 1")).isEqualTo("seed 1 2");
    }

    @Test
    void workThatEndsWithWhoDidItIsDoneByTheNextOne() throws Exception {
        Card first = new Card("seed 1").heard();
        Card second = new Card("seed 1").heard();
        failure.set(new AnalyticsException(ErrorCode.CANCELLED, "The first one's question was given up."));
        allowed.countDown();
        first.assertCancelled();
        assertThat(second.answer.get()).isEqualTo("seed 1 2");
    }

    @Test
    void onlyTheLastFewAreKept() {
        assertThat(ask("seed 1")).isEqualTo("seed 1 1");
        assertThat(ask("seed 2")).isEqualTo("seed 2 2");
        assertThat(ask("seed 1")).isEqualTo("seed 1 1");
        assertThat(ask("seed 3")).isEqualTo("seed 3 3");
        assertThat(ask("seed 1")).isEqualTo("seed 1 1");
        assertThat(ask("seed 2")).as("the one that nobody asked for longest").isEqualTo("seed 2 4");
    }
}
