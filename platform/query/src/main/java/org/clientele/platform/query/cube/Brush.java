package org.clientele.platform.query.cube;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody picked of a dimension's members. */
public sealed interface Brush {
    /**
     * Members from one to another, both in; unknown ones are never.
     *
     * @param from the least: an ISO day for a dimension of time, named by its first day, or a number
     * @param to the greatest
     */
    record Range(String from, String to) implements Brush {}

    /**
     * Some members.
     *
     * @param members in any order; null stands for unknown
     */
    record Members(List<@Nullable String> members) implements Brush {
        public Members {
            members = Collections.unmodifiableList(new ArrayList<@Nullable String>(members));
        }
    }
}
