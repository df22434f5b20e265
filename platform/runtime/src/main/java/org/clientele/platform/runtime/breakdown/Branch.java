package org.clientele.platform.runtime.breakdown;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of a breakdown.
 *
 * @param path where it is: for each member from the outermost "/=" and its name, "/?" for the unknown one, "/+" for the
 *     others; "" for the whole. "~" and "/" in names are written "~0" and "~1"
 * @param member as filters name it; null for the unknown one, the others and the whole
 * @param name for people
 * @param merged of how many members it is the rest, or 0
 * @param value of the metric, exact; null where there is none
 * @param base what it is compared with, or null
 * @param open whether it is opened
 */
public record Branch(
        String path,
        @Nullable String member,
        String name,
        int merged,
        @Nullable BigDecimal value,
        @Nullable BigDecimal base,
        boolean open) {
    private static final String KNOWN = "/=";
    private static final String UNKNOWN = "/?";
    private static final String REST = "/+";

    /** The same, opened. */
    Branch opened() {
        return new Branch(path, member, name, merged, value, base, true);
    }

    /** The path of a member below this. */
    String below(@Nullable String other) {
        return path
                + (other == null ? UNKNOWN : KNOWN + other.replace("~", "~0").replace("/", "~1"));
    }

    /** The path of the rest below this. */
    String restBelow() {
        return path + REST;
    }

    /** The value, 0 where there is none. */
    public BigDecimal amount() {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** The value less what it is compared with; a missing one counts as 0. */
    public BigDecimal change() {
        return amount().subtract(base == null ? BigDecimal.ZERO : base);
    }
}
