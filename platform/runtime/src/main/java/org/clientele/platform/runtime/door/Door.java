package org.clientele.platform.runtime.door;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The holder's side: an owner-only socket, behind which commands of other processes are run until the workspace is let go.
 * Thread-safe.
 */
public final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int MOST_VISITS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerSocketChannel server;
    private final Path socket;
    private final Holder holder;
    private final Visitors visitors;
    /** Everyone who is connected. */
    private final Set<Visit> visits = new HashSet<>();
    /** Those whose command runs. */
    private final Set<Visit> running = new HashSet<>();
    /** Those of them who came before this process wanted to leave. */
    private final Set<Visit> early = new HashSet<>();

    private boolean leaving;

    private Door(ServerSocketChannel server, Path socket, Holder holder, Visitors visitors) {
        this.server = server;
        this.socket = socket;
        this.holder = holder;
        this.visitors = visitors;
    }

    /**
     * Opens the door of a workspace whose lock this process has.
     *
     * @param workspace its real path
     * @throws IOException if there is no place for a socket
     */
    public static Door open(Path workspace, Holder holder, Visitors visitors) throws IOException {
        return open(SocketPlace.of(workspace), holder, visitors, PATIENCE);
    }

    static Door open(Path socket, Holder holder, Visitors visitors, Duration patience) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            // One that is there was left by a process that was killed: the workspace's lock is ours.
            Files.deleteIfExists(socket);
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        Door door = new Door(server, socket, holder, visitors);
        thread("clientele-door", () -> door.letIn(patience));
        return door;
    }

    /** Where others knock. */
    public Path socket() {
        return socket;
    }

    private void letIn(Duration patience) {
        while (server.isOpen()) {
            try {
                SocketChannel caller = server.accept();
                Visit visit = new Visit(this, caller, patience);
                if (SocketPlace.isSameUser(caller) && entered(visit)) {
                    thread("clientele-door-visit", visit);
                } else {
                    caller.close();
                }
            } catch (IOException e) {
                if (server.isOpen()) {
                    LOG.warn("A caller could not be let in", e);
                    pause();
                }
            }
        }
    }

    /** Out of file handles, most likely: asking again at once would only burn. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean entered(Visit visit) {
        return server.isOpen() && visits.size() < MOST_VISITS && visits.add(visit);
    }

    Visitors visitors() {
        return visitors;
    }

    synchronized Message.Welcome welcome() {
        return new Message.Welcome(Message.PROTOCOL, holder, leaving && early.isEmpty());
    }

    /** While one of the early ones keeps this process here, others are served as well. */
    synchronized boolean admit(Visit visit) {
        return !(leaving && (early.isEmpty() || visit.endless())) && running.add(visit);
    }

    synchronized void done(Visit visit) {
        running.remove(visit);
        early.remove(visit);
        notifyAll();
    }

    synchronized void left(Visit visit) {
        visits.remove(visit);
    }

    /** Takes nothing more on and waits until all that was begun is done, but for what has no end; that is cancelled. */
    public void finish() {
        List<Visit> endless;
        synchronized (this) {
            leaving = true;
            running.stream().filter(v -> !v.endless()).forEach(early::add);
            endless = running.stream().filter(Visit::endless).toList();
        }
        endless.forEach(Visit::dismiss);
        awaitRunning(Long.MAX_VALUE);
    }

    /** Takes nothing more on and cancels what was begun; those who asked for it are told. Waits for a few seconds at most. */
    public void dismiss() {
        Set<Visit> begun;
        synchronized (this) {
            leaving = true;
            early.clear();
            begun = Set.copyOf(running);
        }
        begun.forEach(Visit::dismiss);
        synchronized (this) {
            awaitRunning(PATIENCE.toNanos());
        }
    }

    private synchronized void awaitRunning(long nanos) {
        long start = System.nanoTime();
        try {
            while (!running.isEmpty() && System.nanoTime() - start < nanos) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(nanos, TimeUnit.SECONDS.toNanos(1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the door; who is still inside is cut off. */
    @Override
    public void close() {
        Set<Visit> rest;
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("The socket {} could not be taken away", socket, e);
        }
        synchronized (this) {
            rest = Set.copyOf(visits);
        }
        rest.forEach(Visit::close);
    }

    static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
