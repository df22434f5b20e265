package org.clientele.platform.workbench;

import java.util.function.Consumer;
import org.clientele.sdk.AnalyticsException;
import org.clientele.sdk.ErrorCode;
import org.clientele.sdk.text.Texts;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The display, and the loop that handles its events while a window is open. */
final class EventLoop {
    private static final Texts TEXTS = Texts.of(EventLoop.class);

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

    private EventLoop() {}

    /** @throws AnalyticsException RESOURCE_EXHAUSTED if there is no display */
    static Display display() {
        try {
            return new Display();
        } catch (SWTError e) {
            throw new AnalyticsException(
                    ErrorCode.RESOURCE_EXHAUSTED, TEXTS.get("display.none", String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Handles events until the window is closed. A defect in a handler does not end the program.
     *
     * @param told hears of each defect
     */
    static void run(Shell shell, Consumer<RuntimeException> told) {
        Display display = shell.getDisplay();
        while (!shell.isDisposed()) {
            try {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            } catch (RuntimeException e) {
                LOG.error("A window event failed", e);
                if (!shell.isDisposed()) {
                    told.accept(e);
                }
            }
        }
    }
}
