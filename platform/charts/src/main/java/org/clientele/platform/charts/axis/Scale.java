package org.clientele.platform.charts.axis;

/** Where a value stands in a picture. */
public interface Scale {
    /** The coordinate of a value in pixels. */
    double at(double value);

    /** The value at a coordinate. */
    double value(double coordinate);

    /** The round values that the axis names, in rising order. */
    double[] ticks();

    /** How far a tick is from its neighbours, which says how many digits it needs. */
    double step(int tick);

    /** The lower end of what is shown. */
    double low();

    /** The upper end of what is shown. */
    double high();
}
