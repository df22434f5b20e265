package org.clientele.platform.workbench.page;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work off the UI thread and brings answers back to it. Once it is closed, as its window is, no answer is
 * brought any more: what would hear it is gone. Thread-safe.
 */
public final class Background implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Background.class);

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Display display;
    private final ExecutorService threads;
    private volatile boolean closed;

    /** For the windows of one display. */
    public Background(Display display) {
        this.display = display;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread t = new Thread(work, "clientele-window");
            t.setDaemon(true);
            return t;
        });
    }

    /**
     * Runs {@code work} on a worker thread and then, on the UI thread, either {@code done} or {@code failed}. An answer that
     * comes when nobody hears it any more, and that can be closed, is closed.
     *
     * @param failed hears the failure itself, not what wrapped it
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        threads.execute(() -> {
            try {
                T result = work.call();
                ui(() -> done.accept(result), () -> release(result));
            } catch (Exception | LinkageError e) {
                ui(() -> failed.accept(cause(e)));
            }
        });
    }

    /** Runs something on a worker thread, of which nobody needs to hear. */
    public void elsewhere(Runnable work) {
        threads.execute(work);
    }

    /** Runs something on the UI thread soon; forgotten when the window is closed or the display is gone. */
    public void ui(Runnable work) {
        ui(work, () -> {});
    }

    private void ui(Runnable work, Runnable tooLate) {
        try {
            display.asyncExec(() -> {
                if (closed || display.isDisposed()) {
                    threads.execute(tooLate);
                } else {
                    work.run();
                }
            });
        } catch (SWTException e) {
            LOG.trace("The display is gone.", e);
            tooLate.run();
        }
    }

    private static void release(@Nullable Object answer) {
        if (answer instanceof AutoCloseable unheard) {
            try {
                unheard.close();
            } catch (Exception e) {
                LOG.warn("What came too late did not close", e);
            }
        }
    }

    /** What really failed, without the wrappers of futures. */
    public static Throwable cause(Throwable t) {
        Throwable c = t;
        while ((c instanceof CompletionException || c instanceof ExecutionException) && c.getCause() != null) {
            c = c.getCause();
        }
        return c;
    }

    /** A failure in words; one that is not ours to phrase is logged, too. */
    public static String sentence(Throwable t) {
        if (cause(t) instanceof AnalyticsException known) {
            return known.getMessage();
        }
        LOG.error("Unexpected failure", t);
        String reason = cause(t).getMessage();
        return TEXTS.get("failed.inside", reason == null ? cause(t).getClass().getSimpleName() + "." : reason);
    }

    /** Whether somebody just cancelled it. */
    public static boolean cancelled(Throwable t) {
        return cause(t) instanceof AnalyticsException a && a.code() == ErrorCode.CANCELLED;
    }

    /** From now on nobody hears answers. What was begun goes on; the threads end by themselves when they are idle. */
    @Override
    public void close() {
        closed = true;
    }
}
