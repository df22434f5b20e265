package org.clientele.sdk.query;

/** What a metric is compared with. */
public enum Comparison {
    /** Nothing. */
    NONE,
    /** The period of the same length right before; with a time dimension, the step before. */
    PREVIOUS,
    /** The same part of the year before. */
    YEAR_BEFORE
}
