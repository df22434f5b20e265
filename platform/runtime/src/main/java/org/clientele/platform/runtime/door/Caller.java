package org.clientele.platform.runtime.door;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other processes' side: finds who holds a workspace by what its lock says, and has a command run there.
 *
 * <pre>{@code
 * Caller.Answer answer = new Caller(folder, WorkspaceLock.read(folder), "0.1.0").run(command, out, err);
 * }</pre>
 */
public final class Caller {
    private static final Texts TEXTS = Texts.of(Caller.class);

    /** Before the path of the socket, in the lock's second line. */
    public static final String AT = "at ";
    /** The lock's second line where a holder serves nobody. */
    public static final String ALONE = "serves nobody";

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path workspace;
    private final String process;
    private final String notice;
    private final String version;
    private final Duration patience;

    /** What came of a call. */
    public enum State {
        /** The command was run. */
        DONE,
        /** Nobody is there, or not yet, or not any more: try to take the workspace, and call again if that fails. */
        NOBODY,
        /** The same, and the holder says that it is just letting the workspace go. */
        LEAVING,
        /** Somebody is there and says nothing; it may be busy, or stopped: call again, or give up with {@link #silence()}. */
        SILENT
    }

    /**
     * What came of a call.
     *
     * @param exit the exit code of a command that was run
     */
    public record Answer(State state, OptionalInt exit) {
        static final Answer NOBODY = new Answer(State.NOBODY, OptionalInt.empty());
        static final Answer SILENT = new Answer(State.SILENT, OptionalInt.empty());
        static final Answer LEAVING = new Answer(State.LEAVING, OptionalInt.empty());
    }

    /**
     * @param lockText what the workspace's lock says
     * @param version this product's
     */
    public Caller(Path workspace, String lockText, String version) {
        this(workspace, lockText, version, PATIENCE);
    }

    Caller(Path workspace, String lockText, String version, Duration patience) {
        String[] lines = lockText.split("\n", -1);
        this.workspace = workspace;
        this.process = lines[0].isEmpty() ? TEXTS.get("caller.another_process") : lines[0];
        // A line without an end is still being written.
        this.notice = lines.length > 2 ? lines[1] : "";
        this.version = version;
        this.patience = patience;
    }

    /** A connection, after both said hello. */
    private record Line(Wire wire, Message.Welcome welcome) {}

    /** What the lock says of the holder: "process 4711 since 2026-01-02T03:04:05Z". */
    public String process() {
        return process;
    }

    /**
     * Has the holder run a command, and writes what it prints. Blocks until it is done.
     *
     * @throws AnalyticsException WORKSPACE_LOCKED if there is a holder that cannot or will not do it; CANCELLED if it ended
     *     before the command did
     */
    public Answer run(ForwardedCommand command, PrintWriter out, PrintWriter err) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Line line = connect(channel);
            if (line == null) {
                return Answer.NOBODY;
            }
            if (line.welcome().leaving()) {
                return Answer.LEAVING;
            }
            Holder holder = line.welcome().holder();
            requireSame(holder);
            return listen(line, new Message.Run(command), holder, out, err);
        } catch (SocketTimeoutException e) {
            LOG.debug("Nobody answers in {}", process, e);
            return Answer.SILENT;
        } catch (IOException e) {
            LOG.debug("No call to {}", process, e);
            return Answer.NOBODY;
        }
    }

    /**
     * Brings the window that holds the workspace to the front.
     *
     * @return who that is; empty where no window holds it, or none that answers
     */
    public Optional<Holder> show() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Line line = connect(channel);
            if (line == null
                    || line.welcome().leaving()
                    || !line.welcome().holder().window()) {
                return Optional.empty();
            }
            line.wire().write(new Message.Show());
            Message answer =
                    Deadline.within(patience, channel, () -> line.wire().read(Wire.GREETING));
            return answer instanceof Message.Done ? Optional.of(line.welcome().holder()) : Optional.empty();
        } catch (IOException | AnalyticsException e) {
            LOG.debug("No window came to the front", e);
            return Optional.empty();
        }
    }

    /** Who holds the workspace, serves others and stays; empty where nobody does. */
    public Optional<Holder> holder() {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Line line = connect(channel);
            return line == null || line.welcome().leaving()
                    ? Optional.empty()
                    : Optional.of(line.welcome().holder());
        } catch (IOException | AnalyticsException e) {
            LOG.debug("Nobody answers for {}", workspace, e);
            return Optional.empty();
        }
    }

    /** That somebody is there who does not answer. */
    public AnalyticsException silence() {
        return locked(TEXTS.get("caller.silent", workspace, process));
    }

    private @Nullable Line connect(SocketChannel channel) throws SocketTimeoutException {
        if (notice.equals(ALONE)) {
            throw locked(TEXTS.get("caller.alone", workspace, process));
        }
        if (!notice.startsWith(AT)) {
            return null;
        }
        Path socket;
        try {
            socket = Path.of(notice.substring(AT.length()));
        } catch (InvalidPathException e) {
            LOG.debug("No path", e);
            return null;
        }
        try {
            return Deadline.within(patience, channel, () -> greet(channel, socket));
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("Nobody at {}", socket, e);
            return null;
        }
    }

    private Line greet(SocketChannel channel, Path socket) throws IOException {
        if (!Files.exists(socket)) {
            throw new NoSuchFileException(socket.toString());
        }
        channel.connect(UnixDomainSocketAddress.of(socket));
        if (!SocketPlace.isTrusted(socket) || !SocketPlace.isSameUser(channel)) {
            throw locked(TEXTS.get("caller.other_user", workspace, process));
        }
        Wire wire = new Wire(channel);
        wire.write(new Message.Hello(Message.PROTOCOL, version));
        if (wire.read(Wire.GREETING) instanceof Message.Welcome welcome) {
            return new Line(wire, welcome);
        }
        throw new IOException("No welcome");
    }

    private void requireSame(Holder holder) {
        if (!holder.version().equals(version)) {
            throw locked(TEXTS.get("caller.other_version", workspace, holder.described(), version));
        }
    }

    private Answer listen(Line line, Message.Run asked, Holder holder, PrintWriter out, PrintWriter err) {
        boolean begun = false;
        try {
            line.wire().write(asked);
            while (true) {
                Message m = line.wire().read(Wire.ANYTHING);
                if (m instanceof Message.Begun) {
                    begun = true;
                } else if (m instanceof Message.Text piece) {
                    PrintWriter to = piece.error() ? err : out;
                    to.print(piece.text());
                    to.flush();
                } else if (m instanceof Message.Done done) {
                    return new Answer(State.DONE, OptionalInt.of(done.exit()));
                } else if (m instanceof Message.Gone && begun) {
                    throw ended(holder, "caller.was_closed", null);
                } else if (m instanceof Message.Gone) {
                    return Answer.LEAVING;
                } else {
                    throw new IOException("Out of turn: " + m);
                }
            }
        } catch (IOException e) {
            if (begun) {
                throw ended(holder, "caller.ended", e);
            }
            LOG.debug("The holder went before it began", e);
            return Answer.NOBODY;
        }
    }

    private AnalyticsException ended(Holder holder, String sentence, @Nullable Exception cause) {
        return new AnalyticsException(ErrorCode.CANCELLED, TEXTS.get(sentence, workspace, holder.described()), cause);
    }

    private AnalyticsException locked(String sentence) {
        return new AnalyticsException(ErrorCode.WORKSPACE_LOCKED, sentence);
    }
}
