package org.clientele.platform.warehouse;

import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.data.CustomerModel;
import org.clientele.sdk.data.Frame;

/** Where customer data is, whatever the engine: answers SQL of our own making with frames. Thread-safe. */
public interface WarehouseEngine extends AutoCloseable {
    /**
     * Runs one SELECT that we generated; text from people never becomes part of it but as binds. Several run at once.
     *
     * @return a frame with the columns of {@code query}, in its order
     * @throws org.clientele.sdk.AnalyticsException CANCELLED within milliseconds of the signal, DATA_VALUE_INVALID if a
     *     value does not fit its column, RESOURCE_EXHAUSTED if memory or disk run out, INTERNAL if the SQL is wrong
     */
    Frame query(SqlQuery query, CancelSignal cancel);

    /** The standard model and the attributes that imports have brought. */
    CustomerModel model();

    /** What there is. */
    DataSpan span();

    /** Grows with every commit, also over restarts; a part of cache keys. */
    long version();

    @Override
    void close();
}
