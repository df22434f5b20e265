package org.clientele.platform.host;

/** How a plugin is. */
public enum PluginState {
    /** It runs, and its contributions are there. */
    STARTED,
    /** It is installed and does not run: it was stopped, or waits for another plugin. */
    STOPPED,
    /** Its code threw, did not link or broke its contract; it does not run. */
    FAILED,
    /** It cannot run here: a bad jar, an id that is taken, something missing that it needs. */
    REFUSED
}
