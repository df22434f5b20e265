package org.clientele.platform.report;

import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.CancelSignal;
import org.clientele.sdk.Progress;
import org.clientele.sdk.text.Texts;

/** Counts the rows of a long export: tells how far it is, and ends it when nobody waits any more. One thread. */
public final class Watch {
    private static final Texts TEXTS = Texts.of(Watch.class);

    private static final int STEP = 2_000;

    private final Progress progress;
    private final CancelSignal cancel;
    private final String title;
    private final long rows;
    private long done;

    /**
     * @param title of what is written, for the progress
     * @param rows how many there will be
     */
    public Watch(String title, long rows, Progress progress, CancelSignal cancel) {
        this.title = title;
        this.rows = rows;
        this.progress = progress;
        this.cancel = cancel;
    }

    /** For what nobody waits for. */
    public static Watch none() {
        return new Watch("", 0, Progress.NONE, CancelSignal.create());
    }

    /**
     * One more row.
     *
     * @throws AnalyticsException CANCELLED if it was cancelled
     */
    public void row() {
        if (++done % STEP == 0) {
            check();
            progress.report(rows == 0 ? -1 : Math.min(1, done / (double) rows), TEXTS.get("watch.writing", title));
        }
    }

    /** @throws AnalyticsException CANCELLED if it was cancelled */
    public void check() {
        cancel.throwIfCancelled();
    }
}
