package org.clientele.platform.warehouse;

import java.util.List;

/**
 * What an undo would do if it were done now.
 *
 * @param goes rows of the import's batches
 * @param back rows that it put out and that no later import would have put out as well
 */
public record UndoForecast(List<Rows> goes, List<Rows> back) {
    /**
     * Rows of a batch in a table.
     *
     * @param batch its id
     * @param file what was imported
     * @param entity the table that its rows went to; rows of other tables were derived from those
     * @param table the table of the model
     * @param count how many
     */
    public record Rows(long batch, String file, String entity, String table, long count) {}

    public UndoForecast {
        goes = List.copyOf(goes);
        back = List.copyOf(back);
    }
}
