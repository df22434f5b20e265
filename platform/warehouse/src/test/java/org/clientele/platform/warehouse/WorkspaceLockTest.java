package org.clientele.platform.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLockTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.6Z"), ZoneOffset.UTC);

    @TempDir
    Path dir;

    @Test
    void theSecondIsToldWhoHoldsItAndTheThirdGetsIt() {
        String held = "in use by process " + ProcessHandle.current().pid() + " since 2026-01-02T03:04:05Z";
        try (WorkspaceLock first = WorkspaceLock.acquire(dir, CLOCK)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> WorkspaceLock.acquire(dir, CLOCK))
                    .isInstanceOfSatisfying(
                            AnalyticsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WORKSPACE_LOCKED))
                    .hasMessageContaining(held);
        }
        WorkspaceLock.acquire(dir, CLOCK).close();
    }

    @Test
    void anotherProcessIsToldTheSame() throws Exception {
        try (WorkspaceLock first = WorkspaceLock.acquire(dir, CLOCK)) {
            assertThat(first).isNotNull();
            // A vain attempt here must not give up the lock towards other processes.
            assertThatThrownBy(() -> WorkspaceLock.acquire(dir, CLOCK)).isInstanceOf(AnalyticsException.class);
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            dir.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said)
                    .contains("in use by process " + ProcessHandle.current().pid() + " since 2026");
            assertThat(child.waitFor()).isEqualTo(3);
        }
    }

    /** Tries to take the lock and says what happens. */
    static final class Child {
        public static void main(String[] args) {
            try (WorkspaceLock lock = WorkspaceLock.acquire(Path.of(args[0]), CLOCK)) {
                System.out.println("taken " + lock);
            } catch (AnalyticsException e) {
                System.out.println(e.getMessage());
                System.exit(3);
            }
        }
    }
}
