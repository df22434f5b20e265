package org.clientele.sdk.data;

/** The types of frame columns. */
public enum ColumnType {
    /** 64-bit integers. */
    INTEGER,
    /** 64-bit floating point. */
    DOUBLE,
    /** Exact decimals: a 64-bit unscaled value and a scale per column. Money is of this type. */
    DECIMAL,
    /** Text, dictionary-coded. */
    TEXT,
    /** True or false. */
    BOOLEAN,
    /** A day without a zone, as days since 1970-01-01. */
    DATE,
    /** A moment in the workspace's zone, as microseconds since 1970-01-01T00:00 of that zone. */
    TIMESTAMP;

    /** Whether values can be added. */
    public boolean isNumeric() {
        return this == INTEGER || this == DOUBLE || this == DECIMAL;
    }

    /** Whether values are places in time. */
    public boolean isTemporal() {
        return this == DATE || this == TIMESTAMP;
    }
}
