package org.clientele.platform.workbench;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** Runs something once, after a control was painted for the first time. */
final class FirstPaint implements Listener {
    private final Runnable painted;
    private boolean told;

    FirstPaint(Runnable painted) {
        this.painted = painted;
    }

    @Override
    public void handleEvent(Event event) {
        event.widget.removeListener(SWT.Paint, this);
        if (!told) {
            told = true;
            event.display.asyncExec(painted);
        }
    }
}
