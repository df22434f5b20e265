package org.clientele.plugins.segmentation.learn.cluster;

/** How far two groups of points are from each other. */
public enum Linkage {
    /** By how much joining them raises the squares within groups: {@code sqrt(2 a b / (a + b))} times the distance of means. */
    WARD,
    /** The mean of the distances between their points. */
    AVERAGE,
    /** The largest of the distances between their points. */
    COMPLETE
}
