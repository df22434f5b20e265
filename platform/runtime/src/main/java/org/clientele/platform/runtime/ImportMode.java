package org.clientele.platform.runtime;

/** What happens to rows that a table holds already. */
public enum ImportMode {
    /** They stay; content that is there already is not loaded again, and a row of the same key takes the old one's place. */
    APPEND,
    /** They go, with what was derived from them. */
    REPLACE,
    /** Those of the same key go; columns that the file lacks keep their values. */
    UPDATE
}
