package org.clientele.platform.app;

import java.io.PrintWriter;
import org.clientele.sdk.Progress;

/** Progress for a person at a terminal: a line whenever another tenth is done; and for everyone, what is waited for. */
final class ConsoleProgress implements Progress {
    private final PrintWriter out;
    private final boolean terminal;
    private int lastTenth = -1;
    private String lastWait = "";

    ConsoleProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void report(double fraction, String message) {
        if (fraction < 0 && !message.equals(lastWait)) {
            lastWait = message;
            out.println(message);
        }
        int tenth = (int) (fraction * 10);
        if (tenth > lastTenth && terminal) {
            lastTenth = tenth;
            out.println(tenth * 10 + " %  " + message);
        }
    }
}
