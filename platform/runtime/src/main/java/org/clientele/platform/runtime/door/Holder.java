package org.clientele.platform.runtime.door;

import org.clientele.sdk.text.Texts;

/**
 * Who holds a workspace.
 *
 * @param process "process 4711 since 2026-01-02T03:04:05Z"
 * @param version of the product
 * @param window whether it is a window, which stays until a person closes it
 * @param command the command that it runs, or "" for a window
 */
public record Holder(String process, String version, boolean window, String command) {
    private static final Texts TEXTS = Texts.of(Holder.class);

    /** For sentences: "a window of Clientele 0.1.0 (process 4711 since 2026-01-02T03:04:05Z)". */
    public String described() {
        return window
                ? TEXTS.get("holder.window", version, process)
                : TEXTS.get("holder.command", version, process, command);
    }
}
