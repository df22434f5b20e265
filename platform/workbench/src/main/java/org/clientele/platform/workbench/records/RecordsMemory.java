package org.clientele.platform.workbench.records;

import java.util.List;
import java.util.Map;

/** How a person likes tables of records, from one day to the next. UI thread only. */
public interface RecordsMemory {
    /** The columns that she chose for a table, or none. */
    List<String> columns(String table);

    /** The widths that she chose, by column. */
    Map<String, Integer> widths(String table);

    /** Keeps her choice. */
    void keep(String table, List<String> columns, Map<String, Integer> widths);
}
