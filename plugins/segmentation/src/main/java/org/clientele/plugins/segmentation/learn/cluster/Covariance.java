package org.clientele.plugins.segmentation.learn.cluster;

/** What shapes the components of a mixture may have. */
public enum Covariance {
    /** Each component an ellipsoid of its own, in any direction. */
    FULL,
    /** Each component an ellipsoid of its own, along the columns. */
    DIAGONAL,
    /** All components the same ellipsoid, in any direction. */
    TIED,
    /** Each component a ball of its own size. */
    SPHERICAL;

    /** How many numbers the shapes of so many components in so many columns have. */
    int parameters(int groups, int columns) {
        int ellipsoid = columns * (columns + 1) / 2;
        return switch (this) {
            case FULL -> groups * ellipsoid;
            case DIAGONAL -> groups * columns;
            case TIED -> ellipsoid;
            case SPHERICAL -> groups;
        };
    }
}
