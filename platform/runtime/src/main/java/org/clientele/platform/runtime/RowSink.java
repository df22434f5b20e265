package org.clientele.platform.runtime;

import org.clientele.sdk.data.Frame;

/** Takes rows of the customer model's tables, batch by batch. */
@FunctionalInterface
public interface RowSink {
    /**
     * @param table a table of the customer model
     * @param batch columns of it
     */
    void rows(String table, Frame batch);
}
