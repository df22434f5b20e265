package org.clientele.platform.runtime;

import java.util.List;

/**
 * What an undo would do if it were done now.
 *
 * @param goes rows that would go
 * @param back rows that they had taken the place of, which would come back
 */
public record UndoForecast(List<Rows> goes, List<Rows> back) {
    /**
     * Rows of one import in one table.
     *
     * @param file what was imported
     * @param table the table of the customer model
     * @param derived whether they were made of what rows of another table name
     * @param count how many
     */
    public record Rows(String file, String table, boolean derived, long count) {}

    public UndoForecast {
        goes = List.copyOf(goes);
        back = List.copyOf(back);
    }
}
