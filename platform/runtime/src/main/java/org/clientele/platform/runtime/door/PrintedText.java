package org.clientele.platform.runtime.door;

import java.io.IOException;
import java.io.Writer;

/** Sends what a command prints, a good piece at a time and never half a character. */
final class PrintedText extends Writer {
    private static final int PIECE = 16 << 10;

    private final Sender sender;
    private final boolean error;
    private final StringBuilder waiting = new StringBuilder();

    /** Takes the pieces. */
    interface Sender {
        void send(Message.Text piece) throws IOException;
    }

    PrintedText(Sender sender, boolean error) {
        this.sender = sender;
        this.error = error;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        synchronized (lock) {
            waiting.append(text, from, length);
            if (waiting.length() >= PIECE) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            int whole = waiting.length();
            if (whole > 0 && Character.isHighSurrogate(waiting.charAt(whole - 1))) {
                whole--;
            }
            for (int from = 0; from < whole; ) {
                int to = Math.min(whole, from + PIECE);
                if (to < whole && Character.isHighSurrogate(waiting.charAt(to - 1))) {
                    to++;
                }
                sender.send(new Message.Text(error, waiting.substring(from, to)));
                from = to;
            }
            waiting.delete(0, whole);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
