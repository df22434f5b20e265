package org.clientele.platform.runtime;

import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/**
 * Long work in the background.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Job<T> {
    /**
     * Does the work on a background thread.
     *
     * @throws Exception whatever went wrong; an {@link org.clientele.sdk.AnalyticsException} is shown as it is
     */
    T run(Progress progress, CancelSignal cancel) throws Exception;
}
