package org.clientele.platform.workbench.paint;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * How many device pixels a window has for a pixel at 100 %: 1, 1.5, 2. The toolkit asks the screen's server for that, which takes as
 * long as painting a card; so it is asked again only after the window moved, or the screen changed. UI thread only.
 */
public final class WindowZoom {
    private static final String KEY = WindowZoom.class.getName();
    private static final int[] CHANGES = {SWT.Move, SWT.Resize, SWT.ZoomChanged, SWT.Settings};

    private final Shell shell;
    private double known;

    private WindowZoom(Shell shell) {
        this.shell = shell;
        Listener forget = e -> known = 0;
        for (int change : CHANGES) {
            shell.addListener(change, forget);
        }
    }

    /** The zoom of the window that a control is in. */
    public static double of(Control control) {
        Shell shell = control.getShell();
        if (!(shell.getData(KEY) instanceof WindowZoom)) {
            shell.setData(KEY, new WindowZoom(shell));
        }
        return ((WindowZoom) shell.getData(KEY)).now();
    }

    private double now() {
        if (known == 0) {
            known = shell.getMonitor().getZoom() / 100.0;
        }
        return known;
    }
}
