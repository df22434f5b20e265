package org.clientele.bench;

import java.util.function.Consumer;
import org.clientele.platform.runtime.DashboardEntry;
import org.clientele.platform.runtime.PeriodChoice;
import org.clientele.platform.runtime.Scope;
import org.clientele.platform.runtime.Session;
import org.clientele.platform.runtime.Workspace;
import org.clientele.platform.workbench.page.Background;
import org.clientele.platform.workbench.page.DashboardPage;
import org.clientele.platform.workbench.paint.Palette;
import org.clientele.sdk.dashboard.DashboardSpec;
import org.clientele.sdk.query.Policy;
import org.clientele.sdk.query.Subject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** A dashboard in a window of its own, and the pointer over it. */
final class OpenPage {
    /** A mouse moves sixty times a second. */
    static final long BETWEEN_MOVES = 16_666_667L;

    private OpenPage() {}

    /** Opens a dashboard in a new session, which remembers nothing, and does something with it once all of it is painted. */
    static void with(Workspace workspace, DashboardSpec spec, Consumer<DashboardPage> work) {
        Display display = Display.getDefault();
        try (Session session = workspace.session(Subject.local(), Policy.allowAll());
                Background background = new Background(display)) {
            Shell shell = new Shell(display, SWT.SHELL_TRIM);
            shell.setLayout(new FillLayout());
            shell.setSize(1280, 900);
            DashboardPage page = new DashboardPage(
                    shell,
                    Palette.LIGHT,
                    new DashboardEntry(spec.id().toString(), spec.title(), "", "bench.window", "Benchmark"),
                    Scope.of(PeriodChoice.ALL),
                    session,
                    (scope, told) -> session.open(spec, scope, told),
                    background,
                    new SilentHost());
            shell.open();
            WindowEvents.await(display, page::settled);
            work.accept(page);
            page.close();
            shell.close();
        }
    }

    /** The pointer does something; moves are those of a drag. */
    static void send(Control control, int type, int button, int x, int y, int keys) {
        Event e = new Event();
        e.button = button;
        e.x = x;
        e.y = y;
        e.stateMask = keys | (type == SWT.MouseMove ? SWT.BUTTON1 : 0);
        control.notifyListeners(type, e);
    }
}
