package org.clientele.platform.warehouse.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand of the start of a text or sheet; null is: found out.
 *
 * @param delimiter between fields
 * @param headerRow the row of the headers, from 1; 0 if there is none
 * @param names what to call columns that have no header
 */
public record HeadChoice(
        @Nullable Character delimiter, @Nullable Integer headerRow, List<String> names) {
    /** Everything is found out. */
    public static final HeadChoice AUTOMATIC = new HeadChoice(null, null, List.of());

    public HeadChoice {
        names = List.copyOf(names);
    }
}
