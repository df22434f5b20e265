package org.clientele.platform.runtime.door;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One caller, from hello to the end of what it asked for. */
final class Visit implements Runnable {
    private static final Texts TEXTS = Texts.of(Visit.class);

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    private final Door door;
    private final SocketChannel channel;
    private final Wire wire;
    private final Duration patience;
    private final CancelSignal cancel = CancelSignal.create();
    private final List<Message.Text> held = new ArrayList<>();
    private volatile boolean endless;
    private boolean dismissed;

    Visit(Door door, SocketChannel channel, Duration patience) {
        this.door = door;
        this.channel = channel;
        this.wire = new Wire(channel);
        this.patience = patience;
    }

    @Override
    public void run() {
        try (wire) {
            Message asked = asked();
            if (asked instanceof Message.Run run) {
                serve(run.command());
            } else if (asked instanceof Message.Show) {
                door.visitors().show();
                wire.write(new Message.Done(0));
            }
        } catch (IOException e) {
            LOG.debug("A caller went away or talked nonsense", e);
        } finally {
            door.left(this);
        }
    }

    /** Who does not come to the point in time is put out. */
    private Message asked() throws IOException {
        return Deadline.within(patience, channel, () -> {
            if (!(wire.read(Wire.GREETING) instanceof Message.Hello)) {
                throw new IOException("No hello");
            }
            wire.write(door.welcome());
            return wire.read(Wire.ANYTHING);
        });
    }

    /** Whether nobody may wait for its end. */
    boolean endless() {
        return endless;
    }

    private void serve(ForwardedCommand command) throws IOException {
        endless = command.endless();
        if (!door.visitors().ready() || !door.admit(this)) {
            wire.write(new Message.Gone());
            return;
        }
        try {
            wire.write(new Message.Begun());
            Door.thread("clientele-door-watch", this::cancelWhenTheCallerGoes);
            int exit = run(command);
            if (hasAnEndOfItsOwn(exit)) {
                wire.write(new Message.Done(exit));
            } else {
                wire.write(new Message.Gone());
            }
        } finally {
            door.done(this);
        }
    }

    private int run(ForwardedCommand command) {
        PrintWriter out = new PrintWriter(new PrintedText(this::send, false), false);
        PrintWriter err = new PrintWriter(new PrintedText(this::send, true), true);
        try {
            return door.visitors().run(command, out, err, cancel);
        } catch (RuntimeException | Error e) {
            LOG.error("A forwarded command failed", e);
            err.println(TEXTS.get("visit.something_went_wrong_inside", e));
            return 1;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void cancelWhenTheCallerGoes() {
        try {
            wire.read(Wire.GREETING);
        } catch (IOException e) {
            LOG.trace("The caller has gone", e);
        }
        cancel.cancel();
    }

    private void send(Message.Text piece) throws IOException {
        synchronized (held) {
            if (dismissed) {
                held.add(piece);
                return;
            }
        }
        wire.write(piece);
    }

    /** Asks the command to stop, because the workspace is let go. */
    void dismiss() {
        synchronized (held) {
            dismissed = true;
        }
        cancel.cancel();
    }

    /** A command that had all but ended when it was dismissed has its say; what one says of being cancelled is left out. */
    private boolean hasAnEndOfItsOwn(int exit) throws IOException {
        List<Message.Text> said;
        synchronized (held) {
            if (!dismissed) {
                return true;
            }
            said = List.copyOf(held);
        }
        if (exit == 1) {
            return false;
        }
        for (Message.Text piece : said) {
            wire.write(piece);
        }
        return true;
    }

    /** Ends the connection, whatever it is at. */
    void close() {
        try {
            wire.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close", e);
        }
    }
}
