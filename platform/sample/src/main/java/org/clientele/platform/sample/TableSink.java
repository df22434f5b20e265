package org.clientele.platform.sample;

import org.clientele.sdk.data.Frame;

/** Takes the generated rows, for example into a warehouse. Called by the generating thread only. */
@FunctionalInterface
public interface TableSink {
    /** The most rows that come at once. */
    int BATCH_ROWS = 50_000;

    /**
     * Takes some rows of a table; those of one table come in order and one after another.
     *
     * @param table a table of {@link org.clientele.sdk.data.CustomerModel#standard()}
     * @param batch 1 to {@link #BATCH_ROWS} rows with the columns of that table, in its order
     */
    void rows(String table, Frame batch);
}
