package org.clientele.plugins.segmentation.features;

/** How features of different units are made comparable. */
public enum Scaling {
    /** The mean is 0 and the standard deviation 1. */
    STANDARD,
    /** The median is 0 and the distance between the quartiles 1. */
    ROBUST,
    /** The least is 0 and the greatest 1. */
    RANGE,
    /** As they are. */
    NONE
}
