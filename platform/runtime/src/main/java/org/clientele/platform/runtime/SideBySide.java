package org.clientele.platform.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Things that are opened at the same time; if one fails, the others are closed again. For one thread. */
final class SideBySide {
    private final List<CompletableFuture<? extends AutoCloseable>> opening = new ArrayList<>();

    /** Opens something on a thread of its own. */
    <T extends AutoCloseable> CompletableFuture<T> begin(Supplier<T> open) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(open, DaemonThreads::start);
        opening.add(result);
        return result;
    }

    /** Takes something that is open already. */
    <T extends AutoCloseable> T take(T opened) {
        opening.add(CompletableFuture.completedFuture(opened));
        return opened;
    }

    /** Closes what is open, and what is still opening once it is. Blocks. */
    void giveUp() {
        for (CompletableFuture<? extends AutoCloseable> one : opening) {
            one.handle((opened, failure) -> {
                        if (opened != null) {
                            Workspace.closeQuietly(opened);
                        }
                        return true;
                    })
                    .join();
        }
    }

    /** Why it failed, without what wrapped it on the way between threads. Throws errors. */
    static RuntimeException reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new CompletionException(cause);
    }
}
