package org.clientele.platform.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.clientele.platform.runtime.LoadReply;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.sample.SampleOptions;
import org.clientele.platform.sample.SampleRetailer;
import org.clientele.platform.sample.Truths;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.jspecify.annotations.Nullable;

/** Puts the sample retailer into a workspace; the command and the window's welcome page both do it here. */
final class SampleLoad {
    /** Where the workspace keeps what was planted in its sample. */
    static final String TRUTHS_FILE = "sample-truths.json";

    private SampleLoad() {}

    /**
     * Generates and loads in one batch: wholly there or wholly absent. What was planted goes to a file of the workspace.
     *
     * @param copy where the truths go as well, or null
     */
    static LoadReply into(
            Session session, SampleOptions options, @Nullable Path copy, Progress progress, CancelSignal cancel) {
        SampleRetailer retailer = new SampleRetailer(options);
        AtomicReference<@Nullable Truths> planted = new AtomicReference<>();
        LoadReply reply = session.imports()
                .load(
                        "Sample retailer",
                        options.identity(),
                        cancel,
                        sink -> planted.set(retailer.generate(sink::rows, progress, cancel)));
        Path own = session.directory().resolve(TRUTHS_FILE);
        Truths truths = planted.get();
        if (truths == null && (copy != null || !Files.exists(own))) {
            // The rows are there already; the truths come again with rows that nobody takes.
            truths = retailer.generate((table, batch) -> {}, Progress.NONE, cancel);
        }
        if (truths != null) {
            truths.write(own);
            if (copy != null) {
                truths.write(copy);
            }
        }
        return reply;
    }
}
