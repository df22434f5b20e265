package org.clientele.platform.runtime.breakdown;

import java.util.List;

/**
 * A level of a breakdown with its parts.
 *
 * @param dimension what it splits by
 * @param label of the dimension, for people
 * @param level what was asked for
 * @param parent whose parts they are
 * @param branches the parts in order, the rest last
 * @param members how many members there are, shown or not
 * @param addsUp whether the parts come to their whole, to the last digit
 * @param compared whether the parts have something that they are compared with
 */
public record Stage(
        String dimension,
        String label,
        Level level,
        Branch parent,
        List<Branch> branches,
        int members,
        boolean addsUp,
        boolean compared) {
    public Stage {
        branches = List.copyOf(branches);
    }
}
