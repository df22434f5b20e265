package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobsTest {
    private final Jobs jobs = new Jobs(new JobBoard());

    @AfterEach
    void close() {
        jobs.close();
    }

    /** Works until it is cancelled, asking as often as the SDK wants it to. */
    private static Job<String> endless(CountDownLatch begun) {
        return (progress, cancel) -> {
            begun.countDown();
            CountDownLatch cancelled = new CountDownLatch(1);
            try (CancelSignal.Registration registration = cancel.onCancel(cancelled::countDown)) {
                cancelled.await();
                assertThat(registration).isNotNull();
            }
            cancel.throwIfCancelled();
            return "never";
        };
    }

    @Test
    void aJobShowsItsProgressAndGoesWhenItEnds() throws Exception {
        CountDownLatch reported = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Integer> result = jobs.start("Count", (progress, cancel) -> {
            progress.report(0.5, "half");
            reported.countDown();
            mayEnd.await();
            return 42;
        });
        reported.await();
        assertThat(jobs.views()).containsExactly(new JobView(1, "Count", 0.5, "half", false));
        mayEnd.countDown();
        assertThat(result.get()).isEqualTo(42);
        assertThat(jobs.views()).isEmpty();
    }

    @Test
    void jobsRunSideBySideAndAreListedByAge() throws Exception {
        CountDownLatch bothRun = new CountDownLatch(2);
        jobs.start("First", endless(bothRun));
        jobs.start("Second", endless(bothRun));
        bothRun.await();
        assertThat(jobs.views()).extracting(JobView::title).containsExactly("First", "Second");
    }

    @Test
    void aCancelledJobEndsWithinASecond() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> result = jobs.start("Endless", endless(begun));
        begun.await();
        jobs.cancel(jobs.views().get(0).id());
        assertThat(result)
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(jobs.views()).isEmpty();
        jobs.cancel(1);
    }

    @Test
    void whatAJobThrowsIsItsResult() {
        for (Throwable thrown :
                List.of(new AnalyticsException(ErrorCode.INTERNAL, "Tilt."), new StackOverflowError())) {
            CompletableFuture<String> result = jobs.start("Failing", (progress, cancel) -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            });
            assertThatThrownBy(result::get).cause().isSameAs(thrown);
            assertThat(jobs.views()).isEmpty();
        }
    }

    @Test
    void aListenerThatThrowsHarmsNeitherTheJobNorOtherListeners() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        jobs.onChange(() -> {
            throw new IllegalStateException("the window is gone");
        });
        CancelSignal.Registration registration = jobs.onChange(heard::incrementAndGet);
        CompletableFuture<String> result = jobs.start("Fine", (progress, cancel) -> {
            progress.report(1, "done");
            return "fine";
        });
        assertThat(result.get()).isEqualTo("fine");
        assertThat(heard).as("begun, reported, ended").hasValue(3);
        registration.close();
        jobs.start("Unheard", (progress, cancel) -> 1).get();
        assertThat(heard).hasValue(3);
    }

    @Test
    void closingCancelsWhatRunsAndLeavesNoThread() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CompletableFuture<String> first = jobs.start("First", endless(begun));
        CompletableFuture<String> second = jobs.start("Second", endless(begun));
        begun.await(10, TimeUnit.SECONDS);
        jobs.close();
        assertThat(first).failsWithin(Duration.ofSeconds(10));
        assertThat(second).failsWithin(Duration.ofSeconds(10));
        RuntimeTest.until(
                "no job's thread lives",
                () -> RuntimeTest.ownThreads().stream().noneMatch(name -> name.startsWith("clientele-job")));
    }

    @Test
    void aJobThatComesTooLateEndsCancelledAndIsNotListed() {
        jobs.close();
        CompletableFuture<String> late = jobs.start("Late", (progress, cancel) -> "never");
        assertThatThrownBy(late::get)
                .cause()
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(jobs.views()).isEmpty();
    }

    @Test
    void workOnTheCallersThreadIsListedOnTheBoardAndCanBeStoppedThere() {
        JobBoard board = new JobBoard();
        Jobs served = new Jobs(board);
        try {
            assertThatThrownBy(() ->
                            served.listed("Import a.csv", Progress.NONE, CancelSignal.create(), (progress, cancel) -> {
                                progress.report(0.25, "10 rows read");
                                JobView seen = board.views().get(0);
                                assertThat(seen.title()).isEqualTo("Import a.csv");
                                assertThat(seen.fraction()).isEqualTo(0.25);
                                board.cancel(seen.id());
                                cancel.throwIfCancelled();
                                return "never";
                            }))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CANCELLED));
            assertThat(board.views()).isEmpty();
        } finally {
            served.close();
        }
    }

    @Test
    void workThatAJobDoesIsNotListedBesideIt() throws Exception {
        JobBoard board = new JobBoard();
        Jobs own = new Jobs(board);
        try {
            int listed = own.start(
                            "Job",
                            (progress, cancel) -> own.listed(
                                    "Inner",
                                    progress,
                                    cancel,
                                    (told, stop) -> board.views().size()))
                    .get();
            assertThat(listed).isEqualTo(1);
        } finally {
            own.close();
        }
    }

    @Test
    void tooLittleMemoryIsSaidInWords() {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        assertThatThrownBy(() -> jobs.listed("Read", Progress.NONE, CancelSignal.create(), (progress, cancel) -> {
                    throw full;
                }))
                .isInstanceOfSatisfying(
                        AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RESOURCE_EXHAUSTED))
                .hasMessageContaining("memory is too small")
                .hasCause(full);
        assertThatThrownBy(() -> jobs.start("Read", (progress, cancel) -> {
                            throw full;
                        })
                        .join())
                .hasRootCause(full)
                .hasMessageContaining("memory is too small");
        assertThat(jobs.views()).isEmpty();
    }
}
