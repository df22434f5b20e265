package org.clientele.platform.warehouse.rejects;

import java.util.List;

/** Says of a row, before it is imported, what would keep it out. The import itself has the last word. */
@FunctionalInterface
public interface RowJudge {
    /**
     * A fault.
     *
     * @param cell the number of the cell, or -1 for the row as a whole
     * @param finding what is wrong
     */
    record Fault(int cell, Finding finding) {}

    /** The faults of a row of the source; empty if none is seen. */
    List<Fault> judge(List<String> cells);
}
