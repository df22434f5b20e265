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
    /** Columns of a table, and axes of parallel coordinates, in order. */
    COLUMN,
    /** Rows of a grid: the second category beside {@link #X}. */
    ROW,
    /** Area of a point, bubble or node. */
    SIZE,
    /** Lower end of an error bar or band around {@link #Y}. */
    LOW,
    /** Upper end of an error bar or band around {@link #Y}. */
    HIGH,
    /** What the measure should be. */
    TARGET,
    /** Levels of a hierarchy, from the outermost to the innermost. */
    LEVEL,
    /** Where a link starts. */
    FROM,
    /** Where a link ends. */
    TO,
    /** The third dimension of space. */
    Z,
    /** Splits the picture into small multiples. */
    FACET,
    /** Steps that are shown one after the other. */
    STEP,
    /** Degrees east. */
    LONGITUDE,
    /** Degrees north. */
    LATITUDE
}
