package org.clientele.platform.runtime;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.clientele.platform.runtime.door.Caller;
import org.clientele.platform.runtime.door.Door;
import org.clientele.platform.runtime.door.ForwardedCommand;
import org.clientele.platform.runtime.door.Holder;
import org.clientele.platform.runtime.door.Visitors;
import org.clientele.platform.warehouse.WorkspaceLock;
import org.clientele.sdk.CancelSignal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets other processes into a workspace, from the moment that this one has its lock until just before it lets the lock go.
 * Who comes while the stores are being opened waits.
 */
final class Reception implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final CompletableFuture<Optional<Workspace>> opened = new CompletableFuture<>();
    private final boolean window;
    private @Nullable Door door;

    private Reception(boolean window) {
        this.window = window;
    }

    /** Where no socket can be had the workspace opens all the same, for this process alone. */
    static Reception open(WorkspaceLock lock, @Nullable Hosting hosting) {
        Reception reception = new Reception(hosting != null && hosting.window());
        if (hosting == null) {
            lock.tell(Caller.ALONE);
            return reception;
        }
        Holder holder = new Holder(lock.holder(), hosting.version(), hosting.window(), hosting.command());
        try {
            Door door = Door.open(lock.folder(), holder, reception.visitors(hosting));
            reception.door = door;
            lock.tell(Caller.AT + door.socket());
        } catch (IOException e) {
            LOG.info("Other processes cannot use {} meanwhile: {}", lock.folder(), e.getMessage());
            lock.tell(Caller.ALONE);
        }
        return reception;
    }

    private Visitors visitors(Hosting hosting) {
        return new Visitors() {
            @Override
            public boolean ready() {
                return opened.join().isPresent();
            }

            @Override
            public int run(ForwardedCommand command, PrintWriter out, PrintWriter err, CancelSignal cancel) {
                return hosting.runner().run(opened.join().orElseThrow(), command, out, err, cancel);
            }

            @Override
            public void show() {
                hosting.show().run();
            }
        };
    }

    /** The stores are open. */
    void opened(Workspace workspace) {
        opened.complete(Optional.of(workspace));
    }

    /** The stores did not open: those who wait for them try for themselves. */
    void failed() {
        opened.complete(Optional.empty());
    }

    /** Takes nothing more on: a window cancels what it runs for others, a command line finishes it. */
    void leave() {
        if (door != null && window) {
            door.dismiss();
        } else if (door != null) {
            door.finish();
        }
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }
}
