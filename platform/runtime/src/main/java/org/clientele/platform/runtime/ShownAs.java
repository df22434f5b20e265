package org.clientele.platform.runtime;

import java.util.Objects;
import org.clientele.sdk.query.Running;

/**
 * How a tile over time is shown, where that is not as its dashboard says.
 *
 * @param running which days each step stands for
 * @param againstYearBefore whether the year before is shown beside
 */
public record ShownAs(Running running, boolean againstYearBefore) {
    /** Each step for itself, compared as the dashboard says. */
    public static final ShownAs STEPS = new ShownAs(Running.NONE, false);

    public ShownAs {
        Objects.requireNonNull(running, "running");
    }

    /** Whether it is as the dashboard says. */
    public boolean isPlain() {
        return equals(STEPS);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws org.clientele.sdk.AnalyticsException ARGUMENT_INVALID if it is none
     */
    public static ShownAs parse(String text) {
        boolean against = text.endsWith(AGAINST);
        String rest = against ? text.substring(0, text.length() - AGAINST.length()) : text;
        return new ShownAs(Running.parse(rest), against);
    }

    private static final String AGAINST = " against year-before";

    /** "ytd", "rolling:3 against year-before". */
    @Override
    public String toString() {
        return running + (againstYearBefore ? AGAINST : "");
    }
}
