package org.clientele.platform.charts.axis;

/** Where a value stands in a picture. Other spacings than the linear one (logarithmic, square root) implement this. */
public interface Scale {
    /** The coordinate of a value in pixels. */
    double at(double value);

    /** The round values that the axis names, in rising order. */
    double[] ticks();

    /** How far the ticks are apart, which says how many digits they need. */
    double step();
}
