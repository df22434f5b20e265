package org.clientele.plugins.segmentation.features;

/** What becomes of a customer of whom a feature is not known. */
public enum Missing {
    /** The median, or the most frequent level, stands for it. */
    MEDIAN,
    /** She is left out. */
    DROP,
    /** The median stands for it, and a coordinate says that it was missing. */
    INDICATOR
}
