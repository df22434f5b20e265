package org.clientele.platform.workbench;

import org.clientele.platform.runtime.Session;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/** Fills a workspace with the sample, for "Open the sample". Called on a worker thread. */
@FunctionalInterface
public interface SampleLoader {
    /**
     * Loads the sample into the session's workspace.
     *
     * @throws Exception whatever went wrong; the window shows it
     */
    void load(Session session, Progress progress, CancelSignal cancel) throws Exception;
}
