package org.clientele.sdk;

/** Hears how far long work is. Called from the working thread; must return at once. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (fraction, message) -> {};

    /**
     * @param fraction 0 to 1, or a negative number where nobody knows
     * @param message what is being done, for a person: "300,000 rows read"
     */
    void report(double fraction, String message);
}
