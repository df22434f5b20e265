package org.clientele.platform.runtime;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of a watched folder.
 *
 * @param file where it is
 * @param state how it stands
 * @param sentence why it waits or failed, or what came in; "" while it arrives
 * @param at when that was found
 */
public record WatchedFile(Path file, State state, String sentence, Instant at) {
    /** How a file stands. */
    public enum State {
        /** It was just seen; somebody may still be writing it. */
        ARRIVING,
        /** It is in the workspace. */
        IMPORTED,
        /** It is not of a known kind: a person decides. */
        WAITING,
        /** It could not be imported. */
        FAILED
    }
}
