package org.clientele.platform.app;

import java.io.PrintWriter;
import org.clientele.sdk.Progress;

/** Progress for a person at a terminal: a line whenever another tenth is done. */
final class ConsoleProgress implements Progress {
    private final PrintWriter out;
    private int lastTenth = -1;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void report(double fraction, String message) {
        int tenth = (int) (fraction * 10);
        if (tenth > lastTenth && System.console() != null) {
            lastTenth = tenth;
            out.println(tenth * 10 + " %  " + message);
        }
    }
}
