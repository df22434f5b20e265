package org.clientele.platform.runtime.door;

/**
 * Who holds a workspace.
 *
 * @param process "process 4711 since 2026-01-02T03:04:05Z"
 * @param version of the product
 * @param window whether it is a window, which stays until a person closes it
 * @param command the command that it runs, or "" for a window
 */
public record Holder(String process, String version, boolean window, String command) {
    /** For sentences: "a window of Clientele 0.1.0 (process 4711 since 2026-01-02T03:04:05Z)". */
    public String described() {
        return (window ? "a window" : "the command " + command) + " of Clientele " + version + " (" + process + ")";
    }
}
