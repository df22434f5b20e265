package org.clientele.platform.workbench;

/** Calls a window to the front from outside, on any thread. Before there is one, and after, nothing happens. */
public final class Summons {
    private volatile Runnable window = () -> {};

    /** Calls the window. Answers at once. */
    public void call() {
        window.run();
    }

    void answeredBy(Runnable comesToFront) {
        window = comesToFront;
    }
}
