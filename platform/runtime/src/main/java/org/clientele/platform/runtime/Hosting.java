package org.clientele.platform.runtime;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.clientele.platform.runtime.door.Caller;
import org.clientele.platform.runtime.door.ForwardedCommand;
import org.clientele.platform.warehouse.WorkspaceLock;
import org.clientele.sdk.CancelSignal;

/**
 * How a process that holds a workspace serves the commands of others meanwhile.
 *
 * @param version of the product; a caller of another version is refused
 * @param window whether a window holds it. When one closes, what it runs for others is cancelled; a command finishes it.
 * @param command the name of the command that holds it, or ""
 * @param runner runs commands
 * @param show brings the window to the front
 */
public record Hosting(String version, boolean window, String command, Runner runner, Runnable show) {
    /** Runs a command of another process. Called on several threads at a time. */
    @FunctionalInterface
    public interface Runner {
        /**
         * @param workspace the open workspace
         * @param cancel ends the command within a second
         * @return the exit code
         */
        int run(Workspace workspace, ForwardedCommand command, PrintWriter out, PrintWriter err, CancelSignal cancel);
    }

    /** The way to whoever holds a workspace. Reads what its lock says now; a later holder needs another one. */
    public static Caller caller(Path workspace, String version) {
        return new Caller(workspace, WorkspaceLock.read(workspace), version);
    }

    /** A window. */
    public static Hosting window(String version, Runner runner, Runnable show) {
        return new Hosting(version, true, "", runner, show);
    }

    /** A command line. */
    public static Hosting command(String version, String name, Runner runner) {
        return new Hosting(version, false, name, runner, () -> {});
    }
}
