package org.clientele.platform.warehouse.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks all staged rows of a source. */
@FunctionalInterface
public interface Tally {
    /**
     * One SELECT of these expressions over all rows, or several if they are too many for one.
     *
     * @param aggregates SQL expressions, each an aggregate of type VARCHAR
     * @return their values in that order; null where there is none
     */
    List<@Nullable String> select(List<String> aggregates);
}
