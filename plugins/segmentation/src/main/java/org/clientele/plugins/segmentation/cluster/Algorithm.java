package org.clientele.plugins.segmentation.cluster;

/** How customers are grouped. */
public enum Algorithm {
    /** Near the mean of their group. */
    K_MEANS,
    /** Of a component of a mixture of normal distributions. */
    GAUSSIAN_MIXTURE,
    /** Joined step by step, the nearest first. */
    HIERARCHICAL,
    /** In dense places that thin ones part. */
    DBSCAN
}
