package org.clientele.platform.warehouse.source;

/** What a source is. */
public enum SourceFormat {
    /** Fields with something between them. */
    CSV,
    /** Lines whose columns are apart by blanks. */
    TEXT,
    /** A basket a line. */
    BASKETS,
    /** A sheet of a workbook. */
    SHEET,
    /** A Parquet file. */
    PARQUET,
    /** A table of a DuckDB file. */
    DUCKDB_TABLE,
    /** A table of another database. */
    DATABASE_TABLE
}
