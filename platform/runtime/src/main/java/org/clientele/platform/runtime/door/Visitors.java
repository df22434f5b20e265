package org.clientele.platform.runtime.door;

import java.io.PrintWriter;
import org.clientele.sdk.CancelSignal;

/** What is done for those who come in. Called on threads of the door, several at a time. */
public interface Visitors {
    /** Waits until commands can be run; false if that will never be. */
    boolean ready();

    /**
     * Runs a command as its own process would.
     *
     * @param cancel ends it within a second: nobody waits for it any more
     * @return the exit code
     */
    int run(ForwardedCommand command, PrintWriter out, PrintWriter err, CancelSignal cancel);

    /** Brings the window to the front; does nothing where there is none. */
    void show();
}
