package org.clientele.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionCloseTest extends RuntimeTest {
    /** A source that never ends; the sink tells it when nobody wants its rows any more. */
    private static LoadReply loadForever(Session session, CountDownLatch begun) {
        return session.imports().load("Endless", "endless", CancelSignal.create(), sink -> {
            for (int i = 0; ; i++) {
                sink.rows(
                        "order_line",
                        new Lines()
                                .line("N" + i, "2024-01-01T00:00", "C1", "France", 1, "1.00")
                                .frame());
                begun.countDown();
            }
        });
    }

    @Test
    void aSessionThatIsClosedWhileAJobLoadsLeavesNeitherRowsNorThreads() throws Exception {
        Workspace workspace = open(withoutPlugins());
        Session session = session(workspace);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<LoadReply> loading =
                session.background("Load", (progress, cancel) -> loadForever(session, begun));
        begun.await();
        session.close();
        assertThat(loading).failsWithin(Duration.ofSeconds(10));
        assertThat(session.jobs().views()).isEmpty();
        until(
                "the session's threads end",
                () -> ownThreads().stream().noneMatch(name -> name.matches("clientele-(job|query|layout).*")));
        assertThat(workspace.status().isEmpty()).isTrue();
    }

    @Test
    void theWorkspaceStaysOpenForOtherSessions() {
        Workspace workspace = open(withShop());
        session(workspace).close();
        Session other = session(workspace);
        fill(other);
        DashboardView view = other.open("plain", Scope.ALL, tile -> {});
        view.await();
        assertThat(value(view, "revenue")).isEqualTo(45.0);
    }

    @Test
    void aWorkspaceThatIsClosedStopsALoadOnSomebodysOwnThreadFirst() throws Exception {
        Workspace workspace = open(withoutPlugins());
        Session session = session(workspace);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<LoadReply> loading =
                CompletableFuture.supplyAsync(() -> loadForever(session, begun), DaemonThreads::start);
        begun.await();
        workspace.close();
        assertThat(loading).failsWithin(Duration.ofSeconds(10));
        assertNoOwnThreads();
        assertThat(open(withoutPlugins()).status().isEmpty()).isTrue();
    }

    @Test
    void aClosedSessionRefusesWhatComesLater() {
        Workspace workspace = open(withShop());
        Session session = session(workspace);
        session.close();
        assertRefused(ErrorCode.CANCELLED, () -> fill(session));
        assertThat(session.background("Late", (progress, cancel) -> 1)).isCompletedExceptionally();
        assertThat(session.jobs().views()).isEmpty();
        assertThat(session.dashboards()).hasSize(4);
    }
}
