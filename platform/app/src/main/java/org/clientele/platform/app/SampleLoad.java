package org.clientele.platform.app;

import org.clientele.platform.runtime.LoadReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;

/** Puts the sample retailer into a workspace; the command and the window's welcome page both do it here. */
final class SampleLoad {
    private SampleLoad() {}

    /** Generates and loads in one batch: wholly there or wholly absent. */
    static LoadReply into(Session session, SampleOptions options, Progress progress, CancelSignal cancel) {
        String identity = "sample-retailer v1, " + options.customers() + " customers, seed " + options.seed();
        return session.load(
                "Sample retailer",
                identity,
                cancel,
                sink -> new SampleRetailer(options).generate(sink::rows, progress, cancel));
    }
}
