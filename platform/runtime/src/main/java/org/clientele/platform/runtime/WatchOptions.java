package org.clientele.platform.runtime;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a folder is watched.
 *
 * @param anyKind whether files that no recipe knows are imported too, as names and content say; else they wait
 * @param done where files go that are imported, or null if they stay
 * @param failed where files go that cannot be imported, or null if they stay
 */
public record WatchOptions(
        boolean anyKind, @Nullable Path done, @Nullable Path failed) {
    /** Files that a recipe knows are imported, and nothing is moved. */
    public static final WatchOptions KNOWN_KINDS = new WatchOptions(false, null, null);
}
