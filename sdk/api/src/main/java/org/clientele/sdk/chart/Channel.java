package org.clientele.sdk.chart;

/** What a frame column is used for in a chart. */
public enum Channel {
    /** Position along the chart: categories or time. */
    X,
    /** The measure, and the headline of a KPI tile. */
    Y,
    /** What the measure is compared with: a ghost line, the base of a change. */
    BASE,
    /** The measure over time behind a KPI tile's spark line; from the tile's trend frame. */
    TREND,
    /** Splits marks into series. */
    COLOR,
    /** A longer name for {@link #X}, shown beside the code. */
    LABEL,
    /** Columns of a table, in order. */
    COLUMN
}
