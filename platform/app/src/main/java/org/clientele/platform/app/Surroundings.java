package org.clientele.platform.app;

import java.nio.file.Path;
import org.clientele.platform.runtime.Workspace;
import org.clientele.sdk.CancelSignal;
import org.jspecify.annotations.Nullable;

/**
 * What a command line runs in. A command asks here and never the process itself: that may be another one's.
 *
 * @param directory where relative paths start
 * @param terminal whether a person watches
 * @param cancel is cancelled when nobody waits for the command any more
 * @param held the workspace that this process holds, if the command came from another one; else null
 */
record Surroundings(
        Path directory,
        boolean terminal,
        CancelSignal cancel,
        @Nullable Workspace held) {
    /** Those of this process. */
    static Surroundings own() {
        return new Surroundings(Path.of("").toAbsolutePath(), System.console() != null, CancelSignal.create(), null);
    }
}
